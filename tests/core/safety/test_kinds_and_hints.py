"""The route that fits: the step for the kind first, whom to tell by function, and a hint for a small doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.talking.opinions import Opinions, asked
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import Decision
from woningscan.conversation.with_bot import HINT_AGAIN_AFTER, decide
from woningscan.reading.incoming import Incoming
from woningscan.reading.reading import Reading
from woningscan.reading.threat import NOTHING, Action, Assessment, Level
from woningscan.safety.response import take_route

DANGER = Assessment(Level.ACUUT, Action.ROUTE_ACUUT, (), certain=True)


class Fixed(Opinions):
    """A reader that finds this danger in every text."""

    def __init__(self, found: Assessment) -> None:
        super().__init__({})
        self.found = found

    def own_words(self, piece: str) -> Assessment:
        return self.found


def steps(content: Content, route: str, function: str = "", kind: str | None = None) -> list[str]:
    memory = Memory(version=content.version, answers={"functie": function} if function else {})
    replies = take_route(content, memory, route, kind).replies
    return [step for reply in replies for part in reply.parts if part["kind"] == "list" for step in part["items"]]


@pytest.mark.parametrize(
    ("route", "kind"), [(r, k) for r in ("acuut", "concreet") for k in ("brand", "huiselijk", None)]
)
def test_the_step_for_the_kind_comes_first_and_no_other_is_lost(content: Content, route: str, kind: str | None) -> None:
    told, general = steps(content, route, kind=kind), steps(content, route)
    first = content.routes[route].kinds.get(kind or "", general[0])
    assert told[0] == first
    assert [step for step in told if step != first] == [step for step in general if step != first]


def test_every_step_for_a_kind_is_safe_where_the_kind_was_read_wrong(content: Content) -> None:
    for route in content.routes.values():
        for kind, step in route.kinds.items():
            assert "?" in step.split(".")[0], f"{route.id}.{kind} begins without a condition"


@pytest.mark.parametrize(
    "function", ["raadslid", "wethouder", "burgemeester", "gedeputeerde", "waterschapsbestuurder", ""]
)
@pytest.mark.parametrize("route", ["concreet", "concreet_bekend", "doxing", "diffuus"])
def test_whom_to_tell_goes_by_the_function(content: Content, route: str, function: str) -> None:
    memory = Memory(version=content.version, answers={"functie": function} if function else {})
    told = " ".join(reply.text for reply in take_route(content, memory, route).replies)
    assert content.reporting[function or "other"] in told
    assert "{" not in told


def test_every_function_has_somebody_to_tell(content: Content) -> None:
    functions = {choice.value for choice in content.questions["functie"].choices} - {"andere_functie"}
    assert functions | {"other"} == set(content.reporting)


def typed(content: Content, memory: Memory, found: Assessment) -> Decision:
    return decide(content, memory, (), Reading(Incoming(text="er was wel iets geks laatst"), Fixed(found)))


def test_a_small_doubt_leaves_one_line_beside_the_usual_answer_and_not_each_time(content: Content) -> None:
    memory = asked(content, "rookmelders", rookmelders="ja")
    doubt = replace(NOTHING, hint=True)
    first = typed(content, memory, doubt)
    assert first.hint and first.intent == "nlu_fallback"
    memory = first.step.memory
    for _ in range(HINT_AGAIN_AFTER):
        again = typed(content, memory, doubt)
        assert not again.hint
        memory = again.step.memory
    assert typed(content, memory, doubt).hint


def test_a_danger_is_no_hint_and_nothing_is_none(content: Content) -> None:
    memory = asked(content, "rookmelders", rookmelders="ja")
    assert not typed(content, memory, replace(DANGER, hint=True)).hint
    assert not typed(content, memory, NOTHING).hint
    assert not typed(content, memory.but(aside="threat"), replace(NOTHING, hint=True)).hint
