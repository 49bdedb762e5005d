"""What is there now, where words are certain: somebody outside, something suspicious, what is dealt with."""

from __future__ import annotations

from .plain_words import compiled, plain
from .tables import news, scene

_OUTSIDE, _BEFORE_NOW = compiled(scene.OUTSIDE_NOW), compiled(scene.BEFORE_NOW)
_LYING, _THERE_NOW, _TAKEN_AWAY = map(compiled, (scene.LYING_THERE, scene.THERE_NOW, scene.TAKEN_AWAY))
_OBJECT, _NO_OBJECT = compiled(scene.SUSPICIOUS_OBJECT), compiled(scene.NO_OBJECT)
_WENT_OFF, _COMES_HOME_TO = compiled(scene.WENT_OFF), compiled(scene.COMES_HOME_TO)
_OF_BEFORE, _DEALT_WITH = compiled(news.OF_BEFORE), compiled(news.DEALT_WITH)
_BURNS, _NO_FIRE = compiled(scene.BURNS_NOW), compiled(scene.NO_FIRE)
_IN_CODE, _MAY_BE_CODE = compiled(scene.SPEAKS_IN_CODE), compiled(scene.MAY_SPEAK_IN_CODE)
_THROWN_IN, _OF_NOW = compiled(scene.THROWN_IN), compiled(scene.OF_NOW)
_STILL_THERE, _NOT_OF_NOW = compiled(news.STILL_THERE), compiled(news.NOT_OF_NOW)


def outside_now(text: str) -> bool:
    """Whether somebody is said to be at the house now, doing what no visitor does."""
    words = plain(text)
    return bool(_OUTSIDE.search(words)) and not _BEFORE_NOW.search(words)


def suspicious_object(text: str) -> bool:
    """Whether something suspicious is said to be there: a parcel with wires, powder in a letter, a box under a car."""
    words = plain(text)
    return bool(_OBJECT.search(words)) and not _NO_OBJECT.search(words)


def lies_there(text: str) -> bool:
    """Whether a thing is said to be there now: with a doubt about the message, reason enough to keep away from it."""
    words = plain(text)
    there = _LYING.search(words) and _THERE_NOW.search(words)
    gone = _TAKEN_AWAY.search(words) or _NO_OBJECT.search(words) or _WENT_OFF.search(words)
    return bool(there) and not gone


def dealt_with(text: str) -> bool:
    """Whether what is told is of before and said to be dealt with: "vannacht een brandbom, de brandweer is al weg"."""
    words = plain(text)
    told = _OF_BEFORE.search(words) and _DEALT_WITH.search(words)
    return bool(told) and not _STILL_THERE.search(_NOT_OF_NOW.sub(" ", words))


def came_home_to_it(text: str) -> bool:
    """Whether the writer comes home now and finds that somebody has been inside."""
    words = plain(text)
    return bool(_COMES_HOME_TO.search(words)) and not _told_of_before(words)


def speaks_in_code(text: str) -> bool:
    """Whether the writer asks for help and cannot speak freely: pretends, or says what a word will mean."""
    words = plain(text)
    return bool(_IN_CODE.search(words)) and not _told_of_before(words)


def may_speak_in_code(text: str) -> bool:
    """Whether the writer may be one who cannot speak freely."""
    words = plain(text)
    return bool(_MAY_BE_CODE.search(words)) and not _told_of_before(words)


def burns_now(text: str) -> bool:
    """Whether something is said to be on fire at this moment: "de hooiberg vat vlam"."""
    words = plain(text)
    return bool(_BURNS.search(words)) and not (_NO_FIRE.search(words) or _told_of_before(words))


def thrown_in_now(text: str) -> bool:
    """Whether something that burns or goes off is said to have come into the house just now."""
    words = plain(text)
    return bool(_THROWN_IN.search(words) and _OF_NOW.search(words)) and not _told_of_before(words)


def _told_of_before(words: str) -> bool:
    return bool(_OF_BEFORE.search(words) or _BEFORE_NOW.search(words))
