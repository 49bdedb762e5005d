"""A typed text made safe to look at, and how much of it is looked at."""

from __future__ import annotations

import re
import unicodedata

MAX_TEXT = 1000
# A text that is too long to answer may still hold a threat: so much of it is looked at.
CHECKED_WINDOWS = 10
MOST_LOOKED_AT = MAX_TEXT * CHECKED_WINDOWS
OVERLAP = 200  # so that a sentence on the edge of two windows is seen whole
MOST_PARTS = 4
"""Clauses or sentences of a text that are read one by one: each is a reading of its own."""
_SENTENCE_END = re.compile(r"[.!?;]+\s+")
_BETWEEN = re.compile(r"[,;!?]\s|\.\s+|\s(?:en|verder|trouwens|daarnaast)\s")
# Characters that change how text reads without being seen: direction overrides, zero-width and other format characters.
_JOINERS = {"\u200c", "\u200d", "\ufe0f"}  # these build emoji and letters of other scripts


def readable(raw: str) -> str:
    """`raw` as plain text: composed, without control and format characters or lone surrogates, white space folded."""
    composed = unicodedata.normalize("NFC", raw.encode("utf-8", "ignore").decode("utf-8"))
    kept = (character if _is_plain(character) else " " if character.isspace() else "" for character in composed)
    folded = " ".join("".join(kept).split())
    return folded if set(folded) - _JOINERS - {" "} else ""


def looked_at(raw: str) -> str:
    """So much of a text as is looked at, made readable: more than is answered."""
    return readable(raw.lstrip()[:MOST_LOOKED_AT])


def is_cut(raw: str) -> bool:
    """Whether a text goes on behind what is looked at. Whoever wrote it is told: the rest is unread."""
    return len(raw.strip()) > MOST_LOOKED_AT


def windows(typed: str) -> list[str]:
    """A text in the pieces in which it is checked; a piece that comes again is checked once."""
    starts = range(0, max(len(typed) - OVERLAP, 1), MAX_TEXT - OVERLAP)
    return list(dict.fromkeys(typed[start : start + MAX_TEXT] for start in starts))


def clauses(typed: str) -> list[str]:
    """The clauses of a text, as many as are read."""
    return [piece.strip() for piece in _BETWEEN.split(typed) if piece.strip()][:MOST_PARTS]


def sentences(typed: str) -> list[str]:
    """The sentences of a text, as many as are read."""
    return [piece.strip() for piece in _SENTENCE_END.split(typed) if piece.strip()][:MOST_PARTS]


def _is_plain(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or character in _JOINERS
