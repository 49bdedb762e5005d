"""What a text plainly is weighs against a doubt about danger, and never against a danger."""

from __future__ import annotations

import pytest

from bot.reader.reader import read
from tests.app.turn.test_listed_answers import CONTENT, asked
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import Decision
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming

OF_THINGS = [
    ("app_112nl", "hij staat erop maar ik heb m nooit ingesteld"),
    ("app_112nl", "hij staat er nog niet op"),
    ("alarm_en_melding", "we hebben hem maar hij gaat steeds vanzelf af"),
    ("buitenverlichting", "hij springt vanzelf aan als ik thuiskom"),
    ("buitenverlichting", "hij doet het niet meer sinds de storm"),
    ("auto", "die staat er nu wel maar ik rijd er zelden in"),
    ("zicht_op_bezoek", "ik heb er een maar hij is te hoog voor mij"),
    ("kierstandhouder", "die klemt, hij gaat nooit meer open"),
    ("plaats_brievenbus", "half in de muur ingemetseld naast de deur"),
    ("rookmelders", "vorige maand door de verhurder opgehangen, op iedere laag, getest en wel"),
]
DANGERS = [
    ("alarm_en_melding", "alarmknop doet het niet en hij staat op het balkon"),
    ("buitenverlichting", "hij springt aan en er beweegt iemand bij de schuur"),
    ("zicht_op_bezoek", "hij staat voor de deur met een mes"),
    ("kierstandhouder", "ze trappen hem open"),
    ("auto", "hij zit achter mij aan op de a28"),
    ("plaats_brievenbus", "er zat een kogel in vanmorgen"),
    ("rookmelders", "die gaan af, er is rook op de trap"),
    ("onverwacht_bezoek", "hij gaat niet weg en slaat op het raam"),
]
WISHES = ["komt ie ook op zolder", "komen ze met z'n tweeën", "laat maar zitten, ik kap ermee", "start nu de vragen"]
DESPAIR = ["ik wil niet meer leven", "heeft allemaal geen zin meer, ik geef het op, laat mij maar", "ik geef het op"]
TIRED = ["volledig dan maar, ik wil het goed doen", "ik ga er een eind aan breien, tot morgen", "dat houd ik voor me"]


def decided(memory: Memory, text: str) -> Decision:
    return decide(CONTENT, memory, [], read(Incoming(text=text)))


def is_about_danger(decision: Decision) -> bool:
    return any(reply.id.startswith("threat.") for reply in decision.step.replies)


@pytest.mark.parametrize(("question", "text"), OF_THINGS)
def test_an_answer_about_a_thing_goes_on_with_the_number_in_a_line(question: str, text: str) -> None:
    decision = decided(asked(question), text)
    assert not is_about_danger(decision)
    assert decision.hint == "threat.hint"


@pytest.mark.parametrize(("question", "text"), DANGERS)
def test_a_danger_in_the_place_of_an_answer_is_one(question: str, text: str) -> None:
    assert is_about_danger(decided(asked(question), text))


@pytest.mark.parametrize("text", WISHES)
def test_what_is_plainly_asked_for_is_no_danger(text: str) -> None:
    assert not is_about_danger(decided(Memory(version=CONTENT.version), text))


@pytest.mark.parametrize("text", ["de buurman bedreigt ons", "hij bedreigt ons allemaal hier"])
def test_what_is_surely_reported_is_asked_about(text: str) -> None:
    assert is_about_danger(decided(Memory(version=CONTENT.version), text))


@pytest.mark.parametrize("text", DESPAIR)
def test_despair_is_met(text: str) -> None:
    assert decided(asked("rookmelders"), text).step.replies[0].id.startswith("threat.route.zorg")


@pytest.mark.parametrize("text", TIRED)
def test_who_is_tired_of_the_questions_is_not_sent_to_113(text: str) -> None:
    assert not is_about_danger(decided(asked("scanlengte"), text))


def test_a_doubt_about_despair_is_a_line_with_113() -> None:
    decision = decided(asked("rookmelders"), "ik ben er klaar mee, met alles")
    assert decision.hint == "threat.hint.zorg"
