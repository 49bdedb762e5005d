"""More than one field of a request in one message."""

from __future__ import annotations

import pytest

from woningscan.content.model import Content
from woningscan.conversation.memory import Draft, Memory
from woningscan.request.together import filled_together

FILLED = {"naam": "J. de Vries", "functie": "raadslid"}


def filled(content: Content, fields: dict[str, str], typed: str, function: str | None = None) -> dict[str, str] | None:
    memory = Memory(version=content.version, draft=Draft("terugbellen", fields))
    after = filled_together(content, memory, typed, function)
    return None if after is None or after.draft is None else dict(after.draft.fields)


@pytest.mark.parametrize(
    ("typed", "contact", "moment"),
    [
        ("0612345678, na 18 uur bellen", "0612345678", "na 18 uur bellen"),
        ("06 1234 5678 (niet in de vakantie)", "0612345678", "niet in de vakantie"),
        ("mail me op j.devries@gemeente.example, woensdag niet", "j.devries@gemeente.example", "woensdag niet"),
        ("+31612345678 en dan na het eten", "0612345678", "na het eten"),
    ],
)
def test_a_number_or_address_with_a_moment_fills_in_both(
    content: Content, typed: str, contact: str, moment: str
) -> None:
    assert filled(content, FILLED, typed) == {**FILLED, "contact": contact, "voorkeur": moment}


@pytest.mark.parametrize(
    "typed", ["0612345678", "mijn nummer is 0612345678", "bel me maar op 0612345678 graag", "dinsdag"]
)
def test_what_is_only_the_open_field_is_left_to_it(content: Content, typed: str) -> None:
    assert filled(content, FILLED, typed) is None


@pytest.mark.parametrize(
    ("typed", "function", "name"),
    [
        ("Joke Veenhuis, raadslid", "raadslid", "Joke Veenhuis"),
        ("dijkgraaf H. Tjalma hier", "waterschapsbestuurder", "H. Tjalma"),
        ("Mijn naam is Van Rossem, ik ben wethouder", "wethouder", "Van Rossem"),
    ],
)
def test_a_name_with_a_function_fills_in_both(content: Content, typed: str, function: str, name: str) -> None:
    assert filled(content, {}, typed, function) == {"naam": name, "functie": function}


def test_a_name_beside_a_number_is_taken(content: Content) -> None:
    assert filled(content, {}, "bel gewoon 0687654321, ik heet Jan") == {"contact": "0687654321", "naam": "Jan"}


def test_another_number_takes_the_place_of_the_first_and_nothing_else_changes(content: Content) -> None:
    whole = {**FILLED, "contact": "0612345678", "voorkeur": "maandag"}
    assert filled(content, whole, "nee wacht, ander nummer: 0687654321") == {**whole, "contact": "0687654321"}


@pytest.mark.parametrize(
    ("typed", "contact"),
    [
        ("oh wacht, het nummer moet 06 87654321 zijn", "a@raad.example, 0687654321"),
        ("mijn mailadres is b@raad.example", "0612345678, b@raad.example"),
        ("bel gewoon op 0687654321", "0687654321"),
    ],
)
def test_another_number_leaves_the_address_and_so_the_other_way_round(
    content: Content, typed: str, contact: str
) -> None:
    whole = {**FILLED, "contact": "a@raad.example, 0612345678", "voorkeur": "maandag"}
    assert filled(content, whole, typed) == {**whole, "contact": contact}
