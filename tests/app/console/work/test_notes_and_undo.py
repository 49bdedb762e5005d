"""What a holder writes down, gives to a colleague, and undoes: at the console, and kept as carefully as the request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.store import Store
from bot.store.request import log
from bot.store.request.holder import own
from bot.store.request.models import Request, RequestNote
from bot.store.request.notes import MAX_NOTE
from bot.store.request.states import Action, RequestStatus
from tests.support.request.requests import case_path, make_request
from tests.support.staff.members import Desk

Sit = Callable[..., Desk]
NOTE = "Teruggebeld: vanaf 14 uur <b>bereikbaar</b>."


@pytest.fixture
def held(sit_down: Sit, app_store: Store) -> tuple[Desk, str]:
    desk, reference = sit_down(), make_request(app_store)
    assert desk.post(case_path(reference, "/oppakken")).status_code == 303
    return desk, reference


def test_a_note_and_a_call_are_in_the_history(held: tuple[Desk, str], sit_down: Sit):
    desk, reference = held
    assert desk.post(case_path(reference, "/geen-gehoor")).status_code == 303
    assert desk.post(case_path(reference, "/notitie"), {"notitie": f"  {NOTE}\r\nMorgen weer. "}).status_code == 303
    for reader in (desk, sit_down()):
        page = reader.get(case_path(reference)).text
        assert f"gebeld, niet bereikt door {'' if reader is desk else desk.member.name}" in page  # type: ignore[attr-defined]
        assert "vanaf 14 uur &lt;b&gt;bereikbaar&lt;/b&gt;.\nMorgen weer." in page
        assert NOTE not in page


@pytest.mark.parametrize("typed", ["", "   ", "\u200b\r\n"])
def test_an_empty_note_is_none(held: tuple[Desk, str], app_store: Store, typed: str):
    desk, reference = held
    answer = desk.post(case_path(reference, "/notitie"), {"notitie": typed})
    assert answer.status_code == 409 and "Schrijf eerst een notitie." in answer.text
    case = app_store.cases.open(reference, desk.member.id, datetime.now(UTC))  # type: ignore[attr-defined]
    assert case and [event.action for event in case.history] == [Action.CLAIM]


def test_only_the_holder_writes_and_hands_over(held: tuple[Desk, str], sit_down: Sit, app_store: Store):
    (desk, reference), other = held, sit_down()
    mine = {"notitie": NOTE, "collega": other.member.id}  # type: ignore[attr-defined]
    theirs = {"notitie": NOTE, "collega": desk.member.id}  # type: ignore[attr-defined]
    for end in ("/notitie", "/geen-gehoor", "/overdragen"):
        assert other.post(case_path(reference, end), theirs).status_code == 409
    assert desk.post(case_path(reference, "/overdragen"), mine).status_code == 303
    assert NOTE.split("<")[0] in other.get(case_path(reference)).text
    assert desk.post(case_path(reference, "/notitie"), mine).status_code == 409, "it is the colleague's now"
    assert other.post(case_path(reference, "/notitie"), mine).status_code == 303


@pytest.mark.parametrize("colleague", ["", "f" * 32, "self", "disabled"])
def test_handed_over_to_nobody(held: tuple[Desk, str], sit_down: Sit, app_store: Store, colleague: str):
    desk, reference = held
    gone = sit_down().member  # type: ignore[attr-defined]
    app_store.staff.disable(gone.name, datetime.now(UTC))
    known = {"self": desk.member.id, "disabled": gone.id}  # type: ignore[attr-defined]
    fields = {"notitie": NOTE, "collega": known.get(colleague, colleague)}
    assert desk.post(case_path(reference, "/overdragen"), fields).status_code == 422
    assert desk.post(case_path(reference, "/notitie"), fields).status_code == 303, "still the holder's"


def test_notes_are_erased_with_the_request(held: tuple[Desk, str], app_store: Store):
    desk, reference = held
    desk.post(case_path(reference, "/notitie"), {"notitie": "x" * (MAX_NOTE + 5)})
    with app_store.database.reading() as session:
        assert b"xxx" not in b"".join(session.scalars(select(RequestNote.contents)))
    before = desk.get(case_path(reference)).text
    assert "x" * MAX_NOTE in before and "x" * (MAX_NOTE + 1) not in before
    assert app_store.requests.erase(reference, actor="test", now=datetime.now(UTC))
    assert "xxx" not in desk.get(case_path(reference)).text
    with app_store.database.reading() as session:
        of_it = select(RequestNote.id).join(Request, Request.id == RequestNote.request_id)
        assert session.scalars(of_it.where(Request.reference == reference)).all() == []
    assert desk.post(case_path(reference, "/notitie"), {"notitie": NOTE}).status_code == 409


@pytest.mark.parametrize("end", ["afhandelen", "vervallen"])
def test_a_wrong_end_is_undone_for_a_day(held: tuple[Desk, str], sit_down: Sit, app_store: Store, end: str):
    (desk, reference), colleague = held, sit_down()
    case = app_store.cases.open(reference, desk.member.id, datetime.now(UTC))  # type: ignore[attr-defined]
    assert case is not None
    fields = {"einde": end, "versie": str(case.version)}
    assert desk.post(case_path(reference, "/sluiten"), fields).status_code == 303
    assert "Sluiten ongedaan maken" in colleague.get(case_path(reference)).text
    assert colleague.post(case_path(reference, "/heropenen")).status_code == 303
    again = app_store.cases.open(reference, desk.member.id, datetime.now(UTC))  # type: ignore[attr-defined]
    assert again is not None
    assert (again.status, again.owner_id) == (RequestStatus.CLAIMED, colleague.member.id)  # type: ignore[attr-defined]
    assert colleague.post(case_path(reference, "/heropenen")).status_code == 409, "it is open already"


def test_not_after_a_day_and_never_what_the_official_ended(held: tuple[Desk, str], app_store: Store):
    (desk, reference), now = held, datetime.now(UTC)
    me = desk.member.id  # type: ignore[attr-defined]
    case = app_store.cases.open(reference, me, now)
    assert case is not None
    assert app_store.cases.close(reference, me, Action.FINISH, case.version, now) is None
    late = app_store.cases.reopen(reference, me, now + timedelta(days=1))
    assert late is not None and late.reason == "too_late"
    withdrawn = make_request(app_store)
    with app_store.database.writing() as session:
        row = log.locked(session, withdrawn)
        assert row is not None
        own.withdraw(session, app_store.vault, row, "example.org", now)
    refused = app_store.cases.reopen(withdrawn, me, now)
    assert refused is not None and refused.reason == "not_now"
