"""What a typed text asks for: a command or a question, and how sure that has to be."""

from __future__ import annotations

import re

from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.conversation.talk import CONFIRMED, REFERENCE, is_question
from woningscan.conversation.typed import own_words
from woningscan.reading.answers.fixed import folded
from woningscan.reading.answers.result import Understood
from woningscan.reading.commands import is_command
from woningscan.reading.incoming import Message
from woningscan.reading.opinion import Meaning
from woningscan.reading.reading import POLITE, Reading
from woningscan.reading.text import clauses
from woningscan.scan import corrections

IN_ITS_OWN_WORDS = frozenset({"stop", "restart", "erase_data"})
"""Commands that need words of their own, however sure the model is (`woningscan/reading/commands.py`)."""
SENSELESS = frozenset({"nonsense", "out_of_scope", "insult", "english"})
"""Intents of a text that answers nothing, whatever it seems to say."""
SAYS_AN_ANSWER = frozenset({"affirm", "deny", "unsure", "skip", *POLITE})
"""Intents of words that are an answer, or that stand beside one."""
GOING_ON = frozenset({"resume", "start_scan", "book_scan"})
OWN_COMMAND_AT = 0.7
"""Chance of a command, in a clause by itself, from which it is obeyed beside an answer."""
_GOES_ON = re.compile(
    r"\b(?:ik|we|wij) (?:ga|gaan|wil|willen)(?: (?!later|straks|zo|morgen|vanavond|dan)\w+){0,3} (?:door|verder)\b"
)
_TELLS_TO_GO_ON = re.compile(
    r"^(?!ja\b|nee\b)(?:\w+ ){0,4}(?<!\bik )(?:ga|gaan|doe) "
    r"(?:(?:maar|gewoon|dan|nu|weer|we|snel) ){0,3}(?:door|verder)$"
)
"""A whole text that says so: "laat maar, ga maar door"."""
_NAMES_THE_SCAN = re.compile(r"\b(?:zelf|korte |volledige |lange )?scan\b|\bvragenlijst\b")
_PARTS = re.compile(r"[.,;!?]\s+")
"""Between what is said apart: "ik hang op en stop het gesprek" is one thing."""
_OF_WHAT_IS_ASKED = re.compile(r"(?!kan|mag|kunnen)\w+ (?:ik|we|wij)\b")
"""How a clause begins that leaves out what it is about ("doe ik straks"): that is what was asked about."""
_PAUSE = re.compile(
    r"\b(?:pauz\w+|verder|time ?out|tot (?:zo|straks|later|morgen)|weg|af|stop\w*|terug|hervat\w*|chat|scan)\b"
)
"""Words of a pause: "de rest hang ik vanavond op" has none."""
PAUSE_AT = 0.85
"""Chance of a pause from which it needs no such words."""
_CALLS_OFF = re.compile(
    r"annul|intrek|ingetrok|trek\b.*\bin\b|afzeg|afgezeg|zeg\w*\b.*\baf\b|afmeld|afgemeld|meld\b.*\baf\b|cancel"
)
_OF_A_REQUEST = re.compile(r"\b(?:aanvraag|afspraak|bezoek|adviseur|woningscan|terugbel\w*|referentie)\b")
"""What is called off: where neither this nor a word for calling off is in a text, the model only guesses."""
CANCEL = "cancel_booking"
AT_REST, NO_REMARK = 0.35, 0.1
"""Chance of the likeliest intent from which it is taken where nothing is asked, if that of a remark is smaller than
the second."""
REPORT = "report_threat"
"""Never from a text: whether it tells of danger, the threat check has judged."""


def asked_for(reading: Reading) -> Meaning | None:
    """What a text asks for where that is sure enough, None for an ordinary answer or remark."""
    bars, meaning = reading.reader.bars, reading.meaning
    if meaning is None or meaning.chance < (bars.question if is_question(meaning.topic) else bars.command):
        return None
    return meaning


def wants_to_go_on(reading: Reading) -> bool:
    """Whether a text asks to begin or go on with the scan or a request."""
    asked = asked_for(reading)
    return asked is not None and asked.intent in GOING_ON


