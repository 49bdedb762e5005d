"""Closed requests lose their personal data in time, open ones never do, and nothing of it can be read afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.store import Store, audit
from bot.store.mail import outbox
from bot.store.request import due_mail
from bot.store.request.models import Request
from bot.store.request.states import Action
from bot.store.retention import Limits, ahead, sweep
from tests.support.request.requests import make_request
from tests.support.request.steps import FIELDS, submit
from tests.support.rows import changed
from woningscan.conversation.effects import Outcome

TakeTurn = Callable[..., list[Outcome]]
DAY = timedelta(days=1)


def close(store: Store, status: str, now: datetime) -> None:
    changed(store, Request, status=status, updated_at=now)


@pytest.mark.parametrize("status", ["finished", "lapsed", "withdrawn"])
def test_a_closed_request_is_erased_thirty_days_later(store: Store, take_turn: TakeTurn, now: datetime, status: str):
    reference = take_turn(submit())[0].data["reference"]
    close(store, status, now + 10 * DAY)
    assert sweep(store.database, now + 39 * DAY).requests == 0
    assert store.requests.find(reference).fields == FIELDS
    assert sweep(store.database, now + 40 * DAY).requests == 1
    found = store.requests.find(reference)
    assert (found.fields, found.status) == (None, status)
    with store.database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM data_key WHERE purpose = 'request'")).scalar_one() == 0
    assert "1 requests" in {entry.object for entry in audit.entries(store.database)}
    assert sweep(store.database, now + 41 * DAY).requests == 0
    audit.verify(store.database)


@pytest.mark.parametrize("status", ["new", "claimed", "visit"])
def test_an_open_request_stays(store: Store, take_turn: TakeTurn, now: datetime, status: str):
    reference = take_turn(submit())[0].data["reference"]
    close(store, status, now)
    assert sweep(store.database, now + 400 * DAY).requests == 0
    assert store.requests.find(reference).fields == FIELDS


def test_the_term_can_be_set(store: Store, take_turn: TakeTurn, now: datetime):
    take_turn(submit())
    close(store, "lapsed", now)
    assert sweep(store.database, now + 2 * DAY, Limits(closed_request=2 * DAY)).requests == 1


def test_dead_letters_of_erased_requests_go_and_others_stay(store: Store, take_turn: TakeTurn, now: datetime):
    take_turn(submit())
    mail = due_mail.claim(store.database, now, DAY)
    outbox.mark_failed(store.database, mail, "SMTPDataError")
    assert sweep(store.database, now + 20 * DAY).sent_mails == 0
    close(store, "finished", now)
    sweep(store.database, now + 31 * DAY)
    assert outbox.overview(store.database).failed == 0


def test_more_than_one_batch(store: Store, take_turn: TakeTurn, now: datetime, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.store.retention._BATCH", 3)
    take_turn(*[submit() for _ in range(7)])
    close(store, "finished", now)
    assert sweep(store.database, now + 30 * DAY).requests == 7


def test_what_goes_is_told_before_it_goes(store: Store, now: datetime):
    references = [make_request(store, at=now) for _ in range(3)]
    for days, reference in enumerate(references[:2]):
        store.cases.claim(reference, "a" * 32, now)
        assert store.cases.close(reference, "a" * 32, Action.FINISH, 1, now + timedelta(days=days)) is None
    limits = Limits()
    told = ahead(store.database, now, limits, most=1)
    assert (told.all_requests, [one.reference for one in told.requests]) == (2, references[:1])
    for going in ahead(store.database, now, limits).requests:
        before = store.requests.find(going.reference)
        sweep(store.database, going.goes_at - timedelta(seconds=1), limits)
        assert store.requests.find(going.reference) == before
        sweep(store.database, going.goes_at, limits)
        after = store.requests.find(going.reference)
        assert after is not None and after.fields is None
