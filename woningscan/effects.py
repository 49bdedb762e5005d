"""What the app must do for a turn, in one transaction with its state. The core only says what; it never does it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

SUBMIT_REQUEST = "request.submit"
CANCEL_REQUEST = "request.cancel"
OFFER_REPORT = "report.offer"
ERASE_CONVERSATION = "conversation.erase"


@dataclass(frozen=True)
class Effect:
    """`kind` is one of the constants of this module; `data` holds plain JSON values.

    - `request.submit`: `{"kind": "woningscan" | "terugbellen", "fields": {field id: text}}`
    - `request.cancel`: `{"reference": text}`
    - `report.offer`: `{}`, a one-time link to the plan of this conversation
    - `conversation.erase`: `{}`
    """

    kind: str
    data: dict[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        return {"kind": self.kind, "data": self.data}

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> Effect:
        return cls(value["kind"], value["data"])


@dataclass(frozen=True)
class Outcome:
    """What came of an effect, from a committed row: the only thing a confirmation may be rendered from."""

    kind: str
    data: dict[str, Any] = field(default_factory=dict)
