"""What a tip needs to add for this person: a tenant asks the landlord, an owner of a flat the VvE."""

from __future__ import annotations

from collections.abc import Mapping

from woningscan.content.conditions import holds
from woningscan.content.model import Content, Question


def notes_for(content: Content, question: Question, answers: Mapping[str, str]) -> tuple[str, ...]:
    """The notes that belong to an action on `question`, given the profile answers."""
    fitting = (note for note in content.notes if note.question == question.id or note.who in question.who)
    return tuple(note.text for note in fitting if holds(note.show_if, answers))
