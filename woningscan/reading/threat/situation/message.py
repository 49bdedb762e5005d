"""A message as the rules of the situation see it: its words, what the threat check makes of it, and who writes."""

from __future__ import annotations

from dataclasses import dataclass

from ..assessment import Action, Assessment, Level
from .plain_words import compiled
from .tables.despair import OTHERS

ROUTED = (Action.ROUTE_ACUUT, Action.ROUTE_CONCREET)
_SOMEBODY_IN_THE_HOUSE = ("cue:horen_binnen[", "cue:vreemde_bij_huis[")
"""Reasons of the word tables: somebody who does not belong there is seen or heard in the house or at it."""
_OTHERS = compiled(OTHERS)


@dataclass(frozen=True)
class Message:
    """`despair`: chance that the writer cannot go on, by the model of words."""

    text: str
    words: str
    assessment: Assessment
    despair: float
    despairs: bool
    by_child: bool

    @property
    def routed(self) -> bool:
        return self.assessment.action in ROUTED

    @property
    def unseen(self) -> bool:
        """Nothing was found that is reason to act."""
        return self.assessment.action is Action.GEEN

    @property
    def others_are_there(self) -> bool:
        """Somebody else is a danger now, and that is certain."""
        acute = self.assessment.certain and self.assessment.level is Level.ACUUT
        return acute and bool(_OTHERS.search(self.words))

    @property
    def danger_comes_first(self) -> bool:
        """Danger from others is certain, or somebody is in the house: despair in the same message comes after it."""
        reasons = self.assessment.reasons
        return self.routed and (
            self.assessment.certain or any(reason.startswith(_SOMEBODY_IN_THE_HOUSE) for reason in reasons)
        )
