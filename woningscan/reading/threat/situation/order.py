"""Which of the possible kinds of danger the words can be about, and which comes first.

People do the first thing they read: out is wrong with somebody outside, as staying in is wrong at a fire.
"""

from __future__ import annotations

from .plain_words import compiled, plain
from .rules import OUTSIDE
from .scene import suspicious_object
from .tables import kinds as tables
from .tables import people, scene

FIRE, INSIDE, AT_HOME = "brand", "binnengedrongen", "huiselijk"
FOLLOWED, BANG, OTHERS = "gevolgd_of_opgewacht", "explosie_of_vuurwerk", "collega_of_ander"
SUSPICIOUS = "verdacht_voorwerp"

_PEOPLE_THERE, _FIRE_ELSEWHERE = compiled(tables.PEOPLE_THERE), compiled(tables.FIRE_NOT_IN_THE_HOUSE)
_BURNS_IN_THE_HOUSE = compiled(tables.BURNS_IN_THE_HOUSE)
_STANDS_OUTSIDE, _IS_INSIDE = compiled(scene.STANDS_OUTSIDE), compiled(scene.IS_INSIDE)
_OF_FIRE, _LIGHT_ON, _OF_A_BANG = compiled(tables.OF_FIRE), compiled(tables.LIGHT_ON), compiled(tables.OF_A_BANG)
_OF_A_PERSON, _OF_BEING_FOLLOWED = compiled(tables.OF_A_PERSON), compiled(tables.OF_BEING_FOLLOWED)
_OF_HOME = compiled((*tables.OF_HOME, *people.VIOLENCE_AT_HOME, *people.DANGER_AT_HOME_NOW))
_OF_VIOLENCE, _SCOLDS, _OUTSIDE_NOW = map(compiled, (tables.OF_VIOLENCE, tables.SCOLDS, scene.OUTSIDE_NOW))
_OF_STRANGERS, _OF_AN_EX = compiled(tables.OF_STRANGERS), compiled(tables.OF_AN_EX)
_WRITER_OUTSIDE = compiled(tables.WRITER_OUTSIDE)
_COMES_HOME_TO, _OF_A_COLLEAGUE = compiled(scene.COMES_HOME_TO), compiled(tables.OF_A_COLLEAGUE)


def in_order(text: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds that the words can be about, as they order them: people at a fire, who is outside and not inside."""
    if not kinds:
        return (SUSPICIOUS,) if suspicious_object(text) else ()
    words = plain(text)
    if _WRITER_OUTSIDE.search(words):
        kinds = _without(kinds, OUTSIDE, INSIDE)
    kinds = _of_who(words, _of_what(words, kinds))
    if FIRE in kinds and _PEOPLE_THERE.search(words) and (kinds[0] == FIRE or _tells_of_fire(words)):
        return _with_people_at_a_fire(words, kinds)
    outside, inside = _STANDS_OUTSIDE.search(words), _IS_INSIDE.search(words)
    if kinds[:1] == (FOLLOWED,) and OUTSIDE in kinds and outside:
        return (OUTSIDE, *_without(kinds, OUTSIDE))
    if kinds[:1] == (INSIDE,) and outside and not inside:
        return (OUTSIDE, *_without(kinds, INSIDE, OUTSIDE), INSIDE)
    return _without(kinds, OUTSIDE) if kinds[:1] == (INSIDE,) and inside and not outside else kinds


def _of_what(words: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Without a fire where no word tells of one and others of something else; a burgled home and being followed first
    where the words tell of that."""
    on_fire, banged = _tells_of_fire(words), _OF_A_BANG.search(words)
    if FIRE in kinds and not on_fire and (banged or _OUTSIDE_NOW.search(words) or _LIGHT_ON.search(words)):
        bang_instead = banged and BANG not in kinds
        kinds = tuple(BANG if kind == FIRE else kind for kind in kinds if kind != FIRE or bang_instead)
    if BANG in kinds and not (banged or on_fire):
        kinds = _without(kinds, BANG)
    if {FIRE, OUTSIDE} <= set(kinds) and on_fire and not _OF_A_PERSON.search(words):
        return (FIRE, *_without(kinds, FIRE, OUTSIDE))
    if _COMES_HOME_TO.search(words):
        return (INSIDE, *_without(kinds, INSIDE, OUTSIDE))
    if kinds[:1] in ((), (OUTSIDE,)) and _OF_A_COLLEAGUE.search(words):
        return (OTHERS, *_without(kinds, OTHERS, OUTSIDE))
    if kinds[:1] == (OUTSIDE,) and _OF_BEING_FOLLOWED.search(words) and not _STANDS_OUTSIDE.search(words):
        return (FOLLOWED, *_without(kinds, FOLLOWED, OUTSIDE))
    return kinds


def _tells_of_fire(words: str) -> bool:
    return _OF_FIRE.search(_LIGHT_ON.sub(" ", words)) is not None


def _of_who(words: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Without a danger at home where a stranger is named, or somebody only scolds who is not said to be close.

    An ex is not at home unless that is told.
    """
    if AT_HOME not in kinds:
        return kinds
    others = _without(kinds, AT_HOME)
    scolds = _SCOLDS.search(words) and not _OF_VIOLENCE.search(words)
    if not _OF_HOME.search(words) and (scolds or _OF_STRANGERS.search(words)):
        return others
    if not _OF_AN_EX.search(words) or _IS_INSIDE.search(words):
        return kinds
    if _STANDS_OUTSIDE.search(words) or _OUTSIDE_NOW.search(words):
        return (OUTSIDE, *_without(others, OUTSIDE))
    return (FOLLOWED, *_without(others, FOLLOWED), AT_HOME) if _OF_BEING_FOLLOWED.search(words) else kinds


def _without(kinds: tuple[str, ...], *dropped: str) -> tuple[str, ...]:
    return tuple(kind for kind in kinds if kind not in dropped)


def _with_people_at_a_fire(words: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """With somebody outside among them where a fire is told of and strangers are there.

    Staying in comes first only where it is said that the fire is not in the house, or not lit yet.
    """
    others = _without(kinds, FIRE, OUTSIDE)
    elsewhere = _FIRE_ELSEWHERE.search(words) and not _BURNS_IN_THE_HOUSE.search(words)
    return (OUTSIDE, FIRE, *others) if elsewhere else (FIRE, OUTSIDE, *others)
