"""The tip for this person: another one for whom it does not fit as it stands, or a word on whom to ask behind it."""

from __future__ import annotations

from collections.abc import Mapping

from woningscan.content.conditions import holds
from woningscan.content.model import ChoiceContent, Content, Question


def tip_for(content: Content, question: Question, choice: ChoiceContent, answers: Mapping[str, str]) -> str:
    """What is said at `choice`: its first variant that fits, else its tip; at an action with whom to ask behind it.

    Empty where the choice has no tip. A tenant asks the landlord, an owner of a flat the VvE.
    """
    variant = next((one for one in choice.variants if holds(one.show_if, answers)), None)
    tip = variant.tip if variant else choice.tip or ""
    if not tip or choice.outcome == "done" or (variant and variant.asks):
        return tip
    return " ".join((tip, *_notes(content, question, choice, answers)))


def _notes(content: Content, question: Question, choice: ChoiceContent, answers: Mapping[str, str]) -> tuple[str, ...]:
    """Whom to ask belongs to a change (`todo`): nobody is asked before a look."""
    fitting = (
        note
        for note in content.notes
        if note.question == question.id or (choice.outcome == "todo" and note.who in question.who)
    )
    return tuple(note.text for note in fitting if holds(note.show_if, answers))
