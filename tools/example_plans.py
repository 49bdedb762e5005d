"""The plans of six officials as text, in `docs/voorbeeldplannen/`, to be read before content is approved.

`python -m tools.example_plans` makes them anew; `tests/promises/test_example_plans.py` holds that they are fresh.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from woningscan.content import load_content
from woningscan.content.model import Content, Question
from woningscan.plan.build import OPEN_OUTCOMES
from woningscan.plan.speaking import plan_replies
from woningscan.scan.questionnaire import next_question

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "voorbeeldplannen"


def officials() -> list[dict[str, Any]]:
    """Each with a `name`, what it is an example of (`about`), and the `answers` that matter to it."""
    listed: list[dict[str, Any]] = YAML(typ="safe", pure=True).load((FOLDER / "ambtsdragers.yml").read_text("utf-8"))
    return listed


def answers_of(content: Content, given: dict[str, str]) -> dict[str, str]:
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


def text_of(content: Content, official: dict[str, Any]) -> str:
    """The plan as the chat tells it, one line an action."""
    lines = [official["about"]]
    for reply in plan_replies(content, answers_of(content, official["answers"])):
        for part in reply.parts:
            if part["kind"] == "list":
                lines.append("\n".join(f"{number}. {item}" for number, item in enumerate(part["items"], start=1)))
            else:
                lines.append(part["text"])
    return "\n\n".join(lines) + "\n"


def main() -> None:
    content = load_content(ROOT / "content")
    for official in officials():
        (FOLDER / f"{official['name']}.txt").write_text(text_of(content, official), encoding="utf-8")


if __name__ == "__main__":
    main()
