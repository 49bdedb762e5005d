"""Who presses a danger button by accident takes it back with a press; the first line is the safe one either way."""

from __future__ import annotations

import pytest

from tests.support.talking.under_route import pressed, typed
from woningscan.content.model import Content
from woningscan.conversation.choices import MISTAKE
from woningscan.conversation.memory import Draft, Memory
from woningscan.conversation.step import Decision
from woningscan.reading.incoming import Message
from woningscan.safety import check_question
from woningscan.safety.triage import danger_choices, stops_the_scan

TYPED_YES = Message(text="ja")
SAFE_BEFORE = {"functie": "raadslid", "gevaar_nu": "nee"}


def offered(decision: Decision) -> set[str]:
    return {choice.id for reply in decision.step.replies for choice in reply.choices}


def at_safety(content: Content, **changes: object) -> Memory:
    return Memory(version=content.version, started=True, answers=SAFE_BEFORE).but(**changes)


def test_every_dangerous_answer_is_taken_back_with_one_press(content: Content) -> None:
    alarm = content.contacts["alarmnummer"].value
    tried = []
    for choice in danger_choices(content):
        there = pressed(content, at_safety(content), choice)
        assert alarm in there.step.replies[0].text
        route = there.step.memory.route
        assert (MISTAKE in offered(there)) is (route in check_question.TAKEN_BACK), choice
        if MISTAKE in offered(there):
            tried.append(choice)
            back = pressed(content, there.step.memory, MISTAKE, there)
            assert alarm in back.step.replies[0].text, "the number comes first also now"
            assert back.step.memory.route is None
            assert back.choice == "resume", "the safety questions are asked again"
            assert set(back.step.memory.answers) == {"functie"}
    assert len(tried) > 2


@pytest.mark.parametrize("button", ["dreiging:nu", "dreiging:wel"])
def test_the_check_question_is_asked_where_no_answer_was_given(content: Content, button: str) -> None:
    asked = check_question.ask_check(content, at_safety(content)).memory
    there = pressed(content, asked, button)
    assert MISTAKE in offered(there)
    back = pressed(content, there.step.memory, MISTAKE, there)
    assert back.step.memory.route == there.step.memory.route, "asked first"
    assert content.contacts["alarmnummer"].value in back.step.replies[0].text
    gone = pressed(content, back.step.memory, "dreiging:nee")
    assert gone.step.memory.route is None


def test_a_request_that_was_open_goes_on(content: Content) -> None:
    memory = at_safety(content, draft=Draft("woningscan", {"naam": "J"}))
    there = pressed(content, memory, "antwoord:gevaar_nu=ja")
    assert there.step.memory.draft is None
    assert pressed(content, there.step.memory, MISTAKE, there).step.memory.draft == memory.draft


def test_on_an_earlier_screen_it_takes_back_no_danger_that_came_after_it(content: Content) -> None:
    there = pressed(content, at_safety(content), "antwoord:gevaar_nu=ja")
    worse = typed(content, there.step.memory, "hij staat nu in de gang met een mes")
    assert MISTAKE not in offered(worse)
    back = pressed(content, worse.step.memory, MISTAKE, worse)
    assert back.step.memory.route == worse.step.memory.route, "asked first"
    assert content.contacts["alarmnummer"].value in back.step.replies[0].text


@pytest.mark.parametrize("route", ["concreet_bekend", "zorg", "zorg_acuut", None])
def test_it_takes_back_no_other_route(content: Content, route: str | None) -> None:
    memory = at_safety(content, route=route, care=bool(route and route.startswith("zorg")))
    after = pressed(content, memory, MISTAKE)
    assert after.step.memory.route == route
    assert MISTAKE not in offered(after)


def test_what_was_typed_is_no_slip_of_the_finger(content: Content) -> None:
    routes = [route for route in check_question.TAKEN_BACK if stops_the_scan(content, route)]
    typed = check_question.answer_check(content, at_safety(content, aside=check_question.ASIDE), TYPED_YES)
    assert typed.memory.route in routes
    assert MISTAKE not in {choice.id for reply in typed.replies for choice in reply.choices}
