"""What a message says about its writer and the moment, where words are certain: despair, a child, a denial, the past.

Source of the rules: domain chapter 6 (in doubt one level up; 113 at despair; 112 for something suspicious that lies
there now). What no pattern is sure of is left to the threat check itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from .assessment import NOTHING, PAST, Action, Assessment, Level
from .normalise import EMOJI
from .protection import without_protection
from .tables import news
from .tables import situations as tables

CARE = "zorg"
"""Topic of a message whose writer is a danger to themselves."""
CHILD = "kind"
"""Topic of a message in which a child is in danger, or may be."""
POLICE = "politie_weet_het"
"""Topic of a threat that the police know of."""
CARE_AT = 0.5
"""Chance of despair from which care is offered: it asks nothing and takes nothing away, so a doubt is enough."""
FEW_WORDS = 4
"""Words up to which the chance alone says too little."""
HINT_OF_DESPAIR = 0.1
"""Chance below which a single cue of the word tables is not believed."""
SURER_THAN_A_DOUBT = 0.8
"""Chance of despair that goes before a doubt about a danger from others."""
SURE_OF_DESPAIR = 0.6
"""Chance of despair at which a weapon or a means in the same message makes it acute."""
OUTSIDE = "persoon_bij_de_woning"
_KINDS = {
    "buiten_nu": (OUTSIDE,),
    "verdacht_voorwerp": ("verdacht_voorwerp",),
    "meegesleurd": ("kind_of_gezin",),
    "thuisgekomen": ("binnengedrongen",),
    "huiselijk": ("huiselijk",),
    "wanhoop": ("wanhoop",),
    "wanhoop_van_een_ander": ("wanhoop",),
    "wanhoop_middel": ("wanhoop",),
    "afpersing": ("hacken_of_afpersen",),
}
_SHORT = 14  # words up to which a denial is a denial, and nothing more
_WORD = re.compile(r"[^\W_]+")
_LETTER_RUN = re.compile(r"(.)\1{2,}")


def compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that finds any of these, for texts as `plain` makes them."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_DESPAIR, _NOT_DESPAIR = compiled(tables.DESPAIR), compiled(tables.NOT_DESPAIR)
_MEANS, _FOR_ONESELF, _OTHERS = compiled(tables.MEANS), compiled(tables.FOR_ONESELF), compiled(tables.OTHERS)
_CHILD, _NOT_CHILD, _AT_THE_DOOR = (
    compiled(tables.CHILD),
    compiled(tables.NOT_CHILD),
    compiled(tables.AT_THE_DOOR),
)
_FOR_THE_OFFICE = compiled(tables.FOR_THE_OFFICE)
_OPENS_DENIAL, _DENIES = compiled(tables.DENIAL), compiled(tables.DENIES)
_BEGINS_WITH_NO, _STRONG = compiled(tables.BEGINS_WITH_NO), compiled(tables.STRONG_DANGER)
_THERE_MAY_BE = compiled(tables.SOMEBODY_OR_SOMETHING)
_SAYS_NO, _BUT = compiled(tables.SAYS_NO), compiled(tables.BUT)
_EXPLAINS, _GOING_ON = compiled(tables.EXPLAINS_AWAY), compiled(tables.STILL_GOING_ON)
_LONG_AGO, _ENDED, _RECENT = compiled(tables.LONG_AGO), compiled(tables.ENDED), compiled(tables.RECENT)
_GUARDED, _REPORTED, _NOT_REPORTED = (
    compiled(tables.GUARDED),
    compiled(tables.REPORTED),
    compiled(tables.NOT_REPORTED),
)
_ABOUT_THE_TALK, _GOES_AWAY = compiled((*tables.ABOUT_THE_TALK, *tables.GOES_AWAY)), compiled(tables.GOES_AWAY)
_CANNOT_CALL = compiled(tables.CANNOT_CALL)
_OUTSIDE, _BEFORE_NOW = compiled(tables.OUTSIDE_NOW), compiled(tables.BEFORE_NOW)
_LYING, _THERE_NOW, _TAKEN_AWAY = (
    compiled(tables.LYING_THERE),
    compiled(tables.THERE_NOW),
    compiled(tables.TAKEN_AWAY),
)
_OBJECT, _NO_OBJECT = compiled(tables.SUSPICIOUS_OBJECT), compiled(tables.NO_OBJECT)
_AT_HOME, _WANTS_TO_DIE = compiled(tables.VIOLENCE_AT_HOME), compiled(tables.WANTS_TO_DIE)
_AT_HOME_NOW, _NOW_WITH_POLICE = compiled(tables.DANGER_AT_HOME_NOW), re.compile(tables.NOW_WITH_POLICE, re.IGNORECASE)
_OTHERS_THREATENED, _OF_ONESELF = compiled(tables.OTHERS_THREATENED), compiled(tables.OF_ONESELF)
_CARRIED_OFF = compiled(tables.CARRIED_OFF)
_THREATENS, _STALKS = compiled(tables.SOMEBODY_KNOWN_THREATENS), compiled(tables.STALKS)
_OR_ELSE, _BOUGHT_A_MEANS = compiled(tables.OR_ELSE), compiled(tables.BOUGHT_A_MEANS)
_COMES_HOME_TO, _UNTIL_GONE = compiled(tables.COMES_HOME_TO), compiled(tables.UNTIL_GONE)
_HACKED, _EXTORTED = compiled(tables.HACKED), compiled(tables.EXTORTED)
_WENT_OFF, _HARMLESS_AS_A_RULE = compiled(tables.WENT_OFF), compiled(tables.HARMLESS_AS_A_RULE)
_OF_NOW = compiled(tables.OF_NOW)
_AT_A_PLACE, _WELL = (re.compile(pattern, re.IGNORECASE) for pattern in (tables.AT_A_PLACE, tables.FEELS_WELL))
_AN_ERRAND = compiled(tables.AN_ERRAND)
_OF_BEFORE, _DEALT_WITH = compiled(news.OF_BEFORE), compiled(news.DEALT_WITH)
_ATTACKED = compiled(news.ATTACKED)
_STILL_THERE, _NOT_OF_NOW = compiled(news.STILL_THERE), compiled(news.NOT_OF_NOW)
_LITTLE_WORDS = re.compile(
    r"\b(?:echt|eigenlijk|gewoon|allemaal|even|eens|zelf|ook|wel|hoor|eerlijk gezegd|maar|nou|soms|steeds|alleen maar"
    r"|gewoonweg|helemaal|really|just)\b ?"
)


def plain(text: str) -> str:
    """Lower-case words without accents and punctuation, one space apart; letters typed many times are one."""
    for sign, word in (*EMOJI.items(), ("💥", "ontploft")):
        text = text.replace(sign, f" {word} ")
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in folded if unicodedata.category(sign)[0] != "M")
    letters = (
        letters.replace("’", "'")
        .replace("n't", "n not")
        .replace("'", " ")
        .replace("ı", "i")
        .replace("ł", "l")
        .replace("ß", "ss")
    )
    words = _WORD.findall(_LETTER_RUN.sub(r"\1", letters))
    return " ".join(tables.REGIONAL.get(word, word) for word in words)


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
    return bool(_LONG_AGO.search(words) and _ENDED.search(words)) and not _RECENT.search(words)


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


def in_this_situation(text: str, assessment: Assessment, despair: float = 0.0) -> Assessment:
    """The assessment, corrected by what is certain about the writer and the moment.

    ``despair``: chance that the writer cannot go on, by the model of words. A certain danger from somebody else is
    never lowered.
    """
    present = assessment.certain and assessment.level is Level.ACUUT and bool(_OTHERS.search(plain(text)))
    said = despairs(text)
    about_oneself = said or despair >= SURE_OF_DESPAIR or for_oneself(text)
    if about_oneself and means_at_hand(text) and not present:
        return _found(assessment, Level.ACUUT, Action.ROUTE_ACUUT, CARE, "wanhoop_middel")
    if assessment.topic == CARE and not said and despair < HINT_OF_DESPAIR:
        assessment = replace(assessment, topic=None)  # "ben op" of the word tables is said of a place as well
    routed = assessment.action in (Action.ROUTE_ACUUT, Action.ROUTE_CONCREET)
    if said and not (routed and assessment.certain):
        return _found(assessment, Level.DIFFUUS, Action.STEUN, CARE, "wanhoop")
    words = plain(text)
    if _AT_HOME_NOW.search(words):
        return _found(assessment, Level.ACUUT, Action.ROUTE_ACUUT, CHILD if is_child(text) else None, "huiselijk")
    if _WANTS_TO_DIE.search(words) and not present and not _LONG_AGO.search(words):
        return _found(assessment, Level.DIFFUUS, Action.STEUN, CARE, "wanhoop_van_een_ander")
    if _AT_HOME.search(words) and not routed:
        found = _found(assessment, Level.CONCREET, Action.CONTROLEVRAAG, None, "huiselijk")
        child = _found(assessment, Level.ACUUT, Action.ROUTE_ACUUT, CHILD, "huiselijk")
        return child if is_child(text) else found
    if _FOR_THE_OFFICE.search(words) and not routed and not long_over(text):
        assessment = _found(assessment, Level.CONCREET, Action.CONTROLEVRAAG, None, "om_ambt")
    doubted = despair >= CARE_AT and len(words.split()) > FEW_WORDS and not _ABOUT_THE_TALK.search(words)
    asked = assessment.action is Action.CONTROLEVRAAG
    if doubted and not routed and (not asked or despair >= SURER_THAN_A_DOUBT):
        return replace(_found(assessment, Level.DIFFUUS, Action.STEUN, CARE, "wanhoop_denkbaar"), certain=False)
    if is_child(text) and (assessment.action is not Action.GEEN or _AT_THE_DOOR.search(plain(text))):
        return _found(assessment, Level.ACUUT, Action.ROUTE_ACUUT, CHILD, "kind")
    if _COMES_HOME_TO.search(words) and not (_OF_BEFORE.search(words) or _BEFORE_NOW.search(words)):
        return _found(assessment, Level.ACUUT, Action.ROUTE_ACUUT, None, "thuisgekomen")
    if assessment.action is not Action.ROUTE_ACUUT:
        signalled = assessment.action in (Action.CONTROLEVRAAG, Action.ROUTE_CONCREET)
        if signalled and _CARRIED_OFF.search(words) and not _LONG_AGO.search(words):
            return _found(assessment, Level.ACUUT, Action.ROUTE_ACUUT, None, "meegesleurd")
        if signalled and outside_now(text):
            return _found(assessment, Level.ACUUT, Action.ROUTE_ACUUT, None, "buiten_nu")
        if suspicious_object(text) or (signalled and lies_there(text)):
            return _found(assessment, Level.ACUUT, Action.ROUTE_ACUUT, None, "verdacht_voorwerp")
    if assessment.action is Action.GEEN and _BOUGHT_A_MEANS.search(words):
        assessment = replace(assessment, topic=CARE, hint=True)
    if assessment.action is Action.GEEN and (_THREATENS.search(words) or _STALKS.search(words)):
        return _found(assessment, Level.CONCREET, Action.CONTROLEVRAAG, None, "iemand_bekends")
    if assessment.action is Action.GEEN and _OR_ELSE.search(words):
        return _found(assessment, Level.CONCREET, Action.CONTROLEVRAAG, None, "afpersing")
    if assessment.action is Action.GEEN and _UNTIL_GONE.search(words):
        return _found(assessment, Level.ACUUT, Action.CONTROLEVRAAG, None, "nog_aanwezig")
    return _known_or_past(text, _once_dealt_with(text, assessment))


def _once_dealt_with(text: str, assessment: Assessment) -> Assessment:
    """A threat and no danger of now, where an attack or what is acute is said to be dealt with."""
    attacked = assessment.action is Action.ROUTE_ACUUT or _ATTACKED.search(plain(text))
    if not attacked or not dealt_with(text):
        return assessment
    reasons = (*assessment.reasons, "situatie:afgehandeld")
    return replace(assessment, level=Level.CONCREET, action=Action.ROUTE_CONCREET, reasons=reasons)


def without_now_of_a_case(text: str) -> str:
    """The text without the "nu" of "dat loopt nu bij de politie"."""
    return _NOW_WITH_POLICE.sub("", text)


def in_other_words(text: str) -> str:
    """The text with what sounds like a worry and is none ("ik ben op kantoor", "ik voel me kiplekker") said plainly."""
    return _WELL.sub("is goed", _AT_A_PLACE.sub("ben bij", text))


def _is_support(text: str, assessment: Assessment) -> bool:
    """Whether help is what fits: a colleague was threatened and the police know, or an account is somebody else's."""
    words = plain(text)
    if _OTHERS_THREATENED.search(words) and known_to_police(text) and not _OF_ONESELF.search(words):
        return True
    return not assessment.certain and bool(_HACKED.search(words)) and not _EXTORTED.search(words)


