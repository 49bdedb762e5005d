"""Answers to questions that were not asked yet, beside the answer to the open one ("etagewoning, van de corporatie").

Each is said back, and the question is then not asked. A safety question is always asked.
"""

from __future__ import annotations

import re

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.reading.reading import Reading
from woningscan.reading.text import clauses
from woningscan.scan.named import clearly_named, names_title
from woningscan.scan.questionnaire import LENGTH_QUESTION, questions_in_order

SHORT_SECTIONS = frozenset({"intake", "profile"})
"""Where few questions stand together, any word of another of them names it; elsewhere one of its title is needed."""
SHORT, UNASKED_AT = 9, 0.9
"""Words up to which a clause is an answer by itself, and the chance from which one is taken that was not asked for."""
_SINCE_WHEN = re.compile(
    r"\b(?:sinds|tot voor|voor|binnen) kort\b|\bkort ?(?:geleden|daarvoor|daarna)\b", re.IGNORECASE
)
"""Says since when somebody holds office, and not how long the scan is to be."""
Answers = tuple[tuple[Question, str], ...]


def answers(content: Content, memory: Memory, open_question: Question, reading: Reading) -> Answers:
    """What the clauses of a text answer beside the open question, of what is still to be asked."""
    pieces = clauses(reading.typed)
    if len(pieces) < 2 or open_question.section in ("triage", "request"):
        return ()
    waiting = [
        question
        for question in questions_in_order(content, memory.answers)
        if question.id not in memory.answers and question.section != "triage" and question is not open_question
    ]
    taken: dict[str, tuple[Question, str]] = {}
    for clause in pieces:
        about_the_open = clearly_named(content, [open_question], clause)[1]
        question, shared = clearly_named(content, waiting, clause)
        if question is None or shared <= about_the_open:
            continue
        if question.id == LENGTH_QUESTION and _SINCE_WHEN.search(clause):
            continue
        beside = question.section == open_question.section and question.section in SHORT_SECTIONS
        if names_title(question, clause) or beside:
            understood = reading.answer_to(question, content.answer_words, clause)
            about_open = reading.answer_to(open_question, content.answer_words, clause)
            surer = about_open.value is None or understood.chance > about_open.chance
            is_answer = understood.chance >= UNASKED_AT and surer and len(clause.split()) <= SHORT
            if is_answer and understood.value not in (None, SKIPPED):
                taken.setdefault(question.id, (question, str(understood.value)))
    return tuple(taken.values())


def replies(content: Content, memory: Memory, taken: Answers) -> tuple[Reply, ...]:
    """What was noted beside the answer."""
    said = content.messages["scan.noted_too"]
    labels = ((question, question.choice(value)) for question, value in taken)
    parts = (text(said.format(title=question.title, label=choice.label)) for question, choice in labels if choice)
    return (Reply("scan.noted_too", tuple(parts)),)
