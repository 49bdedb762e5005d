"""Stopping, starting again and erasing: only where the message asks for it."""

from __future__ import annotations

import pytest

from woningscan.reading.commands import is_command
from woningscan.reading.incoming import Message


def meant(intent: str, typed: str, *, whole: bool = False) -> bool:
    return is_command(intent, Message(text=typed, confidence=0.95), whole=whole)


@pytest.mark.parametrize(
    "typed",
    ["hij komt opnieuw", "ze beginnen van voren af aan te slaan", "weer opnieuw glas", "hij doet het nog een keer"],
)
def test_in_danger_a_word_of_a_command_inside_a_sentence_is_none(typed: str) -> None:
    assert not meant("restart", typed, whole=True)


@pytest.mark.parametrize("typed", ["opnieuw", "opnieuw beginnen", "Begin opnieuw graag.", "ik wil opnieuw beginnen"])
def test_in_danger_the_bare_command_still_counts(typed: str) -> None:
    assert meant("restart", typed, whole=True)


@pytest.mark.parametrize("typed", ["ik kan niet weg", "mag het pakje weg", "die is verwijderd", "alles weg", "gewist"])
def test_what_is_said_of_a_house_or_a_person_erases_nothing(typed: str) -> None:
    assert not meant("erase_data", typed)


@pytest.mark.parametrize(
    "typed", ["wissen", "wis mijn gegevens", "verwijder alles", "kan dit gesprek weg", "vergeet mij"]
)
def test_who_asks_for_erasing_is_asked_to_confirm_it(typed: str) -> None:
    assert meant("erase_data", typed)


@pytest.mark.parametrize("typed", ["router opnieuw gestart", "de wekker is opnieuw ingesteld"])
def test_what_was_done_to_a_thing_is_no_command(typed: str) -> None:
    assert not meant("restart", typed)
