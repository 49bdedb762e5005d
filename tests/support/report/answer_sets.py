"""Answers to make reports of, and the state of a conversation that holds them."""

from __future__ import annotations

import random
from typing import Any

from woningscan.content.model import SKIPPED, Content
from woningscan.conversation.memory import Draft, Memory, state_with
from woningscan.scan.questionnaire import next_question

PERSON = {"naam": "Q. Xanthippe-Zwaluw", "telefoon": "06 99 88 77 66", "mail": "xanthippe@voorbeeld.invalid"}


def answers_of(content: Content, seed: int, **fixed: str) -> dict[str, str]:
    """Answers as a visitor could give them: chosen by chance, some skipped, some scans broken off."""
    chance = random.Random(seed)
    answers: dict[str, str] = {}
    length = chance.choice([8, 20, 99, 99])
    while (question := next_question(content, answers)) and (len(answers) < length or fixed):
        values = [choice.value for choice in question.choices]
        answers[question.id] = fixed.get(question.id) or chance.choice([*values, *([SKIPPED] * question.skippable)])
    return answers


def all_to_do(content: Content) -> dict[str, str]:
    """The longest plan there is: everything asked, everything still to do."""
    answers = {"scanlengte": "volledig"}
    while question := next_question(content, answers):
        open_ends = [choice.value for choice in question.choices if choice.outcome == "todo"]
        answers[question.id] = (open_ends or [question.choices[-1].value])[0]
    return answers


def some_to_do(content: Content, number: int, **fixed: str) -> dict[str, str]:
    """A full scan with so many actions, the first that can be; all else is in order. `fixed` are answers given."""
    answers = {"scanlengte": "volledig", **fixed}
    while question := next_question(content, answers):
        to_do = [choice.value for choice in question.choices if choice.outcome == "todo"]
        in_order = [choice.value for choice in question.choices if choice.outcome == "done"]
        wanted = to_do if number > 0 and to_do else in_order
        number -= wanted is to_do
        answers[question.id] = (wanted or [question.choices[0].value])[0]
    return answers


def state_of(content: Content, answers: dict[str, str]) -> dict[str, Any]:
    """A conversation's state; it also holds a request with a person in it, which must not get into the report."""
    return state_with({}, Memory(version=content.version, answers=answers, draft=Draft("woningscan", PERSON)))
