"""What the visitors saw, written down as it happened: all that the checker knows of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Seen:
    """One attempt of a visitor and what came back.

    `act` is `open`, `message`, `chat` (something sent with Telegram; `body` is what was said), `erase` (the request
    that erases) or `gave_up`. `status` is None where no answer came; `replies` are those of a message, `body` is what
    any other answer said. `danger`: the text tells of danger.
    """

    act: str
    conversation: int
    message_id: str = ""
    text: str | None = None
    choice: str | None = None
    danger: bool = False
    status: int | None = None
    replies: list[dict[str, Any]] = field(default_factory=list)
    body: str = ""
    at: float = 0.0

    @property
    def ids(self) -> list[str]:
        return [str(reply["id"]) for reply in self.replies]

    @property
    def words(self) -> str:
        """Everything that could be read in the answer."""
        return json.dumps(self.replies, ensure_ascii=False) if self.replies else self.body

    @property
    def answered(self) -> bool:
        """Whether this is the answer to the message, and not that there is none now."""
        return self.status == 200 and bool(self.replies) and not _puts_off(self.ids)


def _puts_off(ids: list[str]) -> bool:
    return ids[0] in ("gate.unavailable", "gate.busy") or "gate.unavailable" in ids


@dataclass
class Record:
    """All that was seen, in the order in which it was, and the token of each conversation."""

    seen: list[Seen] = field(default_factory=list)
    tokens: dict[int, str] = field(default_factory=dict)

    def of(self, conversation: int) -> list[Seen]:
        return [one for one in self.seen if one.conversation == conversation]

    @property
    def turns(self) -> int:
        """How many messages were answered, each counted once."""
        answered = (one for one in self.seen if one.act == "chat" or (one.act == "message" and one.answered))
        return len({(one.conversation, one.message_id) for one in answered})


def written(lines: Iterable[dict[str, Any]], path: Path) -> None:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def keep(record: Record, folder: Path) -> None:
    """For whoever wants to look at a violation."""
    written((asdict(one) for one in record.seen), folder / "seen.jsonl")
