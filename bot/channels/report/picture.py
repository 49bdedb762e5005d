"""The picture of the themes: a square for every question, by pattern and mark as well as by colour.

Squares and not bars or percentages: a count can be read from them, a verdict cannot.
"""

from __future__ import annotations

from dataclasses import dataclass

from woningscan.plan.build import Plan

OUTCOMES = ("done", "todo", "check", "skipped")
# In units of the picture, which is scaled to the page.
WIDTH, SIDE = 340, 20
_STEP, _ROW, _TITLE, _LEGEND_ROW = 26, 56, 14, 28
_PER_ROW = WIDTH // _STEP


@dataclass(frozen=True)
class Square:
    outcome: str
    x: int
    y: int


@dataclass(frozen=True)
class Row:
    """A theme: where its title stands, a square for every question, and how many there are of each outcome."""

    title: str
    baseline: int
    squares: tuple[Square, ...]
    counts: dict[str, int]


@dataclass(frozen=True)
class Picture:
    rows: tuple[Row, ...]
    legend: tuple[Square, ...]
    height: int
    width: int = WIDTH
    side: int = SIDE


def picture_of(plan: Plan) -> Picture:
    """Where everything stands. A theme with more questions than fit on a line goes on on the next."""
    rows, top = [], 0
    for theme in plan.themes:
        counts = {outcome: theme.number(outcome) for outcome in OUTCOMES}
        order = [outcome for outcome in OUTCOMES for _ in range(counts[outcome])]
        squares = tuple(
            Square(outcome, (place % _PER_ROW) * _STEP, top + _TITLE + 7 + (place // _PER_ROW) * _STEP)
            for place, outcome in enumerate(order)
        )
        rows.append(Row(theme.title, top + _TITLE, squares, counts))
        top += _ROW + _STEP * max(0, (len(order) - 1) // _PER_ROW)
    legend = tuple(
        Square(outcome, (place % 2) * (WIDTH // 2), top + 6 + (place // 2) * _LEGEND_ROW)
        for place, outcome in enumerate(OUTCOMES)
    )
    return Picture(tuple(rows), legend, top + 2 * _LEGEND_ROW + 2)
