"""Another language than Dutch: recognised where that is sure, and met with the numbers in it."""

from __future__ import annotations

import pytest

from tests.support.talking.opinions import Opinions, asked
from woningscan.content.model import Content
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


def test_what_is_not_understood_is_met_with_the_number_and_the_open_question(content: Content) -> None:
    memory = asked(content, "rookmelders", rookmelders="ja")
    text = "what does this question mean and how can i answer"
    decision = decide(content, memory, (), Reading(Incoming(text=text), Opinions({})))
    assert [reply.id for reply in decision.step.replies] == ["gate.own_language"]
    assert decision.repeat and decision.text is None
    assert "report_threat" in [choice.id for choice in decision.step.replies[0].tools]
