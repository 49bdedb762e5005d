"""What is taken as a name, a telephone number, a mail address or a moment, and what is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woningscan.content.model import Content, Field
from woningscan.request.contacts.contact import Contact, Slip, contact_in, mail_address_in
from woningscan.request.fields import MAX_MOMENTS, MAX_NAME, NO_PREFERENCE, checked


def check(content: Content, name: str, typed: str) -> str | None:
    field = next(field for field in content.request_fields["woningscan"] if field.id == name)
    return checked(field, typed, content.answer_words)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0612345678", "0612345678"),
        ("06 12 34 56 78", "0612345678"),
        ("06-12345678", "0612345678"),
        ("06–12345678", "0612345678"),
        ("06.12.34.56.78", "0612345678"),
        ("(020) 123 45 67", "0201234567"),
        ("0343 - 12 34 56", "0343123456"),
        ("+31612345678", "0612345678"),
        ("+31 6 12345678", "0612345678"),
        ("+31 (0)6 12345678", "0612345678"),
        ("+31 (0) 6 - 12 34 56 78", "0612345678"),
        ("0031 6 12345678", "0612345678"),
        ("(+31) 6 12345678", "0612345678"),
        ("+31-20-1234567", "0201234567"),
        ("+32 470 12 34 56", "+32470123456"),
        ("0032 2 123 45 67", "+3221234567"),
        ("+44 (0)20 7946 0018", "+442079460018"),
        ("+1 (212) 555-0100", "+12125550100"),
        ("+49 1 5 1 2 3 4 5 6 7 8 9 0", "+4915123456789" + "0"),
        ("mijn nummer is 06 12345678", "0612345678"),
        ("bel mij op 0612345678 na 18.00 uur", "0612345678 (na 18.00 uur)"),
        ("0612345678 0201234567", "0612345678, 0201234567"),
        ("tel: 0612345678.", "0612345678"),
        ("06 12345678 (werk)", "0612345678 (werk)"),
    ],
)
def test_a_telephone_number_in_the_forms_people_type(content: Content, typed: str, number: str) -> None:
    assert check(content, "contact", typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        *("06 1234567", "06 123456789", "612345678", "1234567890", "0000000000", "+3161234567", "+0612345678", "+4910"),
        *("+31 6 12 34", "112", "0900-8844", "+123456", "+1234567890123456", "nul zes", "06-abcdefgh"),
        *("", "   ", "weet ik niet"),
    ],
)
def test_what_is_no_whole_telephone_number_is_refused(content: Content, typed: str) -> None:
    assert check(content, "contact", typed) is None


@given(st.text(alphabet="0123456789+-()/. –", max_size=30))
def test_a_number_that_is_taken_can_be_dialled(typed: str) -> None:
    found = contact_in(typed)
    numbers = found.value.split(", ") if isinstance(found, Contact) else []
    assert all(re.fullmatch(r"0[1-9]\d{6,10}|14 0\d{2,3}|\+[1-9]\d{6,14}", number, re.ASCII) for number in numbers)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("jan@example.org", "jan@example.org"),
        ("Jan.de.Vries@Gemeente-Voorbeeld.NL", "jan.de.vries@gemeente-voorbeeld.nl"),
        ("mijn mailadres is jan+scan@sub.example.org", "jan+scan@sub.example.org"),
        ("mail mij op <jan@example.org>.", "jan@example.org"),
        ("jan@example.org of 0612345678", "jan@example.org, 0612345678"),
        ("o'brien_1@example.org", "o'brien_1@example.org"),
    ],
)
def test_a_mail_address_in_the_forms_people_type(content: Content, typed: str, address: str) -> None:
    assert check(content, "contact", typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        *("jan@example", "@example.org", "jan@", "jan @ example.org", "janexample.org", "jan@exa mple.org"),
        *("jan@-example.org", "jan..vries@example.org", "jan@example..org", "jan@example.123", '"jan"@example.org'),
        *("jan\x00@example.org", "jan@example.org\x00", "a" * 65 + "@example.org", "jan\u200d@example.org"),
        *("jan@[127.0.0.1]", "jan<b>@example.org", "jan(at)example.org"),
    ],
)
def test_what_is_no_mail_address_is_refused(content: Content, typed: str) -> None:
    assert check(content, "contact", typed) is None


@pytest.mark.parametrize("line", ["\r\n", "\n", "\r", "\x0b", "\x85", "\u2028"])
def test_nothing_that_is_kept_can_start_a_new_header(content: Content, line: str) -> None:
    attack = f"{line}Bcc: ander@example.org"
    assert check(content, "naam", f"Jan de Vries{attack}") is None
    contact = check(content, "contact", f"jan@example.org{attack}")
    assert contact is None or (contact.isprintable() and mail_address_in(contact) == "jan@example.org")
    kept = check(content, "voorkeur", f"maandag{attack}")
    assert kept is not None
    assert kept.isprintable()


@pytest.mark.parametrize(
    "typed",
    [
        *("Jan de Vries", "J. de Vries", "J.P.M. van der Berg", "Anna-Marie Jansen-de Boer", "jan", "JAN DE VRIES"),
        *("Kees van 't Hooft", "Kees van ‘t Hooft", "’t Hooft", "O'Brien", "Siobhán O’Connor", "d'Hondt"),
        *("Fatma Yılmaz", "Đặng Thị Mai", "Иван Петров", "محمد علي", "李小龙", "अनिल कुमार", "علی‌رضا", "Jürgen Müller"),
        *("Wil Jansen", "Wim Kan", "A. van Geen", "Jan de Niet", "dr. ir. J. de Vries"),
        *("Chr. van Dam", "M. de Wit (wethouder)", "Jan Jansen, wethouder"),
    ],
)
def test_a_name_is_taken_as_it_is_written(content: Content, typed: str) -> None:
    assert check(content, "naam", typed) == typed.strip(" .")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mijn naam is Jan de Vries", "Jan de Vries"),
        ("Ik heet  Jan   de Vries.", "Jan de Vries"),
        ("ik ben J. de Vries", "J. de Vries"),
        ("naam: Jan", "Jan"),
    ],
)
def test_what_introduces_a_name_is_left_out(content: Content, typed: str, name: str) -> None:
    assert check(content, "naam", typed) == name


@pytest.mark.parametrize(
    "typed",
    [
        *("", "  ", "...", "-", "'", "12345", "Jan1", "Jan 0612345678", "Jan_de_Vries", "jan@example.org"),
        *("https://example.org", "www.example.org", "example.nl", "jan.example.com/x", "<b>Jan</b>", "Jan; DROP TABLE"),
        *("dat wil ik niet zeggen", "wat is dit", "waarom vraagt u dit", "moet dat", "hoe laat is het", "Jan?", "😀"),
        *("Jan\x00Piet", "Jan: Piet", "J" * (MAX_NAME + 1), "een twee drie vier vijf zes zeven acht negen"),
    ],
)
def test_what_is_no_name_is_refused(content: Content, typed: str) -> None:
    assert check(content, "naam", typed) is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [("wethouder", "wethouder"), ("ik ben raadslid", "raadslid"), ("Dijkgraaf", "waterschapsbestuurder")],
)
def test_a_function_is_understood_as_in_the_scan(content: Content, typed: str, value: str) -> None:
    assert check(content, "functie", typed) == value


@pytest.mark.parametrize("typed", ["raadslid of wethouder", "weet ik niet", "sla over", "asdf"])
def test_a_function_is_never_guessed(content: Content, typed: str) -> None:
    assert check(content, "functie", typed) is None


MOMENTS = ["maandag of dinsdag in de ochtend", "na 18.00 uur", "ma/di", "ma " + "x" * (MAX_MOMENTS - 3)]


@pytest.mark.parametrize("typed", MOMENTS)
def test_a_moment_is_kept_in_peoples_own_words(content: Content, typed: str) -> None:
    assert check(content, "voorkeur", typed) == typed


@pytest.mark.parametrize("typed", ["geen voorkeur", "Maakt niet uit hoor", "maakt me niets uit", "alles is goed"])
def test_no_preference_is_understood(content: Content, typed: str) -> None:
    assert check(content, "voorkeur", typed) == NO_PREFERENCE


@pytest.mark.parametrize("typed", ["", "?", "...", "x" * (MAX_MOMENTS + 1)])
def test_what_is_no_moment_is_refused(content: Content, typed: str) -> None:
    assert check(content, "voorkeur", typed) is None


@given(typed=st.text(max_size=120))
def test_no_text_whatever_breaks_a_check(content: Content, typed: str) -> None:
    for field in content.request_fields["woningscan"]:
        assert_clean(field, checked(field, typed, content.answer_words))


def assert_clean(field: Field, value: str | None) -> None:
    assert value is None or ("\n" not in value and "\r" not in value and 0 < len(value) <= MAX_MOMENTS), field.id


@pytest.mark.parametrize(
    "typed",
    ["nee hotmail natuurlijk", "haal petra weg", "rdeboer @ waterschap.nl", "het prive nummer liever niet gebruiken"],
)
def test_what_names_no_moment_is_none(content: Content, typed: str) -> None:
    assert check(content, "voorkeur", typed) is None


@pytest.mark.parametrize(
    "typed", ["ochtenden", "doordeweeks", "na het journaal", "18u", "via mijn secretaresse", "zsm"]
)
def test_a_moment_may_be_said_in_any_way(content: Content, typed: str) -> None:
    assert check(content, "voorkeur", typed) == typed


def test_a_provider_one_slip_away_is_asked_about_and_both_are_offered() -> None:
    slip = contact_in("jan@hotmial.com")
    assert isinstance(slip, Slip) and slip.meant == ("jan@hotmail.com", "jan@hotmial.com")
    assert contact_in("jan@amersfoort.nl") == Contact("jan@amersfoort.nl", "")
