"""Under a route: no dead end, nothing clicked away, and a mistake put right."""

from __future__ import annotations

import pytest

from tests.support.talking.safe_triage import SAFE_TRIAGE
from tests.support.talking.under_route import pressed, routed, typed
from tests.support.talking.walk import Walk
from woningscan.content.model import Content
from woningscan.conversation.memory import Draft, Memory
from woningscan.conversation.talk import answer_question

DRAFT = Draft("terugbellen", {"functie": "raadslid"})


@pytest.mark.parametrize("route", ["acuut", "concreet"])
@pytest.mark.parametrize("text", ["dat was een vergissing", "oeps, vals alarm", "ik drukte per ongeluk op die knop"])
def test_a_mistake_is_asked_about_once_and_then_put_right(content: Content, route: str, text: str) -> None:
    asked = typed(content, routed(content, route, shelved=DRAFT), text)
    assert [reply.id for reply in asked.step.replies] == ["threat.check"]
    assert asked.step.memory.route == route, "until the answer the route holds"
    over = pressed(content, asked.step.memory, "dreiging:nee").step
    assert [reply.id for reply in over.replies] == ["threat.over"]
    assert content.contacts["alarmnummer"].value in over.replies[0].text
    assert (over.memory.route, over.memory.draft, over.then) == (None, DRAFT, "request")


def test_a_mistake_of_a_safety_answer_has_the_safety_questions_asked_again(content: Content) -> None:
    answers = {"functie": "raadslid", **SAFE_TRIAGE, "gevaar_nu": "ja"}
    asked = typed(content, routed(content, "acuut", started=True, answers=answers), "dat was een vergissing")
    over = pressed(content, asked.step.memory, "dreiging:nee").step
    assert (dict(over.memory.answers), over.then) == ({"functie": "raadslid"}, "scan")


@pytest.mark.parametrize("route", ["concreet_bekend", "zorg", "zorg_acuut"])
def test_what_the_police_know_and_despair_stay(content: Content, route: str) -> None:
    memory = routed(content, route, care=route.startswith("zorg"))
    decision = typed(content, memory, "dat was een vergissing")
    assert decision.step.memory.route == route
    assert all(reply.id != "threat.check" for reply in decision.step.replies)


def test_a_route_is_not_clicked_away_by_the_button_and_a_no(content: Content) -> None:
    asked = pressed(content, routed(content, "concreet"), "report_threat")
    after = pressed(content, asked.step.memory, "dreiging:nee").step
    assert after.memory.route == "concreet"


def test_a_danger_told_again_is_no_mistake(content: Content) -> None:
    told = typed(content, routed(content, "concreet"), "vergissing, er staat nu iemand met een mes in mijn huis")
    assert told.step.replies[0].id == "threat.route.acuut"


@pytest.mark.parametrize("route", ["acuut", "concreet", "concreet_bekend"])
def test_what_was_not_understood_brings_one_line_and_not_the_whole_again(content: Content, route: str) -> None:
    walk = Walk(content, routed(content, route))
    told = walk.press("start_scan")
    assert told[-1] == "threat.stays"
    assert all(part["kind"] != "list" for reply in walk.said for part in reply.parts)


@pytest.mark.parametrize(
    ("route", "asked"), [("acuut", "ask_who_reads"), ("concreet", "ask_costs"), ("concreet_bekend", "ask_costs")]
)
def test_a_question_under_a_route_is_answered_with_the_number_in_sight(
    content: Content, route: str, asked: str
) -> None:
    walk = Walk(content, routed(content, route))
    assert walk.type("zeg eens", asked) == [f"faq.{asked}"]
    assert content.contacts["alarmnummer"].value in walk.said[0].text


@pytest.mark.parametrize("way", ["send_report", "repeat_tips"])
def test_the_plan_so_far_can_be_had_where_there_is_time(content: Content, way: str) -> None:
    answers = {"functie": "raadslid", **SAFE_TRIAGE, "scanlengte": "kort", "rookmelders": "nee"}
    there = Walk(content, routed(content, "concreet", started=True, answers=answers))
    there.press(way)
    assert there.effects or there.said
    assert there.memory.route == "concreet"
    assert all("book_scan" not in [choice.id for choice in reply.choices] for reply in there.said)
    acute = Walk(content, routed(content, "acuut", started=True, answers=answers))
    assert acute.press(way)[0] == "threat.route.acuut"


@pytest.mark.parametrize("route", ["concreet", "concreet_bekend"])
def test_a_visit_is_told_about_as_it_is_under_the_route(content: Content, route: str) -> None:
    """A threat told in own words counts like one that was answered: no visit is offered in words either."""
    entry = content.answers["q_alleen_bezoek"]
    calm = answer_question(content, Memory(version=content.version), "q_alleen_bezoek", None)
    routed = answer_question(content, Memory(version=content.version, route=route), "q_alleen_bezoek", None)
    assert calm.replies[0].parts[0]["text"] == entry["text"][0]
    assert routed.replies[0].parts[0]["text"] == entry["variants"][0]["text"][0]
