"""Another language than Dutch: recognised where that is sure, and met with the numbers in it."""

from __future__ import annotations

import pytest

from tests.support.talking.opinions import Opinions, asked
from woningscan.content.model import Content
from woningscan.conversation import gate
from woningscan.conversation.gate import Place
from woningscan.conversation.memory import Memory
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.reading.language import language_of
from woningscan.reading.reading import Reading

FOREIGN = {
    "en": "somebody is in our house and he has a knife",
    "de": "ich habe Angst, jemand ist in unserem Haus",
    "fr": "quelqu'un est dans notre maison",
    "fy": "der stiet ien foar de doar en ús hûs is tsjuster bûten",
    "tr": "evde biri var, çok korkuyorum",
    "pl": "ktoś jest przed domem, proszę o pomoc",
    "pap": "mi tin miedu, tin hende pafó di porta",
    "ar": "هناك شخص داخل المنزل",
}


@pytest.mark.parametrize("code", FOREIGN)
def test_a_language_is_known_by_its_words_or_its_script(content: Content, code: str) -> None:
    assert language_of(content.languages, FOREIGN[code]) is content.languages[code]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "112!!",
        "ja",
        "op de voordeur zit een driepuntssluiting, op de achterdeur niet",
        "kun je je adres laten afschermen bij de kvk",
        "mijn vrouw is van de fractie en we zijn niet thuis",
        "nee dat is er niet, die smart home spullen hebben we niet",
        "Le Clercq, Jean-Luc",
    ],
)
def test_dutch_is_none_of_them(content: Content, text: str) -> None:
    assert language_of(content.languages, text) is None


def test_every_language_names_the_number_first_in_danger(content: Content) -> None:
    alarm = content.contacts["alarmnummer"].value
    for language in content.languages.values():
        assert alarm in language.acute and alarm in language.danger and alarm in language.unclear
        assert content.contacts["zelfmoordpreventie"].value in language.despair


def test_danger_is_met_in_the_language_and_in_dutch(content: Content) -> None:
    text = "help, somebody is in our house and he has a knife"
    decision = decide(content, Memory(), (), Reading(Incoming(text=text), Opinions({})))
    first = decision.step.replies[0]
    assert first.id.startswith("threat.")
    assert first.parts[0]["text"] in (content.languages["en"].acute, content.languages["en"].danger)


LATER = (
    "he is still there",
    "ok",
    "police is coming",
    "what should i tell the police",
    "stop",
    "!talk_to_human",
    "!dreiging:nu",
)


@pytest.mark.parametrize("person", [False, True])
@pytest.mark.parametrize("first", ["there is somebody in our house with a knife", "i want to die and no one cares"])
def test_what_follows_under_a_route_carries_the_language_too(content: Content, first: str, person: bool) -> None:
    place = Place(with_person=person, desk=lambda: "nobody")
    memory = gate.decide(content, Memory(), place, Reading(Incoming(text=first), Opinions({}))).step.memory
    english, alarm = content.languages["en"], content.contacts["alarmnummer"].value
    for later in LATER:
        choice = later.removeprefix("!") if later.startswith("!") else None
        reading = Reading(Incoming(text=None if choice else later, choice=choice), Opinions({}))
        step = gate.decide(content, memory, place, reading).step
        memory = step.memory
        if not step.replies:  # it is for the member of staff, who answers
            assert person
            continue
        line = step.replies[0].parts[0]["text"]
        assert alarm in line and line in (english.acute, english.danger, english.despair)
        assert (line == english.despair) == memory.care
        assert line != english.acute or not memory.news, "who called is not told to call"


def test_dutch_after_dutch_carries_none(content: Content) -> None:
    memory = Memory()
    for text in ("er is iemand met een mes in mijn huis", "ok"):
        step = decide(content, memory, (), Reading(Incoming(text=text), Opinions({}))).step
        memory = step.memory
    assert memory.route == "acuut" and not memory.language


def test_what_is_not_understood_is_met_with_the_number_and_the_open_question(content: Content) -> None:
    memory = asked(content, "rookmelders", rookmelders="ja")
    text = "what does this question mean and how can i answer"
    decision = decide(content, memory, (), Reading(Incoming(text=text), Opinions({})))
    assert [reply.id for reply in decision.step.replies] == ["gate.own_language"]
    assert decision.repeat and decision.text is None
    assert "report_threat" in [choice.id for choice in decision.step.replies[0].tools]
