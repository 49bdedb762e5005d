"""Which fault comes when and for how long: made from a seed, so that a run can be made again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A fault of a part. `weight` is how often it comes, `shortest` and `longest` are its seconds."""

    part: str
    name: str
    weight: int
    shortest: float
    longest: float


@dataclass(frozen=True)
class Fault:
    """`after` is how many seconds after the one before it comes; `which` chooses among several of its part."""

    part: str
    name: str
    after: float
    lasts: float
    which: int


APP = (
    Kind("app", "kill", 10, 0.1, 1.0),
    Kind("app", "term", 3, 0.1, 0.5),
    Kind("app", "stop", 6, 0.3, 3.0),
)
CLIENTS = (Kind("clients", "half_sent", 5, 0.5, 4.0),)
ENGINE = (
    Kind("engine", "kill", 1, 0.2, 1.0),
    Kind("engine", "stop", 5, 0.5, 5.0),
    Kind("engine", "gone", 5, 0.3, 3.0),
    Kind("engine", "reset", 5, 0.3, 2.0),
    Kind("engine", "delay", 4, 0.5, 3.0),
    Kind("engine", "black_hole", 4, 0.5, 4.0),
    Kind("engine", "garble", 4, 0.5, 3.0),
    Kind("engine", "babble", 6, 0.5, 3.0),
)
SMTP = (
    Kind("smtp", "gone", 4, 0.5, 3.0),
    Kind("smtp", "reset", 4, 0.5, 3.0),
    Kind("smtp", "delay", 3, 0.5, 2.0),
    Kind("smtp", "black_hole", 3, 0.5, 4.0),
    Kind("smtp", "garble", 3, 0.5, 3.0),
    Kind("smtp", "busy", 3, 0.5, 2.0),
    Kind("smtp", "drop", 4, 0.5, 2.0),
)
TELEGRAM = (
    Kind("telegram", "gone", 2, 0.5, 3.0),
    Kind("telegram", "reset", 2, 0.5, 3.0),
    Kind("telegram", "black_hole", 2, 0.5, 4.0),
    Kind("telegram", "garble", 2, 0.5, 3.0),
    Kind("telegram", "refuses", 4, 0.5, 3.0),
)
POSTGRESQL = (
    Kind("database", "restart", 3, 0.1, 1.5),
    Kind("database", "terminate", 10, 0.1, 0.5),
    Kind("database", "read_only", 5, 0.5, 3.0),
    Kind("database", "gone", 4, 0.3, 2.0),
    Kind("database", "reset", 6, 0.2, 1.0),
    Kind("database", "delay", 5, 0.5, 2.0),
    Kind("database", "black_hole", 4, 0.5, 4.0),
    Kind("database", "garble", 3, 0.2, 1.5),
)
SQLITE = (Kind("database", "locked", 12, 0.3, 4.0),)
DISK = (Kind("database", "full", 10, 0.5, 4.0),)
CLOCK = (Kind("clock", "ahead", 4, 0.5, 3.0), Kind("clock", "back", 3, 0.5, 3.0))


def schedule(kinds: Sequence[Kind], number: int, seed: int, pace: float) -> list[Fault]:
    """So many faults, on average `pace` seconds after one another."""
    chance = random.Random(seed)
    chosen = chance.choices(kinds, [kind.weight for kind in kinds], k=number)
    return [
        Fault(
            kind.part,
            kind.name,
            chance.uniform(0.2, 1.8) * pace,
            chance.uniform(kind.shortest, kind.longest),
            chance.randrange(1000),
        )
        for kind in chosen
    ]
