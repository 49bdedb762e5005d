"""What an official is told of a visit follows what was told before, and a reminder goes to who knows of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from bot.mail import MailComposer, deliver_due
from bot.mail.transport import PermanentFailure, TemporaryFailure
from bot.making import make_composer
from bot.office_hours import AMSTERDAM
from bot.settings import Settings
from bot.store import Store
from bot.store.request import visit_reminders
from bot.store.request.visits import VisitDetails
from tests.support.request.requests import make_request
from woningscan.content import load_content

STAFF = "a" * 32
CONTENT = load_content(Settings().content_dir)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
REMINDER = "Herinnering"


class Post:
    """A mail server that can be away, or break off while it has the mail."""

    def __init__(self, store: Store, composer: MailComposer) -> None:
        self.store, self.composer = store, composer
        self.failure: TemporaryFailure | None = None
        self.subjects: list[str] = []

    def send(self, message: object) -> None:
        if self.failure is not None:
            raise self.failure
        if str(message["To"]) == "jo@example.org":  # type: ignore[index]
            self.subjects.append(str(message["Subject"]).rsplit(" WS-", 1)[0])  # type: ignore[index]

    def deliver(self, now: datetime) -> list[str]:
        """What the official gets, in order."""
        before = len(self.subjects)
        while deliver_due(self.store.database, self, now, composer=self.composer).sent:
            pass
        return self.subjects[before:]


@pytest.fixture
def post(store: Store) -> Post:
    return Post(store, make_composer(Settings(public_url="https://scan.example"), store, CONTENT))


@pytest.fixture
def reference(store: Store, now: datetime) -> str:
    reference = make_request(store, at=now)
    store.cases.claim(reference, STAFF, now)
    return reference


def plan(store: Store, reference: str, now: datetime, starts: datetime) -> None:
    wall = starts.astimezone(AMSTERDAM)
    details = VisitDetails(wall.date(), wall.time().replace(second=0, microsecond=0), adviser="A", place="op afspraak")
    case = store.cases.open(reference, STAFF, now)
    assert case and store.cases.arrange_visit(reference, STAFF, details, case.version, now) is None


def call_off(store: Store, reference: str, now: datetime) -> None:
    case = store.cases.open(reference, STAFF, now)
    assert case and store.cases.call_off_visit(reference, STAFF, case.version, now) is None


def test_who_heard_nothing_hears_of_no_change(store: Store, post: Post, reference: str, now: datetime):
    post.deliver(now)
    post.failure = TemporaryFailure("ConnectionRefusedError")
    plan(store, reference, now, now + 30 * DAY)
    post.deliver(now)
    plan(store, reference, now, now + 31 * DAY)
    post.failure = None
    first = post.deliver(now + HOUR)
    plan(store, reference, now, now + 32 * DAY)
    second = post.deliver(now + HOUR)
    call_off(store, reference, now)
    third = post.deliver(now + HOUR)
    plan(store, reference, now, now + 33 * DAY)
    fourth = post.deliver(now + HOUR)
    assert len(first) == len(second) == len(third) == len(fourth) == 1
    assert first == fourth != second != third != first


def test_who_heard_nothing_hears_of_no_end(store: Store, post: Post, reference: str, now: datetime):
    post.deliver(now)
    post.failure = TemporaryFailure("ConnectionRefusedError")
    plan(store, reference, now, now + 30 * DAY)
    post.deliver(now)
    call_off(store, reference, now)
    post.failure = None
    assert post.deliver(now + HOUR) == []
    assert post.deliver(now + 2 * DAY) == []


@pytest.mark.parametrize("failure", [TemporaryFailure("SMTPServerDisconnected", maybe_sent=True), OSError("killed")])
def test_who_may_have_heard_of_a_visit_hears_that_it_is_off(
    store: Store, post: Post, reference: str, now: datetime, failure: Exception
):
    post.deliver(now)
    post.failure = failure  # type: ignore[assignment]
    plan(store, reference, now, now + 30 * DAY)
    post.deliver(now)
    call_off(store, reference, now)
    post.failure = None
    assert len(post.deliver(now + HOUR)) == 1


def test_an_address_that_is_refused_was_not_told(store: Store, post: Post, reference: str, now: datetime):
    post.deliver(now)
    post.failure = PermanentFailure("SMTPRecipientsRefused")
    plan(store, reference, now, now + 30 * DAY)
    post.deliver(now)
    call_off(store, reference, now)
    post.failure = None
    assert post.deliver(now + HOUR) == []


def remind(store: Store, post: Post, now: datetime) -> list[str]:
    with time_machine.travel(now, tick=False):
        visit_reminders.put_due(store.database, store.vault, "example.org", now)
        return post.deliver(now)


def test_a_reminder_goes_once_to_who_knows_of_the_visit(store: Store, post: Post, reference: str, now: datetime):
    starts = now + 7 * DAY
    plan(store, reference, now, starts)
    told = post.deliver(now)
    assert len(told) == 1
    assert remind(store, post, starts - 25 * HOUR) == []
    (reminder,) = remind(store, post, starts - 23 * HOUR)
    assert reminder.startswith(REMINDER)
    assert remind(store, post, starts - 22 * HOUR) == [] and remind(store, post, starts + HOUR) == []


def test_no_reminder_of_what_is_not_so_any_more(store: Store, post: Post, reference: str, now: datetime):
    starts = now + 7 * DAY
    plan(store, reference, now, starts)
    post.deliver(now)
    soon = starts - 23 * HOUR
    visit_reminders.put_due(store.database, store.vault, "example.org", soon)
    call_off(store, reference, soon)
    assert not any(one.startswith(REMINDER) for one in remind(store, post, soon))
    plan(store, reference, soon, starts)
    assert not any(one.startswith(REMINDER) for one in remind(store, post, soon + HOUR)), "told of it an hour ago"


def test_no_reminder_to_who_was_not_told_or_after_the_visit(store: Store, post: Post, reference: str, now: datetime):
    starts = now + 7 * DAY
    post.deliver(now)
    plan(store, reference, now, starts)
    post.failure = TemporaryFailure("ConnectionRefusedError")
    assert remind(store, post, starts - 20 * HOUR) == []
    post.failure = None
    assert not any(one.startswith(REMINDER) for one in remind(store, post, starts - 19 * HOUR))
    other = make_request(store, at=now, contact="jo@example.org")
    store.cases.claim(other, STAFF, now)
    plan(store, other, now, starts)
    post.deliver(now)
    post.failure = TemporaryFailure("ConnectionRefusedError")
    remind(store, post, starts - 3 * HOUR)
    post.failure = None
    assert not any(one.startswith(REMINDER) for one in remind(store, post, starts + HOUR))


def test_without_an_address_nothing_goes(store: Store, post: Post, now: datetime):
    reference = make_request(store, at=now, contact="0612345678")
    store.cases.claim(reference, STAFF, now)
    plan(store, reference, now, now + 7 * DAY)
    assert post.deliver(now) == [] and remind(store, post, now + 6 * DAY + HOUR) == []
