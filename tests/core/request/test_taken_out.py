"""What is said not to be used, to be taken out, or to be wrong in more than one field, while a request is made."""

from __future__ import annotations

import pytest

from woningscan.content.model import Content
from woningscan.conversation.choices import commands
from woningscan.conversation.memory import Draft, Memory
from woningscan.request.changing import to_change
from woningscan.request.contacts.contact import Contact, contact_in
from woningscan.request.pressed import says_neither
from woningscan.request.putting_right import taken_out

BOTH = "0612345678, jan@jansen.nl"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("niet op 0612345678 bellen, dat is van mijn ex; wel op 0687654321", "0687654321"),
        ("bel niet op 0612345678 maar op 0687654321", "0687654321"),
        ("liever niet 0612345678, wel jan@jansen.nl", "jan@jansen.nl"),
        ("mijn nummer is 0687654321, bel nooit 0612345678", "0687654321"),
        ("mag niet op 0612345678 voor 12 uur, daarna wel", "0612345678"),
        ("bel me niet na 18 uur op 0612345678", "0612345678"),
    ],
)
def test_a_number_that_is_not_to_be_used_is_not_kept(typed: str, value: str) -> None:
    contact = contact_in(typed)
    assert isinstance(contact, Contact) and contact.value == value


def test_with_nothing_else_there_is_no_contact() -> None:
    assert contact_in("niet op mijn werknummer 0201234567") is None


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("0612345678 mag eraf", "jan@jansen.nl"),
        ("telefoon weg", "jan@jansen.nl"),
        ("telefoon weg, alleen mail", "jan@jansen.nl"),
        ("doe alleen jan@jansen.nl", "jan@jansen.nl"),
        ("de mail mag eruit", "0612345678"),
        ("alleen na zes uur bellen", None),
        ("alles mag weg", None),
    ],
)
def test_a_way_is_taken_out(typed: str, left: str | None) -> None:
    assert taken_out(BOTH, typed) == left


def test_two_fields_can_be_wrong_at_once(content: Content) -> None:
    fields = {"naam": "J. de Vries", "functie": "raadslid", "contact": BOTH, "voorkeur": "maandag"}
    draft = Draft("woningscan", fields)
    assert set(to_change(content, draft, "de naam is verkeerd en het tijdstip")) == {"naam", "voorkeur"}
    assert to_change(content, draft, "mijn nummer klopt niet") == ("contact",)
    assert to_change(content, draft, "dank u wel") == ()


@pytest.mark.parametrize(
    ("typed", "neither"), [("ja", True), ("nee", True), ("ja, stop maar", False), ("verder", False)]
)
def test_a_yes_to_going_on_or_stopping_is_asked_about(content: Content, typed: str, neither: bool) -> None:
    memory = Memory(draft=Draft("woningscan", {}))
    assert says_neither(content, memory, typed, commands(content, ("resume", "cancel_booking"))) == neither
    assert not says_neither(content, memory, typed, commands(content, ("resume",)))
