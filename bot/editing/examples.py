"""Officials who are made up, and the plan that each would get: what an editor reads before content is approved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from bot.settings import ROOT
from woningscan.content.model import Content, Question
from woningscan.plan.build import OPEN_OUTCOMES
from woningscan.plan.speaking import plan_replies
from woningscan.scan.questionnaire import next_question

OFFICIALS = ROOT / "docs" / "voorbeeldplannen" / "ambtsdragers.yml"


@dataclass(frozen=True)
class Official:
    """`about` says what it is an example of; `answers` are those that matter to it."""

    name: str
    about: str
    answers: Mapping[str, str]


def officials_in(file: Path) -> list[Official]:
    listed = YAML(typ="safe", pure=True).load(file.read_text("utf-8"))
    return [Official(**official) for official in listed]


def plan_text(content: Content, official: Official) -> str:
    """The plan as the chat tells it, one line an action."""
    lines = [official.about]
    for reply in plan_replies(content, answers_of(content, official.answers)):
        for part in reply.parts:
            if part["kind"] == "list":
                lines.append("\n".join(f"{number}. {item}" for number, item in enumerate(part["items"], start=1)))
            else:
                lines.append(part["text"])
    return "\n\n".join(lines) + "\n"


def answers_of(content: Content, given: Mapping[str, str]) -> dict[str, str]:
    """All answers of an official: what is not given is the first that leads to an action, so that most is told."""
    answers: dict[str, str] = {}
    while (question := next_question(content, answers)) is not None:
        answers[question.id] = given.get(question.id) or _answer(question)
    return answers


def _answer(question: Question) -> str:
    values = [choice.value for choice in question.choices]
    if "nee" in values and question.section != "theme":
        return "nee"
    return next((choice.value for choice in question.choices if choice.outcome in OPEN_OUTCOMES), values[0])
