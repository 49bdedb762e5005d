"""Mails that wait in the database: put there with the request they tell of, claimed by a sender for a while.

Sending is at-least-once: a claim that is not reported back runs out, and the mail is sent again with the same
Message-ID. A mail that became untrue while it waited, because the request was picked up, is dropped instead of sent.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, func, or_, select
from sqlalchemy.orm import Session

from bot.store import queue
from bot.store.base.database import Database
from bot.store.mail.kinds import ESCALATION_KINDS, MailKind
from bot.store.mail.models import OutboxRow
from bot.store.queue import Claim, QueueStatus
from bot.store.request import states
from bot.store.request.models import EscalationRow, Request


@dataclass(frozen=True)
class OutboxMail:
    """A claimed mail. `attempts` counts this attempt; `lease_until` is the claim and proves it.

    `recipient` says which of several addresses of its kind it goes to, `round` the how many-th of its kind it is.
    `urgent` is its request, and `claimed` when somebody has that in hand.
    """

    id: str
    kind: MailKind
    reference: str
    message_id: str
    attempts: int
    lease_until: datetime
    created_at: datetime
    request_id: str = ""
    round: int = 1
    recipient: int = 0
    urgent: bool = False
    claimed: bool = False

    @property
    def claim(self) -> Claim:
        return Claim(self.id, self.attempts, self.lease_until)


@dataclass(frozen=True)
class OutboxOverview:
    """For the command `outbox`, the console banner and `/metrics`: broken mail must be seen without mail."""

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
) -> None:
    """Lets a mail wait in the caller's transaction, once per kind, round and recipient: a second call does nothing.

    Call it while the request's row is locked.
    """
    which = {"request_id": request_id, "kind": kind, "round": round, "recipient": recipient}
    if session.execute(select(OutboxRow.id).filter_by(**which)).first() is not None:
        return
    message_id = f"<{secrets.token_hex(16)}@{mail_domain}>"
    session.add(
        OutboxRow(id=secrets.token_hex(16), message_id=message_id, created_at=now, **which, **queue.waiting(now))
    )
    session.flush()


def claim(database: Database, now: datetime, lease: timedelta) -> OutboxMail | None:
    """Claims a mail that is due: an urgent one before all others, then the one that has waited longest."""
    with database.writing() as session:
        free = or_(OutboxRow.lease_until.is_(None), OutboxRow.lease_until <= now)
        session.execute(delete(OutboxRow).where(OutboxRow.status != QueueStatus.DONE, free, _outdated()))
    wanted = select(OutboxRow.id).join(Request, Request.id == OutboxRow.request_id)
    wanted = wanted.order_by(Request.urgent.desc(), OutboxRow.due_at)
    return next(iter(queue.claim(database, OutboxRow, wanted, _read, now, lease)), None)


def _read(session: Session, row: OutboxRow, claim: Claim) -> OutboxMail:
    chosen = select(Request.reference, Request.urgent, Request.status).where(Request.id == row.request_id)
    request = session.execute(chosen).one()
    return OutboxMail(
        id=row.id,
        kind=row.kind,
        reference=request.reference,
        message_id=row.message_id,
        attempts=claim.attempts,
        lease_until=claim.lease_until,
        created_at=row.created_at,
        request_id=row.request_id,
        round=row.round,
        recipient=row.recipient,
        urgent=request.urgent,
        claimed=request.status == states.CLAIMED,
    )


def drop(database: Database, mail: OutboxMail) -> None:
    """Takes away a claimed mail that has nobody to go to."""
    with database.writing() as session:
        session.execute(delete(OutboxRow).where(OutboxRow.id == mail.id, OutboxRow.lease_until == mail.lease_until))


def official_address(fields: Mapping[str, str] | None) -> str | None:
    """The mail address an official left in a request, or None: erased, or a telephone number."""
    contact = (fields or {}).get("contact", "")
    return contact if isinstance(contact, str) and "@" in contact else None


def mark_sent(database: Database, mail: OutboxMail) -> None:
    queue.finish(database, OutboxRow, mail.claim)


def mark_retry(database: Database, mail: OutboxMail, error_class: str, due_at: datetime) -> None:
    queue.postpone(database, OutboxRow, mail.claim, due_at, error_class)


def mark_failed(database: Database, mail: OutboxMail, error_class: str) -> None:
    queue.fail(database, OutboxRow, mail.claim, error_class)


def retry_failed(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return queue.retry_failed(session, OutboxRow, now)


def overview(database: Database) -> OutboxOverview:
    with database.reading() as session:
        rows = session.execute(select(OutboxRow.status, func.count()).group_by(OutboxRow.status)).all()
        waits = OutboxRow.status == QueueStatus.WAITING
        oldest = session.scalar(select(func.min(OutboxRow.created_at)).where(waits))
    counts = dict.fromkeys(QueueStatus, 0) | dict(rows)
    return OutboxOverview(counts[QueueStatus.WAITING], counts[QueueStatus.DONE], counts[QueueStatus.FAILED], oldest)


def _outdated() -> ColumnElement[bool]:
    """Escalations of a request that somebody picked up, or that is no longer open.

    What was put there after an urgent one was claimed tells that it stands still, and is true as long as it does.
    """
    picked_up = or_(Request.status != states.NEW, EscalationRow.acknowledged_at.is_not(None))
    handled = select(EscalationRow.request_id).join(Request, Request.id == EscalationRow.request_id).where(picked_up)
    standing = select(Request.id).where(
        Request.id == OutboxRow.request_id,
        Request.urgent,
        Request.status == states.CLAIMED,
        Request.claimed_at < OutboxRow.created_at,
    )
    return and_(
        OutboxRow.kind.in_(ESCALATION_KINDS), OutboxRow.request_id.in_(handled), ~standing.correlate(OutboxRow).exists()
    )
