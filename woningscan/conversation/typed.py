"""What a typed text without danger is: an answer, a question, a command, a correction, or several of these.

The order is that of safety: what cannot be undone needs its own words, an answer is stored before a command beside it
is obeyed, and whatever fits nothing goes to the language rules with the choices that are worth offering.
"""

from __future__ import annotations

from dataclasses import replace

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.conversation.choices import ANSWER, FIELD
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import Decision, Step
from woningscan.conversation.talk import CONFIRMED, answer_question, is_question
from woningscan.reading.answers.fixed import folded, listed_answer, named_choice
from woningscan.reading.answers.result import NOT_AN_ANSWER, Understood
from woningscan.reading.commands import is_command
from woningscan.reading.incoming import Message
from woningscan.reading.opinion import Meaning
from woningscan.reading.reading import Reading
from woningscan.request.form import open_choice_field
from woningscan.request.together import FUNCTION, filled_together
from woningscan.safety.triage import danger_choices
from woningscan.scan import corrections
from woningscan.scan.dialogue import current_question

BESIDE_AN_ANSWER = frozenset({"pause", "stop", "book_scan", "talk_to_human", "send_report", "back"})
"""Commands that are obeyed after the answer that stands in the same message was stored."""
IN_ITS_OWN_WORDS = frozenset({"stop", "restart", "erase_data"})
"""Commands that need words of their own, however sure the model is (`woningscan/reading/commands.py`)."""
NOT_WHILE_ASKED = frozenset({"affirm", "deny", "unsure", "skip"})
"""Intents that say nothing while a question is open: an answer is read as one."""
SENSELESS = frozenset({"nonsense", "out_of_scope", "insult", "english"})
"""Intents of a text that answers nothing, whatever it seems to say."""
REPORT = "report_threat"
"""Never from a text: whether it tells of danger, the threat check has judged."""
NOT_UNDERSTOOD = "nlu_fallback"
SHORT = 4
"""Words up to which a command that is certain is the whole message."""


def decide_typed(content: Content, memory: Memory, reading: Reading, typed: str, before: Step) -> Decision:
    """What to do with `typed`, the text without what could fire Rasa; `before` is what was said and kept already."""
    question = _open_question(content, memory)
    understood = reading.answer_to(question, content.answer_words) if question else NOT_AN_ANSWER
    if question is not None and understood.said_back and _is_a_guess(question, reading, before):
        understood = NOT_AN_ANSWER
    filled = _filled(content, before.memory, reading, typed)
    if filled is not None:
        return Decision(replace(before, memory=filled), choice="resume")
    bare = None if understood.value or understood.candidates else _bare(content, memory, typed)
    if bare is not None:
        return Decision(before, text=typed, intent=bare, chance=1.0)
    before = before if memory.started or memory.draft else _introduced(content, before, typed)
    meaning = reading.meaning
    if meaning is None:
        return _answered_or(Decision(before, text=typed, candidates=understood.candidates), question, understood)
    if meaning.intent == corrections.INTENT and meaning.chance >= reading.reader.bars.correction:
        corrected = corrections.corrected(content, before.memory, reading)
        if corrected is not None:
            return _with_correction(content, before, corrected, question, understood)
    listed = question is not None and listed_answer(question, typed) is not None
    asked = None if listed else _obeyed(reading, typed)
    if question is not None and understood.value is not None and not _is_only_command(asked, understood, typed):
        return _answered(content, before, question, understood, asked)
    if question is not None and asked is not None and asked.intent in NOT_WHILE_ASKED:
        if asked.intent == "skip" and question.skippable:
            return Decision(before, choice="skip")
        asked = None
    if asked is not None:
        return Decision(before, text=typed, intent=asked.intent, chance=asked.chance, topic=asked.topic)
    refused = asked_for(reading) is not None
    is_plain = refused or bool(understood.candidates) or meaning.plain >= reading.reader.bars.plain
    intent = NOT_UNDERSTOOD if is_plain else None  # what is neither clear nor plain, the engine's own model may know
    return Decision(before, text=typed, intent=intent, chance=meaning.plain, candidates=understood.candidates)


def _filled(content: Content, memory: Memory, reading: Reading, typed: str) -> Memory | None:
    """A request in which this text fills in more than the open field."""
    if memory.draft is None or memory.aside is not None:
        return None
    by_id = {field.id: field for field in content.request_fields[memory.draft.kind]}
    function = None
    if FUNCTION in by_id and FUNCTION not in memory.draft.fields and len(typed.split()) > 1:
        field = by_id[FUNCTION].as_question()
        function = reading.answer_to(field, content.answer_words).value or named_choice(field, typed)
    return filled_together(content, memory, typed, function)


def _is_a_guess(question: Question, reading: Reading, before: Step) -> bool:
    """Whether a likely answer is better not taken: senseless letters, support that was given, a field of a request."""
    asked = asked_for(reading)
    senseless = asked is not None and asked.intent in SENSELESS
    return senseless or question.section == "request" or (bool(before.replies) and question.section == "triage")


