"""The one check question that settles a doubt about a threat."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.talking.walk import Walk
from woningscan.content.model import Content
from woningscan.conversation.memory import Draft, Memory
from woningscan.conversation.step import Step
from woningscan.reading.incoming import Message
from woningscan.reading.threat import Action, Assessment, Level
from woningscan.safety import check_question, response

OPEN = Memory(aside=check_question.ASIDE)


def answer(content: Content, memory: Memory, *, text: str = "", choice: str | None = None) -> Step:
    return check_question.answer_check(content, memory, Message(text, choice=choice))


def test_it_gives_the_number_and_three_answers_and_asks_nothing_else(content: Content) -> None:
    step = check_question.ask_check(content, Memory(started=True, answers={"functie": "raadslid"}))
    (reply,) = step.replies
    assert [choice.id for choice in reply.choices] == ["dreiging:nu", "dreiging:wel", "dreiging:nee"]
    assert content.contacts["alarmnummer"].value in reply.text
    assert step.memory.aside == check_question.ASIDE
    assert step.then == ""


@pytest.mark.parametrize(("choice", "route"), [("nu", "acuut"), ("wel", "concreet"), ("politie", "concreet_bekend")])
def test_a_button_leads_to_its_route(content: Content, choice: str, route: str) -> None:
    after = answer(content, OPEN, choice=f"dreiging:{choice}").memory
    assert (after.route, after.aside) == (route, None)


@pytest.mark.parametrize("typed", ["ja", "Ja!", "klopt", "ja hoor"])
def test_a_plain_typed_yes_counts_as_a_threat(content: Content, typed: str) -> None:
    assert answer(content, OPEN, text=typed).memory.route == "concreet"


@pytest.mark.parametrize("typed", ["nee", "Nee hoor.", "nee dat was een grapje"])
def test_a_plain_no_goes_on_where_it_was(content: Content, typed: str) -> None:
    step = answer(content, OPEN.but(started=True), text=typed)
    assert step.replies[0].id == "threat.check.none"
    assert (step.memory.route, step.memory.aside, step.then) == (None, None, "scan")


@pytest.mark.parametrize(
    "typed", ["nee, nu niet meer", "nee maar hij komt terug", "misschien", "weet ik niet", "hallo", "🙂", ""]
)
def test_what_is_unclear_is_asked_once_more_and_then_goes_on_with_the_number(content: Content, typed: str) -> None:
    asked = check_question.ask_check(content, Memory(started=True)).memory
    again = answer(content, asked, text=typed)
    assert again.replies[0].id == "threat.check"
    assert again.memory.aside == check_question.ASIDE
    later = answer(content, again.memory, text=typed)
    assert later.replies[0].id == "threat.check.later"
    assert content.contacts["alarmnummer"].value in later.replies[0].text
    assert later.memory.aside is None
    assert later.then == "scan"


@pytest.mark.parametrize(
    "typed",
    [
        *("geen dreiging", "er is niets aan de hand", "neen, geen dreiging", "vals alarm", "oeps, verkeerde knop"),
        *("dat was een vergissing", "Nee, er is hier geen gevaar.", "gelukkig niet", "welnee, dat ging over een film"),
        "sorry, ik schrok van een doos op de stoep maar die is van de buren",
    ],
)
def test_a_denial_in_own_words_ends_it(content: Content, typed: str) -> None:
    asked = check_question.ask_check(content, Memory(started=True)).memory
    assert [reply.id for reply in answer(content, asked, text=typed).replies] == ["threat.check.none"]


@pytest.mark.parametrize(
    "typed", ["nee maar hij staat er nu weer", "niets aan de hand zegt hij, hij bonst op de deur", "geen idee, help"]
)
def test_a_denial_with_danger_in_it_is_none(content: Content, typed: str) -> None:
    asked = check_question.ask_check(content, Memory(started=True)).memory
    assert [reply.id for reply in answer(content, asked, text=typed).replies] == ["threat.check"]


@pytest.mark.parametrize("typed", ["de politie weet het al", "ik heb al aangifte gedaan", "ik word beveiligd"])
def test_what_the_police_know_has_its_own_route(content: Content, typed: str) -> None:
    assert answer(content, OPEN, text=typed).memory.route == "concreet_bekend"


def test_it_is_asked_twice_at_most_also_where_the_threat_check_doubts_again(content: Content) -> None:
    doubt = Assessment(Level.CONCREET, Action.CONTROLEVRAAG, ())
    first = response.on_assessment(content, Memory(started=True), doubt)
    assert first is not None
    second = response.on_assessment(content, first.memory, doubt)
    assert second is not None and second.replies[0].id == "threat.check"
    third = response.on_assessment(content, second.memory, doubt)
    assert third is not None and third.replies[0].id == "threat.check.later"
    assert third.memory.checks == 0


def test_support_for_what_the_answer_tells_ends_it(content: Content) -> None:
    step = check_question.answer_check(content, OPEN, Message(text="er zijn wel boze brieven"), supported=True)
    assert step.memory.aside is None
    assert step.replies == ()


def test_a_doubt_about_a_colleague_alone_is_supported_and_not_asked_about(content: Content) -> None:
    doubt = Assessment(Level.CONCREET, Action.CONTROLEVRAAG, (), kinds=("collega_of_ander",))
    step = response.on_assessment(content, Memory(started=True), doubt)
    assert step is not None and step.memory.aside is None
    assert [reply.id for reply in step.replies] == ["threat.route.diffuus"]
    assert content.routes["diffuus"].kinds["collega_of_ander"][0] in str(step.replies[0].parts)
    certain = response.on_assessment(content, Memory(started=True), replace(doubt, certain=True))
    assert certain is not None and certain.replies[0].id == "threat.check"


@pytest.mark.parametrize("choice", ["dreiging:", "dreiging:bestaat_niet", "dreiging:acuut", "antwoord:auto=nee"])
def test_an_unknown_button_is_not_a_no(content: Content, choice: str) -> None:
    assert answer(content, OPEN, choice=choice).replies[0].id == "threat.check"


@pytest.mark.parametrize("route", ["acuut", "concreet", "concreet_bekend"])
def test_a_no_does_not_take_a_route_away(content: Content, route: str) -> None:
    step = answer(content, OPEN.but(route=route), choice="dreiging:nee")
    assert step.memory.route == route
    assert "threat.stays" in [reply.id for reply in step.replies]
    assert step.then == ""


def test_a_lesser_button_does_not_lower_a_route(content: Content) -> None:
    assert answer(content, OPEN.but(route="acuut"), choice="dreiging:wel").memory.route == "acuut"


def test_with_nothing_open_a_no_leads_to_the_beginning(content: Content) -> None:
    (reply,) = answer(content, OPEN, text="nee").replies
    assert {choice.id for choice in reply.tools} == {"start_scan", "report_threat"}


def test_a_request_that_was_open_is_asked_again(content: Content) -> None:
    assert answer(content, OPEN.but(draft=Draft("woningscan")), choice="dreiging:nee").then == "request"


def test_in_a_scan_the_same_question_comes_back(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    assert walk.press("report_threat") == ["threat.check"]
    assert walk.press("dreiging:nee") == ["threat.check.none", "scan.ask.gevaar_nu"]
    assert walk.press("report_threat") == ["threat.check"]
    assert walk.type("euh") == ["threat.check"]
    assert walk.type("euh") == ["threat.check.later", "scan.ask.gevaar_nu"]
