"""From answers to a plan: per theme what matters most, what can be done now first, never a verdict on a home."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from woningscan.content.model import EFFORTS, SKIPPED, ChoiceContent, Content, Question
from woningscan.plan.whom import BUILDING, EXECUTIVES, ONESELF, REPRESENTATIVES, SOMEBODY_ELSES_HOME, whom_to_ask
from woningscan.scan.notes import tip_for
from woningscan.scan.questionnaire import questions_in_order

OPEN_OUTCOMES = ("todo", "check")


@dataclass(frozen=True)
class PlanItem:
    """One thing to do (`todo`) or to look at (`check`): `action` is the tip that belongs to the answer given.

    `whom` holds the parties to ask, from `woningscan.plan.whom.PARTIES`; `effort`, one of EFFORTS, how much work it is;
    `ticked`: the official ticked it off.
    """

    question: Question
    outcome: str
    action: str
    whom: tuple[str, ...]
    effort: str
    ticked: bool = False


@dataclass(frozen=True)
class ThemePlan:
    """A theme's actions, most important first, ticked off last; what was in order already, skipped or not asked."""

    id: str
    title: str
    items: tuple[PlanItem, ...]
    done: tuple[Question, ...]
    skipped: tuple[Question, ...]

    def number(self, outcome: str) -> int:
        """How many questions ended as `done`, `todo`, `check` or `skipped`. What was ticked off is done."""
        if outcome in OPEN_OUTCOMES:
            return sum(item.outcome == outcome and not item.ticked for item in self.items)
        ticked = sum(item.ticked for item in self.items)
        return {"done": len(self.done) + ticked, "skipped": len(self.skipped)}[outcome]


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
    def ticked(self) -> tuple[PlanItem, ...]:
        """What was ticked off."""
        return tuple(item for item in self.items if item.ticked)

    @property
    def by_effort(self) -> dict[str, tuple[PlanItem, ...]]:
        """Every item once, over all themes, under how much work it is; most important first.

        What is ticked off stays where it is: nothing moves under a finger.
        """
        as_asked = [item for theme in self.themes for item in sorted(theme.items, key=lambda one: one.question.place)]
        ordered = sorted(as_asked, key=lambda item: _importance(replace(item, ticked=False)))
        return {effort: tuple(item for item in ordered if item.effort == effort) for effort in EFFORTS}

    @property
    def numbers(self) -> dict[str, int]:
        """The number of every action, by the id of its question, in the order of `by_effort`. A tick changes none."""
        ordered = [item for items in self.by_effort.values() for item in items]
        return {item.question.id: number for number, item in enumerate(ordered, start=1)}

    @property
    def by_party(self) -> dict[str, tuple[int, ...]]:
        """For every party to talk to, the numbers of the actions to talk about. Not what people settle alone."""
        left = [item for items in self.by_effort.values() for item in items if not item.ticked]
        parties = dict.fromkeys(party for item in left for party in item.whom if party not in ONESELF)
        return {
            party: tuple(self.numbers[item.question.id] for item in left if party in item.whom) for party in parties
        }

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources of all items, in order of first mention."""
        return tuple(dict.fromkeys(source for item in self.items for source in item.question.sources))

    @property
    def done(self) -> tuple[Question, ...]:
        """What was in order already."""
        return tuple(question for theme in self.themes for question in theme.done)

    @property
    def skipped(self) -> tuple[Question, ...]:
        return tuple(question for theme in self.themes for question in theme.skipped)


def build_plan(content: Content, answers: Mapping[str, str], ticked: Collection[str] = ()) -> Plan:
    """The plan for these answers. Questions that were asked but not answered count as skipped.

    `ticked` are the questions whose action was ticked off.
    """
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
                item = _item(content, question, choice, answers)
                items.append(replace(item, ticked=question.id in ticked))
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


def _item(content: Content, question: Question, choice: ChoiceContent, answers: Mapping[str, str]) -> PlanItem:
    """A look is for oneself and for now, unless the content says otherwise; who changes another's home needs help."""
    looks = choice.outcome == "check"
    whom = tuple(one for one in whom_to_ask(question, answers) if not (looks and one in BUILDING)) or ("zelf",)
    effort = choice.effort or ("nu" if looks else question.effort) or ("nu" if question.quick_win else "deze_week")
    if not looks and SOMEBODY_ELSES_HOME & set(whom):
        effort = "met_hulp"
    return PlanItem(question, choice.outcome or "", tip_for(content, question, choice, answers), whom, effort)


def _importance(item: PlanItem) -> tuple[bool, bool, bool, int]:
    """What is left first, of that what can be done now, then what is known to be missing, then the priority."""
    return (item.ticked, item.effort != "nu", item.outcome != "todo", -item.question.priority)
