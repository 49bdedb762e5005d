"""Answers to questions that were not asked yet, beside the answer to the open one ("etagewoning, van de corporatie").

Each is said back, and the question is then not asked. A safety question is always asked.
"""

from __future__ import annotations

import re

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.reading.answers.understanding import understand
from woningscan.reading.reading import Reading
from woningscan.scan.named import clearly_named
from woningscan.scan.questionnaire import questions_in_order

MOST_CLAUSES = 4
"""Clauses of a text that are read: each is a reading of its own."""
_BETWEEN = re.compile(r"[,;!?]\s|\.\s+|\s(?:en|verder|trouwens|daarnaast)\s")
Answers = tuple[tuple[Question, str], ...]


def answers(content: Content, memory: Memory, open_question: Question, reading: Reading) -> Answers:
    """What the clauses of a text answer beside the open question, of what is still to be asked."""
    clauses = [clause.strip() for clause in _BETWEEN.split(reading.typed) if clause.strip()][:MOST_CLAUSES]
    if len(clauses) < 2 or open_question.section in ("triage", "request"):
        return ()
    waiting = [
        question
        for question in questions_in_order(content, memory.answers)
        if question.id not in memory.answers and question.section != "triage" and question is not open_question
    ]
    taken: dict[str, tuple[Question, str]] = {}
    for clause in clauses:
        about_the_open = clearly_named(content, [open_question], clause)[1]
        question, shared = clearly_named(content, waiting, clause)
        if question is not None and shared > about_the_open:
            value = _answer_in(content, question, clause, reading)
            if value is not None:
                taken.setdefault(question.id, (question, value))
    return tuple(taken.values())


def replies(content: Content, memory: Memory, taken: Answers) -> tuple[Reply, ...]:
    """What was noted beside the answer."""
    said = content.messages["scan.noted_too"]
    labels = ((question, question.choice(value)) for question, value in taken)
    parts = (text(said.format(title=question.title, label=choice.label)) for question, choice in labels if choice)
    return (Reply("scan.noted_too", tuple(parts)),)


def _answer_in(content: Content, question: Question, clause: str, reading: Reading) -> str | None:
    reader = reading.reader
    understood = understand(question, clause, content.answer_words, reader.answer(question, clause), reader.bars)
    return None if understood.value == SKIPPED else understood.value
