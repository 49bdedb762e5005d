"""What is kept no longer than needed goes away here. Times of conversations are whole hours: up to one hour early.

The job and the command ask `sweep_with_care`, which believes neither a clock that jumped nor a clean-out of nearly all.
A row that cannot be removed is set aside; the others go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base import clock_guard, set_aside
from bot.store.base.clock_guard import ClockGuard
from bot.store.base.database import Database
from bot.store.base.errors import StoreUnavailable
from bot.store.base.models import Base, DataKey, Doubt, SetAside
from bot.store.conversation.models import Conversation, InboxRow, ReportLink
from bot.store.links import remove_expired
from bot.store.mail.models import OutboxRow
from bot.store.queue import QueueStatus
from bot.store.request.models import Request, RequestAccess
from bot.store.request.states import CLOSED
from bot.store.staff.models import SetupLink

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


@dataclass(frozen=True)
class Bounds:
    """More than `share` of all conversations, or of all requests with personal data, is not removed in one go, unless
    it is no more than `floor` of them."""

    share: float = 0.5
    floor: int = 25


@dataclass(frozen=True)
class Going:
    """A closed request whose personal data is still there, and from when on it goes."""

    reference: str
    closed_at: datetime
    goes_at: datetime


@dataclass(frozen=True)
class Ahead:
    """What goes when: the first of the requests, and how many; of conversations how many, and within a day."""

    requests: tuple[Going, ...]
    all_requests: int
    conversations: int
    conversations_soon: int


class Held(Exception):
    """Nothing was removed."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt)
        self.doubt = doubt


def sweep_with_care(
    database: Database,
    guard: ClockGuard,
    now: datetime,
    limits: Limits | None = None,
    bounds: Bounds | None = None,
) -> Swept:
    """As `sweep`, when the clock can be believed and not too much is past its time. Raises `Held` otherwise."""
    doubt = guard.doubt(database, now)
    if doubt is not None:
        raise Held(doubt)
    limits, bounds = limits or Limits(), bounds or Bounds()
    with database.writing() as session:
        too_much = _too_much(session, now, limits, bounds)
        clock_guard.hold_too_much(session, too_much, now)
    if too_much:
        raise Held(Doubt.TOO_MUCH)
    return sweep(database, now, limits)


def sweep(database: Database, now: datetime, limits: Limits | None = None) -> Swept:
    """Removes what is past its time. Safe at any moment, in several processes, and again after an interruption."""
    limits = limits or Limits()
    conversations = _row_by_row(database, "conversation", _due_conversations(now, limits), _erase_conversations, now)
    requests = _row_by_row(database, "request", _due_requests(now, limits), _erase_requests, now)
    erased_requests = select(Request.id).where(Request.data_key_id.is_(None))
    old_mail = and_(
        OutboxRow.created_at <= now - limits.sent_mail,
        or_(
            OutboxRow.status == QueueStatus.DONE,
            and_(OutboxRow.status == QueueStatus.FAILED, OutboxRow.request_id.in_(erased_requests)),
        ),
    )
    with database.writing() as session:
        remove_expired(session, [RequestAccess, SetupLink], now)
        swept = Swept(
            conversations=conversations,
            inbox_rows=_delete(session, InboxRow, InboxRow.created_at <= now - limits.inbox),
            report_links=remove_expired(session, [ReportLink], now),
            sent_mails=_delete(session, OutboxRow, old_mail),
            requests=requests,
        )
    database.scrub()
    return swept


def ahead(database: Database, now: datetime, limits: Limits | None = None, most: int = 100) -> Ahead:
    """What is still to go, the soonest first."""
    limits = limits or Limits()
    kept = (Request.status.in_(CLOSED), Request.data_key_id.is_not(None))
    first = select(Request.reference, Request.updated_at).where(*kept).order_by(Request.updated_at).limit(most)
    soon = _due_conversations(now + timedelta(days=1), limits)
    with database.reading() as session:
        rows = session.execute(first).all()
        counts = (
            session.scalar(select(func.count()).select_from(Request).where(*kept)),
            session.scalar(select(func.count()).select_from(Conversation)),
            session.scalar(select(func.count()).select_from(Conversation).where(soon)),
        )
    going = (Going(row.reference, row.updated_at, row.updated_at + limits.closed_request) for row in rows)
    return Ahead(tuple(going), *(count or 0 for count in counts))


