"""What comes along with a message or takes the place of one: texts of somebody else, and a text that was changed.

Neither is an answer; both may tell of a danger.
"""

from __future__ import annotations

from bot.reader.threat_check import check_relayed
from bot.turn.incoming import MAX_TEXT, readable
from woningscan.content.model import Content, Question
from woningscan.conversation.choices import ANSWER
from woningscan.conversation.memory import Memory
from woningscan.reading.answers.understanding import understand
from woningscan.reading.threat import NOTHING, Action, Assessment
from woningscan.safety.triage import danger_choices
from woningscan.scan.dialogue import current_question

# A text that is too long to answer may still hold a threat: so much of it is looked at, more than a channel takes in.
CHECKED_WINDOWS = 10
OVERLAP = 200  # so that a sentence on the edge of two windows is seen whole


def pieces(typed: str) -> list[str]:
    """A text in the pieces in which it is checked; a piece that comes again is checked once."""
    starts = range(0, max(len(typed) - OVERLAP, 1), MAX_TEXT - OVERLAP)
    return list(dict.fromkeys(typed[start : start + MAX_TEXT] for start in starts))


def severity(found: Assessment) -> int:
    return list(Action).index(found.action)


def heard_text(raw: str) -> str:
    """So much of a text of somebody else as is looked at, and shown to staff in a chat."""
    return readable(raw[: MAX_TEXT * CHECKED_WINDOWS])


def assessed_heard(heard: tuple[str, ...]) -> Assessment:
    """The most serious of what the threat check finds in these texts, read as said to the official."""
    found = (check_relayed(piece) for one in heard for piece in pieces(heard_text(one)))
    return max(found, key=severity, default=NOTHING)


def would_answer_danger(content: Content, memory: Memory, typed: str, edited_at: str | None) -> bool:
    """Whether a changed text would be, or may be, a dangerous answer to the safety question it was for."""
    dangers = danger_choices(content)
    for question in _safety_questions(content, memory, edited_at):
        meant = understand(question, typed, content.answer_words)
        if any(f"{ANSWER}:{question.id}={value}" in dangers for value in (meant.value, *meant.candidates)):
            return True
    return False


def _safety_questions(content: Content, memory: Memory, edited_at: str | None) -> list[Question]:
    """Those that a changed text may have answered: the one it was for or, where that is unknown, all asked so far."""
    if edited_at is not None:
        return [question for question in content.triage if question.id == edited_at]
    current = current_question(content, memory)
    return [question for question in content.triage if question.id in memory.answers or question is current]
