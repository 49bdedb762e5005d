"""Somebody unproven asks in the chat to withdraw a request: the secretariat reads that, and nothing is withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from bot.store import Store
from bot.store.request.holder import withdrawals
from tests.support.request.requests import DOMAIN, case_path, make_request
from tests.support.staff.members import Desk

NOTICE = "Het is niet bewezen dat het de aanvrager is"
MARK = "Verzoek om in te trekken"


def wish(store: Store, reference: str) -> None:
    with store.database.writing() as session:
        outcome = withdrawals.withdraw(session, store.vault, reference, {}, DOMAIN, datetime.now(UTC))
    assert outcome == {"result": "passed"}


def test_the_wish_stands_in_the_list_and_on_the_page_until_the_holder_saw_it(
    app_store: Store, sit_down: Callable[..., Desk]
):
    desk, colleague, reference = sit_down(), sit_down(), make_request(app_store)
    wish(app_store, reference)
    assert MARK in desk.get("/secretariaat/").text
    before = desk.get(case_path(reference)).text
    assert NOTICE in before and "gevraagd om in te trekken door iemand in de chat" in before
    assert "Ik heb dit gezien" not in before
    desk.post(case_path(reference, "/oppakken"))
    assert "Ik heb dit gezien" in desk.get(case_path(reference)).text
    assert "Ik heb dit gezien" not in colleague.get(case_path(reference)).text
    desk.post(case_path(reference, "/gezien"))
    after = desk.get(case_path(reference)).text
    assert NOTICE not in after and "door iemand in de chat" in after
    assert MARK not in desk.get("/secretariaat/").text


def test_a_closed_case_has_no_wish_left(app_store: Store, sit_down: Callable[..., Desk]):
    desk, reference = sit_down(), make_request(app_store)
    wish(app_store, reference)
    desk.post(case_path(reference, "/oppakken"))
    case = app_store.cases.open(reference, desk.member.id, datetime.now(UTC))  # type: ignore[attr-defined]
    assert case is not None
    desk.post(case_path(reference, "/sluiten"), {"einde": "vervallen", "versie": str(case.version)})
    assert NOTICE not in desk.get(case_path(reference)).text
    wish(app_store, reference)
    assert NOTICE not in desk.get(case_path(reference)).text
