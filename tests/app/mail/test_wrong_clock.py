"""A clock that was wrong for a moment keeps no mail waiting until that moment comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.mail import Counts, MailComposer, RetryPolicy, TemporaryFailure, deliver_due
from bot.store import Store
from bot.store.mail import outbox
from bot.store.request import due_mail
from bot.store.request.models import Request
from tests.app.mail.test_outbox import FakeTransport
from tests.support.request.requests import make_request
from tests.support.rows import changed

RequestMail = Callable[[], str]
POLICY = RetryPolicy()
JUMPS = [timedelta(days=40), POLICY.longest.any + timedelta(hours=1)]


@pytest.mark.parametrize("jump", [*JUMPS, timedelta(minutes=10)])
def test_one_that_was_put_there_then(store: Store, composer: MailComposer, now: datetime, jump: timedelta) -> None:
    make_request(store, at=now + jump)
    assert deliver_due(store.database, FakeTransport(), now, composer=composer) == Counts(sent=1)


@pytest.mark.parametrize("jump", JUMPS)
def test_one_that_was_put_off_then(
    store: Store, composer: MailComposer, request_mail: RequestMail, now: datetime, jump: timedelta
) -> None:
    request_mail()
    transport = FakeTransport(TemporaryFailure("away"))
    assert deliver_due(store.database, transport, now + jump, composer=composer) == Counts(retried=1)
    assert deliver_due(store.database, transport, now, composer=composer) == Counts(sent=1)


@pytest.mark.parametrize("jump", JUMPS)
def test_one_that_was_claimed_by_a_process_that_ended(
    store: Store, composer: MailComposer, request_mail: RequestMail, now: datetime, jump: timedelta
) -> None:
    request_mail()
    assert due_mail.claim(store.database, now + jump, POLICY.lease, POLICY.longest) is not None
    assert deliver_due(store.database, FakeTransport(), now, composer=composer) == Counts(sent=1)


def test_what_is_urgent_waits_for_no_longer_than_what_is_urgent_does(
    store: Store, composer: MailComposer, request_mail: RequestMail, now: datetime
) -> None:
    request_mail()
    ahead = now + timedelta(minutes=30)
    transport = FakeTransport(TemporaryFailure("away"))
    assert deliver_due(store.database, transport, ahead, composer=composer) == Counts(retried=1)
    assert deliver_due(store.database, transport, now, composer=composer) == Counts(), "so long any may wait"
    changed(store, Request, urgent=True)
    assert deliver_due(store.database, transport, now, composer=composer) == Counts(sent=1)


def test_one_that_another_process_has_is_left_to_it(
    store: Store, composer: MailComposer, request_mail: RequestMail, now: datetime
) -> None:
    """Clocks of two machines differ a little."""
    request_mail()
    assert due_mail.claim(store.database, now + timedelta(minutes=2), POLICY.lease, POLICY.longest) is not None
    assert deliver_due(store.database, FakeTransport(), now, composer=composer) == Counts()
    assert outbox.overview(store.database).waiting == 1
