"""What a typed answer was understood as, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Understood:
    """`value` is a choice of the question or `SKIPPED`, and then it is stored; None: `candidates` are worth offering.

    `said_back`: the value is likely and not certain, or it weighs so much that the visitor hears what was stored.
    Neither value nor candidates: the text is about something else. `chance` is that of the value; words that are
    certain have 1.
    """

    value: str | None = None
    said_back: bool = False
    candidates: tuple[str, ...] = ()
    chance: float = field(default=1.0, compare=False)


NOT_AN_ANSWER = Understood()


def ambiguous(values: Iterable[str]) -> Understood:
    """An answer, but to which of these cannot be told."""
    return Understood(candidates=tuple(values))
