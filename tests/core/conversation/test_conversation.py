"""Around the scan and the requests: the opening, questions in between, the report, withdrawing, not understood."""

from __future__ import annotations

import pytest

from tests.support.talking.walk import SAFE_TRIAGE, Walk
from woningscan.content.model import Content
from woningscan.content.topics import intent_of
from woningscan.conversation import talk
from woningscan.conversation.effects import CANCEL_REQUEST, ERASE_CONVERSATION, OFFER_REPORT
from woningscan.conversation.memory import Memory

ANSWERED = Memory(started=True, answers={"functie": "raadslid", "rookmelders": "nee"})


def test_the_first_words_say_it_is_a_chatbot_and_where_help_is(content: Content) -> None:
    step = talk.open_conversation(content, Memory())
    first, welcome = step.replies
    assert (first.id, welcome.id) == ("opening.chatbot", "opening.welcome")
    assert "chatbot" in first.text
    assert content.contacts["alarmnummer"].value in first.text
    assert {choice.id for choice in welcome.choices} == {"start_scan", "book_scan"}
    assert "report_threat" in {choice.id for choice in welcome.tools}
    assert step.memory == Memory(version=content.version)


def test_every_answer_can_be_given_at_any_moment(content: Content) -> None:
    for topic in content.answers:
        for asking in (None, "scan", "request"):
            step = talk.answer_question(content, ANSWERED.but(misses=2), topic, asking)
            assert len(step.replies) == 1
            intent = intent_of(topic)
            assert step.replies[0].id in (f"faq.{intent}", f"talk.{intent}", "scan.why.gevaar_nu")
            assert step.then is None
            assert step.memory.answers == ANSWERED.answers
            assert step.memory.misses == 0
            assert bool(step.replies[0].tools) is (asking is None)


def test_costs_are_answered_for_the_function_that_was_given(content: Content) -> None:
    def told(function: str | None) -> str:
        memory = Memory(answers={"functie": function} if function else {})
        return talk.answer_question(content, memory, "ask_costs", None).replies[0].text

    assert len({told("burgemeester"), told("raadslid"), told(None)}) == 3
    assert told("burgemeester") == told("wethouder")


@pytest.mark.parametrize(
    ("memory", "offered"),
    [
        (Memory(), {"start_scan", "book_scan", "help", "report_threat"}),
        (ANSWERED, {"resume", "book_scan", "help", "report_threat"}),
        (ANSWERED.but(route="concreet"), {"talk_to_human", "restart", "report_threat"}),
    ],
)
def test_the_menu_fits_the_moment(content: Content, memory: Memory, offered: set[str]) -> None:
    assert set(talk.menu(content, memory)) == offered


@pytest.mark.parametrize("command", ["send_report", "repeat_tips"])
def test_without_an_answer_there_is_no_plan(walk: Walk, command: str) -> None:
    assert walk.press(command) == ["plan.nothing_yet"]
    walk.press("start_scan")
    assert walk.press(command)[0] == "plan.nothing_yet"
    assert walk.effects == []


def test_the_plan_so_far_can_be_had_at_any_moment(content: Content) -> None:
    walk = Walk(content, ANSWERED)
    assert walk.press("send_report") == []
    assert [effect.kind for effect in walk.effects] == [OFFER_REPORT]
    told = walk.press("repeat_tips")
    assert "plan.first" in told
    assert "plan.next" not in told


@pytest.mark.parametrize(
    "typed",
    ["WS-7K3M-9P", "annuleer ws-7k3m-9p graag", "WS 7K3M 9P", "ws7k3m9p", "WS–7K3M–9P", "referentie WS-7K3M9P."],
)
def test_a_reference_is_found_as_people_type_it(walk: Walk, typed: str) -> None:
    walk.type(typed, "cancel_booking")
    (effect,) = walk.effects
    assert (effect.kind, effect.data) == (CANCEL_REQUEST, {"reference": "WS-7K3M-9P"})
    assert walk.memory.aside is None


def test_the_reference_is_asked_for_and_then_read(walk: Walk) -> None:
    assert walk.type("annuleren", "cancel_booking") == ["booking.cancel.ask"]
    assert walk.type("eh") == ["booking.cancel.ask"]
    assert walk.type("WS-7K3M-9P") == []
    assert [effect.kind for effect in walk.effects] == [CANCEL_REQUEST]


def test_asking_for_a_reference_can_be_left(walk: Walk) -> None:
    walk.press("start_scan")
    walk.type("annuleren", "cancel_booking")
    assert walk.press("resume") == ["scan.ask.functie"]
    assert walk.memory.aside is None


def test_erasing_needs_a_yes(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    assert walk.press("erase_data") == ["nav.confirm.erase"]
    assert walk.type("hoezo") == ["nav.confirm.erase"]
    assert walk.effects == []
    assert walk.press("deny") == ["nav.as_you_wish", "scan.ask.gevaar_nu"]
    walk.press("erase_data")
    assert walk.press("affirm") == []
    assert [effect.kind for effect in walk.effects] == [ERASE_CONVERSATION]
    assert walk.memory == Memory(version=walk.content.version)


def test_what_is_not_understood_twice_in_a_row_leads_to_a_person(walk: Walk) -> None:
    assert walk.type("blub") == ["fallback.unclear"]
    assert walk.type("blub") == ["fallback.unclear", "fallback.person"]
    assert "talk_to_human" in walk.choices()
    walk.press("help")
    assert walk.type("blub") == ["fallback.unclear"]


def test_after_a_pause_what_is_not_understood_leads_back_to_the_open_question(walk: Walk) -> None:
    walk.press("start_scan")
    walk.press("pause")
    assert walk.type("blub") == ["nav.resumed", "scan.ask.functie"]


@pytest.mark.parametrize(
    ("memory", "told"),
    [
        (Memory(), "scan.ask.functie"),
        (Memory(planned=True, answers=SAFE_TRIAGE), "booking.ask.naam"),
        (Memory(planned=True, requested=True), "nav.as_you_wish"),
        (Memory(route="concreet"), "threat.stays"),
    ],
)
def test_a_yes_outside_a_question_is_to_what_was_offered_last(content: Content, memory: Memory, told: str) -> None:
    assert told in Walk(content, memory).press("affirm")


def test_a_typed_wish_to_change_an_answer_shows_the_list(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    assert walk.type("ik wil mijn antwoord wijzigen", "back") == ["scan.change"]
    assert walk.type("terug", "back") == ["scan.ask.functie"]


@pytest.mark.parametrize(("command", "said"), [("stop", "nav.stop.unbegun"), ("pause", "nav.pause")])
def test_with_nothing_open_stopping_is_harmless(walk: Walk, command: str, said: str) -> None:
    assert walk.press(command) == [said]
    assert walk.memory == Memory(version=walk.content.version)
