"""The plan: each action once, what can be done now first, what was skipped, texts by role, never a verdict."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woningscan.content.model import EFFORTS, SKIPPED, Content
from woningscan.plan.build import OPEN_OUTCOMES, Plan, build_plan, role_of
from woningscan.scan.questionnaire import questions_in_order

FULL = {"functie": "wethouder", "scanlengte": "volledig"}
THEMED = dict[str, str]


def with_outcome(content: Content, outcomes: tuple[str, ...], **profile: str) -> THEMED:
    """Every theme question answered with its first choice of one of these outcomes."""
    answers = {**FULL, **profile}
    for theme in content.themes:
        for question in theme.questions:
            answers[question.id] = next(choice.value for choice in question.choices if choice.outcome in outcomes)
    return answers


def numbers(plan: Plan) -> tuple[int, int, int]:
    done = sum(len(theme.done) for theme in plan.themes)
    return len(plan.items), done, len(plan.skipped)


def test_everything_missing_gives_an_action_for_each_question(content: Content) -> None:
    plan = build_plan(content, with_outcome(content, ("todo",)))
    assert [theme.id for theme in plan.themes] == [theme.id for theme in content.themes]
    for theme, asked in zip(plan.themes, content.themes, strict=True):
        assert len(theme.items) == len(asked.questions)
        assert theme.done == theme.skipped == ()


def test_quick_wins_come_first_then_what_is_known_to_be_missing_then_priority(content: Content) -> None:
    answers = with_outcome(content, ("todo",))
    unsure = [question.id for theme in content.themes for question in theme.questions[::2]]
    plan = build_plan(content, {**answers, **dict.fromkeys(unsure, "weet_niet")})
    for theme in plan.themes:
        order = [(i.effort != "nu", i.outcome == "check", -i.question.priority) for i in theme.items]
        assert order == sorted(order)
    by_number = sorted(plan.items, key=lambda item: plan.numbers[item.question.id])
    assert [plan.numbers[item.question.id] for item in by_number] == list(range(1, len(plan.items) + 1))
    efforts = [EFFORTS.index(item.effort) for item in by_number]
    assert efforts == sorted(efforts)
    assert {item.outcome for item in plan.items} == set(OPEN_OUTCOMES)


def test_nothing_to_do_is_a_plan_without_actions(content: Content) -> None:
    plan = build_plan(content, with_outcome(content, ("done",)))
    assert plan.items == plan.skipped == ()
    assert numbers(plan)[1] == sum(len(theme.questions) for theme in content.themes)


def test_skipped_and_never_reached_questions_are_named_not_counted(content: Content) -> None:
    plan = build_plan(content, {**FULL, "rookmelders": "nee", "kierstandhouder": SKIPPED})
    assert [item.question.id for item in plan.items] == ["rookmelders"]
    assert "kierstandhouder" in [question.id for question in plan.skipped]


def test_what_was_not_asked_is_not_in_the_plan(content: Content) -> None:
    answers = with_outcome(content, ("todo",), woningtype="appartement_hoger", scanlengte="kort")
    plan = build_plan(content, answers)
    found = {item.question.id for item in plan.items} | {question.id for question in plan.skipped}
    assert found == {question.id for question in questions_in_order(content, answers) if question.section == "theme"}
    assert "verstopplekken_bij_de_deur" not in found
    assert all(content.questions[one].priority == 3 for one in found)


@pytest.mark.parametrize(
    ("function", "role"),
    [
        ("burgemeester", "bestuurder"),
        ("wethouder", "bestuurder"),
        ("gedeputeerde", "bestuurder"),
        ("commissaris_van_de_koning", "bestuurder"),
        ("waterschapsbestuurder", "bestuurder"),
        ("raadslid", "raadslid"),
        ("andere_functie", "onbekend"),
    ],
)
def test_the_role_follows_the_function(content: Content, function: str, role: str) -> None:
    assert content.questions["functie"].choice(function) is not None
    assert role_of({"functie": function}) == role
    assert role_of({}) == "onbekend"


@pytest.mark.parametrize(
    ("profile", "who"),
    [
        ({"eigendom": "huur"}, "verhuurder"),
        ({"eigendom": "ambtswoning"}, "eigenaar"),
        ({"eigendom": "koop", "woningtype": "appartement_hoger"}, "vve"),
        ({"eigendom": "koop", "woningtype": "appartement_begane_grond"}, "vve"),
    ],
)
def test_a_tip_says_whom_to_ask(content: Content, profile: dict[str, str], who: str) -> None:
    note = next(note.text for note in content.notes if note.who == who)
    plain = build_plan(content, with_outcome(content, ("todo",), eigendom="koop", woningtype="vrijstaand"))
    plan = build_plan(content, with_outcome(content, ("todo",), **profile))
    noted = [item for item in plan.items if note in item.action]
    assert noted
    assert all(who in item.question.who for item in noted)
    assert not any(note in item.action for item in plain.items)


def test_a_business_at_home_is_told_about_its_register(content: Content) -> None:
    note = next(note.text for note in content.notes if note.question == "adres_in_registers")
    plan = build_plan(content, with_outcome(content, ("todo",), bedrijf_aan_huis="ja"))
    assert [item.question.id for item in plan.items if note in item.action] == ["adres_in_registers"]


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_every_question_is_in_the_plan_exactly_once(content: Content, data: st.DataObject) -> None:
    answers = {}
    for question in content.questions.values():
        value = data.draw(st.sampled_from([None, SKIPPED, *(choice.value for choice in question.choices)]))
        if value is not None and (question.skippable or value != SKIPPED):
            answers[question.id] = value
    plan = build_plan(content, answers)
    asked = [question.id for question in questions_in_order(content, answers) if question.section == "theme"]
    placed = [item.question.id for item in plan.items] + [question.id for question in plan.skipped]
    placed += [question.id for theme in plan.themes for question in theme.done]
    assert sorted(placed) == sorted(asked)
    assert plan == build_plan(content, answers)


def test_no_plan_calls_a_home_safe(content: Content) -> None:
    """The word "veilig" may say what an action is for, or that no verdict is given, never what a home is."""
    verdict = re.compile(
        r"\b(?:uw |de )?(?:woning|huis|u)\s+(?:is|bent|woont|zit)\s+(?:nu |goed |heel )*veilig\b", re.I
    )
    tips = [choice.tip or "" for question in content.questions.values() for choice in question.choices]
    told = [*tips, *content.messages.values(), *(note.text for note in content.notes)]
    assert not [said for said in told if verdict.search(said)]
    for key in ("plan.intro", "plan.intro.nothing_to_do"):
        assert "geen oordeel" in content.messages[key]
