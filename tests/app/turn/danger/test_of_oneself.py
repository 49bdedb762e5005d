"""Somebody who may harm themselves is no danger from others: the words are of care, and 112 first where it is now."""

from __future__ import annotations

import pytest

from bot.reader.reader import read
from tests.app.turn.danger.test_after_danger import typed_under
from tests.support.talking.at_question import CONTENT
from woningscan.conversation.memory import Memory
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.reading.threat import assess

NOW = [
    "hij zit in de schuur en zegt dat hij niet meer wil",
    "mijn man is depressief door de bedreigingen en zit in de garage met de auto aan",
    "mijn man heeft zich opgesloten in de badkamer met scheermesjes",
    "mijn vrouw zit op zolder en zegt dat ze rust wil, voor altijd",
    "mijn broer staat op een brug",
    "mijn man staat op het dak en wil springen",
    "mijn dochter (15) heeft alle paracetamol geslikt na de haatberichten",
    "mn collega wethouder appt dat ze niet meer verder kan, neemt haar telefoon niet op",
]
CARE = [
    "mijn dochter snijdt zichzelf sinds we bedreigd worden",
    "mijn zoon van 16 snijdt in zijn armen",
    "een collega zegt dat hij er niet meer wil zijn",
    "hij zegt dat hij zich van kant maakt als ik niet aftreed",
]
NONE_OF_IT = [
    "hij wil mij dood",
    "ze willen me dood hebben",
    "mijn man staat op het dak de goot schoon te maken",
    "mijn zoon wil niet meer naar school",
    "mijn man wil de schuur niet meer op slot doen",
    "de monteur zit op zolder",
]


def route_of(typed: str) -> str | None:
    return typed_under("", typed).step.memory.route


@pytest.mark.parametrize("typed", NOW)
def test_somebody_else_in_acute_need_is_112_first_and_nothing_of_an_attacker(typed: str) -> None:
    step = typed_under("", typed).step
    assert step.memory.route == "zorg_acuut_ander" and step.memory.care
    shown = str(step.replies)
    assert CONTENT.contacts["zelfmoordpreventie"].value in shown
    assert "niet open" not in shown and "Ga er weg" not in shown


@pytest.mark.parametrize("typed", CARE)
def test_somebody_else_who_despairs_is_care(typed: str) -> None:
    assert route_of(typed) == "zorg"


@pytest.mark.parametrize("typed", NONE_OF_IT)
def test_words_alike_are_none_of_it(typed: str) -> None:
    assert "situatie:wanhoop_van_een_ander" not in assess(typed).reasons


DANGERS = [
    "hij komt me vermoorden",
    "ze komen ons halen",
    "hij slaat mij",
    "er staat iemand in de tuin",
    "hij staat weer voor de deur te bonken",
]


def after_words_of_despair(route: str, typed: str) -> Memory:
    memory = Memory(version=CONTENT.version, route=route, alarmed=True, care=True)
    return decide(CONTENT, memory, [], read(Incoming(text=typed))).step.memory


@pytest.mark.parametrize("typed", DANGERS)
def test_a_danger_from_others_is_heard_all_the_same(typed: str) -> None:
    assert after_words_of_despair("zorg", typed).route in {"acuut", "concreet"}


@pytest.mark.parametrize("typed", ["hoe help ik hem", "wat moet ik tegen hem zeggen", "wat kan ik voor haar doen"])
@pytest.mark.parametrize("route", ["zorg", "zorg_acuut_ander"])
def test_a_question_how_to_help_stays_care(route: str, typed: str) -> None:
    after = after_words_of_despair(route, typed)
    assert (after.route, after.care) == (route, True)


@pytest.mark.parametrize("typed", ["ze ligt op bed te huilen", "hij is er af"])
def test_who_is_known_to_despair_is_no_intruder(typed: str) -> None:
    after = after_words_of_despair("zorg_acuut_ander", typed)
    assert (after.route, after.care) == ("zorg_acuut_ander", True)
