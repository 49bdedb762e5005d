"""What a message tells of a danger known before: help was called, or it is said to be over.

Used under a safety route only, where it makes the answer fit; it never lowers what a message is judged as elsewhere.
"""

from __future__ import annotations

import re
from enum import Enum

from woningscan.reading.aftermath import Aftermath
from woningscan.reading.threat.situation.plain_words import compiled, plain
from woningscan.reading.threat.situation.tables import news as tables


class News(Enum):
    """What became of a danger, as the writer tells it."""

    HELP_CALLED = "called"
    HELP_THERE = "there"
    SAID_OVER = "over"


_QUESTION = re.compile(r"[^.!?\n]*\?")
_OVER, _NOT_SO = compiled(tables.SAID_OVER), compiled(tables.NOT_SO)
_CALLED, _THERE = compiled(tables.HELP_CALLED), compiled(tables.HELP_THERE)
_AGAIN, _TO_THE_DOOR = compiled(tables.CALLS_AGAIN), compiled(tables.TO_THE_DOOR)


_BY_AFTERMATH = {Aftermath.CALLED: News.HELP_CALLED, Aftermath.THERE: News.HELP_THERE, Aftermath.OVER: News.SAID_OVER}


def news_of(text: str, became: Aftermath | None = None) -> News | None:
    """What became of the danger, by the words of the text and else by what the reader understands (`became`)."""
    return _by_words(text) or (_BY_AFTERMATH.get(became) if became and not _NOT_SO.search(plain(text)) else None)


def _by_words(text: str) -> News | None:
    """None for what is not so (yet), for a question and for anything else.

    "Politie staat voor de deur, mag ik opendoen?" is a question that tells it all the same.
    """
    if _THERE.search(whole := plain(text)) and not _NOT_SO.search(whole):
        return News.HELP_THERE
    words = plain(_QUESTION.sub(" ", text))
    if _NOT_SO.search(words):
        return None
    if _OVER.search(words):
        return News.SAID_OVER
    return News.HELP_CALLED if _CALLED.search(words) else None


def calls_again(text: str) -> bool:
    """Whether a text says that a danger known before begins again, or that help is needed still."""
    return bool(_AGAIN.search(plain(text)))


def goes_to_the_door(text: str) -> bool:
    """Whether somebody is about to open, or to go and see what is there."""
    return bool(_TO_THE_DOOR.search(plain(_QUESTION.sub(" ", text))))
