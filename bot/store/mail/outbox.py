"""Mails that wait in the database: put there with the request they tell of, claimed by a sender for a while.

Sending is at-least-once: a claim that is not reported back runs out, and the mail is sent again with the same
Message-ID. A mail that became untrue while it waited, because the request was picked up, is dropped instead of sent.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from bot.store.base.database import Database
from bot.store.mail.kinds import ESCALATION_KINDS, MailKind, MailStatus
from bot.store.mail.models import OutboxRow
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
    there = select(OutboxRow.id).where(
        OutboxRow.request_id == request_id,
        OutboxRow.kind == kind,
        OutboxRow.round == round,
        OutboxRow.recipient == recipient,
    )
    if session.execute(there).first() is not None:
        return
    session.execute(
        insert(OutboxRow).values(
            id=secrets.token_hex(16),
            request_id=request_id,
            kind=kind,
            round=round,
            recipient=recipient,
            message_id=f"<{secrets.token_hex(16)}@{mail_domain}>",
            status=MailStatus.WAITING,
            attempts=0,
            next_attempt_at=now,
            created_at=now,
        )
    )


def claim(database: Database, now: datetime, lease: timedelta) -> OutboxMail | None:
    """Claims a mail that is due: an urgent one before all others, then the one that has waited longest.

    No other sender gets it until the lease runs out. A row that cannot be read is a dead letter from then on.
    """
    due = (
        select(OutboxRow.id)
        .join(Request, Request.id == OutboxRow.request_id)
        .where(OutboxRow.status == MailStatus.WAITING, OutboxRow.next_attempt_at <= now, _free(now))
        .order_by(Request.urgent.desc(), OutboxRow.next_attempt_at)
        .limit(1)
        .with_for_update(skip_locked=True, of=OutboxRow)
    )
    while True:
        with database.writing() as session:
            session.execute(delete(OutboxRow).where(OutboxRow.status != MailStatus.SENT, _free(now), _outdated()))
            found = session.scalars(due).first()
            if found is None:
                return None
            try:
                return _claimed(session, found, now, lease)
            except (ValueError, TypeError) as error:  # a value in the row is none of its kind
                unreadable = {
                    "status": MailStatus.FAILED,
                    "lease_until": None,
                    "last_error_class": type(error).__name__,
                }
                session.execute(update(OutboxRow).where(OutboxRow.id == found).values(unreadable))


def _claimed(session: Session, mail_id: str, now: datetime, lease: timedelta) -> OutboxMail:
    chosen = (
        select(OutboxRow, Request.reference, Request.urgent, Request.status)
        .join(Request, Request.id == OutboxRow.request_id)
        .where(OutboxRow.id == mail_id)
    )
    row, reference, urgent, status = session.execute(chosen).one()
    row.attempts += 1
    row.lease_until = now + lease
    session.flush()
    return OutboxMail(
        row.id,
        row.kind,
        reference,
        row.message_id,
        row.attempts,
        row.lease_until,
        row.created_at,
        row.request_id,
        row.round,
        row.recipient,
        urgent,
        claimed=status == states.CLAIMED,
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
    """Sent is sent, also when the claim ran out meanwhile."""
    with database.writing() as session:
        session.execute(
            update(OutboxRow)
            .where(OutboxRow.id == mail.id)
            .values(status=MailStatus.SENT, lease_until=None, last_error_class=None)
        )


def mark_retry(database: Database, mail: OutboxMail, error_class: str, next_attempt_at: datetime) -> None:
    _after_failure(database, mail, error_class, status=MailStatus.WAITING, next_attempt_at=next_attempt_at)


def mark_failed(database: Database, mail: OutboxMail, error_class: str, now: datetime) -> None:
    """The dead letter: stays until somebody looks at it (`retry_failed`)."""
    _after_failure(database, mail, error_class, status=MailStatus.FAILED, next_attempt_at=now)


def retry_failed(database: Database, now: datetime) -> int:
    """Gives all dead letters a new start; returns how many."""
    with database.writing() as session:
        ids = session.scalars(select(OutboxRow.id).where(OutboxRow.status == MailStatus.FAILED).with_for_update()).all()
        session.execute(
            update(OutboxRow)
            .where(OutboxRow.id.in_(ids))
            .values(status=MailStatus.WAITING, attempts=0, next_attempt_at=now, lease_until=None)
        )
        return len(ids)


def overview(database: Database) -> OutboxOverview:
    with database.reading() as session:
        rows = session.execute(select(OutboxRow.status, func.count()).group_by(OutboxRow.status)).all()
        counts = dict(rows)
        waiting = (
            select(OutboxRow.created_at).where(OutboxRow.status == MailStatus.WAITING).order_by(OutboxRow.created_at)
        )
        oldest = session.scalars(waiting.limit(1)).first()
    return OutboxOverview(
        counts.get(MailStatus.WAITING, 0), counts.get(MailStatus.SENT, 0), counts.get(MailStatus.FAILED, 0), oldest
    )


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(OutboxRow.lease_until.is_(None), OutboxRow.lease_until <= now)


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


def _after_failure(
    database: Database, mail: OutboxMail, error_class: str, *, status: MailStatus, next_attempt_at: datetime
) -> None:
    """Changes nothing when the claim ran out and somebody else has the mail now."""
    with database.writing() as session:
        session.execute(
            update(OutboxRow)
            .where(
                OutboxRow.id == mail.id,
                OutboxRow.lease_until == mail.lease_until,
                OutboxRow.status == MailStatus.WAITING,
            )
            .values(status=status, next_attempt_at=next_attempt_at, lease_until=None, last_error_class=error_class[:64])
        )
