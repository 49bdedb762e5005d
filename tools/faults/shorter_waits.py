"""The same product with shorter waits and a clock that can be set: put into an app before it starts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import bot.channels.telegram.handler as handler
import bot.channels.telegram.sender as sender
import bot.jobs.schedule as schedule
import bot.mail.outbox as outbox
import bot.making as making
from bot.mail.transport import SmtpTransport
from bot.services import Services
from bot.store.queue import BackOff

SMTP_SECONDS, SEND_SECONDS = 2.0, 5.0
LEASE = timedelta(seconds=25)
"""Longer than an attempt can take: a turn waits for a database."""
MAIL_LEASE = timedelta(seconds=6)
"""Shorter than an attempt can take: a mail server is waited for at every step, and the lease is renewed meanwhile."""


def shorten(clock: Path) -> None:
    """Mails and messages are tried again within seconds, what is past its time is looked for every second."""
    schedule.MAIL_EVERY, schedule.HOURLY = 0.5, 1.0
    quick = timedelta(seconds=0.5)
    outbox.RetryPolicy = partial(  # type: ignore[misc,assignment]
        outbox.RetryPolicy, first_delay=quick, longest_delay=4 * quick, urgent_delay=4 * quick, lease=MAIL_LEASE
    )
    making.SmtpTransport = partial(SmtpTransport, timeout=SMTP_SECONDS)  # type: ignore[attr-defined,assignment]
    handler.LEASE, sender.LEASE, sender.SEND_SECONDS = LEASE, LEASE, SEND_SECONDS
    sender.PAUSES = BackOff(quick, 4 * quick)
    now = partial(_now, clock)
    schedule._now = now
    Services.now = staticmethod(now)  # type: ignore[method-assign]


def set_clock(clock: Path, ahead: timedelta) -> None:
    """What every clock on the wall says from now on, besides the time that it is."""
    draft = clock.with_suffix(".new")
    draft.write_text(str(ahead.total_seconds()))
    draft.replace(clock)


def _now(clock: Path) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=float(clock.read_text()))
