"""The interface: order of levels, quiet inputs, what reasons may hold."""

import pytest

from woningscan.reading.threat import Action, Assessment, Level, assess


def test_levels_are_ordered_by_seriousness_not_by_alphabet():
    assert Level.GEEN < Level.DIFFUUS < Level.CONCREET < Level.ACUUT
    assert max(Level) is Level.ACUUT
    assert Level.CONCREET >= Level.CONCREET
    assert [level.rank for level in Level] == [0, 1, 2, 3]


@pytest.mark.parametrize("text", ["", " ", "\n\t", "😀😀😀", "👍", "...", "?!", "\u200b\u200d", "-", "''", "\x00"])
def test_nothing_to_read_is_geen(text):
    assert assess(text) == Assessment(Level.GEEN, Action.GEEN, (), None)


@pytest.mark.parametrize("text", ["a" * 1000, "qzx wvk plmt", "1234567890", "x " * 400])
def test_nonsense_is_geen(text):
    assert assess(text).action is Action.GEEN


@pytest.mark.parametrize(
    "text",
    [
        "Ich möchte gerne einen Termin für die nächste Woche vereinbaren",
        "Bonjour, je voudrais prendre un rendez-vous s'il vous plaît",
        "Buenos días, ¿cómo está usted?",
        "Dzień dobry, proszę o pomoc w wypełnieniu formularza",
        "Здравствуйте, как дела?",
        "今日はいい天気ですね",
        "مرحبا كيف حالك",
    ],
)
def test_other_languages_are_geen(text):
    assert assess(text).action is Action.GEEN


@pytest.mark.parametrize(
    "text", ["Ja", "Nee", "Deels", "Sla over", "Stop", "Terug", "Weet ik niet", "Verder", "3", "geen idee"]
)
def test_button_labels_are_geen(text):
    assert assess(text).action is Action.GEEN


@pytest.mark.parametrize(
    "text",
    [
        "ja, twee sloten",
        "brievenbus in de deur",
        "twee rookmelders, een per verdieping",
        "de achterdeur heeft een kierstandhouder",
        "we hebben een camera bij de voordeur",
        "rijtjeshuis met een poort achter",
        "bij de voordeur hangt een lamp met sensor",
        "geen alarm, wel een hond",
        "de ladder ligt in de schuur op slot",
    ],
)
def test_scan_answers_are_geen(text):
    assert assess(text).action is Action.GEEN


def test_every_signal_explains_itself():
    result = assess("er zat een kogelbrief in de brievenbus en ze schrijven dat ze me vermoorden")
    assert result.action is Action.ROUTE_CONCREET
    assert any(reason.startswith("cue:") for reason in result.reasons)


def test_reasons_hold_the_cue_and_not_the_message():
    secret = "mijn buurvrouw Geertruida uit Zevenhuizen"
    result = assess(f"er is een kogelbrief bezorgd bij ons. {secret} was erbij")
    assert "geertruida" not in " ".join(result.reasons).lower()


def test_topics_for_the_special_answers():
    assert assess("ik word bedreigd en heb aangifte gedaan, er loopt een contactverbod").topic == "politie_weet_het"
    assert assess("ik ben gedoxt, mijn adres staat op telegram").topic == "doxing"
    assert assess("ik kan niet meer, ik zie het niet meer zitten").topic == "zorg"


def test_the_same_text_gives_the_same_answer():
    text = "Er staat NU iemand met een mes voor de deur!!"
    assert len({assess(text) for _ in range(3)}) == 1
