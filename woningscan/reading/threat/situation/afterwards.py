"""What a message says once a danger is known: that it was a mistake, a wish to go on, what it does to somebody.

Enough to ask or to answer, never to believe that a danger is over.
"""

from __future__ import annotations

import re

from .plain_words import compiled, plain
from .tables import afterwards as tables
from .tables.writer import EXPLAINS_AWAY
from .writer import still_going_on

_MAY_EXPLAIN = compiled((*EXPLAINS_AWAY, *tables.MAY_EXPLAIN))
_EVERYDAY = compiled(tables.IS_EVERYDAY)
_GO_ON, _GO_ON_BARELY = compiled(tables.GO_ON), compiled(tables.GO_ON_BARELY)
_NO_MISTAKE, _CLOSE = compiled(tables.NO_MISTAKE), compiled(tables.SOMEBODY_CLOSE)
_SETTLED, _STRAIN = compiled(tables.SETTLED), compiled(tables.STRAIN)
_HEDGE = re.compile(r"\b(?:denk ik|ik denk|volgens mij|hoop ik|ik hoop|geloof ik|voor zover ik weet)\b")


def may_explain_away(text: str) -> bool:
    """Whether the message may take something back or give an everyday reason: enough to ask, never to believe."""
    words = _HEDGE.sub(" ", plain(text))
    explains = _MAY_EXPLAIN.search(words) and not still_going_on(words)
    return bool(explains or _EVERYDAY.search(words))


def is_no_mistake(text: str) -> bool:
    """Whether a no says that it was meant: "nee dat was het zeker niet", "nee, ik weet wie het was"."""
    return bool(_NO_MISTAKE.search(plain(text)))


def names_somebody_close(text: str) -> bool:
    """Whether a partner, an ex or family is named: that it was them explains nothing away ("het was mijn man")."""
    return bool(_CLOSE.search(plain(text)))


def asks_to_go_on(text: str, barely: bool = False) -> bool:
    """Whether the message asks to go on with the scan or a request, or to begin one; `barely`: also by a command."""
    words = plain(text)
    return bool(_GO_ON.search(words) or (barely and _GO_ON_BARELY.search(words)))


def says_it_is_settled(text: str) -> bool:
    """Whether the message says that it has ended for good ("ze hebben hem opgepakt", "het is voorbij")."""
    return bool(_SETTLED.search(plain(text)))


def tells_of_strain(text: str) -> bool:
    """Whether the message says what a threat does to the writer or the family: fear, sleep, tears."""
    return bool(_STRAIN.search(plain(text)))
