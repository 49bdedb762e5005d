"""Which mail is next is remembered for a moment, so that thousands that wait are not put in order for each of them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.store import Store
from bot.store.request import due_mail
from tests.support.request.requests import make_request

LEASE, SECOND = timedelta(minutes=2), timedelta(seconds=1)


def filed(store: Store, now: datetime, number: int) -> list[str]:
    """Requests, each with a mail of its own; the first one waited longest."""
    return [make_request(store, at=now - (number - at) * SECOND) for at in range(number)]


def test_all_go_in_turn_and_then_there_is_none(store: Store, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(due_mail, "_LOOKED_UP", 2)
    references, due = filed(store, now, 5), due_mail.DueMails(store.database, LEASE)
    claimed = [due.claim(now) for _ in range(6)]
    assert [mail and mail.reference for mail in claimed] == [*references, None]


def test_one_that_is_urgent_goes_first_although_others_were_looked_up_before_it_came(
    store: Store, now: datetime
) -> None:
    first, second = filed(store, now, 2)
    due = due_mail.DueMails(store.database, LEASE)
    assert reference(due.claim(now)) == first
    urgent = make_request(store, at=now, urgent=True)
    assert reference(due.claim(now + 5 * SECOND)) == urgent
    assert reference(due.claim(now + 5 * SECOND)) == second


def test_what_another_process_took_meanwhile_is_passed_over(store: Store, now: datetime) -> None:
    references = filed(store, now, 4)
    here, there = (due_mail.DueMails(store.database, LEASE) for _ in range(2))
    claimed = [reference(due.claim(now)) for due in (here, there, there, here)]
    assert claimed == references
    assert here.claim(now) is there.claim(now) is None


def reference(mail: due_mail.OutboxMail | None) -> str | None:
    return None if mail is None else mail.reference
