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
from woningscan.safety.routes import take_route

DANGER = Assessment(Level.ACUUT, Action.ROUTE_ACUUT, (), certain=True)


class Fixed(Opinions):
    """A reader that finds this danger in every text."""

    def __init__(self, found: Assessment) -> None:
        super().__init__({})
        self.found = found

    def own_words(self, piece: str) -> Assessment:
        return self.found


def steps(content: Content, route: str, function: str = "", kinds: tuple[str, ...] = ()) -> list[str]:
    memory = Memory(version=content.version, answers={"functie": function} if function else {})
    replies = take_route(content, memory, route, kinds).replies
    return [step for reply in replies for part in reply.parts if part["kind"] == "list" for step in part["items"]]


@pytest.mark.parametrize("kind", ["persoon_bij_de_woning", "brand", "huiselijk", "gevolgd_of_opgewacht"])
def test_at_112_the_steps_are_those_of_the_kind_and_of_no_other(content: Content, kind: str) -> None:
    told, by_kind = steps(content, "acuut", kinds=(kind,)), content.routes["acuut"].kinds
    own = list(by_kind[kind])
    assert told[: len(own)] == own
    of_others = {step for other, steps in by_kind.items() if other != kind for step in steps} - set(own)
    assert not of_others & set(told)


def test_what_it_may_be_as_well_is_not_left_out(content: Content) -> None:
    told = steps(content, "acuut", kinds=("brand", "persoon_bij_de_woning"))
    by_kind = content.routes["acuut"].kinds
    assert told[:2] == [by_kind["brand"][0], by_kind["persoon_bij_de_woning"][0]]


def test_without_a_kind_the_steps_of_all_come_each_with_its_condition(content: Content) -> None:
    assert steps(content, "acuut") == steps(content, "acuut", kinds=("unknown",)) == list(content.routes["acuut"].steps)


@pytest.mark.parametrize("kind", ["vernieling", "doxing", "huiselijk"])
def test_where_there_is_time_no_step_is_lost(content: Content, kind: str) -> None:
    told, general = steps(content, "concreet", kinds=(kind,)), steps(content, "concreet")
    own = content.routes["concreet"].kinds[kind]
    assert told[: len(own)] == list(own)
    assert set(general) <= set(told)


def test_every_step_for_a_kind_is_safe_where_the_kind_was_read_wrong(content: Content) -> None:
    for route in content.routes.values():
        for kind, (first, *_) in route.kinds.items():
            assert "?" in first.split(".")[0], f"{route.id}.{kind} begins without a condition"


def test_the_check_question_says_what_to_leave_already(content: Content) -> None:
    doubt = Assessment(Level.ACUUT, Action.CONTROLEVRAAG, (), kinds=("persoon_bij_de_woning",))
    decision = typed(content, asked(content, "rookmelders", rookmelders="ja"), doubt)
    (reply,) = decision.step.replies
    assert content.routes["acuut"].kinds["persoon_bij_de_woning"][0] in reply.text


def test_danger_at_home_points_to_the_way_off_the_page_only_where_there_is_one(content: Content) -> None:
    for overheard in (False, True):
        replies = take_route(content, Memory(overheard=overheard), "acuut", ("huiselijk",)).replies
        told = " ".join(reply.text for reply in replies)
        assert (content.messages["threat.quick_exit"] in told) is not overheard


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


def test_after_support_nobody_hears_that_it_was_not_understood(content: Content) -> None:
    support = Assessment(Level.DIFFUUS, Action.STEUN, (), kinds=("collega_of_ander",))
    reading = Reading(Incoming(text="mijn collega krijgt haatmail en kan niet meer slapen"), Fixed(support))
    decision = decide(content, Memory(version=content.version), (), reading)
    assert [reply.id for reply in decision.step.replies] == ["threat.route.diffuus"]
    assert (decision.text, decision.choice) == (None, None)
    open_question = decide(content, asked(content, "rookmelders"), (), reading)
    assert open_question.choice == "resume"