def _known_or_past(text: str, assessment: Assessment) -> Assessment:
    """What the police know of, what is a nuisance as a rule, and what ended years ago; a certain danger stays."""
    words = plain(text)
    if assessment.certain and assessment.level is Level.ACUUT:
        return assessment
    if assessment.level is Level.CONCREET and _is_support(text, assessment):
        return replace(assessment, level=Level.DIFFUUS, action=Action.STEUN, topic=None)
    if assessment.action is Action.ROUTE_ACUUT and _HARMLESS_AS_A_RULE.search(words):
        return replace(assessment, level=Level.CONCREET, action=Action.CONTROLEVRAAG)
    doubted_danger = assessment.level >= Level.CONCREET or assessment.hint
    if guarded(text) or (doubted_danger and known_to_police(text)):
        now = assessment.action is Action.ROUTE_ACUUT and (PAST not in assessment.reasons or _OF_NOW.search(words))
        if now and not guarded(text):
            return assessment
        return _found(assessment, Level.CONCREET, Action.ROUTE_CONCREET, POLICE, "bij_politie_bekend")
    if assessment.action is not Action.GEEN and assessment.level is not Level.ACUUT and long_over(text):
        return replace(NOTHING, reasons=(*assessment.reasons, "situatie:voorbij"))
    return assessment


