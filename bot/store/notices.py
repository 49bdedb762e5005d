"""Which alarms are on, and whether the webhook heard of each: a queue of codes, told once as long as an alarm lasts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import String, delete, select
from sqlalchemy.orm import Mapped, Session

from bot.store import queue
from bot.store.base.columns import UtcTime, tagged
from bot.store.base.database import Database, insert
from bot.store.base.models import Base
from bot.store.queue import Claim, Queued


class AlarmNotice(Queued, Base):
    """An alarm that is on. Its code is what is told outside, so it is a word of there."""

    __tablename__ = "alarm_notice"
    code: Mapped[str] = tagged("public", String(32), primary_key=True)
    since: Mapped[datetime] = tagged("public", UtcTime)


@dataclass(frozen=True)
class Alarm:
    """`code` is a word for a machine; its text for people is the message `alarm.<code>`. `count` is of things wrong."""

    code: str
    since: datetime
    count: int = 1


@dataclass(frozen=True)
class ClaimedNotice:
    alarm: Alarm
    claim: Claim


def remember(database: Database, current: Collection[Alarm], now: datetime) -> None:
    """Lets new alarms wait to be told, and forgets those that are over: they are told again when they come back."""
    with database.writing() as session:
        session.execute(delete(AlarmNotice).where(AlarmNotice.code.not_in([alarm.code for alarm in current])))
        for alarm in sorted(current, key=lambda alarm: alarm.code):
            values = {"code": alarm.code, "since": alarm.since, **queue.waiting(now)}
            session.execute(insert(session, AlarmNotice).values(values).on_conflict_do_nothing(index_elements=["code"]))


def claim(database: Database, now: datetime, lease: timedelta) -> ClaimedNotice | None:
    """The one that has lasted longest of those that were not told."""
    wanted = select(AlarmNotice.code).order_by(AlarmNotice.since, AlarmNotice.code)
    return next(iter(queue.claim(database, AlarmNotice, wanted, _read, now, lease)), None)


def told(database: Database, notice: ClaimedNotice) -> None:
    queue.finish(database, AlarmNotice, notice.claim)


def _read(session: Session, row: AlarmNotice, claim: Claim) -> ClaimedNotice:
    return ClaimedNotice(Alarm(row.code, row.since), claim)
