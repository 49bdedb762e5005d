"""What somebody takes back: "dinsdag, nee wacht, woensdag", and a number that is not to be used."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TAKEN_BACK = re.compile(
    r"(?:^|[,.;:!?…–-]\s*|\b(?:nee|oh?|eh+|uh+|of)[ ,]+)(?:nee[ ,]+)?"
    r"(?:wacht(?: even)?|sorry|pardon|geintje|grapje|correctie|(?:ik )?bedoel(?:de)?)\b[\s,.:;!]*(?=\S)",
    re.IGNORECASE,
)
_NOT_BY = re.compile(
    r"\b(?:niet|nooit|geen)\b(?:[ ,]+(?:me|mij|meer|op|naar|via|mijn|m'n|mn|het|dit|dat|deze|die|nummer|nr|mailadres"
    r"|adres|bellen|mailen|appen|bereikbaar|gebruiken|oude?|werk\w*|priv[eé]\w*))*[\s:]*$",
    re.IGNORECASE,
)
"""What stands before a number or an address that is not to be used."""
_AT_TIMES = re.compile(r"\s*(?:bellen |mailen |te )*(?:voor|na|tot|tussen|vanaf|'s|overdag|s avonds)\b", re.IGNORECASE)
"""Behind it: it may be used at other times."""
_ON_TO_ANOTHER = re.compile(r";|\.\s|\b(?:maar|wel)\b", re.IGNORECASE)


def taken_back(typed: str) -> str:
    """What a text says after it took something back; "" where it takes nothing back."""
    *before, last = _TAKEN_BACK.split(typed)
    return last if before else ""


def without_refused(plain: str, ways: Sequence[tuple[int, int]]) -> str:
    """The text without the first way that is said not to be used, and what is said of it; as it is where there is none.

    `ways`: where each number and address begins and ends, in their order.
    """
    before = 0
    for at, (start, end) in enumerate(ways):
        refused = _NOT_BY.search(plain[before:start])
        if refused is not None and not _AT_TIMES.match(plain, end):
            following = ways[at + 1][0] if at + 1 < len(ways) else len(plain)
            onward = _ON_TO_ANOTHER.search(plain, end, following)
            until = onward.start() if onward else plain.find(",", end, following)
            return f"{plain[: before + refused.start()]} {plain[until if until >= 0 else end :]}".strip(" ,;")
        before = end
    return plain
