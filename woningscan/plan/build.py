"""From answers to a plan: per theme what matters most, quick wins first, never a verdict on how safe a home is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.plan.whom import EXECUTIVES, ONESELF, REPRESENTATIVES, whom_to_ask
from woningscan.scan.notes import notes_for
from woningscan.scan.questionnaire import questions_in_order

ACTIONS_PER_THEME = 3
OPEN_OUTCOMES = ("todo", "check")


@dataclass(frozen=True)
class PlanItem:
    """One thing to do (`todo`) or to look at (`check`): `action` is the tip that belongs to the answer given.

    `whom` holds the parties to ask, from `woningscan.plan.whom.PARTIES`.
    """

    question: Question
    outcome: str
    action: str
    whom: tuple[str, ...]


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

    def number(self, outcome: str) -> int:
        """How many questions ended as `done`, `todo`, `check` or `skipped`."""
        if outcome in OPEN_OUTCOMES:
            return sum(item.outcome == outcome for item in self.items)
        return len({"done": self.done, "skipped": self.skipped}[outcome])


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
    def by_priority(self) -> dict[str, tuple[PlanItem, ...]]:
        """Every item once, over all themes: `today` (quick wins), `first` (each theme's first) and `later`."""
        slow = [item for item in self.items if not item.question.quick_win]
        first = [item for theme in self.themes for item in theme.first]
        return {
            "today": self.quick_wins,
            "first": tuple(item for item in slow if item in first),
            "later": tuple(item for item in slow if item not in first),
        }

    @property
    def by_party(self) -> dict[str, tuple[PlanItem, ...]]:
        """For every party to talk to, what about. Not what people settle with nobody but themselves."""
        parties = dict.fromkeys(party for item in self.items for party in item.whom if party not in ONESELF)
        return {party: tuple(item for item in self.items if party in item.whom) for party in parties}

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources of all items, in order of first mention."""
        return tuple(dict.fromkeys(source for item in self.items for source in item.question.sources))

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
                items.append(PlanItem(question, choice.outcome, action, whom_to_ask(question, answers)))
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
