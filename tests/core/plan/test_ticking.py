"""Ticking off what is done: it changes the plan and nothing else, and goes with the answers it belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.plan.test_build import with_outcome
from woningscan.content.model import Content
from woningscan.conversation.choices import TICK, TICK_OFF
from woningscan.conversation.memory import Memory
from woningscan.plan.build import build_plan
from woningscan.plan.speaking import plan_replies
from woningscan.plan.ticking import ticked_off


@pytest.fixture(scope="module")
def planned(content: Content) -> Memory:
    return Memory(version=content.version, started=True, planned=True, answers=with_outcome(content, ("todo",)))


def test_a_press_ticks_off_and_another_takes_it_back(content: Content, planned: Memory) -> None:
    step = ticked_off(content, planned, TICK_OFF)
    assert step.memory.ticked == () and not step.effects
    ids = [choice.id for choice in step.replies[0].choices]
    assert sorted(ids) == sorted(f"{TICK}:{item.question.id}" for item in build_plan(content, planned.answers).items)
    once = ticked_off(content, planned, ids[0])
    assert once.memory.ticked == (ids[0].partition(":")[2],) and once.memory.answers == planned.answers
    assert [choice.id for choice in once.replies[0].choices] == ids, "nothing moves under a finger"
    changed = [a.id for a, b in zip(step.replies[0].choices, once.replies[0].choices, strict=True) if a != b]
    assert changed == ids[:1]
    assert ticked_off(content, once.memory, ids[0]).memory.ticked == ()


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_what_is_ticked_is_counted_and_not_told_again(content: Content, planned: Memory, data: st.DataObject) -> None:
    items = build_plan(content, planned.answers).items
    ticked = data.draw(st.sets(st.sampled_from([item.question.id for item in items])))
    plan = build_plan(content, planned.answers, ticked)
    assert {item.question.id for item in plan.ticked} == ticked and len(plan.items) == len(items)
    for theme in plan.themes:
        assert sum(theme.number(outcome) for outcome in ("todo", "check", "done")) == len(theme.items)
        assert [item.ticked for item in theme.items] == sorted(item.ticked for item in theme.items)
    told = plan_replies(content, planned.answers, ticked)
    lists = {
        reply.id: [line for part in reply.parts if part["kind"] == "list" for line in part["items"]] for reply in told
    }
    titles = {item.question.title for item in plan.ticked}
    assert set(lists.pop("plan.ticked", [])) == titles
    assert not any(
        line.startswith(f"{item.action} ") for lines in lists.values() for line in lines for item in plan.ticked
    )


def test_the_tick_goes_with_the_answer_it_was_for(content: Content, planned: Memory) -> None:
    one, other = (item.question.id for item in build_plan(content, planned.answers).items[:2])
    memory = planned.but(ticked=(one, other))
    assert memory.answered(one, "weet_niet").ticked == (other,)
    assert memory.emptied().ticked == ()


def test_it_travels_with_the_conversation(planned: Memory) -> None:
    memory = planned.but(ticked=("rookmelders",))
    assert Memory.from_dict(memory.to_dict()) == memory


def test_without_a_plan_there_is_nothing_to_tick_off(content: Content) -> None:
    nothing = plan_replies(content, with_outcome(content, ("done",)))
    assert TICK_OFF not in {choice.id for reply in nothing for choice in (*reply.choices, *reply.tools)}
    something = plan_replies(content, with_outcome(content, ("todo",)))
    assert TICK_OFF in {choice.id for choice in something[-1].tools}
