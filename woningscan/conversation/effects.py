"""What the app must do for a turn, in one transaction with its state. The core only says what; it never does it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

SUBMIT_REQUEST = "request.submit"
CANCEL_REQUEST = "request.cancel"
OFFER_REPORT = "report.offer"
OFFER_REQUEST = "request.offer"
OFFER_DATA = "data.offer"
ERASE_CONVERSATION = "conversation.erase"
OPEN_CHAT = "chat.open"
SAY_IN_CHAT = "chat.say"
CLOSE_CHAT = "chat.close"


@dataclass(frozen=True)
class Effect:
    """`kind` is one of the constants of this module; `data` holds plain JSON values.

    - `request.submit`: `{"kind": "woningscan" | "terugbellen", "fields": {field id: text}, "urgent": bool}`
    - `request.cancel`: `{"reference": text}`
    - `report.offer`: `{}`, a one-time link to the plan of this conversation
    - `request.offer`: `{"kind": …, "with_answers": bool}`, a one-time link to a page where the request is filled in
    - `data.offer`: `{}`, a one-time link to all that is kept of this conversation
    - `conversation.erase`: `{}`
    - `chat.open`: `{"share": bool, "urgent": bool}`, a chat with staff; whether they see the last messages, and hurry
    - `chat.say`: `{"text": text, "danger": route id or "controle" or ""}`, something for the member of staff
    - `chat.close`: `{"by": who ends it}`, from now on the bot speaks again
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
