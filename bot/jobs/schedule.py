"""Which jobs run by themselves, and how often. Each is safe when several processes run it at the same time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from bot.jobs.chat_watch import look_after_chats
from bot.jobs.loops import Loops
from bot.jobs.webhook import notify
from bot.mail.outbox import deliver_due
from bot.making import mail_domain, make_bounds, make_composer, make_ladder, make_limits, make_transport
from bot.settings import Settings
from bot.store import Store, audit, row_check
from bot.store.base import beats
from bot.store.base.clock_guard import ClockGuard
from bot.store.request import visit_reminders
from bot.store.request.escalation import escalate
from bot.store.request.escalation.ladder import Ladder
from bot.store.retention import Bounds, Held, Limits, sweep_with_care
from woningscan.content.model import Content

MAIL_EVERY, CHAT_EVERY, ESCALATE_EVERY, ALARM_EVERY, REMIND_EVERY, HOURLY = 3.0, 3.0, 20.0, 60.0, 300.0, 3600.0
Jobs = dict[str, tuple[float, Callable[[], object]]]
log = logging.getLogger("bot.jobs")


def make_jobs(store: Store, settings: Settings, content: Content, guard: ClockGuard) -> Jobs:
    """Every job with its interval, by name. Raises UnsafeSettings; the database may be away."""
    transport, composer = make_transport(settings), make_composer(settings, store, content)
    ladder, limits, bounds = make_ladder(settings), make_limits(settings), make_bounds(settings)
    jobs: Jobs = {
        "mail": (MAIL_EVERY, lambda: deliver_due(store.database, transport, _now(), composer=composer)),
        "gesprek": (CHAT_EVERY, lambda: look_after_chats(store, content, _now())),
        "gesprek_opruimen": (HOURLY, lambda: _unless_in_doubt(store, guard, store.desk.sweep)),
        "afspraak_herinneren": (
            REMIND_EVERY,
            lambda: _unless_in_doubt(store, guard, partial(_remind, store, settings)),
        ),
        "escalatie": (ESCALATE_EVERY, lambda: _escalate(store, ladder, guard)),
        "bewaartermijn": (HOURLY, lambda: _sweep(store, guard, limits, bounds)),
        beats.AUDIT: (HOURLY, lambda: audit.check(store.database, _now())),
        "rijen_nakijken": (HOURLY, lambda: row_check.check(store.database, store.vault, _now())),
    }
    if settings.alarm_webhook:
        jobs["alarm"] = (ALARM_EVERY, lambda: notify(store, settings.alarm_webhook, _now()))
    return jobs


def telegram_jobs(store: Store, guard: ClockGuard) -> Jobs:
    """What else has to be done where there is a bot."""
    return {"telegram_opruimen": (HOURLY, lambda: _unless_in_doubt(store, guard, store.telegram.sweep))}


async def start_jobs(loops: Loops, store: Store, jobs: Jobs, watched: Sequence[str] = ()) -> None:
    """Starts them all; each notes in the database that it succeeded (`bot.jobs.alarms` misses one that does not).

    `watched` is what else gives signs of life. Raises StoreError, and has started none then.
    """
    await asyncio.to_thread(beats.begin, store.database, [*jobs, *watched], _now())
    for name, (seconds, job) in jobs.items():
        loops.every(seconds, name, job if name == beats.AUDIT else _noted(store, name, job))


def _sweep(store: Store, guard: ClockGuard, limits: Limits, bounds: Bounds) -> None:
    try:
        sweep_with_care(store.database, guard, _now(), limits, bounds)
    except Held as held:  # an alarm tells of it
        log.warning("nothing removed: %s", held)


def _escalate(store: Store, ladder: Ladder, guard: ClockGuard) -> None:
    now = _now()
    escalate(store.database, store.vault, ladder, now, guard.believed(store.database, now))


def _remind(store: Store, settings: Settings, now: datetime) -> None:
    visit_reminders.put_due(store.database, store.vault, mail_domain(settings), now)


def _unless_in_doubt(store: Store, guard: ClockGuard, remove: Callable[[datetime], None]) -> None:
    now = _now()
    if guard.doubt(store.database, now) is None:
        remove(now)


def _noted(store: Store, name: str, job: Callable[[], object]) -> Callable[[], object]:
    def run() -> None:
        job()
        beats.beat(store.database, name, _now())

    return run


def _now() -> datetime:
    return datetime.now(UTC)
