"""The edges of what is done at a danger: each is a case in which a small change of the rules would not be heard."""

from __future__ import annotations

import pytest

from tests.support.talking.under_route import heard
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.reading.incoming import Message
from woningscan.reading.threat import Action, Assessment, Level
from woningscan.reading.threat.assessment import NOTHING
from woningscan.reading.threat.situation.rules import CARE, CHILD, POLICE
from woningscan.safety import check_question, response, routes
from woningscan.safety.news import News, news_of

STARTED = Memory(started=True, answers={"functie": "raadslid"})
DOUBT = Assessment(Level.CONCREET, Action.CONTROLEVRAAG, ("woord:x",))
ACUTE = Assessment(Level.ACUUT, Action.ROUTE_ACUUT, ("woord:x",), certain=True)


def test_the_number_of_the_check_question_is_an_alarm(content: Content) -> None:
    notice = check_question.ask_check(content, STARTED).replies[0].parts[0]
    assert (notice["kind"], notice["tone"]) == ("notice", "emergency")


@pytest.mark.parametrize(
    ("typed", "checks", "assessment", "route"),
    [
        ("ik heb al aangifte gedaan", 2, DOUBT, "concreet_bekend"),  # the answer led somewhere itself
        ("misschien", 1, DOUBT, None),  # it is asked once more
        ("nee", 2, DOUBT, "concreet"),  # settled, and then doubted again: one level up
        ("nee", 2, Assessment(Level.ACUUT, Action.CONTROLEVRAAG, ("woord:x",)), "acuut"),
        ("nee", 2, Assessment(Level.CONCREET, Action.CONTROLEVRAAG, ("stat:concreet",)), None),  # statistics alone
    ],
)
def test_a_doubt_about_the_answer_itself(
    content: Content, typed: str, checks: int, assessment: Assessment, route: str | None
) -> None:
    asked = STARTED.but(aside=check_question.ASIDE, checks=checks)
    assert check_question.doubted_again(content, asked, assessment, typed).memory.route == route


@pytest.mark.parametrize(("started", "tools"), [(True, []), (False, ["start_scan", "report_threat"])])
def test_a_mistake_leads_to_what_was_open_or_to_the_beginning(
    content: Content, started: bool, tools: list[str]
) -> None:
    memory = Memory(started=started, route="concreet", taken_back=True, aside=check_question.ASIDE)
    step = check_question.answer_check(content, memory, Message(choice="dreiging:nee"))
    assert [reply.id for reply in step.replies] == ["threat.over"] and step.memory.route is None
    assert [tool.id for tool in step.replies[0].tools] == tools and bool(step.then) is started


@pytest.mark.parametrize(("before", "topic", "child"), [(False, CHILD, True), (True, None, True), (False, None, False)])
def test_a_child_stays_one(content: Content, before: bool, topic: str | None, child: bool) -> None:
    found = Assessment(Level.ACUUT, Action.ROUTE_ACUUT, ("woord:x",), topic, certain=True)
    step = response.on_assessment(content, STARTED.but(child=before), found)
    assert step is not None and (step.memory.route, step.memory.child) == ("acuut", child)


def test_asked_what_happened_lately_what_the_police_know_is_the_answer(content: Content) -> None:
    found, typed = Assessment(Level.CONCREET, Action.ROUTE_CONCREET, ("woord:x",)), "ik heb de politie gebeld"
    first, second = content.triage[0].id, content.triage[1].id
    profile = STARTED.answers
    lately = STARTED.but(answers={**profile, first: "nee"})
    seen = response.seen_in_context(content, lately, typed, found)
    assert (seen.topic, seen.certain, seen.action) == (POLICE, True, Action.ROUTE_CONCREET)
    now = response.seen_in_context(content, STARTED, typed, found)
    assert now is found, "asked whether there is danger now, it is no answer"
    done = lately.but(answers={**lately.answers, **{question.id: "nee" for question in content.triage}})
    assert response.seen_in_context(content, done, typed, found) is found
    assert response.seen_in_context(content, lately.but(aside="restart"), typed, found) is found
    assert response.seen_in_context(content, lately, "hij dreigt mij iets aan te doen", found) is found
    assert second in {question.id for question in content.triage}


