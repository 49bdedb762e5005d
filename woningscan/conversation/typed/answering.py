"""A typed text as an answer: to the open question, to others beside it, to an earlier one."""

from __future__ import annotations

from dataclasses import replace

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.conversation.choices import ANSWER, CHANGE, FIELD
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import Decision, Step
from woningscan.conversation.talk import answer_question, is_question
from woningscan.conversation.typed.asking import asked_for, asks_rather, is_senseless, own_command
from woningscan.reading.answers.fixed import (
    common_answer,
    is_hedged_no,
    is_no_with_danger,
    named_choice,
)
from woningscan.reading.answers.result import NOT_AN_ANSWER, Understood, ambiguous
from woningscan.reading.opinion import Meaning
from woningscan.reading.reading import Reading
from woningscan.reading.text import clauses, sentences
from woningscan.reading.threat import Action
from woningscan.reading.threat.situation.writer import denies, explains_away
from woningscan.request.form import open_choice_field
from woningscan.safety.triage import danger_choices
from woningscan.scan import corrections, further
from woningscan.scan.dialogue import current_question
from woningscan.scan.questionnaire import last_answered

BACK = "back"
BESIDE_AN_ANSWER = frozenset({"pause", "stop", "book_scan", "talk_to_human", "send_report", BACK})
"""Commands that are obeyed after the answer that stands in the same message was stored."""
LIKELY_OF_ALL = 0.3
"""Chance in the whole text of what its first clause answers, beside a question in the rest: "twee sterren, is dat
genoeg?" asks about its answer."""
NO_GUESS = frozenset({"triage", "request"})
"""Sections where nothing is done beside an answer."""
SHORT = 4
"""Words up to which a text says one thing."""


def open_question(content: Content, memory: Memory) -> Question | None:
    """What a text may answer now: a question of the scan, or a field of a request that has choices."""
    if memory.aside is not None or memory.care:
        return None
    if memory.draft is None or memory.wish:
        return current_question(content, memory)
    field = open_choice_field(content, memory)
    return field.as_question() if field else None


def understood_answer(content: Content, question: Question | None, reading: Reading, before: Step) -> Understood:
    """What the text answers to the open question.

    A likely answer is better not taken from senseless letters, after support was given, or for a field of a request.
    """
    if question is None:
        return NOT_AN_ANSWER
    understood = reading.answer_to(question, content.answer_words)
    if asks_rather(reading, understood) and not _is_dangerous(content, question, understood):
        understood = _part(content, question, reading) or NOT_AN_ANSWER
    elif understood.value is None:
        understood = _first_clause(content, question, reading, understood) or understood
    if understood.said_back and _is_danger_unseen(content, question, understood, reading):
        return ambiguous(choice.value for choice in question.choices)
    supported = bool(before.replies) and question.section == "triage"
    guessed = understood.said_back and (supported or question.section == "request" or is_senseless(reading))
    return NOT_AN_ANSWER if guessed else understood


def _part(content: Content, question: Question, reading: Reading) -> Understood | None:
    """The answer of one part of a text that asks for something: of the first clause beside a question ("nee, maar hoe
    lang duurt dit?"), else of the first sentence, or clause where another is a command."""
    asked = asked_for(reading)
    if asked is not None and is_question(asked.topic):
        return _first_clause(content, question, reading, NOT_AN_ANSWER)
    apart = clauses if asked and asked.intent in BESIDE_AN_ANSWER and own_command(reading, asked.intent) else sentences
    first, *rest = apart(reading.typed) or [""]
    read = reading.answer_to(question, content.answer_words, first) if rest else NOT_AN_ANSWER
    is_sure = read.value not in (None, SKIPPED) and read.chance >= reading.bars.certain
    return read if is_sure and reading.is_calm else None


def _first_clause(content: Content, question: Question, reading: Reading, whole: Understood) -> Understood | None:
    """The answer of the first clause, where the rest is a question ("nee alles rustig, maar wie ziet dit?"), or says to
    a safety question what the whole most likely does ("nee, ook de afgelopen maanden niets").

    Anything that may tell of danger is no such rest.
    """
    asked, pieces = asked_for(reading), clauses(reading.typed)
    if len(pieces) < 2 or not reading.is_calm:
        return None
    first = reading.answer_to(question, content.answer_words, pieces[0])
    if first.value in (None, SKIPPED):
        return None
    of_all = reading.answer_chance(question, str(first.value))
    fits = of_all >= max(LIKELY_OF_ALL, reading.answer_chance(question))
    asks = asked is not None and is_question(asked.topic) and fits
    hedged = (is_hedged_no, is_no_with_danger)
    plain = not any(holds(question, str(first.value), reading.typed) for holds in hedged)
    likeliest = question.section == "triage" and plain and whole.candidates[:1] == (first.value,)
    return first if asks or likeliest else None


def introduced(content: Content, before: Step, typed: str) -> Step:
    """Who begins with "ik ben wethouder en wil de zelfscan doen" is not asked for the function again."""
    first = content.intake[0]
    function = None if first.id in before.memory.answers else named_choice(first, typed)
    if function is None:
        return before
    return replace(before, memory=before.memory.but(answers={**before.memory.answers, first.id: function}))


