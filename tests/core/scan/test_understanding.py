"""Typed answers as people give them, on the real questions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.places import ROOT
from woningscan.content import load_content
from woningscan.content.model import SKIPPED, ChoiceContent, Question
from woningscan.reading.answers.understanding import Understood, understand

CONTENT = load_content(ROOT / "content")


def read(question_id: str, text: str) -> Understood:
    return understand(CONTENT.questions[question_id], text, CONTENT.answer_words)


@pytest.mark.parametrize(
    ("question_id", "text", "value"),
    [
        ("buitenverlichting", "nee, daar hangt geen lamp", "nee"),
        ("buitenverlichting", "alleen aan de voorkant", "deels"),
        ("buitenverlichting", "voor wel, achter nog niet", "deels"),
        ("hang_en_sluitwerk", "ja hoor al jaren", "ja"),
        ("hang_en_sluitwerk", "volgens mij wel", "ja"),
        ("hang_en_sluitwerk", "de achterdeur wel, de ramen niet", "deels"),
        ("hang_en_sluitwerk", "heb ik nooit naar gekeken", "weet_niet"),
        ("rookmelders", "we hebben er eentje beneden, boven niet", "deels"),
        ("rookmelders", "nee maar dat ga ik wel doen", "nee"),
        ("rookmelders", "jaaa", "ja"),
        ("rookmelders", "neee", "nee"),
        ("rookmelders", "kweenie", "weet_niet"),
        ("rookmelders", "ja denk ik?", "ja"),
        ("rookmelders", "nee toch?", "nee"),
        ("rookmelders", "nee gij", "nee"),
        ("zicht_op_bezoek", "we hebben een deurbel met camera", "ja"),
        ("verstopplekken_bij_de_deur", "er staat een hoge heg naast de deur", "ja"),
        ("verstopplekken_bij_de_deur", "je kunt je nergens verstoppen", "nee"),
        ("kierstandhouder", "niet dat ik weet", "weet_niet"),
        ("onverwacht_bezoek", "soms wel soms niet", "soms"),
        ("onverwacht_bezoek", "bijna altijd", "altijd"),
        ("onverwacht_bezoek", "nee", "nooit"),
        ("codes_niet_doorgeven", "dat doe ik nooit", "klopt"),
        ("plaats_brievenbus", "in de voordeur", "in_de_deur_of_muur"),
        ("woningtype", "flatje 3 hoog", "appartement_hoger"),
        ("eigendom", "huurhuis van de corporatie", "huur"),
        ("functie", "ik ben wethouder in een kleine gemeente", "wethouder"),
        ("functie", "fractievoorzitter", "raadslid"),
        ("functie", "dijkgraaf", "waterschapsbestuurder"),
        ("functie", "burgermeester", "burgemeester"),
    ],
)
def test_free_text_is_understood_as_an_answer(question_id: str, text: str, value: str) -> None:
    found = read(question_id, text)
    assert (found.value, found.certain) == (value, True)


@pytest.mark.parametrize(
    ("text", "position"), [("1", 0), ("2.", 1), ("b", 1), ("optie c", 2), ("de eerste", 0), ("de laatste", -1)]
)
def test_a_position_names_the_choice_that_stands_there(text: str, position: int) -> None:
    choices = CONTENT.questions["rookmelders"].choices
    assert read("rookmelders", text).value == choices[position].value


@pytest.mark.parametrize(
    "text",
    [
        "waarom wil je dat weten",
        "wat is een kierstandhouder?",
        "hoe lang duurt dit nog",
        "terug",
        "stop",
        "opnieuw",
        "hallo",
        "dank je wel",
        "idioot",
        "qsdf qsdf",
        "",
        "?",
        "\x00\x07",
        "9",
        "0",
        "a" * 5_000,
    ],
)
@pytest.mark.parametrize("question_id", ["kierstandhouder", "woningtype", "onverwacht_bezoek", "voorval"])
def test_what_is_no_answer_gives_no_value_and_no_candidates(question_id: str, text: str) -> None:
    assert read(question_id, text) == Understood(None, False, ())


@pytest.mark.parametrize(
    ("question_id", "text"),
    [
        ("plaats_brievenbus", "ja"),
        ("plaats_brievenbus", "nee"),
        ("woningtype", "een flat"),
        ("rookmelders", "ja nee wacht"),
        ("intern_melden", "ja en soms nee"),
        ("codes_niet_doorgeven", "ja"),
        ("voorval", "ja"),
        ("onverwacht_bezoek", "meestal"),
        ("functie", "de vrouw van de burgemeester"),
    ],
)
def test_two_real_readings_are_offered_back_and_not_stored(question_id: str, text: str) -> None:
    found = read(question_id, text)
    assert not found.certain
    assert found.candidates


def test_passing_over_a_question_is_only_possible_where_it_may_be_skipped() -> None:
    assert read("auto", "sla maar over").value == SKIPPED
    assert read("rookmelders", "liever niet").value == SKIPPED
    assert read("functie", "volgende") == Understood(
        None, False, tuple(c.value for c in CONTENT.questions["functie"].choices)
    )
    assert read("onveilig_gevoel", "liever niet").value == "zeg_ik_liever_niet"


def test_a_choice_without_phrases_is_understood_by_its_label_and_the_generic_words() -> None:
    question = Question(
        id="proef", ref="", section="theme", theme=None, title="Proef", ask="Hangt er een lamp?", why="",
        choices=(ChoiceContent("ja", "Ja"), ChoiceContent("nee", "Nee"), ChoiceContent("weet_niet", "Weet ik niet")),
    )  # fmt: skip
    words = {"ja": ("affirmatief",), "weet_niet": ("tja geen flauw benul",)}
    assert understand(question, "Affirmatief!", words).value == "ja"
    assert understand(question, "nee, er hangt geen lamp", words).value == "nee"
    assert understand(question, "weet ik niet", {}).value == "weet_niet"


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=60), question_id=st.sampled_from(sorted(CONTENT.questions)))
def test_any_text_gives_the_same_well_formed_result_each_time(text: str, question_id: str) -> None:
    question = CONTENT.questions[question_id]
    found = read(question_id, text)
    known = {choice.value for choice in question.choices}
    assert found == read(question_id, text)
    assert found.value in known | {None} | ({SKIPPED} if question.skippable else set())
    assert set(found.candidates) <= known | {SKIPPED}
    assert not found.certain or found.value is not None
