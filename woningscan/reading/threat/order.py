"""Which of the possible kinds of danger comes first, by what the words say of where it is.

People do the first thing they read: out is wrong with somebody outside, as staying in is wrong at a fire.
"""

from __future__ import annotations

from .situations import OUTSIDE, compiled, plain
from .tables import situations as tables

FIRE, INSIDE = "brand", "binnengedrongen"

_PEOPLE_THERE, _FIRE_ELSEWHERE = compiled(tables.PEOPLE_THERE), compiled(tables.FIRE_NOT_IN_THE_HOUSE)
_BURNS_IN_THE_HOUSE = compiled(tables.BURNS_IN_THE_HOUSE)
_STANDS_OUTSIDE, _IS_INSIDE = compiled(tables.STANDS_OUTSIDE), compiled(tables.IS_INSIDE)


def in_order(text: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds as the words order them: people at a fire, somebody outside who is not inside."""
    words = plain(text)
    if FIRE in kinds and _PEOPLE_THERE.search(words):
        return _with_people_at_a_fire(words, kinds)
    if kinds[:1] == (INSIDE,) and _STANDS_OUTSIDE.search(words) and not _IS_INSIDE.search(words):
        return (OUTSIDE, *(kind for kind in kinds if kind not in (INSIDE, OUTSIDE)), INSIDE)
    return kinds


def _with_people_at_a_fire(words: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """With somebody outside among them where a fire is told of and strangers are there.

    Staying in comes first only where it is said that the fire is not in the house, or not lit yet.
    """
    others = tuple(kind for kind in kinds if kind not in (FIRE, OUTSIDE))
    elsewhere = _FIRE_ELSEWHERE.search(words) and not _BURNS_IN_THE_HOUSE.search(words)
    return (OUTSIDE, FIRE, *others) if elsewhere else (FIRE, OUTSIDE, *others)
