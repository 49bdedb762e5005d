"""How a question looks in both channels, who of the example officials gets it, and what its answers leave out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.rendering import messages_of
from bot.editing.examples import Official, answers_of
from woningscan.content.check.proofs import combinations
from woningscan.content.conditions import holds
from woningscan.content.model import Content, Question
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply
from woningscan.scan.questionnaire import LENGTH_QUESTION, questions_in_order
from woningscan.scan.speaking import question_reply

_NOBODYS = Buttons("00000000", 0)


@dataclass(frozen=True)
class Look:
    """`widget` and `telegram` are what the channels really show; `left_out` has, by choice, what is not asked then."""

    question: Question
    widget: Reply
    telegram: Sequence[Mapping[str, Any]]
    asked: Sequence[Official]
    not_asked: Sequence[Official]
    left_out: Mapping[str, Sequence[Question]]

    @property
    def progress(self) -> str:
        return next((str(part["title"]) for part in self.widget.parts if part["kind"] == "progress"), "")


def looks(content: Content, officials: Sequence[Official]) -> dict[str, Look]:
    """The look of every question that somebody can be asked, by its id."""
    answered = [(official, answers_of(content, official.answers)) for official in officials]
    asked = [
        (official, {question.id for question in questions_in_order(content, answers)}) for official, answers in answered
    ]
    found = {}
    for question in content.questions.values():
        before = _answers_before(content, question, [answers for _, answers in answered])
        if before is None:
            continue
        found[question.id] = Look(
            question,
            question_reply(content, Memory(version=content.version, answers=before), question),
            messages_of(
                content,
                [question_reply(content, Memory(version=content.version, answers=before, overheard=True), question)],
                _NOBODYS,
            ),
            [official for official, ids in asked if question.id in ids],
            [official for official, ids in asked if question.id not in ids],
            dict(_left_out(content, question)),
        )
    return found


def _answers_before(content: Content, question: Question, known: Sequence[Mapping[str, str]]) -> dict[str, str] | None:
    """The answers of somebody who is asked this question now; None where nobody is."""
    made = ({LENGTH_QUESTION: "volledig"} | one for one in combinations(content.questions, [question.show_if]))
    for answers in (*known, *made):
        ids = [asked.id for asked in questions_in_order(content, answers)]
        if question.id in ids:
            return {id: answers[id] for id in ids[: ids.index(question.id)] if id in answers}
    return None


def _left_out(content: Content, question: Question) -> Iterator[tuple[str, list[Question]]]:
    for choice in question.choices:
        gone = [
            other
            for other in content.questions.values()
            if other.show_if and not _can_hold(other.show_if, question.id, choice.value)
        ]
        if gone:
            yield choice.value, gone


def _can_hold(rule: Mapping[str, Any], id: str, value: str) -> bool:
    """Whether a condition can be true with this answer, whatever the others are."""
    if "all" in rule:
        return all(_can_hold(part, id, value) for part in rule["all"])
    if "any" in rule:
        return any(_can_hold(part, id, value) for part in rule["any"])
    return rule["question"] != id or holds(rule, {id: value})
