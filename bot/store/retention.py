"""What is kept no longer than needed goes away here. Times of conversations are whole hours: up to one hour early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, or_, select
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.database import Database
from bot.store.models import Base, Conversation, DataKey, InboxRow, OutboxRow, ReportLink, Request
from bot.store.requests import CLOSED
from bot.store.visits_models import RequestAccess

_BATCH = 500


@dataclass(frozen=True)
class Limits:
    unfinished: timedelta = timedelta(hours=72)
    finished: timedelta = timedelta(days=30)
    inbox: timedelta = timedelta(hours=24)
    sent_mail: timedelta = timedelta(days=14)
    closed_request: timedelta = timedelta(days=30)


@dataclass(frozen=True)
class Swept:
    """How many of each were removed; of requests, how many lost their personal data."""

    conversations: int
    inbox_rows: int
    report_links: int
    sent_mails: int
    requests: int = 0


def sweep(database: Database, now: datetime, limits: Limits | None = None) -> Swept:
    """Removes what is past its time. Safe at any moment, in several processes, and again after an interruption."""
    limits = limits or Limits()
    conversations = 0
    while True:
        with database.writing() as session:
            erased = _erase_conversations(session, now, limits)
        conversations += erased
        if erased < _BATCH:
            break
    requests = 0
    while True:
        with database.writing() as session:
            erased = _erase_requests(session, now - limits.closed_request, now)
        requests += erased
        if erased < _BATCH:
            break
    erased_requests = select(Request.id).where(Request.data_key_id.is_(None))
    old_mail = and_(
        OutboxRow.created_at <= now - limits.sent_mail,
        or_(
            OutboxRow.status == "verzonden",
            and_(OutboxRow.status == "mislukt", OutboxRow.request_id.in_(erased_requests)),
        ),
    )
    with database.writing() as session:
        _delete(session, RequestAccess, RequestAccess.expires_at <= now)
        swept = Swept(
            conversations=conversations,
            inbox_rows=_delete(session, InboxRow, InboxRow.created_at <= now - limits.inbox),
            report_links=_delete(
                session, ReportLink, or_(ReportLink.expires_at <= now, ReportLink.used_at.is_not(None))
            ),
            sent_mails=_delete(session, OutboxRow, old_mail),
            requests=requests,
        )
    database.scrub()
    return swept


def _erase_conversations(session: Session, now: datetime, limits: Limits) -> int:
    """Leaves alone a conversation that is in a turn just now (skip_locked)."""
    past = or_(
        and_(Conversation.finished.is_(False), Conversation.updated_at <= now - limits.unfinished),
        and_(Conversation.finished.is_(True), Conversation.updated_at <= now - limits.finished),
    )
    chosen = select(Conversation.data_key_id).where(past).limit(_BATCH).with_for_update(skip_locked=True)
    keys = session.scalars(chosen).all()
    if keys:
        session.execute(delete(DataKey).where(DataKey.id.in_(keys)))
        audit.append(session, actor=audit.SYSTEM, action="retention.erase", object=f"{len(keys)} gesprekken", now=now)
    return len(keys)


def _erase_requests(session: Session, closed_before: datetime, now: datetime) -> int:
    """Erases the personal data of requests that were closed so long ago; their reference and status stay."""
    past = (Request.status.in_(CLOSED), Request.updated_at <= closed_before, Request.data_key_id.is_not(None))
    rows = session.scalars(select(Request).where(*past).limit(_BATCH).with_for_update(skip_locked=True)).all()
    keys = [row.data_key_id for row in rows]
    for row in rows:
        row.fields, row.data_key_id = b"", None
    if keys:
        session.flush()
        session.execute(delete(DataKey).where(DataKey.id.in_(keys)))
        audit.append(session, actor=audit.SYSTEM, action="retention.erase", object=f"{len(keys)} aanvragen", now=now)
    return len(keys)


def _delete(session: Session, table: type[Base], condition: ColumnElement[bool]) -> int:
    return session.connection().execute(delete(table).where(condition)).rowcount
