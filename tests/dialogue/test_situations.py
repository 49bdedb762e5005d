"""What is said in each of these situations to whoever has each function: the whole table, through gate and engine.

`situations.yml` holds the messages with their level and kind. They are clear cases, chosen to hold; how many of unclear
ones are read right is measured elsewhere (docs/begrip.md). The same with the engine away is the core's own answer.
"""

from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.support.places import ROOT
from tests.support.talking.conversing import Talk
from woningscan.content import load_content
from woningscan.content.model import Route

CONTENT = load_content(ROOT / "content")
SITUATIONS: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(
    (ROOT / "tests/dialogue/situations.yml").read_text(encoding="utf-8")
)
FUNCTIONS = [choice.value for choice in CONTENT.questions["functie"].choices] + [""]
ROUTES = {"acuut": "acuut", "concreet": "concreet", "bekend": "concreet_bekend", "zorg": "zorg"}
ROUTES |= {"zorg_acuut": "zorg_acuut", "diffuus": "diffuus", "doxing": "doxing"}
OFFERS_A_SCAN = {"start_scan", "full_scan", "book_scan"}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation["text"][:40])
def test_the_answer_fits_the_situation_and_the_function(either_way: Talk, situation: dict[str, Any]) -> None:
    talk, route = either_way, CONTENT.routes[ROUTES[situation["level"]]]
    for function in FUNCTIONS:
        talk.token, talk.replies = talk.assistant.run(talk.service.open("test"))
        if function:
            talk.press("start_scan")
            talk.press(f"antwoord:functie={function}")
        talk.say(situation["text"])
        _first_line_is_that_of_the_route(talk, route)
        _steps_are_those_of_the_kind(talk, route, situation["kind"])
        _numbers_and_whom_to_tell(talk, route, function)
        if route.level != "diffuus":
            assert not OFFERS_A_SCAN & {choice.id for choice in talk.offered}
        asks_whom = not function and route.id in ("concreet", "concreet_bekend")
        assert asks_whom == any(choice.id == "whom_to_tell" for choice in talk.offered)


@pytest.mark.parametrize("function", sorted(CONTENT.reporting.keys() - {"other"}))
def test_whom_to_tell_is_asked_after_the_numbers_with_one_tap(either_way: Talk, function: str) -> None:
    either_way.say("ik word met de dood bedreigd")
    route = either_way.replies
    either_way.press("whom_to_tell")
    assert either_way.ids == ["threat.function"]
    either_way.press(f"antwoord:functie={function}")
    assert either_way.ids == ["threat.function.told"]
    assert CONTENT.reporting[function] in either_way.replies[0].text
    offered = {choice.id for choice in either_way.offered}
    assert offered == {choice.id for reply in route for choice in reply.choices} - {"whom_to_tell"}


def test_a_function_told_in_a_request_is_known(either_way: Talk) -> None:
    either_way.press("book_scan")
    for question in CONTENT.triage:
        either_way.press(f"antwoord:{question.id}=nee")
    either_way.say("Jan Jansen, wethouder")
    either_way.say("er is vanmorgen een dreigbrief gekomen dat ze me doodschieten")
    assert CONTENT.reporting["wethouder"] in " ".join(reply.text for reply in either_way.replies)


def _first_line_is_that_of_the_route(talk: Talk, route: Route) -> None:
    first = talk.replies[0]
    assert first.id == f"threat.route.{route.id}"
    assert first.parts[0]["text"].startswith(route.lead.split("{")[0])


def _steps_are_those_of_the_kind(talk: Talk, route: Route, kind: str | None) -> None:
    steps = [step for reply in talk.replies for part in reply.parts if part["kind"] == "list" for step in part["items"]]
    own = route.kinds.get(kind or "")
    if own is None:
        return
    assert own[0] in steps
    others = {step for other, of_other in route.kinds.items() if other != kind for step in of_other} - set(own)
    assert steps[0] not in others, "the first thing to do is that of another kind"


def _numbers_and_whom_to_tell(talk: Talk, route: Route, function: str) -> None:
    told = " ".join(reply.text for reply in talk.replies)
    assert CONTENT.contacts["alarmnummer"].value in told
    if route.level == "concreet":
        assert CONTENT.contacts["politie"].value in told
    if route.id.startswith("zorg"):
        assert CONTENT.contacts["zelfmoordpreventie"].value in told
    if route.id in ("concreet", "concreet_bekend", "doxing", "diffuus"):
        assert CONTENT.reporting.get(function, CONTENT.reporting["other"]) in told


def test_the_table_is_whole() -> None:
    assert len(SITUATIONS) >= 40
    assert {situation["level"] for situation in SITUATIONS} == set(ROUTES)
    assert {kind for route in CONTENT.routes.values() for kind in route.kinds} <= {one["kind"] for one in SITUATIONS}