def test_words_of_despair_make_a_weapon_a_means(content: Content) -> None:
    found = Assessment(Level.CONCREET, Action.ROUTE_CONCREET, ("woord:x",))
    seen = response.seen_in_context(content, STARTED.but(care=True), "ik heb een mes in mijn hand", found)
    assert (seen.level, seen.topic, seen.certain) == (Level.ACUUT, CARE, True)
    assert response.seen_in_context(content, STARTED.but(care=True), "ik heb een mes in mijn hand", ACUTE) is ACUTE
    assert response.seen_in_context(content, STARTED, "ik heb een mes in mijn hand", found) is found


@pytest.mark.parametrize(("route", "after"), [("concreet", "concreet_bekend"), ("acuut", "acuut"), ("zorg", "zorg")])
def test_what_the_police_know_changes_one_route_only(content: Content, route: str, after: str) -> None:
    memory = STARTED.but(route=route)
    step = response.under_route(content, memory, heard("de politie weet het al"), NOTHING)
    assert (step.memory.route if step else memory.route) == after


@pytest.mark.parametrize(
    ("typed", "child", "says"),
    [("ik ben 11 jaar", False, True), ("ik ben 11 jaar", True, False), ("oké", False, False), ("oké", True, False)],
)
def test_that_a_child_writes_is_met_once(content: Content, typed: str, child: bool, says: bool) -> None:
    step = response.under_route(content, STARTED.but(route="acuut", child=child), heard(typed), NOTHING)
    assert (step is not None) is says
    assert step is None or (step.memory.child and step.replies)


def test_the_go_ahead_before_a_request_is_said_as_such_and_only_there(content: Content) -> None:
    safe = {question.id: "nee" for question in content.triage}
    asked = STARTED.but(answers={**STARTED.answers, **safe})
    plain = response.after_triage(content, asked)
    wished = response.after_triage(content, asked.but(wish="woningscan"))
    assert plain is not None and wished is not None
    (said,), (before_request,) = plain.replies, wished.replies
    assert said.text != before_request.text
    for question in content.triage:
        for choice in question.choices:
            answers = {**asked.answers, question.id: choice.value}
            step = response.after_triage(content, asked.but(answers=answers, wish="woningscan"))
            assert step is None or (before_request in step.replies) is (step.memory.route == "geen")


def test_care_begins_anew_and_keeps_a_danger_from_others(content: Content) -> None:
    found = Assessment(Level.CONCREET, Action.STEUN, ("woord:x",), CARE, certain=True)
    before = STARTED.but(misses=2, checks=1, aside="restart")
    step = response.on_assessment(content, before, found)
    assert step is not None and step.then == ""
    after = step.memory
    assert (after.route, after.care, after.alarmed, after.misses, after.checks, after.aside) == (
        *("zorg", True, True),
        *(0, 0, None),
    )
    kept = response.on_assessment(content, before.but(route="acuut"), found)
    assert kept is not None and kept.memory.route == "acuut" and kept.memory.care


def test_without_a_route_what_is_repeated_is_the_one_of_a_threat(content: Content) -> None:
    numbers = content.contacts["alarmnummer"].value
    step = routes.repeat_route(content, STARTED)
    assert [reply.id for reply in step.replies] == ["threat.stays"] and numbers in step.replies[0].text
    in_care = routes.repeat_route(content, STARTED.but(route="zorg"))
    assert [reply.id for reply in in_care.replies] == ["threat.zorg.stay"]


@pytest.mark.parametrize(
    ("typed", "news"),
    [
        ("de politie is gebeld", News.HELP_CALLED),
        ("zal ik de politie bellen?", None),
        ("is het nu voorbij?", None),
        ("goedemorgen", None),
    ],
)
def test_a_question_is_no_news(typed: str, news: News | None) -> None:
    assert news_of(typed) is news
