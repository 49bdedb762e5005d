"""What somebody says instead of what they just said: "dinsdag, nee wacht, woensdag"."""

from __future__ import annotations

import re

_TAKEN_BACK = re.compile(
    r"(?:^|[,.;:!?…–-]\s*|\b(?:nee|oh?|eh+|uh+|of)[ ,]+)(?:nee[ ,]+)?"
    r"(?:wacht(?: even)?|sorry|pardon|geintje|grapje|correctie|(?:ik )?bedoel(?:de)?)\b[\s,.:;!]*(?=\S)",
    re.IGNORECASE,
)


def taken_back(typed: str) -> str:
    """What a text says after it took something back; "" where it takes nothing back."""
    *before, last = _TAKEN_BACK.split(typed)
    return last if before else ""
