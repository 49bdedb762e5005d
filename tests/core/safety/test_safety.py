"""At a threat level: what is said and done, and that no way leads round it."""

from __future__ import annotations

from itertools import product

import pytest

from tests.support.talking.walk import SAFE_TRIAGE, Walk
from woningscan.content.model import Content
from woningscan.conversation.memory import Draft, Memory
from woningscan.conversation.reply import Reply
from woningscan.reading.incoming import Message
from woningscan.reading.threat import Action, Assessment, Level
from woningscan.safety import check_question, response, routes, speaking
from woningscan.safety.triage import stops_the_scan

LEVELS = ("geen", "diffuus", "concreet", "acuut")
STOPPING = ("acuut", "concreet", "concreet_bekend")
VARIANTS = ("acuut_kind", "zorg_acuut", "zorg_acuut_ander")
ACTIONS = {
    Action.ROUTE_ACUUT: Level.ACUUT,
    Action.ROUTE_CONCREET: Level.CONCREET,
    Action.CONTROLEVRAAG: Level.CONCREET,
    Action.STEUN: Level.DIFFUUS,
    Action.GEEN: Level.GEEN,
}


def found(action: Action, topic: str | None = None) -> Assessment:
    return Assessment(ACTIONS[action], action, (), topic)


def said(replies: tuple[Reply, ...]) -> list[str]:
    return [reply.id for reply in replies]


@pytest.mark.parametrize(
    ("action", "topic", "route", "told"),
    [
        (Action.ROUTE_ACUUT, None, "acuut", ["threat.route.acuut", "threat.route.acuut.steps"]),
        (Action.ROUTE_CONCREET, None, "concreet", ["threat.route.concreet"]),
        (Action.ROUTE_CONCREET, "politie_weet_het", "concreet_bekend", ["threat.route.concreet_bekend"]),
        (Action.CONTROLEVRAAG, None, None, ["threat.check"]),
        (Action.STEUN, None, "diffuus", ["threat.route.diffuus"]),
        (Action.STEUN, "doxing", "doxing", ["threat.route.doxing"]),
        (Action.STEUN, "zorg", "zorg", ["threat.route.zorg"]),
        (Action.STEUN, "iets_anders", "diffuus", ["threat.route.diffuus"]),
    ],
)
def test_each_action_has_its_route(
    content: Content, action: Action, topic: str | None, route: str | None, told: list[str]
) -> None:
    step = response.on_assessment(content, Memory(), found(action, topic))
    assert step is not None
    assert (step.memory.route, said(step.replies)) == (route, told)
    assert step.then == (None if action is Action.STEUN and topic != "zorg" else "")


def test_nothing_found_says_nothing(content: Content) -> None:
    assert response.on_assessment(content, Memory(), found(Action.GEEN)) is None


@pytest.mark.parametrize("route", STOPPING)
def test_a_route_keeps_the_answers_and_puts_aside_what_was_half_done(content: Content, route: str) -> None:
    answers = {"functie": "raadslid", "rookmelders": "nee"}
    memory = Memory(
        started=True, answers=answers, aside="restart", revisit="functie", draft=Draft("woningscan", {"naam": "Jan"})
    )
    after = routes.take_route(content, memory, route).memory
    put_aside = Draft("woningscan", {"naam": "Jan"})
    assert after == Memory(started=True, answers=answers, route=route, alarmed=True, shelved=put_aside)


@pytest.mark.parametrize(("before", "then"), list(product(LEVELS, LEVELS)))
def test_a_level_is_never_lowered(content: Content, before: str, then: str) -> None:
    after = routes.take_route(content, Memory(route=before), then).memory
    assert after.route is not None
    assert content.routes[after.route].level == max(before, then, key=LEVELS.index)


def test_support_after_a_threat_leaves_the_threat_in_force(content: Content) -> None:
    step = response.on_assessment(content, Memory(route="concreet"), found(Action.STEUN, "zorg"))
    assert step is not None and step.memory.route == "concreet"


