"""A text that takes the place of one that was answered: no answer, but it may tell of a danger."""

from __future__ import annotations

from woningscan.content.model import Content, Question
from woningscan.conversation.choices import ANSWER
from woningscan.conversation.memory import Memory
from woningscan.reading.reading import Reading
from woningscan.safety.triage import danger_choices
from woningscan.scan.dialogue import current_question


def would_answer_danger(content: Content, memory: Memory, reading: Reading) -> bool:
    """Whether a changed text would be, or may be, a dangerous answer to the safety question it was for."""
    dangers = danger_choices(content)
    for question in _safety_questions(content, memory, reading.incoming.edited_at):
        meant = reading.answer_to(question, content.answer_words)
        if any(f"{ANSWER}:{question.id}={value}" in dangers for value in (meant.value, *meant.candidates)):
            return True
    return False


def _safety_questions(content: Content, memory: Memory, edited_at: str | None) -> list[Question]:
    """Those that a changed text may have answered: the one it was for or, where that is unknown, all asked so far."""
    if edited_at is not None:
        return [question for question in content.triage if question.id == edited_at]
    current = current_question(content, memory)
    return [question for question in content.triage if question.id in memory.answers or question is current]
