"""Where a problem with a question stands: named by the question's id, found by its file and key."""

from __future__ import annotations

from typing import Any

from woningscan.content.model import Question
from woningscan.content.problems import Problem, problem


def at_question(question: Question, text: str, *key: Any, part: str = "") -> Problem:
    """A problem with `question`, or with what stands in it under `key`; `part` follows the id in what is shown."""
    file, path = question.place
    return problem(file, (*path, *key), text, name=f"{question.id}{part}")


def at_choice(question: Question, value: str, text: str, *key: Any) -> Problem:
    """A problem with one of the question's answers."""
    index = next((place for place, choice in enumerate(question.choices) if choice.value == value), 0)
    part = f".{value}" + "".join(f".{one}" for one in key if isinstance(one, str))
    return at_question(question, text, "choices", index, *key, part=part)
