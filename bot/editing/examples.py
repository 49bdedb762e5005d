"""Officials who are made up, and the plan that each would get: what an editor reads before content is approved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from bot.settings import ROOT
from woningscan.content.model import Content, Question
from woningscan.plan.build import OPEN_OUTCOMES, build_plan
from woningscan.plan.speaking import action_line
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
    """The whole plan, one line an action, under when it can be done."""
    plan = build_plan(content, answers_of(content, official.answers))
    lines = [official.about, content.messages["plan.intro"]]
    for effort, items in plan.by_effort.items():
        if items:
            lines.append(content.messages[f"report.checklist.{effort}"])
            lines.append("\n".join(f"{plan.numbers[item.question.id]}. {action_line(content, item)}" for item in items))
    return "\n\n".join([*lines, content.messages[f"plan.measures.{plan.role}"]]) + "\n"


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
