"""Somebody to talk to: numbers at once, being called back on request, police first under a threat."""

from __future__ import annotations

import pytest

from tests.support.talking.walk import Walk
from woningscan.content.model import Content
from woningscan.conversation.effects import SUBMIT_REQUEST
from woningscan.conversation.memory import Draft, Memory


def test_the_numbers_come_at_once_with_the_offer_to_be_called_back(walk: Walk, content: Content) -> None:
    assert walk.press("talk_to_human") == ["handoff.offer"]
    assert content.contacts["ccv_telefoon"].value in walk.said[0].text
    assert {"start_callback", "resume", "report_threat"} == walk.choices()


@pytest.mark.parametrize("route", ["concreet", "concreet_bekend"])
def test_under_a_threat_the_police_come_first_and_being_called_back_is_possible(content: Content, route: str) -> None:
    walk = Walk(content, Memory(route=route))
    walk.press("talk_to_human")
    told = walk.said[0].text
    police, secretariat = (content.contacts[one].value for one in ("politie", "ccv_telefoon"))
    assert told.index(police) < told.index(secretariat)
    assert "book_scan" not in walk.choices()
    assert walk.press("start_callback") == ["booking.start.terugbellen", "booking.ask.naam"]


def test_in_acute_danger_nothing_is_offered_but_starting_again(content: Content) -> None:
    walk = Walk(content, Memory(route="acuut"))
    walk.press("talk_to_human")
    assert walk.choices() == {"restart", "report_threat"}
    assert walk.said[0].text.index(content.contacts["alarmnummer"].value) >= 0
    assert walk.press("start_callback")[0] == "threat.route.acuut"
    assert walk.memory.draft is None


def test_a_call_back_is_a_request_of_its_own(walk: Walk) -> None:
    walk.press("talk_to_human")
    walk.press("start_callback")
    for value in ("Jan de Vries", "raadslid", "0612345678", "geen voorkeur"):
        walk.type(value)
    walk.press("veld:akkoord=ja")
    (effect,) = walk.effects
    assert (effect.kind, effect.data["kind"]) == (SUBMIT_REQUEST, "terugbellen")


def test_what_was_filled_in_for_a_woningscan_is_kept_for_a_call_back(walk: Walk) -> None:
    walk.book()
    walk.type("Jan de Vries")
    assert walk.press("talk_to_human") == ["handoff.offer"]
    assert walk.press("start_callback") == ["booking.start.terugbellen", "booking.ask.functie"]
    assert walk.memory.draft == Draft("terugbellen", {"naam": "Jan de Vries"})


def test_another_function_may_be_called_back(content: Content) -> None:
    walk = Walk(content, Memory(answers={"functie": "andere_functie"}))
    assert walk.press("start_callback") == ["booking.start.terugbellen", "booking.ask.naam"]


def test_it_does_not_lose_the_scan(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    walk.press("talk_to_human")
    assert walk.press("resume") == ["scan.ask.gevaar_nu"]