@pytest.mark.parametrize("topic", [None, "doxing"])
def test_under_a_threat_no_lighter_route_is_said(content: Content, topic: str | None) -> None:
    for memory in (Memory(route="concreet"), Memory(route="zorg", care=True)):
        assert response.on_assessment(content, memory, found(Action.STEUN, topic)) is None


def test_the_kind_of_danger_is_known_until_it_is_over(content: Content) -> None:
    doubt = Assessment(Level.CONCREET, Action.CONTROLEVRAAG, (), kinds=("huiselijk",))
    asked = response.on_assessment(content, Memory(), doubt)
    assert asked is not None
    own = content.routes["acuut"].kinds["huiselijk"][0]
    step = check_question.answer_check(content, asked.memory, Message(choice="dreiging:nu"))
    assert own in str([reply.parts for reply in step.replies])
    later = routes.take_route(content, step.memory, "acuut", ("persoon_bij_de_woning",))
    assert later.memory.kinds[0] == "huiselijk", "who is in danger at home is so whatever is told next"
    assert check_question.answer_check(content, asked.memory, Message(choice="dreiging:nee")).memory.kinds == ()
    assert routes.start_again(step.memory, content).kinds == ()
    assert Memory.from_dict(step.memory.to_dict()) == step.memory


@pytest.mark.parametrize("typed", ["ik ben wethouder", "wethouder hier in een dorp"])
def test_a_function_in_words_under_a_threat_tells_whom_to_tell(content: Content, typed: str) -> None:
    step = routes.function_named(content, Memory(route="concreet"), typed)
    assert step is not None and content.reporting["wethouder"] in step.replies[0].text
    assert routes.function_named(content, Memory(), typed) is None


@pytest.mark.parametrize(
    "typed", ["mag ik de burgemeester bellen?", "de burgemeester weet het al", "ik ben de zoon van de burgemeester"]
)
def test_a_function_of_somebody_else_is_not_ones_own(content: Content, typed: str) -> None:
    assert routes.function_named(content, Memory(route="concreet"), typed) is None


def test_support_before_the_triage_is_not_lowered_by_its_go_ahead(walk: Walk) -> None:
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    walk.memory = walk.memory.but(route="diffuus")
    assert walk.answer(**SAFE_TRIAGE)[-1] == "scan.ask.woningtype"
    assert walk.memory.route == "diffuus"


@pytest.mark.parametrize("route", STOPPING)
def test_the_emergency_number_is_in_every_stopping_route_and_first_at_acuut(content: Content, route: str) -> None:
    replies = routes.take_route(content, Memory(), route).replies
    alarm = content.contacts["alarmnummer"].value
    assert any(alarm in reply.text for reply in replies)
    assert replies[0].parts[0]["kind"] == "notice"
    assert replies[0].parts[0]["tone"] == "emergency"
    if route == "acuut":
        assert alarm in replies[0].text
        assert replies[0].choices == replies[0].tools == ()


@pytest.mark.parametrize("route", STOPPING)
@pytest.mark.parametrize(
    "way",
    [
        *("start_scan", "full_scan", "book_scan", "resume", "back", "wijzig", "wijzig:functie", "send_report"),
        *("repeat_tips", "pause", "deny", "affirm", "skip", "antwoord:functie=wethouder", "veld:akkoord=ja"),
    ],
)
def test_no_way_leads_round_a_stopping_route(content: Content, route: str, way: str) -> None:
    walk = Walk(content, Memory(started=True, answers={"functie": "raadslid"}, route=route))
    told = walk.press(way)
    assert "threat.stays" in told
    assert all(one.startswith("threat.") for one in told)
    assert walk.effects == []
    assert walk.memory.route == route
    if route == "acuut":
        assert told[0] == "threat.route.acuut"


