"""What a typed text asks for: a command or a question, and how sure that has to be."""

from __future__ import annotations

import re

from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.conversation.talk import CONFIRMED, REFERENCE, is_question
from woningscan.reading.answers.fixed import folded
from woningscan.reading.commands import is_command
from woningscan.reading.incoming import Message
from woningscan.reading.opinion import Meaning
from woningscan.reading.reading import Reading
from woningscan.scan import corrections

IN_ITS_OWN_WORDS = frozenset({"stop", "restart", "erase_data"})
"""Commands that need words of their own, however sure the model is (`woningscan/reading/commands.py`)."""
SENSELESS = frozenset({"nonsense", "out_of_scope", "insult", "english"})
"""Intents of a text that answers nothing, whatever it seems to say."""
_CALLS_OFF = re.compile(r"annule|intrek|trek\b.*\bin\b|afzeg|zeg\b.*\baf\b|afmeld|cancel")
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


def obeyed(reading: Reading, typed: str, at_rest: bool = False) -> Meaning | None:
    """What a text asks for that is done: never what cannot be undone on a guess, and danger is not the intent's.

    `at_rest`: nothing is being asked, so that a text which is no plain remark means the likeliest.
    """
    meaning = asked_for(reading)
    if meaning is None and at_rest and reading.meaning is not None:
        likely = reading.meaning.chance >= AT_REST and reading.meaning.plain < NO_REMARK
        meaning = reading.meaning if likely else None
    if meaning is None:
        return None
    if meaning.intent in IN_ITS_OWN_WORDS:
        return meaning if is_command(meaning.intent, Message(typed, meaning.intent, meaning.chance)) else None
    return None if meaning.intent in (corrections.INTENT, REPORT) else meaning


def is_senseless(reading: Reading) -> bool:
    asked = asked_for(reading)
    return asked is not None and asked.intent in SENSELESS


def bare_intent(content: Content, memory: Memory, typed: str) -> str | None:
    """The intent of a plain yes, no or doubt outside a question, and of calling off what is named by its reference.

    Asked for a yes to what cannot be undone, a yes with more behind it is one too: `navigation.affirm` sees that it is
    no consent.
    """
    if REFERENCE.search(typed) and _CALLS_OFF.search(typed.casefold()):
        return "cancel_booking"
    plain = folded(typed)
    for value, intent in (("ja", "affirm"), ("nee", "deny"), ("weet_niet", "unsure")):
        if plain in map(folded, content.answer_words[value]):
            return intent
    begins_with_yes = plain.partition(" ")[0] in content.answer_words["ja"]
    return "affirm" if memory.aside in CONFIRMED and begins_with_yes else None
