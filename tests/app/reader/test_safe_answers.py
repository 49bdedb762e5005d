"""The questions before the scan: a wrong "no" there sends somebody in danger past the safety routes."""

from __future__ import annotations

import pytest

from bot.reader.reader import read
from tests.support.places import ROOT
from woningscan.content import load_content
from woningscan.reading.answers.result import Understood
from woningscan.reading.incoming import Incoming

CONTENT = load_content(ROOT / "content")


def understood(question_id: str, text: str) -> Understood:
    return read(Incoming(text=text)).answer_to(CONTENT.questions[question_id], CONTENT.answer_words)


NOT_PLAINLY_NO = {
    "gevaar_nu": (
        "nee maar er loopt iemand rond het huis",
        "nee nog niet",
        "nee niet meer",
        "nee niet echt",
        "niet helemaal",
        "nog niet allemaal",
        "nee ik voel me niet veilig",
        "niet veilig",
        "zeker niet veilig",
        "niemand is hier veilig",
        "volgens mij niet",
        "denk het niet",
        "nee toch?",
        "nee?",
        "nee, er staat alleen een auto voor de deur",
        "nee of toch wel",
        "nee wacht",
        "nee er is iets aan de hand",
        "nee hij is weg nu",
        "nee de politie is er al",
        "nee ik ben bang",
        "nu even niet",
        "nee momenteel niet maar straks wel",
        "er is niet niks aan de hand",
        "nee niets ernstigs",
        "helaas",
        "we zijn niet in orde",
    ),
    "voorval": (
        "nee, alleen bedreigd",
        "nee niks behalve een dode rat op de mat",
        "nee ze hebben alleen gezegd dat ze me weten te vinden",
        "niet veel",
        "niet echt",
        "vroeger wel",
        "nee, de politie weet het al",
        "nee, mijn man wel",
    ),
    "doxing": (
        "nee alleen in een appgroep",
        "nee, maar ze dreigen ermee",
        "nee alleen mijn nummer",
        "volgens mij niet",
    ),
    "onveilig_gevoel": ("nee ik voel me niet veilig", "nee maar mijn vrouw wel", "nee behalve die man in de auto"),
}


@pytest.mark.parametrize(("question_id", "text"), [(q, text) for q, texts in NOT_PLAINLY_NO.items() for text in texts])
def test_a_no_that_is_not_plain_is_never_taken(question_id: str, text: str) -> None:
    assert understood(question_id, text).value != "nee"


@pytest.mark.parametrize("question_id", ["gevaar_nu", "voorval", "doxing", "onveilig_gevoel"])
@pytest.mark.parametrize("text", ["nee", "Nee hoor!", "neee", "nee gelukkig niet", "nee, niets", "neen"])
def test_a_plain_no_is_taken(question_id: str, text: str) -> None:
    found = understood(question_id, text)
    assert found.value == "nee"


@pytest.mark.parametrize(
    ("question_id", "text", "value"),
    [
        ("gevaar_nu", "ja er staat iemand buiten", "ja"),
        ("gevaar_nu", "weet ik niet", "ik_twijfel"),
        ("voorval", "ja de politie weet ervan", "ja_en_de_politie_weet_het_al"),
        ("voorval", "heb al aangifte gedaan", "ja_en_de_politie_weet_het_al"),
        ("voorval", "ja, maar ik heb het niet gemeld", "ja_en_de_politie_weet_het_niet"),
        ("voorval", "ja er is een steen door de ruit gegooid, nog geen aangifte", "ja_en_de_politie_weet_het_niet"),
        ("doxing", "ja met bedreigingen erbij", "ja_met_een_bedreiging_of_oproep_om_langs_te_gaan"),
        ("doxing", "ja zonder dreigement", "ja_zonder_bedreiging"),
    ],
)
def test_a_plain_yes_or_doubt_takes_the_heavier_way(question_id: str, text: str, value: str) -> None:
    found = understood(question_id, text)
    assert found.value == value


@pytest.mark.parametrize("question_id", ["voorval", "doxing"])
def test_a_yes_that_leaves_open_how_serious_it_is_asks_back_with_both(question_id: str) -> None:
    found = understood(question_id, "ja")
    assert found.value is None
    assert all(value.startswith("ja_") for value in found.candidates)
