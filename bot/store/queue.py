"""Rows that wait for one of several processes to take them up: mails, messages of Telegram in and out, told alarms.

Who claims a row has it for as long as a lease, which it renews where it may be slow (`kept`), and reports back: it is
done, it is to be tried later, or it failed for good (a dead letter, which stays until somebody looks at it). A lease
that runs out, because a process ended, lets the next one claim the row: at least once, never lost. A row that cannot be
read becomes a dead letter; the others go on.

A clock that was wrong for a moment keeps no row waiting until that moment comes: what is further away than anybody
puts a row off, or claims one for, was written then, and is due.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from threading import Event, Thread
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, String, and_, delete, inspect, or_, update
from sqlalchemy.orm import Mapped, Session

from bot.store.base.columns import UtcTime, Word, tagged
from bot.store.base.database import Database
from bot.store.base.errors import UNREADABLE, StoreError

log = logging.getLogger("bot.store")
LONGEST_WAIT = timedelta(hours=2)
"""For no longer than this is a row put off."""
LONGEST_ATTEMPT = timedelta(minutes=10)
"""After this an attempt that renews its claim is taken to hang, and loses the row."""
_AT_ONCE = timedelta(minutes=1)
"""A row that nobody took up yet waits for no longer than this: it was to go at once, or after a moment."""
_MOST_LOOKED_AT = 256
"""Rows that one search for a readable one goes through at most."""
_LEASES = 2
"""Times a lease: a claim that ends later than that from now was made by another clock."""


class QueueStatus(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class Queued:
    """The columns of a row that waits. `due_at` is when it may be claimed, `lease_until` until when somebody has it."""

    status: Mapped[QueueStatus] = tagged("public", Word(QueueStatus), loose=True)
    attempts: Mapped[int] = tagged("public", Integer, loose=True)
    due_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime, loose=True)
    lease_until: Mapped[datetime | None] = tagged("pseudonymous", UtcTime, loose=True)
    last_error: Mapped[str | None] = tagged("public", String(64), loose=True)

    def settle(self) -> None:
        """Nothing is left to do."""
        self.status, self.due_at, self.lease_until, self.last_error = QueueStatus.DONE, None, None, None


def waiting(due_at: datetime) -> dict[str, Any]:
    """The values of a new row."""
    return {"status": QueueStatus.WAITING, "attempts": 0, "due_at": due_at}


@dataclass(frozen=True)
class Claim:
    """A row that somebody has. `attempts` counts this one, and proves that it is this claim."""

    row_id: str
    attempts: int


@dataclass(frozen=True)
class BackOff:
    """Waits that double, each spread between two factors, so that not all come back at once; none is longer than
    `longest`."""

    first: timedelta
    longest: timedelta
    spread: tuple[float, float] = (0.75, 1.25)

    def delay(self, attempts: int) -> timedelta:
        """How long to wait after so many failed attempts."""
        doubled = self.first * 2.0 ** min(attempts - 1, 20)
        at_most = self.longest / max(self.spread)
        return min(doubled, at_most) * random.uniform(*self.spread)  # noqa: S311 - spreads load, no secret


def due_rows(
    rows: type[Queued],
    wanted: Select[str],
    now: datetime,
    lease: timedelta,
    too_late: ColumnElement[bool] | None = None,
) -> Select[str]:
    """Those of `wanted` (their ids, in order) that are due and that nobody has.

    `too_late` is which rows wait for a moment that only a wrong clock can have meant, where that is sooner than for
    all queues.
    """
    never_taken = and_(rows.attempts == 0, rows.due_at > now + _AT_ONCE)
    is_due = or_(rows.due_at <= now, never_taken, rows.due_at > now + LONGEST_WAIT if too_late is None else too_late)
    return wanted.where(rows.status == QueueStatus.WAITING, is_due, _free(rows, now, lease))


def claim[R: Queued, T](
    database: Database,
    rows: type[R],
    wanted: Select[str],
    read: Callable[[Session, R, Claim], T],
    now: datetime,
    lease: timedelta,
    limit: int = 1,
    too_late: ColumnElement[bool] | None = None,
) -> list[T]:
    """Claims the first of the `due_rows`, and reads them. Not a single one is given only when none is due."""
    due = due_rows(rows, wanted, now, lease, too_late).with_for_update(skip_locked=True, of=rows)
    looked_at, claimed = limit, list[T]()
    while True:
        with database.writing() as session:
            ids = session.scalars(due.limit(looked_at)).all()
            for row_id in ids:
                claimed += _claimed(session, rows, row_id, read, now + lease)
                if len(claimed) == limit:
                    break
        if claimed or not ids:
            return claimed
        looked_at = min(2 * looked_at, _MOST_LOOKED_AT)  # so that many unreadable rows are not as many searches


def _claimed[R: Queued, T](
    session: Session, rows: type[R], row_id: str, read: Callable[[Session, R, Claim], T], until: datetime
) -> list[T]:
    try:
        row = session.get_one(rows, row_id)
        item = read(session, row, Claim(row_id, row.attempts + 1))
    except UNREADABLE as error:
        log.error("row set aside in a queue: %s", type(error).__name__)
        _set(session, rows, _is(rows, row_id), status=QueueStatus.FAILED, last_error=type(error).__name__[:64])
        return []
    row.attempts, row.lease_until = row.attempts + 1, until
    session.flush()
    return [item]


@contextmanager
def kept(database: Database, rows: type[Queued], claim: Claim, lease: timedelta, now: datetime) -> Iterator[None]:
    """Renews the claim, made at `now`, three times a lease for as long as the block runs: who is slow keeps it.

    For `LONGEST_ATTEMPT` at most. From a thread of its own; a database that is away only lets the lease run out.
    """
    over, began = Event(), time.monotonic()

    def renew() -> None:
        while not over.wait(lease.total_seconds() / 3):
            went_by = timedelta(seconds=time.monotonic() - began)
            if went_by > LONGEST_ATTEMPT:
                return
            with suppress(StoreError), database.writing() as session:
                session.execute(update(rows).where(_held(rows, claim)).values(lease_until=now + went_by + lease))

    thread = Thread(target=renew, name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def finish(database: Database, rows: type[Queued], claim: Claim) -> None:
    """Done is done, also when the claim ran out meanwhile."""
    with database.writing() as session:
        finish_in(session, rows, claim)


def finish_in(session: Session, rows: type[Queued], claim: Claim) -> None:
    """As `finish`, in the caller's transaction."""
    _set(session, rows, _is(rows, claim.row_id), status=QueueStatus.DONE, due_at=None, last_error=None)


