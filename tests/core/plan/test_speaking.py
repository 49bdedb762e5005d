"""The plan in the chat: which messages it is made of, and what can be done next."""

from __future__ import annotations

import pytest

from tests.core.plan.test_build import FULL, with_outcome
from woningscan.content.model import SKIPPED, Content
from woningscan.conversation.reply import Reply
from woningscan.plan.build import ACTIONS_PER_THEME, build_plan
from woningscan.plan.speaking import ACTIONS_TODAY, plan_next, plan_replies


def by_id(replies: tuple[Reply, ...]) -> dict[str, Reply]:
    return {reply.id: reply for reply in replies}


def listed(reply: Reply) -> list[str]:
    return [line for part in reply.parts if part["kind"] == "list" for line in part["items"]]


def test_a_plan_with_everything_in_it(content: Content) -> None:
    answers = {**with_outcome(content, ("todo",)), "rookmelders": SKIPPED}
    plan = build_plan(content, answers)
    told = plan_replies(content, answers)
    themes = [f"plan.theme.{theme.id}" for theme in content.themes]
    assert [reply.id for reply in told] == [
        *("plan.intro", "plan.quick_wins", *themes, "plan.skipped", "plan.measures.bestuurder", "plan.next")
    ]
    today = plan.quick_wins[:ACTIONS_TODAY]
    assert len(listed(by_id(told)["plan.quick_wins"])) == len(today) == ACTIONS_TODAY
    for theme in plan.themes:
        left = [item for item in theme.items if item not in today]
        assert len(listed(by_id(told)[f"plan.theme.{theme.id}"])) == min(ACTIONS_PER_THEME, len(left))
    assert listed(by_id(told)["plan.skipped"]) == [content.questions["rookmelders"].title]


def test_each_action_carries_why_and_source(content: Content) -> None:
    told = by_id(plan_replies(content, with_outcome(content, ("todo",))))
    plan = build_plan(content, with_outcome(content, ("todo",)))
    lines = [line for reply in told.values() for line in listed(reply)]
    assert len(lines) > ACTIONS_TODAY
    for line in lines:
        item = next(item for item in plan.items if line.startswith(f"{item.action} "))
        assert content.messages[f"plan.effort.{item.effort}"] in line
        assert item.question.why in line
        assert str(content.sources[item.question.sources[0]]["publisher"]) in line


def test_nothing_to_do_says_so_without_lists(content: Content) -> None:
    told = plan_replies(content, with_outcome(content, ("done",)))
    assert [reply.id for reply in told] == ["plan.intro", "plan.measures.bestuurder", "plan.next"]
    assert told[0].parts[0]["text"] == content.messages["plan.intro.nothing_to_do"]


@pytest.mark.parametrize("function", ["burgemeester", "raadslid", "andere_functie"])
def test_the_measures_differ_by_role(content: Content, function: str) -> None:
    role = {"burgemeester": "bestuurder", "raadslid": "raadslid"}.get(function, "onbekend")
    told = plan_replies(content, {**FULL, "functie": function})
    assert f"plan.measures.{role}" in by_id(told)


def test_the_woningscan_is_not_offered_to_a_function_it_is_not_for(content: Content) -> None:
    offered = {choice.id for choice in plan_next(content, {**FULL, "functie": "andere_functie"}).choices}
    assert "book_scan" not in offered
    assert {"send_report", "wijzig"} <= offered


@pytest.mark.parametrize(("length", "more"), [("kort", True), ("volledig", False)])
def test_the_rest_of_the_scan_is_offered_after_the_short_one(content: Content, length: str, more: bool) -> None:
    offered = {choice.id for choice in plan_next(content, {**FULL, "scanlengte": length}).choices}
    assert ("full_scan" in offered) is more
    assert "book_scan" in offered
