"""What a message says about its writer, where words are certain: despair, a child, a denial, the past, the police."""

from __future__ import annotations

import re

from .plain_words import compiled, plain
from .protection import without_protection
from .tables import despair, people, writer

_ANOTHER = re.compile(r"\b(?:hij|hem|ie|ze|zij|haar)\b")
_TO_ONESELF = re.compile(
    r"\b(?:me|mij|ons|onze|mijn (?!man|vrouw|zoon|dochter|partner|broer|zus|collega))\b|\b(?:ze|zij) \w+en\b"
)
_ASKS_HOW = re.compile(r"^(?:en |maar |ok |oke )*(?:hoe|wat|moet|mag|kan|zal) (?:\w+ ){0,2}(?:ik|we|wij)\b")
_SHORT = 14  # words up to which a denial is a denial, and nothing more
_DESPAIR, _NOT_DESPAIR = compiled(despair.DESPAIR), compiled(despair.NOT_DESPAIR)
_MEANS, _FOR_ONESELF = compiled(despair.MEANS), compiled(despair.FOR_ONESELF)
_CHILD, _NOT_CHILD = compiled(writer.CHILD), compiled(writer.NOT_CHILD)
_OPENS_DENIAL, _DENIES = compiled(writer.DENIAL), compiled(writer.DENIES)
_BEGINS_WITH_NO, _STRONG = compiled(writer.BEGINS_WITH_NO), compiled(writer.STRONG_DANGER)
_THERE_MAY_BE = compiled(writer.SOMEBODY_OR_SOMETHING)
_SAYS_NO, _BUT = compiled(writer.SAYS_NO), compiled(writer.BUT)
_EXPLAINS, _GOING_ON = compiled(writer.EXPLAINS_AWAY), compiled(writer.STILL_GOING_ON)
_LONG_AGO, _ENDED, _RECENT = compiled(writer.LONG_AGO), compiled(writer.ENDED), compiled(writer.RECENT)
_GUARDED, _REPORTED = compiled(writer.GUARDED), compiled(writer.REPORTED)
_NOT_REPORTED, _CANNOT_CALL = compiled(writer.NOT_REPORTED), compiled(writer.CANNOT_CALL)
_OTHERS_THREATENED, _OF_ONESELF = compiled(people.OTHERS_THREATENED), compiled(people.OF_ONESELF)
_LITTLE_WORDS = re.compile(
    r"\b(?:echt|eigenlijk|gewoon|allemaal|even|eens|zelf|ook|wel|hoor|eerlijk gezegd|maar|nou|soms|steeds|alleen maar"
    r"|gewoonweg|helemaal|really|just)\b ?"
)
_DENIED = re.compile(
    r"\b(?:nu |op dit moment )?(?:geen|niets|niks|niet) (?:\w+ )?(?:nu|brand|gevaar|aan de hand(?: nu)?)\b"
    r"|\bbang maken\b|\b(?:jaren|jaar|tijd|tijdje|maanden|weken) terug\b"
)


def despairs(text: str) -> bool:
    """Whether the writer says that they want to die or cannot go on."""
    words = plain(text)
    bare = _LITTLE_WORDS.sub("", words).strip()
    if _NOT_DESPAIR.search(words):
        return False
    return bool(_DESPAIR.search(words) or _DESPAIR.search(bare))


def means_at_hand(text: str) -> bool:
    """Whether a weapon or another means to harm oneself is named."""
    return bool(_MEANS.search(plain(text)))


def for_oneself(text: str) -> bool:
    """Whether what is told is said to be meant for the writer: "voor mezelf"."""
    return bool(_FOR_ONESELF.search(plain(text)))


def speaks_of_another(text: str) -> bool:
    """Whether a text is about "hem" or "haar", whoever that is."""
    return bool(_ANOTHER.search(plain(text)))


def is_done_to_oneself(text: str) -> bool:
    """Whether something is said to be done to the writer, or to what is theirs: "hij doet me wat aan"."""
    return bool(_TO_ONESELF.search(plain(text)))


def asks_how(text: str) -> bool:
    """Whether a text asks what to do or say: "hoe help ik hem", "wat moet ik tegen haar zeggen"."""
    return bool(_ASKS_HOW.search(plain(text)))


def is_child(text: str) -> bool:
    """Whether a child types."""
    words = plain(text)
    return bool(_CHILD.search(words)) and not _NOT_CHILD.search(words)


def denies(text: str) -> bool:
    """Whether the whole message says that there is no threat, or that it was a mistake."""
    words = plain(text)
    if not words or still_going_on(words):
        return False
    no = _SAYS_NO.match(words)
    if no is not None and not _BUT.search(words) and not _THERE_MAY_BE.search(words[no.end() :]):
        return True
    rest = words
    while (opening := _OPENS_DENIAL.match(rest)) is not None:
        rest = rest[opening.end() :]
    if _DENIES.fullmatch(rest):
        return True
    return len(words.split()) <= _SHORT and _DENIES.match(rest) is not None


def says_no(text: str) -> bool:
    """Whether the message is a no or a denial, and nothing in it may tell of danger: an answer to the check."""
    words = plain(text)
    no = _BEGINS_WITH_NO.match(words)
    if no is None or _STRONG.search(_without_denied(words)):
        return False
    return not _THERE_MAY_BE.search(words[no.end() :])


def explains_away(text: str) -> bool:
    """Whether the message takes something back or gives an everyday reason, asked whether there is a threat."""
    words = plain(text)
    return bool(_EXPLAINS.search(words)) and not still_going_on(words)


def still_going_on(words: str) -> bool:
    """Whether plain words tell of something that is there still, or may be."""
    return bool(_GOING_ON.search(_without_denied(words)))


def long_over(text: str) -> bool:
    """Whether the message tells of something from years ago that has ended."""
    words = plain(text)
    return is_long_ago(words) and bool(_ENDED.search(words)) and not _RECENT.search(words)


def is_long_ago(words: str) -> bool:
    """Whether plain words tell of years ago."""
    return bool(_LONG_AGO.search(words))


def known_to_police(text: str) -> bool:
    """Whether the writer is guarded, or says that the police know of it."""
    words = plain(text)
    return guarded(text) or bool(_REPORTED.search(words) and not _NOT_REPORTED.search(words))


def guarded(text: str) -> bool:
    """Whether the writer has protection: a sign of a threat by itself."""
    return without_protection(text) is not None or bool(_GUARDED.search(plain(text)))


def cannot_call(text: str) -> bool:
    """Whether the writer does not dare to call, or cannot speak."""
    return bool(_CANNOT_CALL.search(plain(text)))


def speaks_of_a_colleague(text: str) -> bool:
    """Whether a colleague was threatened, the police know of it, and nothing is told of the writer."""
    words = plain(text)
    return bool(_OTHERS_THREATENED.search(words)) and known_to_police(text) and not _OF_ONESELF.search(words)


def _without_denied(words: str) -> str:
    """Without "nu geen gevaar" and the like, in which a word of danger or of now is denied."""
    return _DENIED.sub(" ", words)
