"""What a typed answer was understood as, and the few ways to say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Understood:
    """`certain` False: only to be asked back, never stored. `candidates`: the choices worth offering first then.

    `value` is a choice value of the question or `SKIPPED`. Neither value nor candidates: it is about something else.
    """

    value: str | None
    certain: bool
    candidates: tuple[str, ...]


NOT_AN_ANSWER = Understood(None, False, ())


def sure(value: str) -> Understood:
    return Understood(value, True, (value,))


def perhaps(*values: str | None) -> Understood:
    """Readings worth asking back, likeliest first."""
    candidates = tuple(dict.fromkeys(value for value in values if value))
    return Understood(candidates[0] if candidates else None, False, candidates)


def ambiguous(values: Iterable[str]) -> Understood:
    """An answer, but to which of these cannot be told."""
    return Understood(None, False, tuple(values))
