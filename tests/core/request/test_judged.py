"""What of a typed value is judged for danger."""

from __future__ import annotations

import pytest

from woningscan.content.model import Content
from woningscan.conversation.memory import Draft, Memory
from woningscan.request.judged import is_name, to_judge

OPEN_REQUEST = Memory(draft=Draft("woningscan", {}))


@pytest.mark.parametrize(
    "name",
    [
        *(
            "A. Brand",
            "P. Kogel",
            "Bas Wapenaar",
            "mw. drs. T. Doodeheefver",
            "Hilde Slachter-van der Bijl",
            "Savaş Ölmez",
        ),
        *("mijn naam is Roofthooft, Els Roofthooft", "J.P. de Moor", "a. brand", "Jacqueline Doodeman-Schot", "O. Bom"),
    ],
)
def test_a_name_is_not_judged(content: Content, name: str) -> None:
    assert to_judge(content, OPEN_REQUEST, name) == ""


@pytest.mark.parametrize(
    "text",
    [
        *(
            "er staat iemand voor de deur",
            "Brand",
            "brand boven",
            "Hulp",
            "Man met mes",
            "Ze Zijn Binnen",
            "ER STAAT IEMAND",
        ),
        *("Brand!", "Mes Keuken", "Iemand Buiten", "help Brand", "112"),
    ],
)
def test_what_may_be_danger_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("0470 12 34 56", ""),
        ("06-11 21 12 11", ""),
        ("n.bomhof@wapenveld.example", ""),
        ("maandag, vraag naar de heer Kogel", "maandag"),
        ("0345 90 11 12, vraag naar mevrouw De Beul", ""),
    ],
)
def test_numbers_addresses_and_persons_to_ask_for_are_taken_out(content: Content, typed: str, left: str) -> None:
    assert to_judge(content, OPEN_REQUEST, typed).strip(" ,") == left


def test_a_danger_behind_a_number_stays(content: Content) -> None:
    assert "hij heeft een mes" in to_judge(content, OPEN_REQUEST, "0612345678 maar kom snel, hij heeft een mes")


def test_outside_a_request_and_the_profile_the_whole_text_is_judged(content: Content) -> None:
    text = "A. Brand staat in Moordrecht"
    assert to_judge(content, Memory(), text) == text
    assert to_judge(content, OPEN_REQUEST.but(aside="threat"), text) == text


def test_a_place_in_an_answer_about_the_function_is_taken_out(content: Content) -> None:
    assert "Moordrecht" not in to_judge(content, Memory(started=True), "raadslid te Moordrecht")
    assert "mes" in to_judge(content, Memory(started=True), "raadslid, er staat iemand met een mes in Moordrecht")