@pytest.mark.parametrize("route", STOPPING)
def test_stop_stops_with_the_numbers_in_one_line_and_the_route_stays(content: Content, route: str) -> None:
    walk = Walk(content, Memory(started=True, answers={"functie": "raadslid"}, route=route))
    assert walk.press("stop") == ["threat.stopped"]
    assert content.contacts["alarmnummer"].value in walk.said[0].text
    assert content.contacts["politie"].value in walk.said[0].text
    assert walk.memory.route == route
    assert not {choice.id for choice in walk.offered} & {"start_scan", "book_scan"}


@pytest.mark.parametrize("route", STOPPING)
def test_the_buttons_after_a_route_hold_no_scan_and_no_request(content: Content, route: str) -> None:
    offered = {choice.id for choice in speaking.choices_after(content, route, Memory())}
    assert {"restart", "talk_to_human"} <= offered
    assert offered <= {"restart", "talk_to_human", "dreiging:nu", "dreiging:politie", "whom_to_tell"}


@pytest.mark.parametrize("route", STOPPING)
def test_starting_again_asks_the_safety_questions_anew_and_keeps_the_rest(content: Content, route: str) -> None:
    answers = {"functie": "raadslid", "gevaar_nu": "ja", "woningtype": "vrijstaand", "rookmelders": "nee"}
    walk = Walk(content, Memory(started=True, answers=answers, route=route, alarmed=True))
    assert walk.press("restart") == ["scan.again", "scan.ask.gevaar_nu"]
    kept = {"functie": "raadslid", "woningtype": "vrijstaand", "rookmelders": "nee"}
    assert dict(walk.memory.answers) == kept
    assert walk.answer(**SAFE_TRIAGE)[-1] == "scan.ask.eigendom"


@pytest.mark.parametrize(
    ("answers", "route"),
    [
        ({"gevaar_nu": "ja"}, "acuut"),
        ({"gevaar_nu": "ik_twijfel"}, "acuut"),
        ({"gevaar_nu": "nee", "voorval": "ja_en_de_politie_weet_het_niet"}, "concreet"),
        ({"gevaar_nu": "nee", "voorval": "ja_en_de_politie_weet_het_al"}, "concreet_bekend"),
    ],
)
def test_a_triage_answer_stops_the_scan_at_once(walk: Walk, answers: dict[str, str], route: str) -> None:
    walk.press("start_scan")
    told = walk.answer(functie="raadslid", **answers)
    assert told[0] == f"threat.route.{route}"
    assert not any(one.startswith("scan.") for one in told)
    assert walk.asking is None
    assert walk.memory.answers["functie"] == "raadslid"


def test_support_is_told_once_and_the_scan_goes_on(walk: Walk) -> None:
    walk.press("start_scan")
    told = walk.answer(functie="raadslid", gevaar_nu="nee", voorval="weet_niet_zeker")
    assert told == ["threat.route.diffuus", "scan.ask.doxing"]
    assert walk.answer(doxing="nee") == ["scan.ask.onveilig_gevoel"]
    assert walk.answer(onveilig_gevoel="nee") == ["scan.ask.woningtype"]


def test_every_route_is_either_stopping_or_not_and_none_stops_nothing(content: Content) -> None:
    assert {route for route in content.routes if stops_the_scan(content, route)} == {*STOPPING, *VARIANTS}
    assert not routes.stopped(content, Memory())


@pytest.mark.parametrize("route", ["acuut", "concreet"])
def test_what_is_not_understood_under_a_route_brings_the_one_step_for_the_kind(content: Content, route: str) -> None:
    kind = "verdacht_voorwerp"
    step = routes.repeat_route(content, Memory(route=route, kinds=(kind,)))
    parts = [part.get("text") for reply in step.replies for part in reply.parts]
    assert content.routes[route].kinds[kind][0] in parts
    assert content.messages["threat.stays"] in parts
    without = routes.repeat_route(content, Memory(route=route))
    assert len(parts) == 1 + sum(len(reply.parts) for reply in without.replies)
