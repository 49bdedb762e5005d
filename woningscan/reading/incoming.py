"""What comes in: from a channel to the gate, and from the language model to the core. Text or a button, never both."""

from __future__ import annotations

from dataclasses import dataclass

MAX_CHOICE = 120
MAX_MESSAGE_ID = 64


@dataclass(frozen=True)
class Incoming:
    """One message. `message_id` is the channel's own id: the same id twice is the same message.

    `heard` are texts that somebody else wrote and that came along (forwarded, quoted): judged for danger, never an
    answer or a command. `edited`: the text takes the place of one that was answered before; `edited_at` is the question
    that was open then, "" when none was, None when that is not known.
    """

    text: str | None = None
    choice: str | None = None
    message_id: str | None = None
    heard: tuple[str, ...] = ()
    edited: bool = False
    edited_at: str | None = None


@dataclass(frozen=True)
class Message:
    """One message of the official: typed `text` with what the language model made of it, or a pressed `choice`.

    `asking` is what is being asked at this moment: `scan`, `request` or None. `candidates` are the choices of the open
    question that a text may mean, where it could not be told which. `topic` is what a question is about.
    """

    text: str = ""
    intent: str | None = None
    confidence: float = 0.0
    choice: str | None = None
    asking: str | None = None
    candidates: tuple[str, ...] = ()
    topic: str | None = None