def postpone(database: Database, rows: type[Queued], claim: Claim, due_at: datetime, error: str | None = None) -> None:
    """To be tried again; changes nothing when the claim ran out and somebody else has the row now."""
    with database.writing() as session:
        _set(session, rows, _held(rows, claim), due_at=due_at, last_error=error and error[:64])


def fail(database: Database, rows: type[Queued], claim: Claim, error: str) -> None:
    """The dead letter: stays until somebody looks at it (`retry_failed`). Changes nothing as `postpone`."""
    with database.writing() as session:
        _set(session, rows, _held(rows, claim), status=QueueStatus.FAILED, last_error=error[:64])


def retry_failed(session: Session, rows: type[Queued], now: datetime, *which: ColumnElement[bool]) -> int:
    """Gives all dead letters, or those of them, a new start; returns how many."""
    dead = and_(rows.status == QueueStatus.FAILED, *which)
    return _set(session, rows, dead, status=QueueStatus.WAITING, attempts=0, due_at=now)


def give_back(session: Session, rows: type[Queued], now: datetime, *, postponed: bool) -> None:
    """Frees what was claimed, and where `postponed` what waits for a later moment: nobody else can have it now."""
    waits = [rows.lease_until > now, *([rows.due_at > now] if postponed else [])]
    _set(session, rows, or_(*waits) & (rows.status == QueueStatus.WAITING), due_at=now)


def drop(database: Database, rows: type[Queued], claim: Claim) -> None:
    """Takes the row away: there is nothing to do for it. Changes nothing as `postpone`."""
    with database.writing() as session:
        session.execute(delete(rows).where(_held(rows, claim)))


def _set(session: Session, rows: type[Queued], condition: ColumnElement[bool], **values: Any) -> int:
    """Whatever becomes of a row, nobody has it any more."""
    changed = update(rows).where(condition).values(lease_until=None, **values)
    return session.connection().execute(changed).rowcount


def _held(rows: type[Queued], claim: Claim) -> ColumnElement[bool]:
    still = (rows.attempts == claim.attempts) & rows.lease_until.is_not(None) & (rows.status == QueueStatus.WAITING)
    return _is(rows, claim.row_id) & still


def _is(rows: type[Queued], row_id: str) -> ColumnElement[bool]:
    (key,) = inspect(rows).primary_key
    condition: ColumnElement[bool] = key == row_id
    return condition


def _free(rows: type[Queued], now: datetime, lease: timedelta) -> ColumnElement[bool]:
    return or_(rows.lease_until.is_(None), rows.lease_until <= now, rows.lease_until > now + _LEASES * lease)
