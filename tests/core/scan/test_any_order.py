"""Whatever is pressed in whatever order: nothing breaks, and the scan can always be completed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.talking.walk import Walk
from woningscan.content.model import Content
from woningscan.conversation.effects import SUBMIT_REQUEST
from woningscan.conversation.memory import Memory
from woningscan.safety.routes import stopped
from woningscan.scan.dialogue import current_question
from woningscan.scan.questionnaire import answered_questions, next_question, next_safety_question

STEPS = 40
MOVES = ("back", "skip", "wijzig", "pause", "resume", "ask_why", "help")


def check(walk: Walk, told: list[str]) -> None:
    """What holds after every turn."""
    asked = [one.removeprefix("scan.ask.") for one in told if one.startswith("scan.ask.")]
    expected = current_question(walk.content, walk.memory)
    assert len(asked) <= 1
    if asked:
        assert expected is not None and asked == [expected.id]
        assert not stopped(walk.content, walk.memory)
    if walk.asking == "scan":
        assert expected is not None and told[-1] == f"scan.ask.{expected.id}"
    if "booking.ask.naam" in told and walk.memory.draft is not None and walk.memory.draft.kind == "woningscan":
        assert next_safety_question(walk.content, walk.memory.answers) is None
    assert Memory.from_dict(walk.memory.to_dict()) == walk.memory


def finish(walk: Walk) -> None:
    """Answer what is left in the mildest way."""
    if walk.memory.draft is not None or walk.memory.wish:
        walk.press("cancel_booking")
    walk.press("restart" if stopped(walk.content, walk.memory) else "start_scan")
    for _ in range(2 * len(walk.content.questions)):
        if not walk.asking:
            return
        question = next_question(walk.content, walk.memory.answers, walk.memory.revisit)
        assert question is not None
        if question.skippable:
            check(walk, walk.press("skip"))
            continue
        values = [choice.value for choice in question.choices]
        value = "nee" if "nee" in values else "kort" if "kort" in values else "raadslid"
        check(walk, walk.press(f"antwoord:{question.id}={value}"))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_order_of_answers_and_moves_reaches_the_plan(content: Content, data: st.DataObject) -> None:
    walk = Walk(content)
    walk.press("start_scan")
    for _ in range(data.draw(st.integers(0, STEPS))):
        question = next_question(content, walk.memory.answers, walk.memory.revisit)
        answers = [f"antwoord:{question.id}={choice.value}" for choice in question.choices] if question else []
        changes = [f"wijzig:{one.id}" for one in answered_questions(content, walk.memory.answers)]
        pressed = data.draw(st.sampled_from([*answers, *answers, *changes, *MOVES]))
        check(walk, walk.press(pressed))
    finish(walk)
    assert walk.memory.planned
    assert next_question(content, walk.memory.answers) is None
    assert walk.said[-1].id == "plan.next"


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_pressing_any_offered_button_never_breaks_a_promise(content: Content, data: st.DataObject) -> None:
    walk = Walk(content)
    walk.press("start_scan")
    for _ in range(data.draw(st.integers(1, STEPS))):
        buttons = sorted(walk.choices() | {"report_threat", "restart", "talk_to_human", "book_scan", "erase_data"})
        before, pressed = walk.memory, data.draw(st.sampled_from(buttons))
        told = walk.press(pressed)
        check(walk, told)
        assert told or walk.effects
        if stopped(content, before) and stopped(content, walk.memory):
            assert not any(one.startswith(("scan.ask", "plan.", "booking.start.woningscan")) for one in told)
        if any(effect.kind == SUBMIT_REQUEST for effect in walk.effects):
            assert pressed == "veld:akkoord=ja"
    walk.memory = walk.memory.but(aside=None)
    finish(walk)
    assert walk.memory.planned
