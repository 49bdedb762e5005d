"""An earlier answer put right in own words: which one is meant, what it becomes, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.reading.answers.fixed import folded, named_choice
from woningscan.reading.reading import Reading
from woningscan.reading.text import clauses, sentences
from woningscan.scan import speaking
from woningscan.scan.named import clearly_named, questions_named
from woningscan.scan.questionnaire import answered_questions

INTENT = "correct"
_NOT_THIS = r"\b(?:niet|geen|ipv|in plaats van)"
LOOKED_AT = 4
"""How many earlier questions a correction is read against: each is a reading of its own."""


@dataclass(frozen=True)
class Correction:
    """`alone`: the text holds nothing but the correction, so it does not answer the open question as well."""

    question: Question
    value: str
    alone: bool


def corrected(content: Content, memory: Memory, reading: Reading, named_only: bool = False) -> Correction | None:
    """The one earlier answer that a text changes; None where that is not sure, and then nothing is changed.

    `named_only`: not the last answer either, where the text does not name what it is about.
    """
    answered = answered_questions(content, memory.answers)
    if not answered:
        return None
    # of the last answer people speak without naming what it was about
    likely = questions_named(content, answered, reading.typed)[:LOOKED_AT]
    if not likely and not named_only:
        likely = [(answered[-1], 0)]
    for question, shared in likely:
        stored = memory.answers[question.id]
        for value in _values(content, question, reading, stored):
            if value not in (None, SKIPPED, stored):
                return Correction(question, str(value), alone=shared == 0 or question is answered[-1])
    return None


def _values(content: Content, question: Question, reading: Reading, stored: str) -> Iterator[str | None]:
    """What a text says of a question: the choice that it names beside what it is not, which is `stored` ("wethouder,
    niet raadslid"), or what the sentence or the clause says that names it, or the whole.
    """
    choice = question.choice(stored)
    if choice and re.search(rf"{_NOT_THIS} {re.escape(folded(choice.label))}\b", folded(reading.typed)):
        yield named_choice(question, reading.typed, but=stored)
    for pieces in (sentences(reading.typed), clauses(reading.typed)):
        named = [piece for piece in pieces if questions_named(content, [question], piece)]
        if named and len(pieces) > 1:
            yield reading.answer_to(question, content.answer_words, named[-1]).value
    yield reading.answer_to(question, content.answer_words).value


def to_be_changed(content: Content, memory: Memory, reading: Reading) -> Question | None:
    """The answered question that a text names most clearly; None where it names none, or two alike."""
    return clearly_named(content, answered_questions(content, memory.answers), reading.typed)[0]


def applied(memory: Memory, correction: Correction) -> Memory:
    answers = {**memory.answers, correction.question.id: correction.value}
    return memory.but(answers=answers, planned=False, misses=0)


def replies(content: Content, memory: Memory, correction: Correction) -> tuple[Reply, ...]:
    """What was changed, with the tip that belongs to it now."""
    question, value = correction.question, correction.value
    choice = question.choice(value)
    label = choice.label if choice else value
    changed = text(content.messages["scan.corrected"].format(title=question.title, label=label))
    tip = speaking.tip_reply(content, question, memory.answers)
    if tip is None:
        return (Reply("scan.corrected", (changed,)),)
    return (Reply(tip.id, (changed, *tip.parts[1:])),)