def introduces_itself_for_the_scan(after: Memory, before: Memory, typed: str) -> bool:
    """Whether a first message says a function and names the scan, whatever stands beside them."""
    return after.answers != before.answers and _NAMES_THE_SCAN.search(typed.casefold()) is not None


def asks_rather(reading: Reading, understood: Understood) -> bool:
    """Whether a text more surely asks for something, or takes something back, than it gives this answer."""
    meaning = reading.meaning
    if understood.value is None or meaning is None or understood.chance >= reading.bars.certain:
        return False
    if _GOES_ON.search(folded(reading.typed)):
        return True
    return meaning.intent not in SAYS_AN_ANSWER and 1 - meaning.plain > understood.chance


def is_put_as_it_is_meant(meaning: Meaning, typed: str) -> bool:
    """Whether a question is put as one: "we huren van de woningstichting" answers, and asks nothing."""
    return not is_question(meaning.topic) or own_words.ask(typed)


def own_command(reading: Reading, intent: str) -> bool:
    """Whether a clause behind the first is this command and nothing else: "ik stop ermee per 1 januari" is about the
    function, "doe ik straks" about what was asked."""
    own = _PARTS.split(reading.typed) if intent in IN_ITS_OWN_WORDS else clauses(reading.typed)
    for clause in own[1:]:
        meaning = None if _OF_WHAT_IS_ASKED.match(clause.casefold()) else reading.meaning_of(clause)
        if meaning is None or meaning.intent != intent or meaning.chance < OWN_COMMAND_AT:
            continue
        if intent == "pause" and not _PAUSE.search(folded(clause)):
            continue
        if intent not in IN_ITS_OWN_WORDS or is_command(intent, Message(clause), whole=True):
            return True
    return False


def obeyed(reading: Reading, typed: str, at_rest: bool = False) -> Meaning | None:
    """What a text asks for that is done: never what cannot be undone on a guess, and danger is not the intent's.

    `at_rest`: nothing is being asked, so that a text which is no plain remark means the likeliest.
    """
    if not at_rest and _TELLS_TO_GO_ON.search(folded(typed)):
        return Meaning("resume", 1.0, "resume")
    meaning = asked_for(reading)
    if meaning is None and at_rest and reading.meaning is not None:
        likely = reading.meaning.chance >= AT_REST and reading.meaning.plain < NO_REMARK
        meaning = reading.meaning if likely else None
    if meaning is None:
        return None
    if meaning.intent == "pause" and _GOES_ON.search(folded(typed)):
        return Meaning("resume", meaning.chance, "resume", meaning.plain)
    if meaning.intent == "pause" and meaning.chance < PAUSE_AT and not _PAUSE.search(folded(typed)):
        return None
    if meaning.intent in IN_ITS_OWN_WORDS:
        return meaning if is_command(meaning.intent, Message(typed, meaning.intent, meaning.chance)) else None
    if not own_words.say_it(meaning.intent, typed):
        return None
    if meaning.intent == CANCEL and not _names_what_is_called_off(typed):
        return None
    return None if meaning.intent in (corrections.INTENT, REPORT) else meaning


def _names_what_is_called_off(typed: str) -> bool:
    words = typed.casefold()
    return any(found for found in (_CALLS_OFF.search(words), _OF_A_REQUEST.search(words), REFERENCE.search(typed)))


def is_senseless(reading: Reading) -> bool:
    asked = asked_for(reading)
    return asked is not None and asked.intent in SENSELESS


def bare_intent(content: Content, memory: Memory, typed: str) -> str | None:
    """The intent of a plain yes, no or doubt outside a question, and of calling off what is named by its reference.

    Asked for a yes to what cannot be undone, a yes with more behind it is one too: `navigation.affirm` sees that it is
    no consent.
    """
    if REFERENCE.search(typed) and _CALLS_OFF.search(typed.casefold()):
        return CANCEL
    plain = folded(typed)
    for value, intent in (("ja", "affirm"), ("nee", "deny"), ("weet_niet", "unsure")):
        if plain in map(folded, content.answer_words[value]):
            return intent
    begins_with_yes = plain.partition(" ")[0] in content.answer_words["ja"]
    return "affirm" if memory.aside in CONFIRMED and begins_with_yes else None
