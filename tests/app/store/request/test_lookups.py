"""Who calls without a reference is found, by what they gave and by nothing less; what is asked twice is noticed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.store import Store
from bot.store.request import requests
from bot.store.request.models import Request, RequestLookup
from bot.store.request.states import RequestKind

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
STAFF = "a" * 32


def file(store: Store, name: str = "J. de Vriès-Jansen", contact: str = "06 87 65 43 21, piet@example.nl") -> str:
    with store.database.writing() as session:
        fields = {"naam": name, "functie": "wethouder", "contact": contact}
        return requests.submit(session, store.vault, RequestKind.CALL_BACK, fields, "example.org", NOW)


def found(store: Store, typed: str) -> list[str]:
    return [line.reference for line in store.work.search(typed)]


@pytest.mark.parametrize(
    "typed",
    [
        *("0687654321", "06-87654321", "+31 6 87654321", "0031687654321", "(06) 8765 4321"),
        *("piet@example.nl", "PIET@Example.NL", "mail: piet@example.nl"),
        *("de vries", "Vries", "JANSEN", "vriès jansen", "Vries-Jansen"),
    ],
)
def test_found_by_what_was_given(store: Store, typed: str):
    reference = file(store)
    file(store, "A. Bakker", "06 11 22 33 44")
    assert found(store, typed) == [reference]


@pytest.mark.parametrize(
    "typed",
    ["0687654322", "piet@example.com", "vrie", "bakker vries", "jan", "", " ", "@", "'; --", "%", "06", "é" * 64],
)
def test_and_by_nothing_less(store: Store, typed: str):
    file(store)
    file(store, "A. Bakker", "06 11 22 33 44")
    assert found(store, typed) == []


def test_a_reference_is_found_as_before(store: Store):
    reference = file(store)
    assert found(store, reference.lower()) == [reference]
    assert found(store, reference[3:7]) == [reference]


def test_nothing_of_it_can_be_read_in_the_table(store: Store):
    file(store)
    with store.database.reading() as session:
        rows = list(session.scalars(select(RequestLookup.term_hash)))
    assert len(rows) == 5 and all(len(row) == 64 and int(row, 16) for row in rows)


def test_what_was_changed_is_found_and_what_it_was_is_not(store: Store):
    reference = file(store)
    store.cases.claim(reference, STAFF, NOW)
    link = store.own_requests.make_link(reference, STAFF, NOW)
    session_token = store.own_requests.open_link(link or "", NOW)
    assert store.own_requests.change(session_token or "", {"contact": "030 7516799"}, NOW)
    assert found(store, "0687654321") == []
    assert found(store, "030-751 67 99") == [reference]


def test_erased_it_is_found_by_its_reference_alone(store: Store):
    reference = file(store)
    assert store.requests.erase(reference, actor="test", now=NOW)
    assert found(store, "0687654321") == found(store, "vries") == []
    assert found(store, reference) == [reference]
    with store.database.reading() as session:
        assert list(session.scalars(select(RequestLookup.term_hash))) == []


def test_the_same_person_twice_is_noticed(store: Store):
    first, other = file(store), file(store, contact="06 11 22 33 44")
    second = file(store, "Piet", "piet@example.nl (werk)")
    for reference, others in ((first, (second,)), (second, (first,)), (other, ())):
        case = store.cases.open(reference, STAFF, NOW)
        assert case is not None and case.others == others, "the same name is not the same person"


def test_a_request_that_cannot_be_read_has_no_others(store: Store):
    reference = file(store)
    with store.database.writing() as session:
        row = session.scalars(select(Request).where(Request.reference == reference)).one()
        row.fields = b"broken"
    case = store.cases.open(reference, STAFF, NOW)
    assert case is not None and case.broken and case.others == ()
