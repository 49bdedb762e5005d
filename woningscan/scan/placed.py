"""Which earlier question a text means by its place: its number on the screen, or how many questions ago it was."""

from __future__ import annotations

import re

from woningscan.content.model import Content, Question
from woningscan.conversation.memory import Memory
from woningscan.reading.answers.fixed import folded
from woningscan.scan.questionnaire import position, questions_in_order

_FEW = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
_NUMBERED = re.compile(
    rf"\b(?:vraag|antwoord) (?:nummer |nr )?(\d{{1,2}}|{'|'.join(_FEW[1:])})\b"
    rf"|\b({'|'.join(_ORDINALS)}) (?:vraag|antwoord)\b"
)
_AGO = re.compile(rf"\b(\d{{1,2}}|{'|'.join(_FEW)}) (?:vraag|vragen|antwoord|antwoorden) (?:terug|geleden|eerder)\b")
_LAST = re.compile(
    r"\b(?:vorige|voorgaande|laatste) antwoord\b|\b(?:vorige|voorgaande) vraag\b"
    r"|\b(?:vraag|antwoord) (?:hiervoor|daarvoor|ervoor|van net|van zojuist)\b"
)


def names_a_place(typed: str) -> bool:
    """Whether a text says where the question stands that it is about."""
    plain = folded(typed)
    return any(pattern.search(plain) for pattern in (_NUMBERED, _AGO, _LAST))


def question_at_place(content: Content, memory: Memory, open_question: Question | None, typed: str) -> Question | None:
    """The answered question at the place that a text names; None where none was answered there, or it names none.

    A number is the one on the screen; "de tweede vraag" only while so few were asked that nothing else can be meant.
    """
    plain = folded(typed)
    ordered = questions_in_order(content, memory.answers)
    until = ordered.index(open_question) if open_question in ordered else len(ordered)
    before = [question for question in ordered[:until] if question.id in memory.answers]
    ago = _AGO.search(plain)
    if ago or _LAST.search(plain):
        steps = _number(ago.group(1)) if ago else 1
        return before[-steps] if 0 < steps <= len(before) else None
    numbered = _NUMBERED.search(plain)
    if numbered is None or (numbered.group(2) and len(before) > len(_ORDINALS)):
        return None
    wanted = _number(numbered.group(1) or numbered.group(2))
    return next((one for one in before if position(content, memory.answers, one)[0] == wanted), None)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 + (_ORDINALS if word in _ORDINALS else _FEW).index(word)
