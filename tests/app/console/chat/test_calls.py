"""What calls a member outside the tab: a number, for each their own; and the list of who was missed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.console import calls
from bot.store import Store
from tests.support.request.requests import case_path, make_request
from tests.support.staff import desks
from tests.support.staff.members import Desk
from tests.support.waiting import eventually

client, app_store, sit_down = desks.client, desks.app_store, desks.sit_down


def calling(desk: Desk) -> int:
    answer = desk.get(calls.PATH)
    assert answer.status_code == 200
    number: int = answer.json()["wacht"]
    return number


def eventually_calling(desk: Desk, number: int) -> None:
    """The board is looked at anew after a moment: all who have it open share one look."""
    eventually(lambda: calling(desk) == number)


def test_what_waits_calls_everybody(sit_down: Callable[..., Desk], app_store: Store):
    desk, other = sit_down(), sit_down()
    before = calling(desk)
    reference = make_request(app_store)
    for one in (desk, other):
        eventually_calling(one, before + 1)
    assert desk.post(case_path(reference, "/oppakken")).status_code == 303
    for one in (desk, other):
        eventually_calling(one, before)


def test_the_stream_tells_the_number_and_that_somebody_is_there(
    sit_down: Callable[..., Desk], app_store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(calls, "PACE", replace(calls.PACE, lasts=0.1))
    desk = sit_down()
    app_store.desk.set_available(desk.member.id, True, datetime(2026, 1, 1, tzinfo=UTC))  # type: ignore[attr-defined]
    assert f"data: {calling(desk)}\n" in desk.get(f"{calls.PATH}/live").text
    assert app_store.desk.somebody_is_there(datetime.now(UTC))


def test_every_page_of_who_is_logged_in_listens(sit_down: Callable[..., Desk], client: object):
    desk = sit_down()
    for path in ("/secretariaat/", "/secretariaat/gesprekken", "/secretariaat/account", "/secretariaat/cijfers"):
        assert "bestanden/calls.js" in desk.get(path).text
    assert "calls.js" not in Desk(desk.http, desk._store).get("/secretariaat/inloggen").text
