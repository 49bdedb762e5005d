"""Who is there for a chat: as long as a page is open and the session lasts, and no longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bot.store import Store
from bot.store.staff.roles import SessionStage
from tests.support.staff import desks
from tests.support.staff.members import Desk

LIST, WORK, ACCOUNT = "/secretariaat/gesprekken", "/secretariaat/", "/secretariaat/account"
MINUTE = timedelta(minutes=1)
client, app_store, sit_down = desks.client, desks.app_store, desks.sit_down


@pytest.fixture
def desk(sit_down: Callable[..., Desk], app_store: Store) -> Iterator[Desk]:
    """Somebody who takes chats, and nobody else does."""
    watching = sit_down()
    assert watching.post(f"{LIST}/beschikbaar", {"beschikbaar": "ja"}).status_code == 303
    yield watching
    app_store.desk.set_available(watching.member.id, False, datetime.now(UTC))  # type: ignore[attr-defined]


def on_watch(desk: Desk, store: Store, now: datetime) -> bool:
    return store.desk.is_available(desk.member.id) and store.desk.somebody_is_there(now)  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", [LIST, WORK, ACCOUNT, f"{LIST}/stand"])
def test_any_page_of_the_console_counts(desk: Desk, app_store: Store, path: str):
    with time_machine.travel(datetime.now(UTC) + 5 * MINUTE, tick=False):
        assert not on_watch(desk, app_store, datetime.now(UTC))
        assert desk.get(path).status_code == 200
        assert on_watch(desk, app_store, datetime.now(UTC))


def test_a_quiet_day_logs_nobody_out_who_takes_chats(desk: Desk, sit_down: Callable[..., Desk], app_store: Store):
    """The list that is open asks by itself; who does not take chats is logged out as ever."""
    other, begun = sit_down(), datetime.now(UTC)
    for minutes in range(20, 8 * 60, 20):
        with time_machine.travel(begun + minutes * MINUTE, tick=False):
            assert desk.get(f"{LIST}/stand").status_code == 200
            assert (other.get(f"{LIST}/stand").status_code == 401) == (minutes > 30)
    with time_machine.travel(begun + 8 * 60 * MINUTE, tick=False):
        assert desk.get(f"{LIST}/stand").status_code == 401, "a working day is the most"


@pytest.mark.parametrize("end", ["/secretariaat/uitloggen", "/secretariaat/uitloggen/overal"])
def test_it_ends_with_the_session(desk: Desk, app_store: Store, end: str):
    now, member_id = datetime.now(UTC), desk.member.id  # type: ignore[attr-defined]
    assert desk.post(end).status_code in (200, 303)
    assert not app_store.desk.is_available(member_id)
    log_in_again(desk, app_store, now)
    assert desk.get(WORK).status_code == 200
    assert not app_store.desk.is_available(member_id)


def test_who_comes_back_after_days_is_not_offered(desk: Desk, app_store: Store):
    later = datetime.now(UTC) + timedelta(days=3)
    log_in_again(desk, app_store, later)
    assert not app_store.desk.is_available(desk.member.id)  # type: ignore[attr-defined]


def test_a_second_window_ends_nothing(desk: Desk, app_store: Store):
    first = desk.token
    log_in_again(desk, app_store, datetime.now(UTC))
    assert app_store.desk.is_available(desk.member.id)  # type: ignore[attr-defined]
    app_store.staff.sessions.end(first, datetime.now(UTC))
    assert app_store.desk.is_available(desk.member.id)  # type: ignore[attr-defined]


def log_in_again(desk: Desk, store: Store, now: datetime) -> None:
    with store.database.writing() as session:
        desk.token = store.staff.sessions.start(session, desk.member.id, SessionStage.SIGNED_IN, now)  # type: ignore[attr-defined]
