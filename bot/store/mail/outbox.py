"""Mails that wait in the database: put there with the request they tell of, claimed by a sender for a while.

Sending is at-least-once: a claim that is not reported back runs out, and the mail is sent again with the same
Message-ID. Which one goes next depends on its request: `bot/store/request/due_mail.py`.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store import queue
from bot.store.base.database import Database
from bot.store.base.standing import Standing, counted
from bot.store.mail.kinds import OFFICIAL_KINDS, MailKind
from bot.store.mail.models import OutboxRow
from bot.store.queue import Claim, QueueStatus
from woningscan.request.contacts.contact import mail_address_in


@dataclass(frozen=True)
class OutboxMail:
    """A claimed mail. `attempts` counts this attempt.

    `recipient` says which of several addresses of its kind it goes to, `round` the how many-th of its kind it is.
    `urgent` is its request, and `claimed` when somebody has that in hand.
    """

    id: str
    kind: MailKind
    reference: str
    message_id: str
    attempts: int
    created_at: datetime
    request_id: str = ""
    round: int = 1
    recipient: int = 0
    urgent: bool = False
    claimed: bool = False

    @property
    def claim(self) -> Claim:
        return Claim(self.id, self.attempts)


@dataclass(frozen=True)
class OutboxOverview:
    """For the command `outbox`: broken mail must be seen without mail."""

    waiting: int
    sent: int
    failed: int
    oldest_waiting_since: datetime | None


def put(
    session: Session,
    request_id: str,
    kind: MailKind,
    mail_domain: str,
    now: datetime,
    *,
    round: int = 1,
    recipient: int = 0,
) -> bool:
    """Lets a mail wait in the caller's transaction, once per kind, round and recipient: a second call does nothing and
    gives False.

    Call it while the request's row is locked.
    """
    which = {"request_id": request_id, "kind": kind, "round": round, "recipient": recipient}
    if session.execute(select(OutboxRow.id).filter_by(**which)).first() is not None:
        return False
    message_id = f"<{secrets.token_hex(16)}@{mail_domain}>"
    session.add(
        OutboxRow(id=secrets.token_hex(16), message_id=message_id, created_at=now, **which, **queue.waiting(now))
    )
    session.flush()
    return True


def drop(database: Database, mail: OutboxMail) -> None:
    """Takes away a claimed mail that has nobody to go to."""
    queue.drop(database, OutboxRow, mail.claim)


def official_address(fields: Mapping[str, str] | None) -> str | None:
    """The first mail address an official left in a request, or None: erased, or telephone numbers."""
    contact = (fields or {}).get("contact", "")
    return mail_address_in(contact) if isinstance(contact, str) else None


def mark_retry(database: Database, mail: OutboxMail, error_class: str, due_at: datetime) -> None:
    queue.postpone(database, OutboxRow, mail.claim, due_at, error_class)


def mark_failed(database: Database, mail: OutboxMail, error_class: str) -> None:
    queue.fail(database, OutboxRow, mail.claim, error_class)


def retry_failed(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return queue.retry_failed(session, OutboxRow, now)


def waiting_since(database: Database, before: datetime) -> Standing:
    """Mails that wait since before that moment."""
    with database.reading() as session:
        waits = OutboxRow.status == QueueStatus.WAITING
        return counted(session, OutboxRow.created_at, waits, OutboxRow.created_at <= before)


def failed(database: Database, *, to_officials: bool) -> Standing:
    """Dead letters to officials, or to the secretariat."""
    theirs = OutboxRow.kind.in_(OFFICIAL_KINDS)
    with database.reading() as session:
        gave_up = OutboxRow.status == QueueStatus.FAILED
        return counted(session, OutboxRow.created_at, gave_up, theirs if to_officials else ~theirs)


def overview(database: Database) -> OutboxOverview:
    with database.reading() as session:
        rows = session.execute(select(OutboxRow.status, func.count()).group_by(OutboxRow.status)).all()
        waits = OutboxRow.status == QueueStatus.WAITING
        oldest = session.scalar(select(func.min(OutboxRow.created_at)).where(waits))
    counts = dict.fromkeys(QueueStatus, 0) | dict(rows)
    return OutboxOverview(counts[QueueStatus.WAITING], counts[QueueStatus.DONE], counts[QueueStatus.FAILED], oldest)
