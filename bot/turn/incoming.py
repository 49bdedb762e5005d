"""What comes in from a channel, made safe to look at: typed text or a pressed button, never both."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

MAX_TEXT = 1000
MAX_CHOICE = 120
MAX_MESSAGE_ID = 64
# Characters that change how text reads without being seen: direction overrides, zero-width and other format characters.
_JOINERS = {"\u200c", "\u200d", "\ufe0f"}  # these build emoji and letters of other scripts


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


def readable(raw: str) -> str:
    """`raw` as plain text: composed, without control and format characters or lone surrogates, white space folded."""
    composed = unicodedata.normalize("NFC", raw.encode("utf-8", "ignore").decode("utf-8"))
    kept = (character if _is_plain(character) else " " if character.isspace() else "" for character in composed)
    folded = " ".join("".join(kept).split())
    return folded if set(folded) - _JOINERS - {" "} else ""


def _is_plain(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or character in _JOINERS