def answered(
    content: Content,
    before: Step,
    question: Question,
    understood: Understood,
    asked: Meaning | None = None,
    reading: Reading | None = None,
) -> Decision:
    """The answer is taken; a question beside it is answered first, a command beside it is obeyed after it.

    With `reading` its other clauses may answer further questions, which are then not asked.
    """
    value = str(understood.value)
    choice = choice_id(question, value)
    said_back = understood.said_back and value != SKIPPED and question.section != "request"
    noted = (question, value) if said_back else None
    if asked is not None and is_question(asked.topic):
        told = answer_question(content, before.memory, asked.topic, question.section)
        return Decision(replace(before, replies=(*before.replies, *told.replies)), choice=choice, noted=noted)
    beside = asked.intent if asked is not None and asked.intent in BESIDE_AN_ANSWER else None
    would_say = question.what_if and beside == "book_scan"  # "maak maar een afspraak, zeg ik dan" is said at the door
    guessed = question.section in NO_GUESS or would_say
    if beside and reading is not None and not guessed and own_command(reading, beside):
        stored = _stored(before, question, value)
        earlier = last_answered(content, before.memory.answers) if beside == BACK else None
        if beside != BACK or earlier is not None:
            return Decision(stored, choice=f"{CHANGE}:{earlier.id}" if earlier else beside, noted=noted)
    others = further.answers(content, before.memory, question, reading) if reading is not None else ()
    if others:
        memory = before.memory.but(answers={**before.memory.answers, **{q.id: v for q, v in others}})
        before = replace(before, memory=memory, replies=(*before.replies, *further.replies(content, memory, others)))
    return Decision(before, choice=choice, noted=noted)


def answered_beside(content: Content, memory: Memory, reading: Reading, before: Step) -> Decision | None:
    """The answer to the open question that stands beside something else that was dealt with; None where none is sure.

    "Nee geen dreiging, ja ik weet wat ik zeg": the denial ends the check question, the rest answers what was open.
    """
    question = open_question(content, memory)
    if question is None or question.section == "triage" or len(reading.typed.split()) <= SHORT:
        return None
    pieces = clauses(reading.typed)
    rest = ", ".join(piece for piece in pieces if not (denies(piece) or explains_away(piece)))
    if not rest or common_answer(question, rest, content.answer_words):  # nothing but the denial, in other words too
        return None
    understood = reading.answer_to(question, content.answer_words, rest)
    if understood.value in (None, SKIPPED) or understood.chance < reading.bars.certain:
        return None
    return answered(content, before, question, understood)


def corrected(
    content: Content, before: Step, reading: Reading, question: Question | None, understood: Understood
) -> Decision | None:
    """An earlier answer is changed and said back; the open question stays, or its answer beside it counts.

    Where the text only says which answer was wrong, that question is asked again; the last answer, taken back without
    a word on what it becomes, no longer counts.
    """
    if question is not None and _is_dangerous(content, question, understood):
        return None
    correction = corrections.corrected(content, before.memory, reading, question, understood)
    if correction is None:
        return None
    if correction.taken_back:
        return Decision(before, choice=BACK)
    beside = _beside(content, question, reading, correction)
    if correction.value is None:
        if correction.question is question:
            return None
        if beside is not None and question is not None and question.section not in NO_GUESS:
            before = _stored(before, question, beside)
        return Decision(before, choice=f"{CHANGE}:{correction.question.id}")
    danger = choice_id(correction.question, correction.value)
    if danger in danger_choices(content):
        return Decision(before, choice=danger)
    memory = corrections.applied(before.memory, correction)
    replies = (*before.replies, *corrections.replies(content, memory, correction))
    step = Step(memory, replies, before.effects, before.then)
    if beside is not None and question is not None:
        return Decision(step, choice=choice_id(question, beside))
    return Decision(step, choice="resume")


def _beside(
    content: Content, question: Question | None, reading: Reading, correction: corrections.Correction
) -> str | None:
    """The answer to the open question in what a text says beside a correction."""
    if question is None or question is correction.question or not correction.rest:
        return None
    understood = reading.answer_to(question, content.answer_words, correction.rest)
    is_sure = understood.value != SKIPPED and understood.chance >= reading.bars.certain
    return understood.value if is_sure else None


def _is_danger_unseen(content: Content, question: Question, understood: Understood, reading: Reading) -> bool:
    """Whether this answer leads to a route where the threat check sees nothing; for 112 it sees more than a hint."""
    route = danger_choices(content).get(choice_id(question, str(understood.value)))
    return route is not None and (reading.is_calm or (route == "acuut" and reading.danger.action is Action.GEEN))


def _is_dangerous(content: Content, question: Question, understood: Understood) -> bool:
    """Whether this answer leads to a route."""
    return choice_id(question, str(understood.value)) in danger_choices(content)


def choice_id(question: Question, value: str) -> str:
    """The button that means this answer."""
    if value == SKIPPED:
        return "skip"
    return f"{FIELD if question.section == 'request' else ANSWER}:{question.id}={value}"


def _stored(before: Step, question: Question, value: str) -> Step:
    """The answer without its tip: something else follows at once."""
    return replace(before, memory=before.memory.answered(question.id, value).but(fresh=None))
