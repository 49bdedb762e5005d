"""The answer of the threat detector: a level, what the bot must do, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum


class Level(str, Enum):
    """How serious a message is. Ordered: ``geen < diffuus < concreet < acuut``."""

    GEEN = "geen"
    DIFFUUS = "diffuus"
    CONCREET = "concreet"
    ACUUT = "acuut"

    @property
    def rank(self) -> int:
        """Position in the order, 0 for ``geen`` up to 3 for ``acuut``."""
        return _ORDER[self.value]

    # ``str`` brings its own alphabetical comparison, so all four are spelled out.
    def __lt__(self, other: object) -> bool:
        return self.rank < Level(other).rank

    def __le__(self, other: object) -> bool:
        return self.rank <= Level(other).rank

    def __gt__(self, other: object) -> bool:
        return self.rank > Level(other).rank

    def __ge__(self, other: object) -> bool:
        return self.rank >= Level(other).rank


_ORDER = {"geen": 0, "diffuus": 1, "concreet": 2, "acuut": 3}


class Action(str, Enum):
    """What the bot does with a message."""

    GEEN = "geen"
    STEUN = "steun"
    CONTROLEVRAAG = "controlevraag"
    ROUTE_CONCREET = "route_concreet"
    ROUTE_ACUUT = "route_acuut"


@dataclass(frozen=True)
class Assessment:
    """Outcome for one message; ``reasons`` never hold more of the message than the cue itself.

    ``certain``: a rule was sure of it, it does not rest on the statistical opinion alone. ``kinds``: what kinds of
    danger it may be, the likeliest first; empty where that cannot be told. ``named``: kinds that its words name, which
    are among ``kinds`` as soon as there are any. ``hint``: too little for a question, but
    enough for one line with the number and the button beside the usual answer.
    """

    level: Level
    action: Action
    reasons: tuple[str, ...]
    topic: str | None = None
    certain: bool = False
    kinds: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    hint: bool = False

    @property
    def kind(self) -> str | None:
        """The likeliest kind of danger."""
        return next(iter(self.kinds), None)

    def with_kinds(self, others: tuple[str, ...]) -> Assessment:
        """The same with what another reader takes for kinds of danger, after its own and before what words name."""
        kinds = (*self.kinds, *others)
        return replace(self, kinds=tuple(dict.fromkeys((*kinds, *self.named) if kinds else ())))

    def as_line(self) -> Assessment:
        """No danger to act on, and one line with the number."""
        return Assessment(Level.GEEN, Action.GEEN, self.reasons, hint=True)

    @property
    def is_opinion(self) -> bool:
        """Whether no rule saw anything: only the statistics did."""
        return all(reason.startswith("stat:") for reason in self.reasons)

    @property
    def severity(self) -> int:
        """How heavy the action is, 0 for nothing: with more than one assessment the heaviest decides."""
        return list(Action).index(self.action)


PAST = "tijd:eerder"
"""The reason that says that words of the past were read."""
NOTHING = Assessment(Level.GEEN, Action.GEEN, (), None)