def _found(before: Assessment, level: Level, action: Action, topic: str | None, reason: str) -> Assessment:
    reasons = (*before.reasons, f"situatie:{reason}")
    return Assessment(level, action, reasons, topic, certain=True, kinds=_KINDS.get(reason, ()))


def read_as_despair(text: str, assessment: Assessment) -> Assessment:
    """The assessment where a reader of sentences finds that the writer cannot go on and no danger from others is sure.

    So few words as "ik geef het op" are said of the questions as well, and change nothing that was calm.
    """
    routed = assessment.action in (Action.ROUTE_ACUUT, Action.ROUTE_CONCREET)
    calm = assessment.action is Action.GEEN and len(plain(text).split()) <= FEW_WORDS
    if routed or calm or assessment.certain or assessment.topic == CARE or _GOES_AWAY.search(plain(text)):
        return assessment
    if _WELL.search(text) and not despairs(text):
        return replace(assessment, level=Level.GEEN, action=Action.GEEN, topic=None)
    if _AN_ERRAND.search(plain(text)) and not despairs(text):  # a line with 113: it may be more than a place
        return replace(assessment, level=Level.GEEN, action=Action.GEEN, topic=CARE, hint=True)
    level, action = (Level.DIFFUUS, Action.STEUN)
    if means_at_hand(text):
        level, action = (Level.ACUUT, Action.ROUTE_ACUUT)
    return replace(_found(assessment, level, action, CARE, "wanhoop"), certain=False)


_DENIED = re.compile(
    r"\b(?:nu |op dit moment )?(?:geen|niets|niks|niet) (?:\w+ )?(?:nu|brand|gevaar|aan de hand(?: nu)?)\b"
    r"|\bbang maken\b|\b(?:jaren|jaar|tijd|tijdje|maanden|weken) terug\b"
)


def _without_denied(words: str) -> str:
    """Without "nu geen gevaar" and the like, in which a word of danger or of now is denied."""
    return _DENIED.sub(" ", words)
