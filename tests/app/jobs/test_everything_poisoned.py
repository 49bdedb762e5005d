"""Fifty rows that nobody can read for each that is as it should be, in every queue and sweep: none of those is held up.

The same with 10,000 bad rows of each: `.venv/bin/python -m benchmarks.poisoned`.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import text

from bot.store import Store
from bot.store.base import set_aside
from bot.store.request import escalation
from bot.store.request.escalation.ladder import Ladder
from bot.store.request.states import RequestKind
from tests.support.request.requests import make_request
from tests.support.stress.poisoned import Work, fill
from woningscan.content.model import Content


def test_all_that_is_good_is_escalated_mailed_answered_counted_and_erased_in_time(
    store: Store, ladder: Ladder, content: Content, now: datetime
) -> None:
    good = fill(store, now, good=2, bad=100)
    for step in Work(store, ladder, content, good, now).steps:
        step()


def test_a_clock_that_was_wrong_lets_no_request_rest_for_years(store: Store, ladder: Ladder, now: datetime) -> None:
    make_request(store, RequestKind.CALL_BACK.word, at=now)
    with store.database.writing() as session:
        row = session.execute(text("SELECT id FROM request")).scalar_one()
        set_aside.note(session, "request", row, RuntimeError(), now + timedelta(days=9000))
    assert escalation.escalate(store.database, store.vault, ladder, now + timedelta(minutes=31)) == 1


def test_what_is_urgent_is_taken_up_first_and_then_the_oldest(store: Store, ladder: Ladder, now: datetime) -> None:
    minute = timedelta(minutes=1)
    made = {
        name: make_request(store, "terugbellen", at=now + begun * minute, urgent=name == "urgent")
        for name, begun in (("second", 1), ("first", 0), ("urgent", 2))
    }
    escalation.escalate(store.database, store.vault, ladder, now + 40 * minute)
    with store.database.reading() as session:
        wanted = "SELECT object FROM audit WHERE action = 'escalation.second' ORDER BY seq"
        assert list(session.scalars(text(wanted))) == [made["urgent"], made["first"], made["second"]]
