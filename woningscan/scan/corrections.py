"""An earlier answer put right in own words: which one is meant, what it becomes, and what is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.reading.answers.fixed import folded
from woningscan.reading.reading import Reading
from woningscan.scan import speaking
from woningscan.scan.questionnaire import answered_questions

INTENT = "correct"
LOOKED_AT = 4
"""How many earlier questions a correction is read against: each is a reading of its own."""
SHORTEST_WORD, SAME_START = 4, 5
"""Words that say what a question is about have so many letters, and are the same when so many at the start agree."""
_SAYS_NOTHING = frozenset(
    "antwoord vraag vorige eerste zojuist toch wacht moet moest fout verkeerd gezegd maar niet geen".split()
)


@dataclass(frozen=True)
class Correction:
    """`alone`: the text holds nothing but the correction, so it does not answer the open question as well."""

    question: Question
    value: str
    alone: bool


def corrected(content: Content, memory: Memory, reading: Reading) -> Correction | None:
    """The one earlier answer that a text changes; None where that is not sure, and then nothing is changed."""
    answered = answered_questions(content, memory.answers)
    if not answered:
        return None
    likely = _likeliest(content, answered, reading.typed)
    for question, shared in likely:
        understood = reading.answer_to(question, content.answer_words)
        value = understood.value
        if value not in (None, SKIPPED, memory.answers[question.id]):
            return Correction(question, str(value), alone=shared == 0 or question is answered[-1])
    return None


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


def _likeliest(content: Content, answered: Sequence[Question], typed: str) -> list[tuple[Question, int]]:
    """The questions that share most words with a text, and the last one, of which people speak without naming it."""
    words = _telling(typed)
    shared = [(question, len(words & _telling(_words_of(question)))) for question in answered]
    ranked = sorted(enumerate(shared), key=lambda item: (-item[1][1], -item[0]))
    named = [pair for _, pair in ranked if pair[1] > 0][:LOOKED_AT]
    return named or [(answered[-1], 0)]


def _words_of(question: Question) -> str:
    forms = [question.title, question.ask, question.id.replace("_", " ")]
    return " ".join([*forms, *(form for choice in question.choices for form in (choice.label, *choice.phrases))])


def _telling(said: str) -> frozenset[str]:
    words = (word for word in folded(said).split() if len(word) >= SHORTEST_WORD)
    return frozenset(word[:SAME_START] for word in words if word not in _SAYS_NOTHING)
