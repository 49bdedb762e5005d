"""What a message says about its writer and the moment corrects what the rules and the models make of it.

Source of the rules: domain chapter 6 (in doubt one level up; 113 at despair; 112 for something suspicious that lies
there now). What no pattern is sure of is left to the threat check itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ..assessment import NOTHING, PAST, Action, Assessment, Level
from . import scene, writer
from .message import Message
from .plain_words import compiled, plain
from .tables import despair as of_despair
from .tables import people
from .tables import scene as of_the_scene
from .tables.news import ATTACKED
from .tables.writer import AT_THE_DOOR, NOW_WITH_POLICE

CARE = "zorg"
"""Topic of a message whose writer is a danger to themselves."""
CARE_OF_ANOTHER = "zorg_ander"
"""Topic of a message about somebody else who is about to harm themselves, or has."""
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
    "brand": ("brand",),
    "naar_binnen_gegooid": ("explosie_of_vuurwerk",),
    "meegesleurd": ("kind_of_gezin",),
    "thuisgekomen": ("binnengedrongen",),
    "huiselijk": ("huiselijk",),
    "wanhoop": ("wanhoop",),
    "wanhoop_van_een_ander": ("wanhoop",),
    "wanhoop_middel": ("wanhoop",),
    "afpersing": ("hacken_of_afpersen",),
}
_BOUGHT_A_MEANS = compiled(of_despair.BOUGHT_A_MEANS)
_ABOUT_THE_TALK = compiled((*of_despair.ABOUT_THE_TALK, *of_despair.GOES_AWAY))
_AT_HOME, _WANTS_TO_DIE = compiled(people.VIOLENCE_AT_HOME), compiled(people.WANTS_TO_DIE)
_HARMS_ONESELF, _IN_REACH = compiled(people.HARMS_ONESELF_NOW), compiled(people.IN_REACH_OF_IT)
_AT_HOME_NOW, _FOR_THE_OFFICE = compiled(people.DANGER_AT_HOME_NOW), compiled(people.FOR_THE_OFFICE)
_THREATENS, _STALKS = compiled(people.SOMEBODY_KNOWN_THREATENS), compiled(people.STALKS)
_OR_ELSE, _HACKED, _EXTORTED = map(compiled, (people.OR_ELSE, people.HACKED, people.EXTORTED))
_CARRIED_OFF, _UNTIL_GONE = compiled(of_the_scene.CARRIED_OFF), compiled(of_the_scene.UNTIL_GONE)
_HARMLESS_AS_A_RULE, _OF_NOW = compiled(of_the_scene.HARMLESS_AS_A_RULE), compiled(of_the_scene.OF_NOW)
_DOOR, _ATTACKED = compiled(AT_THE_DOOR), compiled(ATTACKED)
_NOW_WITH_POLICE = re.compile(NOW_WITH_POLICE, re.IGNORECASE)
_Rule = Callable[[Message], "Assessment | None"]


def in_this_situation(text: str, assessment: Assessment, despair: float = 0.0) -> Assessment:
    """The assessment, corrected by what is certain about the writer and the moment.

    ``despair``: chance that the writer cannot go on, by the model of words. A certain danger from somebody else is
    never lowered.
    """
    message = Message(text, plain(text), assessment, despair, writer.despairs(text), writer.is_child(text))
    for change, rules in _IN_ORDER:
        message = replace(message, assessment=change(message))
        for rule in rules:
            found = rule(message)
            if found is not None:
                return found
    return _known_or_past(text, _once_dealt_with(text, message.assessment))


# --- the writer, and those who are close ---


def _unchanged(message: Message) -> Assessment:
    return message.assessment


def _with_a_means(message: Message) -> Assessment | None:
    about_oneself = message.despairs or message.despair >= SURE_OF_DESPAIR or writer.for_oneself(message.text)
    if about_oneself and writer.means_at_hand(message.text) and not message.others_are_there:
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, CARE, "wanhoop_middel")
    return None


def _without_doubtful_care(message: Message) -> Assessment:
    """Without the topic that a single cue of the word tables gave: "ben op" is said of a place as well."""
    if message.assessment.topic == CARE and not message.despairs and message.despair < HINT_OF_DESPAIR:
        return replace(message.assessment, topic=None)
    return message.assessment


def _despair(message: Message) -> Assessment | None:
    if message.despairs and not message.danger_comes_first:
        return _found(message, Level.DIFFUUS, Action.STEUN, CARE, "wanhoop")
    return None


def _at_home_now(message: Message) -> Assessment | None:
    if _AT_HOME_NOW.search(message.words):
        topic = CHILD if message.by_child else None
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, topic, "huiselijk")
    return None


def _despair_of_another(message: Message) -> Assessment | None:
    if message.others_are_there or writer.is_long_ago(message.words):
        return None
    wants_to_die = _WANTS_TO_DIE.search(message.words)
    if _HARMS_ONESELF.search(message.words) or (wants_to_die and _IN_REACH.search(message.words)):
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, CARE_OF_ANOTHER, "wanhoop_van_een_ander")
    if wants_to_die:
        return _found(message, Level.DIFFUUS, Action.STEUN, CARE, "wanhoop_van_een_ander")
    return None


def _violence_at_home(message: Message) -> Assessment | None:
    if not _AT_HOME.search(message.words) or message.routed:
        return None
    if message.by_child:
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, CHILD, "huiselijk")
    return _found(message, Level.CONCREET, Action.CONTROLEVRAAG, None, "huiselijk")


# --- a danger, as far as it was seen ---


def _with_violence_for_the_office(message: Message) -> Assessment:
    told = _FOR_THE_OFFICE.search(message.words) and not message.routed and not writer.long_over(message.text)
    return _found(message, Level.CONCREET, Action.CONTROLEVRAAG, None, "om_ambt") if told else message.assessment


def _likely_despair(message: Message) -> Assessment | None:
    enough = message.despair >= CARE_AT and len(message.words.split()) > FEW_WORDS
    if not enough or message.routed or _ABOUT_THE_TALK.search(message.words):
        return None
    if message.assessment.action is Action.CONTROLEVRAAG and message.despair < SURER_THAN_A_DOUBT:
        return None
    return replace(_found(message, Level.DIFFUUS, Action.STEUN, CARE, "wanhoop_denkbaar"), certain=False)


def _child(message: Message) -> Assessment | None:
    if message.by_child and (not message.unseen or _DOOR.search(message.words)):
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, CHILD, "kind")
    return None


def _came_home(message: Message) -> Assessment | None:
    if scene.came_home_to_it(message.text):
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, None, "thuisgekomen")
    return None


def _there_now(message: Message) -> Assessment | None:
    """A danger of now, where the check has none or is in doubt about it."""
    if message.assessment.action is Action.ROUTE_ACUUT:
        return None
    signalled = message.assessment.action in (Action.CONTROLEVRAAG, Action.ROUTE_CONCREET)
    if signalled and _CARRIED_OFF.search(message.words) and not writer.is_long_ago(message.words):
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, None, "meegesleurd")
    if signalled and scene.thrown_in_now(message.text):
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, None, "naar_binnen_gegooid")
    if signalled and scene.outside_now(message.text):
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, None, "buiten_nu")
    if scene.burns_now(message.text):
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, None, "brand")
    if scene.suspicious_object(message.text) or (signalled and scene.lies_there(message.text)):
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, None, "verdacht_voorwerp")
    return None


def _in_code(message: Message) -> Assessment | None:
    """Somebody who cannot speak freely and says so in another way."""
    if message.assessment.action is Action.ROUTE_ACUUT or message.by_child:
        return None
    if scene.speaks_in_code(message.text):
        return _found(message, Level.ACUUT, Action.ROUTE_ACUUT, None, "kan_niet_vrij_praten")
    if message.unseen and scene.may_speak_in_code(message.text):
        return _found(message, Level.ACUUT, Action.CONTROLEVRAAG, None, "kan_niet_vrij_praten")
    return None


# --- where nothing was seen ---


def _with_a_line_on_care(message: Message) -> Assessment:
    if message.unseen and _BOUGHT_A_MEANS.search(message.words):
        return replace(message.assessment, topic=CARE, hint=True)
    return message.assessment


def _somebody_known(message: Message) -> Assessment | None:
    if message.unseen and (_THREATENS.search(message.words) or _STALKS.search(message.words)):
        return _found(message, Level.CONCREET, Action.CONTROLEVRAAG, None, "iemand_bekends")
    return None


def _extortion(message: Message) -> Assessment | None:
    if message.assessment.action in (Action.GEEN, Action.STEUN) and _OR_ELSE.search(message.words):
        return _found(message, Level.CONCREET, Action.CONTROLEVRAAG, None, "afpersing")
    return None


def _still_to_go(message: Message) -> Assessment | None:
    if message.unseen and _UNTIL_GONE.search(message.words):
        return _found(message, Level.ACUUT, Action.CONTROLEVRAAG, None, "nog_aanwezig")
    return None


_IN_ORDER: tuple[tuple[Callable[[Message], Assessment], tuple[_Rule, ...]], ...] = (
    (_unchanged, (_with_a_means,)),
    (_without_doubtful_care, (_despair_of_another, _despair, _at_home_now, _violence_at_home)),
    (_with_violence_for_the_office, (_likely_despair, _child, _came_home, _there_now, _in_code)),
    (_with_a_line_on_care, (_somebody_known, _extortion, _still_to_go)),
)
"""A change of the assessment that ends no search, and then rules: the first that fits decides."""


def _once_dealt_with(text: str, assessment: Assessment) -> Assessment:
    """A threat and no danger of now, where an attack or what is acute is said to be dealt with."""
    attacked = assessment.action is Action.ROUTE_ACUUT or _ATTACKED.search(plain(text))
    if not attacked or not scene.dealt_with(text):
        return assessment
    reasons = (*assessment.reasons, "situatie:afgehandeld")
    return replace(assessment, level=Level.CONCREET, action=Action.ROUTE_CONCREET, reasons=reasons)


def without_now_of_a_case(text: str) -> str:
    """The text without the "nu" of "dat loopt nu bij de politie"."""
    return _NOW_WITH_POLICE.sub("", text)


def _is_support(text: str, assessment: Assessment) -> bool:
    """Whether help is what fits: a colleague was threatened and the police know, or an account is somebody else's."""
    if writer.speaks_of_a_colleague(text):
        return True
    words = plain(text)
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
    guarded = writer.guarded(text)
    if guarded or (doubted_danger and writer.known_to_police(text)):
        now = assessment.action is Action.ROUTE_ACUUT and (PAST not in assessment.reasons or _OF_NOW.search(words))
        if now and not guarded:
            return assessment
        return decided(assessment, Level.CONCREET, Action.ROUTE_CONCREET, POLICE, "bij_politie_bekend")
    if assessment.action is not Action.GEEN and assessment.level is not Level.ACUUT and writer.long_over(text):
        return replace(NOTHING, reasons=(*assessment.reasons, "situatie:voorbij"))
    return assessment


def _found(message: Message, level: Level, action: Action, topic: str | None, reason: str) -> Assessment:
    return decided(message.assessment, level, action, topic, reason)


def decided(before: Assessment, level: Level, action: Action, topic: str | None, reason: str) -> Assessment:
    """What a rule of that name makes of an assessment; the reasons before it stay."""
    reasons = (*before.reasons, f"situatie:{reason}")
    return Assessment(level, action, reasons, topic, certain=True, kinds=_KINDS.get(reason, ()))