def _due_conversations(now: datetime, limits: Limits) -> ColumnElement[bool]:
    return or_(
        and_(Conversation.finished.is_(False), Conversation.updated_at <= now - limits.unfinished),
        and_(Conversation.finished.is_(True), Conversation.updated_at <= now - limits.finished),
    )


def _due_requests(now: datetime, limits: Limits) -> ColumnElement[bool]:
    closed_before = now - limits.closed_request
    return and_(Request.status.in_(CLOSED), Request.updated_at <= closed_before, Request.data_key_id.is_not(None))


def _too_much(session: Session, now: datetime, limits: Limits, bounds: Bounds) -> bool:
    for table, due, counted in (
        (Conversation, _due_conversations(now, limits), Conversation.id.is_not(None)),
        (Request, _due_requests(now, limits), Request.data_key_id.is_not(None)),
    ):
        number = session.scalar(select(func.count()).select_from(table).where(due)) or 0
        everything = session.scalar(select(func.count()).select_from(table).where(counted)) or 0
        if number > max(bounds.floor, bounds.share * everything):
            return True
    return False


Erase = Callable[[Session, Sequence[str], datetime], None]


def _row_by_row(database: Database, kind: set_aside.Kind, due: ColumnElement[bool], erase: Erase, now: datetime) -> int:
    """Erases what is due in batches; a batch that fails one by one. Leaves alone what is in use just now (skip_locked).

    Returns how many were erased.
    """
    table: type[Conversation] | type[Request] = Conversation if kind == "conversation" else Request
    erased, after = 0, ""
    while True:
        with database.reading() as session:
            wanted = select(table.id).where(due, table.id > after).order_by(table.id).limit(_BATCH)
            chosen = session.scalars(wanted).all()
            rest = set_aside.resting(session, kind, now)
        if not chosen:
            return erased
        after = chosen[-1]
        chosen = [row_id for row_id in chosen if row_id not in rest]
        try:
            erased += _erased(database, table, due, chosen, erase, now)
        except StoreUnavailable:
            raise
        except Exception:
            for row_id in chosen:
                with set_aside.by_itself(database, kind, row_id, now, f"{kind} not erased"):
                    erased += _erased(database, table, due, [row_id], erase, now)


def _erased(
    database: Database,
    table: type[Conversation] | type[Request],
    due: ColumnElement[bool],
    chosen: Sequence[str],
    erase: Erase,
    now: datetime,
) -> int:
    if not chosen:
        return 0
    with database.writing() as session:
        still_due = select(table.id).where(due, table.id.in_(chosen)).with_for_update(skip_locked=True)
        ids = session.scalars(still_due).all()
        if ids:
            erase(session, ids, now)
        return len(ids)


def _erase_conversations(session: Session, ids: Sequence[str], now: datetime) -> None:
    keys = session.scalars(select(Conversation.data_key_id).where(Conversation.id.in_(ids))).all()
    session.execute(delete(DataKey).where(DataKey.id.in_(keys)))
    session.execute(delete(Conversation).where(Conversation.id.in_(ids)))  # where its key was gone already
    audit.append(session, actor=audit.SYSTEM, action="retention.erase", object=f"{len(ids)} conversations", now=now)


def _erase_requests(session: Session, ids: Sequence[str], now: datetime) -> None:
    """Erases the personal data of requests that were closed so long ago; their reference and status stay."""
    keys = session.scalars(select(Request.data_key_id).where(Request.id.in_(ids))).all()
    session.execute(update(Request).where(Request.id.in_(ids)).values(fields=b"", data_key_id=None))
    session.execute(delete(DataKey).where(DataKey.id.in_(keys)))
    session.execute(delete(SetAside).where(SetAside.request_id.in_(ids)))  # there is nothing left to read
    audit.append(session, actor=audit.SYSTEM, action="retention.erase", object=f"{len(ids)} requests", now=now)


def _delete(session: Session, table: type[Base], condition: ColumnElement[bool]) -> int:
    return session.connection().execute(delete(table).where(condition)).rowcount
