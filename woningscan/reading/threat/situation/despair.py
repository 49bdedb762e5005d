"""Despair that a model sees and no words are certain of, and words that sound like it and are none."""

from __future__ import annotations

import re
from dataclasses import replace

from ..assessment import Action, Assessment, Level
from .message import ROUTED
from .plain_words import compiled, plain
from .rules import CARE, FEW_WORDS, decided
from .tables import despair as tables
from .writer import despairs, means_at_hand

_AT_A_PLACE, _WELL = (re.compile(pattern, re.IGNORECASE) for pattern in (tables.AT_A_PLACE, tables.FEELS_WELL))
_AN_ERRAND, _GOES_AWAY = compiled(tables.AN_ERRAND), compiled(tables.GOES_AWAY)


def in_other_words(text: str) -> str:
    """The text with what sounds like a worry and is none ("ik ben op kantoor", "ik voel me kiplekker") said plainly."""
    return _WELL.sub("is goed", _AT_A_PLACE.sub("ben bij", text))


def read_as_despair(text: str, assessment: Assessment) -> Assessment:
    """The assessment where a reader of sentences finds that the writer cannot go on and no danger from others is sure.

    So few words as "ik geef het op" are said of the questions as well, and change nothing that was calm.
    """
    calm = assessment.action is Action.GEEN and len(plain(text).split()) <= FEW_WORDS
    is_settled = assessment.action in ROUTED or assessment.certain or assessment.topic == CARE
    if calm or is_settled or _GOES_AWAY.search(plain(text)):
        return assessment
    if _WELL.search(text) and not despairs(text):
        return replace(assessment, level=Level.GEEN, action=Action.GEEN, topic=None)
    if _AN_ERRAND.search(plain(text)) and not despairs(text):  # a line with 113: it may be more than a place
        return replace(assessment, level=Level.GEEN, action=Action.GEEN, topic=CARE, hint=True)
    level, action = (Level.DIFFUUS, Action.STEUN)
    if means_at_hand(text):
        level, action = (Level.ACUUT, Action.ROUTE_ACUUT)
    return replace(decided(assessment, level, action, CARE, "wanhoop"), certain=False)
