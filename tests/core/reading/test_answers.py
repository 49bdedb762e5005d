"""Typed answers: those that are certain without a model, and what is made of a model's opinion."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.places import ROOT
from woningscan.content import load_content
from woningscan.content.model import SKIPPED, ChoiceContent, Question
from woningscan.reading.answers.fixed import counts_differ, is_no_without_a_word
from woningscan.reading.answers.result import NOT_AN_ANSWER, Understood
from woningscan.reading.answers.understanding import understand
from woningscan.reading.opinion import Bars

CONTENT = load_content(ROOT / "content")
BARS = Bars(certain=0.9, likely=0.7, offered=0.1, safe_no=0.97)


def read(question_id: str, text: str, **chances: float) -> Understood:
    return understand(CONTENT.questions[question_id], text, CONTENT.answer_words, chances or None, BARS)


@pytest.mark.parametrize(
    ("question_id", "text", "value"),
    [
        ("rookmelders", "Jaaa!", "ja"),
        ("rookmelders", "neee", "nee"),
        ("rookmelders", "👍", "ja"),
        ("kierstandhouder", "weet ik niet", "weet_niet"),
        ("gevaar_nu", "weet ik niet", "ik_twijfel"),
        ("functie", "Wethouder.", "wethouder"),
        ("plaats_brievenbus", "in de voordeur", "in_de_deur_of_muur"),
        ("auto", "sla maar over", SKIPPED),
    ],
)
def test_fixed_words_are_certain_without_a_model(question_id: str, text: str, value: str) -> None:
    assert read(question_id, text) == Understood(value)


@pytest.mark.parametrize(
    ("text", "position"), [("1", 0), ("2.", 1), ("b", 1), ("optie c", 2), ("de eerste", 0), ("de laatste", -1)]
)
def test_a_position_names_the_choice_that_stands_there(text: str, position: int) -> None:
    choices = CONTENT.questions["rookmelders"].choices
    assert read("rookmelders", text).value == choices[position].value


@pytest.mark.parametrize("text", ["", "?", "\x00\x07", "9", "0", "a" * 5_000, "de voordeur wel"])
@pytest.mark.parametrize("question_id", ["kierstandhouder", "woningtype", "onverwacht_bezoek", "voorval"])
def test_without_a_model_nothing_else_is_an_answer(question_id: str, text: str) -> None:
    assert read(question_id, text) == NOT_AN_ANSWER


def test_without_a_model_a_label_in_a_sentence_is_offered_and_not_stored() -> None:
    assert read("functie", "ik ben wethouder in een dorp") == Understood(candidates=("wethouder",))


def test_how_sure_decides_whether_it_is_stored_said_back_or_asked() -> None:
    assert read("rookmelders", "boven en beneden", ja=0.95) == Understood("ja")
    assert read("rookmelders", "zowat overal", ja=0.8, deels=0.15) == Understood("ja", said_back=True)
    assert read("rookmelders", "boven denk ik", ja=0.6, deels=0.3, nee=0.02) == Understood(candidates=("ja", "deels"))
    assert read("rookmelders", "morgen regent het", ja=0.05, nee=0.05) == NOT_AN_ANSWER


@pytest.mark.parametrize("question_id", ["functie", "woningtype", "onveilig_gevoel"])
def test_what_was_made_of_a_sentence_about_safety_or_the_home_is_always_said_back(question_id: str) -> None:
    value = CONTENT.questions[question_id].choices[0].value
    assert read(question_id, "een lange zin die dit zegt", **{value: 0.99}) == Understood(value, said_back=True)


def test_a_no_to_a_safety_question_must_be_surer_than_any_other_answer() -> None:
    assert read("gevaar_nu", "er is hier niets bijzonders", nee=0.96).value is None
    assert read("gevaar_nu", "er is hier niets bijzonders", nee=0.98).value == "nee"
    assert read("gevaar_nu", "er staat iemand", ja=0.8) == Understood("ja", said_back=True)


def test_a_model_that_is_sure_of_another_choice_stands_against_a_word_that_means_the_same_elsewhere() -> None:
    assert read("codes_niet_doorgeven", "nooit", klopt=0.99).value == "klopt"
    assert read("onverwacht_bezoek", "nee", nooit=0.99).value == "nooit"


def test_passing_over_a_question_is_only_possible_where_it_may_be_skipped() -> None:
    assert read("functie", "volgende") == NOT_AN_ANSWER


def test_words_come_from_the_caller_and_phrases_from_the_content() -> None:
    choices = (ChoiceContent("ja", "Ja", phrases=("er hangt een lamp",)), ChoiceContent("nee", "Nee"))
    question = Question("lamp", "X1", "theme", "t", "Lamp", "Hangt er een lamp?", "Daarom.", choices)
    assert understand(question, "Affirmatief!", {"ja": ("affirmatief",)}).value == "ja"
    assert understand(question, "Er hangt een lamp", {}).value == "ja"


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_text_is_accepted(text: str) -> None:
    found = read("kierstandhouder", text)
    assert found.value is None or found.value == SKIPPED or CONTENT.questions["kierstandhouder"].choice(found.value)


@pytest.mark.parametrize(
    ("typed", "is_guess"),
    [
        ("ik heb geen printer", True),
        ("we hebben geen huisdieren", True),
        ("geen gevaar", False),
        ("geen rare berichten", False),
        ("gelukkig geen bedreigingen gehad", False),
        ("nee we hebben geen huisdieren", False),
    ],
)
def test_none_of_another_thing_is_no_answer_about_safety(typed: str, is_guess: bool) -> None:
    assert is_no_without_a_word(load_content(ROOT / "content").questions["gevaar_nu"], "nee", typed) == is_guess


@pytest.mark.parametrize(
    ("typed", "differ"),
    [("2 stuks, 3 verdiepingen", True), ("drie sloten op twee deuren", True), ("ja, 2 op 3", False), ("twee", False)],
)
def test_two_counts_are_neither_yes_nor_no(typed: str, differ: bool) -> None:
    assert counts_differ(typed) == differ
