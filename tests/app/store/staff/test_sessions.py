"""How long a session of the console lasts, what ends it, and for whom: at the store itself, without a page."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select, text

from bot.store import Store
from bot.store.staff import presence
from bot.store.staff.models import SessionRow, StaffRow
from bot.store.staff.roles import Role, SessionStage, StaffStatus
from tests.support.rows import changed

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
SECOND = timedelta(seconds=1)


def member(store: Store, login: str, now: datetime) -> str:
    """An active member; its id."""
    store.staff.add(login, Role.MEMBER, now)
    with store.database.reading() as session:
        staff_id = session.scalars(select(StaffRow.id).where(StaffRow.status == StaffStatus.INVITED)).one()
    changed(store, StaffRow, StaffRow.id == staff_id, status=StaffStatus.ACTIVE)
    return staff_id


def begun(store: Store, staff_id: str, now: datetime, stage: SessionStage = SessionStage.SIGNED_IN) -> str:
    with store.database.writing() as session:
        return store.staff.sessions.start(session, staff_id, stage, now)


def lives(store: Store, token: str, now: datetime) -> bool:
    return store.staff.sessions.load(token, now, touch=False) is not None


def acts(store: Store) -> list[tuple[str, str, str]]:
    wanted = "SELECT action, actor, object FROM audit WHERE action LIKE 'staff.logout%' ORDER BY seq"
    with store.database.reading() as session:
        return [(row.action, row.actor, row.object) for row in session.execute(text(wanted))]


def is_available(store: Store, staff_id: str) -> bool:
    with store.database.reading() as session:
        return presence.is_available(session, staff_id)


def takes_chats(store: Store, staff_id: str, now: datetime) -> None:
    with store.database.writing() as session:
        presence.set_available(session, staff_id, True, now)


@pytest.fixture
def anna(store: Store, now: datetime) -> str:
    return member(store, "anna", now)


def test_after_thirty_minutes_without_a_page_it_is_over(store: Store, now: datetime, anna: str):
    token = begun(store, anna, now)
    assert lives(store, token, now + 30 * MINUTE - SECOND)
    assert not lives(store, token, now + 30 * MINUTE)


def test_what_is_used_lasts_eight_hours_and_no_longer(store: Store, now: datetime, anna: str):
    token = begun(store, anna, now)
    for used in range(1, 24):
        assert store.staff.sessions.load(token, now + used * 20 * MINUTE) is not None
    assert lives(store, token, now + 8 * HOUR - SECOND)
    assert not lives(store, token, now + 8 * HOUR)


def test_what_a_page_asks_by_itself_prolongs_nothing(store: Store, now: datetime, anna: str):
    token = begun(store, anna, now)
    assert lives(store, token, now + 29 * MINUTE)
    assert not lives(store, token, now + 31 * MINUTE)


def test_pages_within_a_minute_are_one_write(store: Store, now: datetime, anna: str):
    token = begun(store, anna, now)
    store.staff.sessions.load(token, now + MINUTE - SECOND)
    assert expiry(store) == now + 30 * MINUTE
    store.staff.sessions.load(token, now + MINUTE)
    assert expiry(store) == now + 31 * MINUTE
    store.staff.sessions.load(token, now + 30 * SECOND)  # another process, whose clock is behind
    assert expiry(store) == now + 31 * MINUTE


def expiry(store: Store) -> datetime | None:
    with store.database.reading() as session:
        return session.scalar(select(func.max(SessionRow.expires_at)))


@pytest.mark.parametrize(
    ("stage", "status", "gets_in"),
    [
        (SessionStage.SIGNED_IN, StaffStatus.ACTIVE, True),
        (SessionStage.SIGNED_IN, StaffStatus.INVITED, False),
        (SessionStage.SIGNED_IN, StaffStatus.DISABLED, False),
        (SessionStage.SETUP, StaffStatus.INVITED, True),
        (SessionStage.SETUP, StaffStatus.ACTIVE, False),
        (SessionStage.SETUP, StaffStatus.DISABLED, False),
    ],
)
def test_a_session_is_worth_something_in_its_own_stage_only(
    store: Store, now: datetime, anna: str, stage: SessionStage, status: StaffStatus, gets_in: bool
):
    token = begun(store, anna, now, stage)
    changed(store, StaffRow, StaffRow.id == anna, status=status)
    assert lives(store, token, now) is gets_in


def test_it_tells_who_is_at_the_other_end(store: Store, now: datetime, anna: str):
    signed_in = store.staff.sessions.load(begun(store, anna, now), now + MINUTE)
    assert signed_in is not None
    assert (signed_in.staff_id, signed_in.name, signed_in.role) == (anna, "anna", Role.MEMBER)
    assert (signed_in.stage, signed_in.created_at, signed_in.fresh_at) == (SessionStage.SIGNED_IN, now, now)


def test_whose_account_is_gone_has_no_session(store: Store, now: datetime, anna: str):
    token = begun(store, anna, now)
    with store.database.writing() as session:
        store.vault.erase(session, session.get_one(StaffRow, anna).data_key_id)
    assert not lives(store, token, now)


def test_logging_out_ends_this_session_and_only_the_last_one_ends_the_chats(store: Store, now: datetime, anna: str):
    token, elsewhere = begun(store, anna, now), begun(store, anna, now)
    takes_chats(store, anna, now)
    store.staff.sessions.end(token, now)
    assert not lives(store, token, now) and lives(store, elsewhere, now)
    assert is_available(store, anna)
    store.staff.sessions.end(elsewhere, now)
    assert not is_available(store, anna)
    assert acts(store) == [("staff.logout", anna, anna)] * 2


def test_logging_out_without_a_session_does_nothing(store: Store, now: datetime, anna: str):
    store.staff.sessions.end("niemands token", now)
    assert acts(store) == []


def test_logging_out_everywhere_ends_all_of_this_member_and_nobody_elses(store: Store, now: datetime, anna: str):
    tokens = [begun(store, anna, now) for _ in range(2)]
    other = begun(store, member(store, "bea", now), now)
    takes_chats(store, anna, now)
    store.staff.sessions.end_all(anna, now)
    assert not any(lives(store, token, now) for token in tokens) and lives(store, other, now)
    assert not is_available(store, anna)
    assert acts(store) == [("staff.logout_all", anna, anna)]


def test_a_new_session_clears_away_what_ran_out_and_begins_without_chats(store: Store, now: datetime, anna: str):
    begun(store, anna, now)
    takes_chats(store, anna, now)
    later = now + HOUR
    token = begun(store, anna, later)
    with store.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(SessionRow)) == 1
    assert lives(store, token, later) and not is_available(store, anna)


def test_who_confirms_goes_on_under_a_new_token_for_what_was_left_of_the_eight_hours(
    store: Store, now: datetime, anna: str
):
    token, later = begun(store, anna, now), now + 20 * MINUTE
    with store.database.writing() as session:
        fresh = store.staff.sessions.renew(session, token, later)
    assert fresh is not None and not lives(store, token, later)
    signed_in = store.staff.sessions.load(fresh, later, touch=False)
    assert signed_in is not None
    assert (signed_in.created_at, signed_in.fresh_at) == (now, later)
    assert lives(store, fresh, later + 30 * MINUTE - SECOND) and not lives(store, fresh, later + 30 * MINUTE)


def test_what_is_no_session_cannot_be_confirmed(store: Store, now: datetime, anna: str):
    with store.database.writing() as session:
        assert store.staff.sessions.renew(session, store.vault.new_token(), now) is None


def test_a_form_is_of_one_session_or_of_one_browser(store: Store, now: datetime, anna: str):
    sessions = store.staff.sessions
    first, second = begun(store, anna, now), begun(store, anna, now + SECOND)
    other = begun(store, member(store, "bea", now), now)
    loaded = [sessions.load(token, now + MINUTE, touch=False) for token in (first, second, other)]
    assert None not in loaded
    made = {sessions.form_token("x", one) for one in loaded} | {sessions.form_token(one) for one in ("x", "y")}
    assert len(made) == 5
    assert sessions.form_token(first, loaded[0]) == sessions.form_token("another token", loaded[0])
