"""Questions that sound alike: what the text names and what is open decide which is asked."""

from __future__ import annotations

import pytest

from woningscan.content.model import Content
from woningscan.content.topics import intent_of
from woningscan.conversation.typed.topic_here import topic_here
from woningscan.reading.opinion import Meaning

ABOUT_THE_OPEN_QUESTION = [
    ("help", "sorry, deze vraag volg ik niet"),
    ("help", "ik begrijp niet wat u hier vraagt"),
    ("help", "snap ik niet hoor"),
    (None, "wat houdt dat in?"),
    ("out_of_scope", "wat is een kierstandhouder?"),
    (None, "hoe bedoelt u dat precies"),
    ("repeat_tips", "wat wordt er bedoeld met zicht vanaf de straat"),
    ("nonsense", "kunt u dat uitleggen? leg dat eens uit"),
]
ELSEWHERE = [
    ("q_wissen", "hoe krijg ik mijn nummer van internet af, kan iemand dat weghalen?"),
    ("q_adres", "mijn adres staat op een site, krijg ik dat eraf?"),
    ("ask_privacy", "kan zo'n nepaccount offline?"),
]
IN_THIS_CHAT = [
    ("q_wissen", "kan dit gesprek ook weg?"),
    ("q_wissen", "kunt u mijn antwoorden weghalen"),
    ("q_adres", "bewaren jullie mijn adres ergens online?"),
    ("q_adres", "moet ik mijn adres geven?"),
]
OTHERS = [
    ("ask_capabilities", "praat ik met een robot?", "q_computer"),
    ("ask_capabilities", "zit hier AI achter", "q_computer"),
    ("ask_capabilities", "wat kunt u allemaal", "ask_capabilities"),
    ("q_later_verder", "lukt het ook op een zaterdag", "q_wanneer_aan_de_beurt"),
    ("q_later_verder", "kan ik hier straks mee verder", "q_later_verder"),
    ("ask_duration", "hoeveel krijg ik er nog?", "q_hoeveel_nog"),
    ("ask_duration", "ben ik hier lang mee bezig", "ask_duration"),
    ("help", "welke dingen kan ik hier typen", "help"),
]


def found(content: Content, topic: str | None, typed: str, question: str | None = None) -> str | None:
    meaning = Meaning(intent_of(topic), 0.9, topic) if topic else None
    here = topic_here(meaning, typed, content.questions[question] if question else None)
    assert here is None or here.intent == intent_of(here.topic)
    return here.topic if here else None


@pytest.mark.parametrize(("topic", "typed"), ABOUT_THE_OPEN_QUESTION)
def test_who_does_not_understand_the_question_has_it_explained(content: Content, topic: str | None, typed: str) -> None:
    assert found(content, topic, typed, "rookmelders") == "q_woord_uitleg"
    assert found(content, topic, typed) == topic, "nothing is open"


@pytest.mark.parametrize(("topic", "typed"), ELSEWHERE)
def test_what_stands_elsewhere_is_not_what_this_chat_keeps(content: Content, topic: str, typed: str) -> None:
    assert found(content, topic, typed) == "q_adres_van_site"


@pytest.mark.parametrize(("topic", "typed"), IN_THIS_CHAT)
def test_what_this_chat_keeps_is_still_asked_about(content: Content, topic: str, typed: str) -> None:
    assert found(content, topic, typed, "rookmelders") == topic


@pytest.mark.parametrize(("topic", "typed", "wanted"), OTHERS)
def test_what_a_text_names_tells_its_question(content: Content, topic: str, typed: str, wanted: str) -> None:
    assert found(content, topic, typed, "rookmelders") == wanted


def test_a_certain_other_question_is_not_one_about_a_word(content: Content) -> None:
    assert found(content, "ask_costs", "wat is dat voor een bedrag?", "rookmelders") == "ask_costs"


@pytest.mark.parametrize(
    "typed",
    ["kan mijn man zien wat ik hier schrijf", "wie kan dit zien op deze computer", "mijn partner deelt deze ipad"],
)
def test_who_may_look_at_the_screen_is_no_question_about_who_reads_along_here(typed: str) -> None:
    found = topic_here(Meaning("ask_who_reads", 0.9, "ask_who_reads"), typed, None)
    assert found is not None and found.topic == "q_apparaat"


@pytest.mark.parametrize("typed", ["ja, op mijn telefoon kan ik dat zien", "kan mijn gemeente dit zien"])
def test_a_device_of_ones_own_is_no_such_question(typed: str) -> None:
    found = topic_here(Meaning("ask_who_reads", 0.9, "ask_who_reads"), typed, None)
    assert found is not None and found.topic == "ask_who_reads"