def _bare(content: Content, memory: Memory, typed: str) -> str | None:
    """The intent of a plain yes, no or doubt outside a question.

    Asked for a yes to what cannot be undone, a yes with more behind it is one too: `navigation.affirm` sees that it is
    no consent.
    """
    said = folded(typed)
    for value, intent in (("ja", "affirm"), ("nee", "deny"), ("weet_niet", "unsure")):
        if said in map(folded, content.answer_words[value]):
            return intent
    begins_with_yes = said.partition(" ")[0] in content.answer_words["ja"]
    return "affirm" if memory.aside in CONFIRMED and begins_with_yes else None


def _introduced(content: Content, before: Step, typed: str) -> Step:
    """Who begins with "ik ben wethouder en wil de zelfscan doen" is not asked for the function again."""
    first = content.intake[0]
    function = None if first.id in before.memory.answers else named_choice(first, typed)
    if function is None:
        return before
    return replace(before, memory=before.memory.but(answers={**before.memory.answers, first.id: function}))


def _open_question(content: Content, memory: Memory) -> Question | None:
    """What a text may answer now: a question of the scan, or a field of a request that has choices."""
    if memory.aside is not None or memory.care:
        return None
    if memory.draft is None or memory.wish:
        return current_question(content, memory)
    field = open_choice_field(content, memory)
    return field.as_question() if field else None


def asked_for(reading: Reading) -> Meaning | None:
    """What a text asks for where that is sure enough, None for an ordinary answer or remark."""
    bars, meaning = reading.reader.bars, reading.meaning
    if meaning is None or meaning.chance < (bars.question if is_question(meaning.topic) else bars.command):
        return None
    return meaning


def _obeyed(reading: Reading, typed: str) -> Meaning | None:
    """What a text asks for that is done: never what cannot be undone on a guess, and danger is not the intent's."""
    meaning = asked_for(reading)
    if meaning is None:
        return None
    if meaning.intent in IN_ITS_OWN_WORDS:
        return meaning if is_command(meaning.intent, Message(typed, meaning.intent, meaning.chance)) else None
    return None if meaning.intent in (corrections.INTENT, REPORT) else meaning


def _is_only_command(asked: Meaning | None, understood: Understood, typed: str) -> bool:
    """Whether a text asks for something and what it seems to answer is no more than a guess ("laat maar, ik stop")."""
    commands = asked is not None and asked.intent in IN_ITS_OWN_WORDS
    return commands and (understood.said_back or len(typed.split()) <= SHORT)


def _answered_or(otherwise: Decision, question: Question | None, understood: Understood) -> Decision:
    if question is None or understood.value is None:
        return otherwise
    return Decision(otherwise.step, choice=_choice_id(question, understood.value))


def answered_beside(content: Content, memory: Memory, reading: Reading, before: Step) -> Decision | None:
    """The answer to the open question that stands beside something else that was dealt with; None where none is sure.

    "Nee geen dreiging, ja ik weet wat ik zeg": the denial ends the check question, the rest answers what was open.
    """
    question = _open_question(content, memory)
    if question is None or question.section == "triage" or len(reading.typed.split()) <= SHORT:
        return None
    understood = reading.answer_to(question, content.answer_words)
    if understood.value in (None, SKIPPED):
        return None
    return _answered(content, before, question, understood, None)


def _answered(
    content: Content, before: Step, question: Question, understood: Understood, asked: Meaning | None
) -> Decision:
    """The answer is taken; a question beside it is answered first, a command beside it is obeyed after it."""
    value = str(understood.value)
    choice = _choice_id(question, value)
    said_back = understood.said_back and value != SKIPPED and question.section != "request"
    noted = (question, value) if said_back else None
    if asked is not None and is_question(asked.topic):
        told = answer_question(content, before.memory, asked.topic, question.section)
        before = replace(before, replies=(*before.replies, *told.replies))
    elif asked is not None and asked.intent in BESIDE_AN_ANSWER and question.section not in ("triage", "request"):
        after = before.memory.answered(question.id, value).but(fresh=None)
        return Decision(replace(before, memory=after), choice=asked.intent, noted=noted)
    return Decision(before, choice=choice, noted=noted)


def _with_correction(
    content: Content, before: Step, corrected: corrections.Correction, question: Question | None, understood: Understood
) -> Decision:
    """The earlier answer is changed and said back; the open question stays, or its answer beside it counts."""
    danger = _choice_id(corrected.question, corrected.value)
    if danger in danger_choices(content):
        return Decision(before, choice=danger)
    memory = corrections.applied(before.memory, corrected)
    step = Step(
        memory, (*before.replies, *corrections.replies(content, memory, corrected)), before.effects, before.then
    )
    beside = question is not None and question.id != corrected.question.id and understood.value is not None
    if beside and question is not None and not corrected.alone:
        return Decision(step, choice=_choice_id(question, str(understood.value)))
    return Decision(step, choice="resume")


def _choice_id(question: Question, value: str) -> str:
    if value == SKIPPED:
        return "skip"
    return f"{FIELD if question.section == 'request' else ANSWER}:{question.id}={value}"
