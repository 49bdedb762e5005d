"""Tells another machine which alarms are on: a code and a time, nothing else. Off unless an address is set."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

import httpx
from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.jobs.alarms import Alarm, alarms
from bot.store import Store
from bot.store.base.models import AlarmNotice

_log = logging.getLogger("bot.jobs.webhook")
_LEASE = timedelta(seconds=50)
_TIMEOUT = 5.0


def notify(store: Store, url: str, now: datetime, transport: httpx.BaseTransport | None = None) -> int:
    """Posts each alarm that came on and was not told yet; returns how many were taken. Tried again at the next call.

    An alarm that is over is forgotten, so that it is told again when it comes back. At least once: a process that ends
    in between tells it again. One that is refused waits and does not hold up the others. Redirects are not followed.
    """
    _remember(store, alarms(store, now))
    told = 0
    with httpx.Client(timeout=_TIMEOUT, transport=transport, follow_redirects=False) as client:
        while (due := _claim(store, now)) is not None:
            if not _post(client, url, due):
                continue
            with store.database.writing() as session:
                session.execute(
                    update(AlarmNotice)
                    .where(AlarmNotice.code == due.code, AlarmNotice.since == due.since)
                    .values(sent_at=now, lease_until=None)
                )
            told += 1
    return told


def _post(client: httpx.Client, url: str, alarm: Alarm) -> bool:
    try:
        response = client.post(url, json={"alarm": alarm.code, "since": alarm.since.isoformat()})
    except (httpx.HTTPError, OSError) as error:
        _log.warning("alarm not told: %s", type(error).__name__)
        return False
    if not response.is_success:
        _log.warning("alarm not told: status %d", response.status_code)
    return response.is_success


def _remember(store: Store, current: list[Alarm]) -> None:
    codes = [alarm.code for alarm in current]
    with store.database.writing() as session:
        session.execute(delete(AlarmNotice).where(AlarmNotice.code.not_in(codes)))
        insert = sqlite.insert if store.database.is_sqlite else postgresql.insert
        for alarm in sorted(current, key=lambda one: one.code):
            values = {"code": alarm.code, "since": alarm.since}
            session.execute(insert(AlarmNotice).values(values).on_conflict_do_nothing(index_elements=["code"]))


def _claim(store: Store, now: datetime) -> Alarm | None:
    free = or_(AlarmNotice.lease_until.is_(None), AlarmNotice.lease_until <= now)
    due = (
        select(AlarmNotice)
        .where(AlarmNotice.sent_at.is_(None), free)
        .order_by(AlarmNotice.since, AlarmNotice.code)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    with store.database.writing() as session:
        row = session.scalars(due).one_or_none()
        if row is None:
            return None
        row.lease_until = now + _LEASE
        return Alarm(row.code, row.since)
