"""A report link works once and for a day; every other token looks the same."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.store import Store, Tampered
from bot.store.conversation.models import ReportLink
from tests.support.request.steps import OFFER
from woningscan.conversation.effects import Outcome

STATE = {"answers": {"slot": "ja"}}


@pytest.fixture
def report(take_turn: Callable[..., list[Outcome]]) -> str:
    return str(take_turn(OFFER, state=STATE)[0].data["token"])


def opened(store: Store, token: str, now: datetime) -> dict[str, Any] | None:
    page = store.reports.open_report(token, now)
    return page and page.snapshot


def test_a_link_opens_once(store: Store, report: str, now: datetime):
    assert opened(store, report, now + timedelta(hours=23, minutes=59)) == STATE
    assert store.reports.open_report(report, now + timedelta(hours=23, minutes=59)) is None


def test_a_used_link_keeps_no_snapshot(store: Store, report: str, now: datetime):
    """What is left is the link for ticking off, behind which there is nothing."""
    store.reports.open_report(report, now)
    with store.database.reading() as session:
        row = session.scalars(select(ReportLink)).one()
        key = store.vault.data_key(session, row.data_key_id)
        assert key is not None and key.open(row, ReportLink.snapshot) == {}


def test_a_link_expires(store: Store, report: str, now: datetime):
    assert store.reports.open_report(report, now + timedelta(hours=24)) is None


@pytest.mark.parametrize("guess", ["", "x", "a" * 43, "\0", "\ud800"])
def test_a_guessed_token_opens_nothing(store: Store, report: str, now: datetime, guess: str):
    assert store.reports.open_report(guess, now) is None
    assert opened(store, report, now) == STATE


def test_of_many_who_open_at_once_one_gets_it(store: Store, report: str, now: datetime):
    with ThreadPoolExecutor(6) as threads:
        got = list(threads.map(lambda _: opened(store, report, now), range(6)))
    assert [snapshot for snapshot in got if snapshot is not None] == [STATE]


def test_the_snapshot_is_of_the_moment_it_was_offered(
    store: Store, report: str, now: datetime, take_turn: Callable[..., list[Outcome]]
):
    take_turn(state={"answers": {"slot": "nee"}}, external_id="m2")
    assert opened(store, report, now) == STATE


def test_a_snapshot_moved_to_another_link_does_not_open(
    store: Store, report: str, now: datetime, take_turn: Callable[..., list[Outcome]]
):
    other = str(take_turn(OFFER, state={"other": 1}, external_id="m2")[0].data["token"])
    with store.database.writing() as session:
        first, second = session.execute(text("SELECT token_hash, snapshot FROM report_link")).all()
        change = text("UPDATE report_link SET snapshot = :snapshot WHERE token_hash = :hash")
        session.execute(change, {"snapshot": first.snapshot, "hash": second.token_hash})
        session.execute(change, {"snapshot": second.snapshot, "hash": first.token_hash})
    for token in (report, other):
        with pytest.raises(Tampered):
            store.reports.open_report(token, now)
