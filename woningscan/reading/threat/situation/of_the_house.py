"""What a message says of a house and its things, or of what somebody would do there: no danger where that is asked."""

from __future__ import annotations

import re

from .plain_words import compiled, plain
from .tables import of_the_house as tables

_OF_A_THING, _OF_SOMEBODY = compiled(tables.OF_A_THING), compiled(tables.OF_SOMEBODY)
_PARTS_OF_A_HOUSE = compiled(tables.PARTS_OF_A_HOUSE)
_WOULD, _IS_HAPPENING = compiled(tables.WOULD), compiled(tables.IS_HAPPENING)
_A_THING = re.compile(r"\b(?:hij|ie|die|deze|hem|m|ze|er (?:een|eentje)|dat ding)\b")
_WHOSE_IT_IS = re.compile(r"\bop (?:de )?naam van (?:\w+ )?\w+|\bnog in (?:de |het |hun )?doos\b", re.IGNORECASE)
_SHORT = 14
"""Words up to which a text is about a thing and nothing more."""


def of_a_thing(text: str) -> bool:
    """Whether a text tells how a lamp, a lock or a camera does, and of nobody: to be asked where things are asked."""
    words = plain(text)
    says_it = (_A_THING.search(words) and _OF_A_THING.search(words)) or _PARTS_OF_A_HOUSE.search(words)
    return len(words.split()) <= _SHORT and bool(says_it) and not names_somebody(_WHOSE_IT_IS.sub(" ", text))


def says_what_one_does(text: str) -> bool:
    """Whether a text says what somebody would do ("112 bellen en naar boven"), and nothing in it is of now."""
    words = plain(text)
    return bool(_WOULD.search(words)) and not _IS_HAPPENING.search(words)


def names_somebody(text: str) -> bool:
    """Whether a text tells of somebody who did something, of violence or of what was left: nothing of the house."""
    return bool(_OF_SOMEBODY.search(plain(text)))
