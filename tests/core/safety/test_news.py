"""Help was called, help is there, it is said to be over: the answer fits, and never says that it is safe."""

from __future__ import annotations

import pytest

from tests.support.talking.under_route import heard, routed, typed
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.conversation.talk import answer_question
from woningscan.reading.threat import Action, Assessment, Level
from woningscan.safety.news import News, news_of
from woningscan.safety.response import on_assessment, under_route


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("ik heb 112 gebeld, ze komen eraan", News.HELP_CALLED),
        ("de politie is onderweg", News.HELP_CALLED),
        ("we hebben net de meldkamer gebeld", News.HELP_CALLED),
        ("ik zit aan de lijn met 112", News.HELP_CALLED),
        ("ik heb net gebeld, ze komen langs", News.HELP_CALLED),
        ("ja hoor, we hebben al gebeld", News.HELP_CALLED),
        ("ik heb net gebeld met mijn man, hij ziet iemand staan", None),
        ("ik heb gebeld maar er neemt niemand op", None),
        ("hij heeft net gebeld, hij komt eraan", None),
        ("de politie is er nu", News.HELP_THERE),
        ("de agenten staan voor de deur, mag ik opendoen?", News.HELP_THERE),
        ("het is gelukkig voorbij", News.SAID_OVER),
        ("hij is inmiddels opgepakt", News.SAID_OVER),
        ("ze hebben hem meegenomen", News.SAID_OVER),
        ("de eod is klaar", News.SAID_OVER),
        ("de forensische dienst is klaar. mogen we nu door met de vragen?", News.SAID_OVER),
        ("it is over", News.SAID_OVER),
        ("we zijn nu allemaal veilig", News.SAID_OVER),
        ("de politie is nog niet geweest", None),
        ("moet ik 112 bellen?", None),
        ("is de politie er al?", None),
        ("hij is weg maar zijn broer staat er nog", None),
        ("hij is nu weg geloof ik", None),
        ("ik durf de politie niet te bellen", None),
        ("het is nog niet voorbij", None),
        ("ben ik veilig als ik binnen blijf?", None),
    ],
)
def test_what_became_of_the_danger(text: str, news: News | None) -> None:
    assert news_of(text) is news


def told(content: Content, memory: Memory, text: str) -> tuple[Memory, str]:
    step = typed(content, memory, text).step
    return step.memory, " ".join(str(part) for reply in step.replies for part in reply.parts)


@pytest.mark.parametrize(
    "text", ["ik heb 112 gebeld, ze komen eraan", "de politie staat voor de deur", "het is voorbij"]
)
def test_who_tells_what_became_of_it_is_not_told_to_call_again_for_the_same(content: Content, text: str) -> None:
    memory, said = told(content, routed(content, "acuut", kinds=("persoon_bij_de_woning",)), text)
    assert memory.route == "acuut", "a level is not left by words"
    assert "Bel nu 112" not in said
    assert "112" in said


def test_a_new_danger_after_that_is_one(content: Content) -> None:
    memory, _ = told(content, routed(content, "acuut", kinds=("persoon_bij_de_woning",)), "hij is weg")
    memory, said = told(content, memory, "er staat weer een man met een mes voor mijn deur")
    assert memory.news == ""
    assert "Bel nu 112" in said


def test_where_the_police_are_nobody_is_told_to_keep_the_door_shut(content: Content) -> None:
    memory = routed(content, "acuut", kinds=("persoon_bij_de_woning",))
    assert "doe niet open" not in told(content, memory, "de politie staat nu voor de deur, mag ik opendoen?")[1]


def test_a_threat_that_the_police_are_told_of_is_one_they_know(content: Content) -> None:
    memory, said = told(content, routed(content, "concreet"), "ik heb de politie al gebeld")
    assert memory.route == "concreet_bekend"
    assert "contactpersoon" in said


def test_the_same_danger_again_brings_its_one_step_and_another_kind_its_own(content: Content) -> None:
    def on(kind: str) -> list[str]:
        danger = Assessment(Level.ACUUT, Action.ROUTE_ACUUT, (), certain=True, kinds=(kind,))
        step = on_assessment(content, routed(content, "acuut", kinds=("verdacht_voorwerp",)), danger)
        return [reply.id for reply in step.replies] if step else []

    assert on("verdacht_voorwerp") == ["threat.route.acuut", "threat.stays"]
    assert on("brand") == ["threat.route.acuut", "threat.route.acuut.steps"]


@pytest.mark.parametrize(
    "text", ["er hangt een drone boven mijn huis", "iemand belt steeds aan en rent weg", "ze doen belletje trek"]
)
def test_a_nuisance_is_asked_about_and_no_reason_for_112(content: Content, text: str) -> None:
    assert typed(content, Memory(version=content.version), text).step.memory.route != "acuut"


def test_who_is_blackmailed_and_asks_to_pay_is_not_told_what_a_scan_costs(content: Content) -> None:
    memory = routed(content, "concreet", kinds=("hacken_of_afpersen",))
    assert [reply.id for reply in answer_question(content, memory, "ask_costs", None).replies] == ["threat.stays"]


def test_the_step_stays_that_of_the_danger_when_help_is_called(content: Content) -> None:
    doubt = Assessment(Level.CONCREET, Action.CONTROLEVRAAG, (), kinds=("persoon_bij_de_woning",))
    memory = routed(content, "acuut", kinds=("binnengedrongen",))
    step = under_route(content, memory, heard("de politie is onderweg"), doubt)
    assert step is not None and step.memory.kinds[0] == "binnengedrongen"


def test_where_the_police_know_their_contact_is_in_every_line(content: Content) -> None:
    assert "contactpersoon" in told(content, routed(content, "concreet_bekend"), "de recherche is klaar")[1]
