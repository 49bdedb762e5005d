"""Whether the clock on the wall can be believed, before anything is removed because of it.

Three witnesses: a moment kept in the database (`ClockMark`), the clock of this process that nobody can set, and the
operator, who may say that the clock is right. What one jump would remove cannot be brought back; waiting can be made
up for. How long somebody waits goes on meanwhile, by the clock that nobody can set (`believed`).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.base.database import Database, insert
from bot.store.base.models import ClockMark, Doubt

log = logging.getLogger("bot.store")
NAME = "retention"
TOLERANCE = timedelta(minutes=1)
"""Clocks of several machines differ so much, and are corrected by so much, without anything being wrong."""
CORRECTION = timedelta(minutes=5)
"""A step of no more than this only puts off one run: no term is that short."""
LONGEST_GAP = timedelta(hours=48)
"""So long an app may have been off; after more than that somebody has to say that the clock is right."""


def steady_clock() -> float:
    """Seconds by a clock that nobody can set; on Linux it goes on while the machine sleeps."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


@dataclass(frozen=True)
class _Anchor:
    """What the two clocks said when the one on the wall was believed last, and after how many confirmations.

    After a start in doubt the moment kept in the database stands for the clock on the wall.
    """

    wall: datetime
    steady: float
    confirmed: int


class ClockGuard:
    """One per process, shared by all that removes something because of its age."""

    def __init__(self, steady: Callable[[], float] = steady_clock) -> None:
        self._steady = steady
        self._lock = Lock()
        self._anchor: _Anchor | None = None
        self._started_in_doubt: _Anchor | None = None

    def doubt(self, database: Database, now: datetime) -> Doubt | None:
        """Why nothing may be removed at this moment, or None. Noted for the alarm, and taken back when it is over."""
        return self._looked(database, now)[0]

    def believed(self, database: Database, now: datetime) -> datetime:
        """The moment waits are counted to: `now`, or while that is in doubt what the steady clock makes of it."""
        return self._looked(database, now)[1]

    def _looked(self, database: Database, now: datetime) -> tuple[Doubt | None, datetime]:
        steady = self._steady()
        with self._lock, database.writing() as session:
            mark = _mark(session, now)
            if self._anchor is not None and self._anchor.confirmed != mark.confirmed:
                self._anchor = None
            doubt = self._doubt(mark, now, steady)
            if doubt is None or doubt == Doubt.CORRECTED:
                self._anchor = _Anchor(now, steady, mark.confirmed)
            if doubt is None:
                mark.at = now
                if mark.reason != Doubt.TOO_MUCH:
                    mark.held_since = mark.reason = None
            elif mark.reason != doubt:
                mark.held_since, mark.reason = now, doubt
                log.error("nothing removed, the clock is in doubt: %s", doubt)
            return doubt, now if doubt is None or doubt == Doubt.CORRECTED else self._went_on(mark, steady)

    def _went_on(self, mark: ClockMark, steady: float) -> datetime:
        start = self._started_in_doubt
        if start is None or start.confirmed != mark.confirmed:
            start = self._started_in_doubt = _Anchor(mark.at, steady, mark.confirmed)
        last = self._anchor or start
        return last.wall + timedelta(seconds=steady - last.steady)

    def _doubt(self, mark: ClockMark, now: datetime, steady: float) -> Doubt | None:
        if self._anchor is not None:
            jump = now - self._anchor.wall - timedelta(seconds=steady - self._anchor.steady)
            if abs(jump) > TOLERANCE:
                if abs(jump) <= CORRECTION:
                    return Doubt.CORRECTED
                return Doubt.AHEAD if jump > timedelta(0) else Doubt.BACK
        if now < mark.at - TOLERANCE:
            return Doubt.BACK
        if self._anchor is not None:
            return None
        if now - mark.at > LONGEST_GAP:
            return Doubt.AHEAD
        still_ahead = mark.reason == Doubt.AHEAD and mark.held_since is not None and now >= mark.held_since - TOLERANCE
        return Doubt.AHEAD if still_ahead else None


def confirm(database: Database, now: datetime) -> None:
    """An operator says that the clock is right, and that what is past its time may go."""
    with database.writing() as session:
        mark = _mark(session, now)
        mark.at, mark.held_since, mark.reason = now, None, None
        mark.confirmed += 1


def hold_too_much(session: Session, held: bool, now: datetime) -> None:
    """Notes in the caller's transaction that too much is past its time at once, or that it no longer is."""
    mark = _mark(session, now)
    if held and mark.held_since is None:
        mark.held_since, mark.reason = now, Doubt.TOO_MUCH
    elif not held and mark.reason == Doubt.TOO_MUCH:
        mark.held_since = mark.reason = None


def held_since(database: Database) -> datetime | None:
    """Since when nothing is removed."""
    with database.reading() as session:
        return session.scalars(select(ClockMark.held_since).where(ClockMark.name == NAME)).one_or_none()


def last_seen(database: Database) -> datetime | None:
    """The last moment at which the clock was believed."""
    with database.reading() as session:
        return session.scalars(select(ClockMark.at).where(ClockMark.name == NAME)).one_or_none()


def _mark(session: Session, now: datetime) -> ClockMark:
    """The mark, locked; the first look believes the clock."""
    first = insert(session, ClockMark).values(name=NAME, at=now, confirmed=0)
    session.execute(first.on_conflict_do_nothing(index_elements=["name"]))
    return session.scalars(select(ClockMark).where(ClockMark.name == NAME).with_for_update()).one()
