"""Mails that did not go out, for who keeps the machine running: of what kind, since when, what went wrong.

Never to whom, and nothing that is in one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, null, select, type_coerce
from sqlalchemy.orm import Session

from bot.store import audit, queue
from bot.store.base.database import Database
from bot.store.mail.kinds import MailKind
from bot.store.mail.models import OutboxRow
from bot.store.queue import QueueStatus
from bot.store.request.models import Request


@dataclass(frozen=True)
class UnsentMail:
    """`kind` is None for a word that is none of ours, `since` and `due_at` for what is no moment. `error` is the class
    of the last error, empty when there was none or it is no name of a class."""

    id: str
    kind: MailKind | None
    reference: str
    urgent: bool
    attempts: int
    since: datetime | None
    due_at: datetime | None
    error: str


def unsent(database: Database, status: QueueStatus, most: int) -> list[UnsentMail]:
    """Those that wait, or that failed for good: what is urgent first, then the oldest."""
    with database.reading() as session:
        try:
            return _unsent(session, status, most, (OutboxRow.created_at, OutboxRow.due_at))
        except (ValueError, TypeError):  # one holds a moment that is none
            return _unsent(session, status, most, (null(), null()))


def retry(database: Database, mail_id: str, staff_id: str, now: datetime) -> bool:
    """Gives one that failed a new start; False when there is no such one any more."""
    with database.writing() as session:
        chosen = select(Request.reference).join(OutboxRow, OutboxRow.request_id == Request.id)
        reference = session.scalar(chosen.where(OutboxRow.id == mail_id))
        if reference is None or not queue.retry_failed(session, OutboxRow, now, OutboxRow.id == mail_id):
            return False
        audit.append(session, actor=staff_id, action="mail.retry", object=reference, now=now)
    return True


def _unsent(session: Session, status: QueueStatus, most: int, moments: tuple[Any, Any]) -> list[UnsentMail]:
    since: ColumnElement[Any] = moments[0].label("since")
    due_at: ColumnElement[Any] = moments[1].label("due_at")
    kind = type_coerce(OutboxRow.kind, String).label("kind")
    chosen = (
        select(OutboxRow.id, kind, Request.reference, Request.urgent, OutboxRow.attempts, since, due_at)
        .add_columns(OutboxRow.last_error)
        .join(Request, Request.id == OutboxRow.request_id)
        .where(OutboxRow.status == status)
        .order_by(Request.urgent.desc(), OutboxRow.created_at, OutboxRow.id)
        .limit(most)
    )
    return [
        UnsentMail(
            row.id,
            MailKind(row.kind) if row.kind in tuple(MailKind) else None,
            *(row.reference, row.urgent, row.attempts, row.since, row.due_at),
            error=_class_name(row.last_error),
        )
        for row in session.execute(chosen)
    ]


def _class_name(error: object) -> str:
    """What somebody else wrote there is not shown."""
    return error if isinstance(error, str) and error.isascii() and error.isidentifier() else ""
