"""What a typed text without danger is: an answer, a question, a command, a correction, or several of these.

The order is that of safety: what cannot be undone needs its own words, an answer is stored before a command beside it
is obeyed, and whatever fits nothing goes to the language rules with the choices that are worth offering.
"""

from __future__ import annotations

import re

from woningscan.content.model import Content, Question
from woningscan.content.topics import intent_of
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import Decision, Step
from woningscan.conversation.talk import is_question
from woningscan.conversation.typed import answering, asking, requesting
from woningscan.conversation.typed.topic_here import topic_here
from woningscan.reading.answers.fixed import listed_answer
from woningscan.reading.answers.result import Understood
from woningscan.reading.opinion import Meaning
from woningscan.reading.reading import Reading
from woningscan.safety.response import speaks_of_feelings

NOT_WHILE_ASKED = frozenset({"affirm", "deny", "unsure", "skip"})
"""Intents that say nothing while a question is open: an answer is read as one."""
NOT_UNDERSTOOD = "nlu_fallback"
SUPPORT = "q_steun_gezin"
"""The topic of `content/answers.yml` on who helps after a threat."""
SEND, OF_THE_PLAN = "send_report", re.compile(r"\b(?:plan|rapport|tips?|overzicht|pdf|antwoorden)\b", re.IGNORECASE)
"""While a request is open "stuur maar" is about the request, unless the plan is named."""
IN_A_FIELD_AT = 0.8
"""Chance from which a command is one while a field of a request is open ("maandag" is a value), and a pause while a
safety question is that the text may answer."""
SKIP_AT = 0.75
"""Chance from which a question is passed over."""


def decide_typed(content: Content, memory: Memory, reading: Reading, typed: str, before: Step) -> Decision:
    """What to do with `typed`, the text without what could fire Rasa; `before` is what was said and kept already."""
    question = answering.open_question(content, memory)
    in_request = memory.draft is not None and not memory.wish
    understood = answering.understood_answer(content, question, reading, before)
    about = requesting.about_the_request(content, before, typed) or requesting.asked_about_the_request(
        content, before, reading
    )
    if about is not None:
        return about
    filled = requesting.fields_filled(content, before, reading, typed)
    if filled is not None:
        return filled
    is_guess = understood.value is not None or bool(understood.candidates)
    bare = None if is_guess else asking.bare_intent(content, memory, typed)
    if bare is not None:
        return Decision(before, text=typed, intent=bare, chance=1.0)
    before = before if memory.started or memory.draft else answering.introduced(content, before, typed)
    if reading.meaning is None:
        return _without_a_model(before, question, understood, typed)
    listed = question is not None and listed_answer(question, typed) is not None
    if not listed and not in_request:
        corrected = answering.corrected(content, before, reading, question, understood)
        if corrected is not None:
            return corrected
    if speaks_of_feelings(content, before.memory, typed):
        return Decision(before, text=typed, intent=intent_of(SUPPORT), chance=1.0, topic=SUPPORT)
    at_rest = question is None and before.memory.draft is None and before.memory.aside is None
    asked = None if listed else topic_here(asking.obeyed(reading, typed, at_rest), typed, question)
    if question is not None:
        if understood.value is not None and not _is_only_command(asked, understood, typed, reading.bars.certain):
            beside = asked if asked is None or asking.is_put_as_it_is_meant(asked, typed) else None
            return answering.answered(content, before, question, understood, beside, reading)
        if question.section == "triage" and understood.candidates and asked is not None:
            unsure = asked.intent == "pause" and asked.chance < IN_A_FIELD_AT  # "nu even niet, vanmorgen wel"
            asked = None if unsure else asked
        if asked is not None and asked.intent in NOT_WHILE_ASKED:
            if asked.intent == "skip" and question.skippable and asked.chance >= SKIP_AT:
                return Decision(before, choice="skip")
            asked = None
    if question is None and before.memory.draft is not None and asked is not None:
        is_sure = is_question(asked.topic) or asked.chance >= IN_A_FIELD_AT
        asked = asked if is_sure and not (asked.intent == SEND and not OF_THE_PLAN.search(typed)) else None
    if (
        at_rest
        and asked is None
        and not memory.started
        and asking.introduces_itself_for_the_scan(before.memory, memory, typed)
    ):
        return Decision(before, choice="start_scan")
    if asked is not None:
        return Decision(before, text=typed, intent=asked.intent, chance=asked.chance, topic=asked.topic)
    supported = before.replies and before.memory.draft is None and not understood.candidates
    if supported:  # that was the answer; in a field of a request the text is also its value
        return Decision(before, choice=None if at_rest else "resume")
    return _not_understood(before, reading, understood, typed)


def _without_a_model(before: Step, question: Question | None, understood: Understood, typed: str) -> Decision:
    """The fixed words are all there is; for the rest the engine's own model says what is meant."""
    if question is None or understood.value is None:
        return Decision(before, text=typed, candidates=understood.candidates)
    return Decision(before, choice=answering.choice_id(question, understood.value))


def _is_only_command(asked: Meaning | None, understood: Understood, typed: str, certain: float) -> bool:
    """Whether a text asks for something and what it seems to answer is no more than a guess ("laat maar, ik stop")."""
    commands = asked is not None and asked.intent in asking.IN_ITS_OWN_WORDS
    return commands and (understood.chance < certain or len(typed.split()) <= answering.SHORT)


def _not_understood(before: Step, reading: Reading, understood: Understood, typed: str) -> Decision:
    """What is neither clear nor plainly an answer, the engine's own model may know."""
    plain = reading.meaning.plain if reading.meaning else 0.0
    refused = asking.asked_for(reading) is not None
    is_plain = refused or bool(understood.candidates) or plain >= reading.reader.bars.plain
    in_request = before.memory.draft is not None  # a value is none of the intents that a model finds in its words
    intent = NOT_UNDERSTOOD if is_plain or in_request else None
    return Decision(before, text=typed, intent=intent, chance=plain, candidates=understood.candidates)
