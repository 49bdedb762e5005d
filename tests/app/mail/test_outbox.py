"""The outbox: nothing lost, no mail holds up another, and a second copy carries the same Message-ID."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from bot.mail import (
    Counts,
    MailComposer,
    PermanentFailure,
    RetryPolicy,
    SmtpTransport,
    SpoolTransport,
    TemporaryFailure,
    deliver_due,
)
from bot.store import KeyRing, Store, open_store
from bot.store.mail import outbox
from bot.store.request import due_mail
from tests.support.mail_server import ScriptedServer
from tests.support.places import ROOT
from tests.support.waiting import eventually

RequestMail = Callable[[], str]
SOON = timedelta(minutes=2)
DAY = timedelta(days=1)


class FakeTransport:
    """Keeps what it is given; `failures` are raised first, one per mail."""

    def __init__(self, *failures: BaseException) -> None:
        self.failures = list(failures)
        self.sent: list[EmailMessage] = []
        self._lock = threading.Lock()

    def send(self, message: EmailMessage) -> None:
        with self._lock:
            if self.failures:
                raise self.failures.pop(0)
            self.sent.append(message)


class SlowTransport(FakeTransport):
    """A server that takes its time over a mail, until it is let go."""

    def __init__(self, let_go: threading.Event) -> None:
        super().__init__()
        self.began, self._let_go = threading.Event(), let_go

    def send(self, message: EmailMessage) -> None:
        self.began.set()
        assert self._let_go.wait(60)
        super().send(message)


def test_a_mail_is_sent_once(store: Store, composer: MailComposer, request_mail: RequestMail, now: datetime):
    reference, transport = request_mail(), FakeTransport()
    assert deliver_due(store.database, transport, now, composer=composer) == Counts(sent=1)
    assert deliver_due(store.database, transport, now + DAY, composer=composer) == Counts()
    assert [reference in message["Subject"] for message in transport.sent] == [True]
    assert outbox.overview(store.database).sent == 1


def test_a_temporary_failure_is_tried_again_later(
    store: Store,
    composer: MailComposer,
    request_mail: RequestMail,
    now: datetime,
    server: ScriptedServer,
    smtp: SmtpTransport,
):
    request_mail()
    server.script = ["451 greylisted"]
    assert deliver_due(store.database, smtp, now, composer=composer) == Counts(retried=1)
    assert deliver_due(store.database, smtp, now + timedelta(seconds=5), composer=composer) == Counts()
    assert deliver_due(store.database, smtp, now + SOON, composer=composer) == Counts(sent=1)
    assert len(server.received) == 1


def test_a_permanent_failure_is_a_dead_letter_at_once(
    store: Store,
    composer: MailComposer,
    request_mail: RequestMail,
    now: datetime,
    server: ScriptedServer,
    smtp: SmtpTransport,
):
    request_mail()
    server.script = ["554 no"]
    assert deliver_due(store.database, smtp, now, composer=composer) == Counts(failed=1)
    assert deliver_due(store.database, smtp, now + DAY, composer=composer) == Counts()
    assert outbox.retry_failed(store.database, now + DAY) == 1
    assert deliver_due(store.database, smtp, now + DAY, composer=composer) == Counts(sent=1)


def test_a_lost_answer_gives_a_second_copy_with_the_same_id(
    store: Store,
    composer: MailComposer,
    request_mail: RequestMail,
    now: datetime,
    server: ScriptedServer,
    smtp: SmtpTransport,
):
    request_mail()
    server.script = ["drop"]
    assert deliver_due(store.database, smtp, now, composer=composer) == Counts(retried=1)
    assert deliver_due(store.database, smtp, now + SOON, composer=composer) == Counts(sent=1)
    first, second = server.received
    assert first["Message-ID"] == second["Message-ID"]
    assert first.as_bytes() == second.as_bytes()


def test_a_bad_mail_does_not_hold_up_the_others(
    store: Store, composer: MailComposer, request_mail: RequestMail, now: datetime
):
    for _ in range(3):
        request_mail()
    transport = FakeTransport(TemporaryFailure("TimeoutError"), PermanentFailure("SMTPDataError"))
    assert deliver_due(store.database, transport, now, composer=composer) == Counts(sent=1, retried=1, failed=1)


def test_after_the_last_attempt_a_mail_is_a_dead_letter(
    store: Store, composer: MailComposer, request_mail: RequestMail, now: datetime, caplog: pytest.LogCaptureFixture
):
    request_mail()
    policy, transport = RetryPolicy(max_attempts=3), FakeTransport(*[TemporaryFailure("TimeoutError")] * 3)
    counts = [
        deliver_due(store.database, transport, now + day * DAY, composer=composer, policy=policy) for day in range(4)
    ]
    assert counts == [Counts(retried=1), Counts(retried=1), Counts(failed=1), Counts()]
    assert [record.levelname for record in caplog.records if record.name == "bot.mail.outbox"][-1] == "ERROR"


def test_the_delay_grows_to_an_hour_and_the_attempts_last_two_days():
    policy = RetryPolicy()
    for attempts, seconds in ((1, 30), (2, 60), (5, 480), (8, 2880), (60, 2880), (10_000, 2880)):
        assert 0.75 * seconds <= policy.delay(attempts).total_seconds() <= 1.25 * seconds
    assert len({policy.delay(1) for _ in range(10)}) > 1
    slowest = sum((policy.delay(attempt) for attempt in range(1, policy.max_attempts)), timedelta())
    assert slowest > timedelta(days=1.5)


@pytest.mark.parametrize("urgent, minutes", [(False, 60), (True, 5)])
def test_nothing_waits_longer_for_a_new_attempt_than_is_promised(urgent: bool, minutes: int):
    """An hour, and what is urgent five minutes, by chance not a second more."""
    policy, longest = RetryPolicy(), timedelta(minutes=minutes)
    delays = [policy.delay(attempts, urgent) for attempts in range(1, 1000)]
    assert longest * 0.9 < max(delays) <= longest
    assert sum(delays, timedelta()) > timedelta(days=2)


def test_senders_at_the_same_time_send_each_mail_once(
    store: Store, composer: MailComposer, request_mail: RequestMail, now: datetime
):
    references = {request_mail() for _ in range(12)}
    transport = FakeTransport()
    with ThreadPoolExecutor(4) as threads:
        counts = list(
            threads.map(lambda _: deliver_due(store.database, transport, now, composer=composer).sent, range(4))
        )
    assert sum(counts) == 12
    assert {message["Subject"].split()[-1] for message in transport.sent} == references


def test_a_process_that_ends_between_sending_and_reporting_sends_again(
    store: Store, composer: MailComposer, request_mail: RequestMail, now: datetime
):
    request_mail()
    transport, policy = FakeTransport(SystemExit()), RetryPolicy()
    with pytest.raises(SystemExit):
        deliver_due(store.database, transport, now, composer=composer)
    assert deliver_due(store.database, transport, now + policy.lease / 2, composer=composer) == Counts()
    assert deliver_due(store.database, transport, now + policy.lease + SOON, composer=composer) == Counts(sent=1)


def test_a_slow_mail_server_keeps_the_mail_to_itself(
    store: Store, composer: MailComposer, request_mail: RequestMail, now: datetime
):
    request_mail()
    policy, let_go = RetryPolicy(lease=timedelta(seconds=3)), threading.Event()
    slow, quick = SlowTransport(let_go), FakeTransport()
    began = time.monotonic()

    def passed() -> timedelta:
        return timedelta(seconds=time.monotonic() - began)

    with ThreadPoolExecutor(1) as threads:
        sending = threads.submit(deliver_due, store.database, slow, now, composer=composer, policy=policy)
        eventually(slow.began.is_set)
        while passed() < 2 * policy.lease:
            time.sleep(0.1)
            assert deliver_due(store.database, quick, now + passed(), composer=composer, policy=policy) == Counts()
        let_go.set()
        assert sending.result() == Counts(sent=1)
    assert deliver_due(store.database, quick, now + timedelta(days=1), composer=composer, policy=policy) == Counts()


def test_a_mail_that_ends_every_process_becomes_a_dead_letter(
    store: Store, composer: MailComposer, request_mail: RequestMail, now: datetime
):
    request_mail()
    policy, transport = RetryPolicy(max_attempts=2), FakeTransport(*[SystemExit()] * 2)
    for day in range(2):
        with pytest.raises(SystemExit):
            deliver_due(store.database, transport, now + day * DAY, composer=composer, policy=policy)
    last = deliver_due(store.database, transport, now + 2 * DAY, composer=composer, policy=policy)
    assert (last, transport.sent) == (Counts(failed=1), [])


def test_a_late_failure_does_not_take_back_a_mail_that_another_sent(
    store: Store, request_mail: RequestMail, now: datetime
):
    request_mail()
    slow = due_mail.claim(store.database, now, timedelta(minutes=1))
    other = due_mail.claim(store.database, now + SOON, timedelta(minutes=1))
    due_mail.mark_sent(store.database, other)
    outbox.mark_failed(store.database, slow, "TimeoutError")
    overview = outbox.overview(store.database)
    assert (overview.sent, overview.failed, overview.waiting) == (1, 0, 0)


def test_a_broken_template_is_postponed_not_lost(
    store: Store, request_mail: RequestMail, now: datetime, tmp_path: Path, composer: MailComposer
):
    request_mail()
    without_templates = MailComposer(tmp_path, "a@example.org", "b@example.org")
    assert deliver_due(store.database, FakeTransport(), now, composer=without_templates) == Counts(retried=1)
    assert deliver_due(store.database, FakeTransport(), now + SOON, composer=composer) == Counts(sent=1)


def test_a_process_killed_after_the_commit_leaves_a_mail_that_is_delivered(
    sqlite_url: str, keys: KeyRing, composer: MailComposer, tmp_path: Path, now: datetime
):
    script = """
import os, signal, sys
from datetime import datetime
from bot.store import KeyRing, open_store
from tests.support.request.steps import submit
url, keys, now = sys.argv[1], KeyRing.parse(os.environ["WONINGSCAN_KEYS"]), datetime.fromisoformat(sys.argv[2])
store = open_store(url, keys)
conversation = store.conversations.load(store.conversations.create("web", {}, [], [], now))
turn = dict(state={}, offered=[], replies=[], effects=[submit()], external_id="m1", now=now)
print(store.turns.commit_turn(conversation, **turn)[0].data["reference"], flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    root = str(ROOT)
    killed = subprocess.run(
        [sys.executable, "-c", script, sqlite_url, now.isoformat()],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=root,
        env={**os.environ, "WONINGSCAN_KEYS": keys.to_text(), "PYTHONPATH": root},
    )
    assert killed.returncode == -9, killed.stderr
    store = open_store(sqlite_url, keys)
    assert deliver_due(store.database, SpoolTransport(tmp_path / "spool"), now, composer=composer) == Counts(sent=1)
    (path,) = (tmp_path / "spool").iterdir()
    assert killed.stdout.strip() in path.read_text()
    store.close()
