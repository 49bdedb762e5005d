"""The pictures of a plan: a home with the spots where something can be done, and a ring for every theme.

They hold counts and numbers of actions; a verdict cannot be read from them. The home is a map of weak spots: only the
official's own plan has it, never the console or a mail.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from textwrap import wrap

from woningscan.plan.build import Plan

OUTCOMES = ("done", "todo", "check", "skipped")
FLATS = frozenset({"appartement_begane_grond", "appartement_hoger"})
# In units of the picture, which is scaled to the page.
WIDTH, TOP, HEIGHT = 360, 44, 248
SIGNS_A_LINE = 14
ROW, RADIUS = 44, 19
_LEFT, _RIGHT, _GAP = 102, 258, 6
# Of each spot: where its words stand, and where it is in a house and in a flat.
_PLACES: dict[str, tuple[int, int, tuple[int, int], tuple[int, int]]] = {
    "upstairs": (_LEFT, 84, (180, 96), (160, 120)),
    "inside": (_LEFT, 142, (143, 165), (139, 146)),
    "windows": (_LEFT, 200, (143, 215), (139, 187)),
    "outside": (_LEFT, 258, (122, 250), (122, 250)),
    "screen": (_RIGHT, 62, (217, 165), (221, 142)),
    "light": (_RIGHT, 122, (185, 188), (185, 138)),
    "front_door": (_RIGHT, 158, (185, 236), (185, 190)),
    "letter_box": (_RIGHT, 218, (217, 216), (217, 181)),
    "car": (_RIGHT, 258, (227, 250), (227, 250)),
}
SPOTS = tuple(_PLACES)


@dataclass(frozen=True)
class Spot:
    """A spot of the home and its words beside it. `outcome` is `todo`, `done` or, where nothing was asked, `skipped`;
    `numbers` are the actions there, in lines that fit."""

    name: str
    outcome: str
    numbers: tuple[int, ...]
    x: int
    y: int
    words_x: int
    words_y: int
    at_the_end: bool

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(wrap(", ".join(map(str, self.numbers)), SIGNS_A_LINE))

    @property
    def line_to(self) -> int:
        """Where the line from the spot meets its words."""
        return self.words_x + (_GAP if self.at_the_end else -_GAP)


@dataclass(frozen=True)
class Ring:
    """A theme: how many of its questions are in order, as a part of a circle; `counts` by outcome."""

    title: str
    y: int
    counts: dict[str, int]
    total: int
    arc: str


@dataclass(frozen=True)
class Picture:
    spots: tuple[Spot, ...]
    rings: tuple[Ring, ...]
    flat: bool
    width: int = WIDTH
    top: int = TOP
    height: int = HEIGHT
    radius: int = RADIUS
    row: int = ROW


def picture_of(plan: Plan, answers: Mapping[str, str]) -> Picture:
    """Where everything stands. `answers` tell whether the home is a flat."""
    flat = answers.get("woningtype") in FLATS
    rings = tuple(_ring(plan, at) for at in range(len(plan.themes)))
    return Picture(tuple(_spot(plan, name, flat) for name in SPOTS), rings, flat)


def _spot(plan: Plan, name: str, flat: bool) -> Spot:
    words_x, words_y, in_house, in_flat = _PLACES[name]
    open_items = [item for item in plan.items if item.question.spot == name and not item.ticked]
    numbers = tuple(sorted(plan.numbers[item.question.id] for item in open_items))
    settled = [item.question for item in plan.ticked] + [one for theme in plan.themes for one in theme.done]
    outcome = "todo" if numbers else "done" if any(one.spot == name for one in settled) else "skipped"
    x, y = in_flat if flat else in_house
    return Spot(name, outcome, numbers, x, y, words_x, words_y, at_the_end=words_x == _LEFT)


def _ring(plan: Plan, at: int) -> Ring:
    theme = plan.themes[at]
    counts = {outcome: theme.number(outcome) for outcome in OUTCOMES}
    total = sum(counts.values())
    y = at * ROW + ROW // 2
    return Ring(theme.title, y, counts, total, _arc(RADIUS + 2, y, counts["done"] / total if total else 0))


def _arc(x: int, y: int, part: float) -> str:
    """The path along a circle from its top, clockwise. A whole one in two halves: an arc cannot end where it began."""
    if part <= 0:
        return ""
    ends = [0.5, 1.0] if part >= 1 else [part]
    drawn = [f"M{x} {y - RADIUS}"]
    for end in ends:
        long = int(len(ends) == 1 and end > 0.5)
        to_x, to_y = x + RADIUS * sin(2 * pi * end), y - RADIUS * cos(2 * pi * end)
        drawn.append(f"A{RADIUS} {RADIUS} 0 {long} 1 {to_x:.2f} {to_y:.2f}")
    return " ".join(drawn)
