"""The plan in the chat: which messages it is made of, and what can be done next."""

from __future__ import annotations

import pytest

from tests.core.plan.test_build import FULL, with_outcome
from woningscan.content.model import SKIPPED, Content
from woningscan.conversation.reply import Reply
from woningscan.plan.build import build_plan
from woningscan.plan.speaking import FIRST_ACTIONS, action_line, plan_next, plan_replies


def by_id(replies: tuple[Reply, ...]) -> dict[str, Reply]:
    return {reply.id: reply for reply in replies}


def listed(reply: Reply) -> list[str]:
    return [line for part in reply.parts if part["kind"] == "list" for line in part["items"]]


def test_a_plan_with_everything_in_it(content: Content) -> None:
    answers = {**with_outcome(content, ("todo",)), "rookmelders": SKIPPED}
    plan = build_plan(content, answers)
    told = plan_replies(content, answers)
    assert [reply.id for reply in told] == ["plan.intro", "plan.first", "plan.skipped", "plan.next"]
    first = by_id(told)["plan.first"]
    by_number = sorted(plan.items, key=lambda item: plan.numbers[item.question.id])
    assert listed(first) == [item.action for item in by_number[:FIRST_ACTIONS]]
    assert f" {len(plan.items)} " in first.parts[-1]["text"]
    assert " 1." in by_id(told)["plan.skipped"].text


def test_what_is_ticked_off_makes_room(content: Content) -> None:
    answers = with_outcome(content, ("todo",))
    plan = build_plan(content, answers)
    ids = sorted(plan.numbers, key=lambda id: plan.numbers[id])
    told = by_id(plan_replies(content, answers, ids[:2]))
    actions = {item.question.id: item.action for item in plan.items}
    assert listed(told["plan.first"]) == [actions[id] for id in ids[2 : 2 + FIRST_ACTIONS]]
    assert "plan.first" not in by_id(plan_replies(content, answers, ids))


def test_a_line_of_an_action_carries_why_and_source(content: Content) -> None:
    for item in build_plan(content, with_outcome(content, ("todo",))).items:
        line = action_line(content, item)
        assert line.startswith(f"{item.action} ")
        assert content.messages[f"plan.effort.{item.effort}"] in line
        assert item.question.why in line
        assert str(content.sources[item.question.sources[0]]["publisher"]) in line


def test_nothing_to_do_says_so_without_lists(content: Content) -> None:
    told = plan_replies(content, with_outcome(content, ("done",)))
    assert [reply.id for reply in told] == ["plan.intro", "plan.next"]
    assert told[0].parts[0]["text"] == content.messages["plan.intro.nothing_to_do"]


def test_the_woningscan_is_not_offered_to_a_function_it_is_not_for(content: Content) -> None:
    offered = {choice.id for choice in plan_next(content, {**FULL, "functie": "andere_functie"}).choices}
    assert "book_scan" not in offered
    assert {"send_report", "wijzig"} <= offered


@pytest.mark.parametrize(("length", "more"), [("kort", True), ("volledig", False)])
def test_the_rest_of_the_scan_is_offered_after_the_short_one(content: Content, length: str, more: bool) -> None:
    offered = {choice.id for choice in plan_next(content, {**FULL, "scanlengte": length}).choices}
    assert ("full_scan" in offered) is more
    assert "book_scan" in offered
