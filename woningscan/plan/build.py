"""From answers to a plan: per theme what matters most, quick wins first, never a verdict on how safe a home is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.scan.notes import notes_for
from woningscan.scan.questionnaire import questions_in_order

ACTIONS_PER_THEME = 3
OPEN_OUTCOMES = ("todo", "check")
EXECUTIVES = frozenset(
    {"burgemeester", "wethouder", "gedeputeerde", "commissaris_van_de_koning", "waterschapsbestuurder"}
)
REPRESENTATIVES = frozenset({"raadslid"})


@dataclass(frozen=True)
class PlanItem:
    """One thing to do (`todo`) or to look at (`check`): `action` is the tip that belongs to the answer given."""

    question: Question
    outcome: str
    action: str


@dataclass(frozen=True)
class ThemePlan:
    """A theme's actions, most important first, and what was already in order, skipped or not asked."""

    id: str
    title: str
    items: tuple[PlanItem, ...]
    done: tuple[Question, ...]
    skipped: tuple[Question, ...]

    @property
    def first(self) -> tuple[PlanItem, ...]:
        return self.items[:ACTIONS_PER_THEME]

    @property
    def further(self) -> tuple[PlanItem, ...]:
        return self.items[ACTIONS_PER_THEME:]


@dataclass(frozen=True)
class Plan:
    """`role` is `bestuurder`, `raadslid` or `onbekend`: the kinds of measure that are paid for differ by it."""

    themes: tuple[ThemePlan, ...]
    role: str
    version: str

    @property
    def items(self) -> tuple[PlanItem, ...]:
        return tuple(item for theme in self.themes for item in theme.items)

    @property
    def quick_wins(self) -> tuple[PlanItem, ...]:
        return tuple(item for item in self.items if item.question.quick_win)

    @property
    def skipped(self) -> tuple[Question, ...]:
        return tuple(question for theme in self.themes for question in theme.skipped)


def build_plan(content: Content, answers: Mapping[str, str]) -> Plan:
    """The plan for these answers. Questions that were asked but not answered count as skipped."""
    asked = {question.id for question in questions_in_order(content, answers)}
    themes = []
    for theme in content.themes:
        items, done, skipped = [], [], []
        for question in theme.questions:
            if question.id not in asked:
                continue
            choice = question.choice(answers.get(question.id, SKIPPED))
            if choice is None:
                skipped.append(question)
            elif choice.outcome in OPEN_OUTCOMES:
                action = " ".join((choice.tip or "", *notes_for(content, question, answers)))
                items.append(PlanItem(question, choice.outcome, action))
            else:
                done.append(question)
        items.sort(key=_importance)
        themes.append(ThemePlan(theme.id, theme.title, tuple(items), tuple(done), tuple(skipped)))
    return Plan(tuple(themes), role_of(answers), content.version)


def role_of(answers: Mapping[str, str]) -> str:
    """Who may count on which measures. Source: `staatscourant_regeling` in content/sources.yml."""
    function = answers.get("functie")
    if function in EXECUTIVES:
        return "bestuurder"
    return "raadslid" if function in REPRESENTATIVES else "onbekend"


def _importance(item: PlanItem) -> tuple[bool, bool, int]:
    """Quick wins first, then what is known to be missing before what is unknown, then the question's own priority."""
    return (not item.question.quick_win, item.outcome != "todo", -item.question.priority)
