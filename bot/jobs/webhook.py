"""Tells another machine which alarms are on: a code and a time, nothing else. Off unless an address is set."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

import httpx

from bot.jobs.alarms import alarms
from bot.store import Store, notices
from bot.store.notices import Alarm

_log = logging.getLogger("bot.jobs.webhook")
_LEASE = timedelta(seconds=50)
_TIMEOUT = 5.0


def notify(store: Store, url: str, now: datetime, transport: httpx.BaseTransport | None = None) -> int:
    """Posts each alarm that came on and was not told yet; returns how many were taken. Tried again at the next call.

    At least once: a process that ends in between tells it again. One that is refused waits until its lease is over and
    does not hold up the others. Redirects are not followed.
    """
    notices.remember(store.database, alarms(store, now), now)
    posted = 0
    with httpx.Client(timeout=_TIMEOUT, transport=transport, follow_redirects=False) as client:
        while (notice := notices.claim(store.database, now, _LEASE)) is not None:
            if _post(client, url, notice.alarm):
                notices.told(store.database, notice)
                posted += 1
    return posted


def _post(client: httpx.Client, url: str, alarm: Alarm) -> bool:
    try:
        response = client.post(url, json={"alarm": alarm.code, "since": alarm.since.isoformat()})
    except (httpx.HTTPError, OSError) as error:
        _log.warning("alarm not told: %s", type(error).__name__)
        return False
    if not response.is_success:
        _log.warning("alarm not told: status %d", response.status_code)
    return response.is_success
