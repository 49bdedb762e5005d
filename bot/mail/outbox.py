"""Sends what is due in the outbox: claim, send, report back. A mail that fails never holds up the others."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage

from jinja2 import TemplateError

from bot.mail.message import MailComposer, NoRecipient, SenderProblem
from bot.mail.transport import PermanentFailure, TemporaryFailure, Transport
from bot.store import queue
from bot.store.base.database import Database
from bot.store.base.errors import StoreUnavailable
from bot.store.mail import outbox
from bot.store.mail.kinds import ADVISER_KINDS, OFFICIAL_KINDS
from bot.store.mail.models import OutboxRow
from bot.store.mail.outbox import OutboxMail
from bot.store.queue import BackOff
from bot.store.request import due_mail

_log = logging.getLogger(__name__)
# After so many postponed mails in a row the server is taken to be away, and the others wait for the next round.
_AWAY = 5


@dataclass(frozen=True)
class RetryPolicy:
    """30 s, 1 min, 2 min … each ± 25 % and none more than an hour: over two days in all, so a weekend's outage is
    survived.

    What is urgent is tried at least every five minutes, just as long. An attempt that takes longer than
    `lease` renews it; after a process that ended the next one tries as soon as it is over. It is longer than the clocks
    of two machines differ (`clock_guard.TOLERANCE`).
    """

    first_delay: timedelta = timedelta(seconds=30)
    longest_delay: timedelta = timedelta(hours=1)
    max_attempts: int = 75
    urgent_delay: timedelta = timedelta(minutes=5)
    urgent_attempts: int = 825
    lease: timedelta = timedelta(minutes=2)

    def most(self, urgent: bool) -> int:
        """After how many attempts a mail is given up."""
        return max(self.urgent_attempts, self.max_attempts) if urgent else self.max_attempts

    def delay(self, attempts: int, urgent: bool = False) -> timedelta:
        """How long to wait after so many failed attempts."""
        return self._back_off(urgent).delay(attempts)

    @property
    def longest(self) -> due_mail.Longest:
        """How long one has to wait at most."""
        return due_mail.Longest(self._back_off(urgent=False).longest, self._back_off(urgent=True).longest)

    def _back_off(self, urgent: bool) -> BackOff:
        return BackOff(self.first_delay, min(self.urgent_delay, self.longest_delay) if urgent else self.longest_delay)


@dataclass(frozen=True)
class Counts:
    """`dropped`: nobody was left to send it to."""

    sent: int = 0
    retried: int = 0
    failed: int = 0
    dropped: int = 0


def deliver_due(
    database: Database,
    transport: Transport,
    now: datetime,
    *,
    composer: MailComposer,
    policy: RetryPolicy | None = None,
    limit: int = 100,
) -> Counts:
    """Sends up to `limit` mails that are due, one after another; blocking, so run it in a thread. One that is dropped
    or given up takes nobody's place.

    At-least-once: when the process ends between sending and reporting back, the mail goes out again later with the
    same Message-ID. Several processes may do this at once.
    """
    policy = policy or RetryPolicy()
    started = time.monotonic()
    tally = {"sent": 0, "retried": 0, "failed": 0, "dropped": 0}
    in_a_row = 0
    due = due_mail.DueMails(database, policy.lease, policy.longest)
    while tally["sent"] + tally["retried"] < limit:
        moment = now + timedelta(seconds=time.monotonic() - started)
        mail = due.claim(moment)
        if mail is None:
            break
        with queue.kept(database, OutboxRow, mail.claim, policy.lease, moment):
            outcome = _attempt(database, transport, composer, policy, mail, moment)
        tally[outcome] += 1
        in_a_row = in_a_row + 1 if outcome == "retried" else 0
        if in_a_row == _AWAY:
            break
    return Counts(**tally)


def _attempt(
    database: Database,
    transport: Transport,
    composer: MailComposer,
    policy: RetryPolicy,
    mail: OutboxMail,
    now: datetime,
) -> str:
    if mail.attempts > policy.most(mail.urgent):  # its last ones ended with the process: do not let it do so for ever
        return _give_up(database, mail, "LeaseExpired")
    try:
        _send(database, transport, composer.compose(mail), mail)
    except NoRecipient:
        outbox.drop(database, mail)
        return "dropped"
    except PermanentFailure as failure:
        return _give_up(database, mail, failure.reason)
    except TemporaryFailure as failure:
        return _postpone(database, mail, failure.reason, policy, now)
    except Exception as error:
        to_one = mail.kind in (*OFFICIAL_KINDS, *ADVISER_KINDS)
        if to_one and not isinstance(error, (TemplateError, SenderProblem, StoreUnavailable)):
            # What is wrong is the address that was typed, or what is stored: no later attempt changes that.
            return _give_up(database, mail, type(error).__name__)
        # A template or address that is wrong: as an operator can mend it, later attempts make sense.
        return _postpone(database, mail, type(error).__name__, policy, now)
    due_mail.mark_sent(database, mail)
    return "sent"


def _send(database: Database, transport: Transport, message: EmailMessage, mail: OutboxMail) -> None:
    """Also a process that ends meanwhile leaves that the official may know."""
    tried_before = due_mail.begin_sending(database, mail)
    try:
        transport.send(message)
    except TemporaryFailure as failure:
        if not failure.maybe_sent and not tried_before:
            due_mail.not_sent(database, mail)
        raise


def _postpone(database: Database, mail: OutboxMail, reason: str, policy: RetryPolicy, now: datetime) -> str:
    if mail.attempts >= policy.most(mail.urgent):
        return _give_up(database, mail, reason)
    outbox.mark_retry(database, mail, reason, now + policy.delay(mail.attempts, mail.urgent))
    _log.warning("mail %s postponed after attempt %d: %s", mail.id, mail.attempts, reason)
    return "retried"


def _give_up(database: Database, mail: OutboxMail, reason: str) -> str:
    outbox.mark_failed(database, mail, reason)
    _log.error("mail %s failed for good after attempt %d: %s", mail.id, mail.attempts, reason)
    return "failed"
