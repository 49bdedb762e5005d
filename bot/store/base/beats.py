"""Signs of life of the background jobs, kept in the database: a job that stopped is seen by whoever looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.orm import Session

from bot.store.base.database import Database, insert
from bot.store.base.models import JobBeat

AUDIT = "audit"
UNREAD = "telegram_ongelezen"
"""No job: the messages that could not be read, their number in `mark`, the last of them in `at`."""
REFUSED = "motor_geweigerd"
"""No job either: the answers of the engine that were refused, counted likewise."""
COUNTED = (UNREAD, REFUSED)
TAKES_IN = "telegram_binnen"
"""No job: that Telegram brings what is written to the bot."""
WRONG_ROWS = "rijen"
"""No job: how many rows are not as they were written, in `mark`, and since when, in `at`."""
READY = "gereed"
"""Not a job: the row that is written to prove that it can be."""
# A job that runs every few seconds needs not write as often.
_SELDOM = timedelta(minutes=1)
COUNT_LASTS = timedelta(hours=24)


@dataclass(frozen=True)
class Beat:
    """`at` is the last success; of a check that says no (`well` is false), since when it does so. `mark`: its count."""

    name: str
    at: datetime
    well: bool
    mark: int | None = None


def begin(database: Database, names: list[str], now: datetime) -> None:
    """Notes that these jobs, and no others, are meant to run: one that never succeeds is missed as well."""
    with database.writing() as session:
        session.execute(delete(JobBeat).where(JobBeat.name.not_in([*names, *COUNTED, WRONG_ROWS, READY])))
        for name in names:
            make_sure(session, name, now)


def beat(database: Database, name: str, now: datetime, seldom: timedelta = _SELDOM) -> None:
    """Notes that a job succeeded; at most once in `seldom`."""
    with database.reading() as session:
        last = session.scalar(select(JobBeat.at).where(JobBeat.name == name))
    if last is not None and last <= now < last + seldom:
        return
    with database.writing() as session:
        make_sure(session, name, now)
        session.execute(update(JobBeat).where(JobBeat.name == name).values(at=now, well=True))


def count(database: Database, name: str, now: datetime) -> None:
    """Counts what is one of `COUNTED`; after a quiet time the count begins anew."""
    with database.writing() as session:
        make_sure(session, name, now)
        known = case((JobBeat.at > now - COUNT_LASTS, func.coalesce(JobBeat.mark, 0)), else_=0)
        session.execute(update(JobBeat).where(JobBeat.name == name).values(mark=known + 1, at=now))


def read(database: Database) -> list[Beat]:
    with database.reading() as session:
        rows = session.scalars(select(JobBeat).order_by(JobBeat.name))
        return [Beat(row.name, row.at, row.well, row.mark) for row in rows]


def prove_writable(database: Database, now: datetime) -> None:
    """Writes a row for good, and proves that there is room for more. Raises StoreUnavailable where that fails."""
    with database.writing() as session:
        make_sure(session, READY, now)
        session.execute(update(JobBeat).where(JobBeat.name == READY).values(at=now))
    database.check_room()


def make_sure(session: Session, name: str, now: datetime) -> None:
    """Lets there be a row."""
    first = insert(session, JobBeat).values(name=name, at=now, well=True)
    session.execute(first.on_conflict_do_nothing(index_elements=["name"]))
