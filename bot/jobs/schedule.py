"""Which jobs run by themselves, and how often. Each is safe when several processes run it at the same time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from bot.handoff.watch import look_after_chats
from bot.jobs.loops import Loops
from bot.jobs.webhook import notify
from bot.mail.outbox import deliver_due
from bot.parts import make_composer, make_ladder, make_limits, make_transport
from bot.settings import Settings
from bot.store import Store, beats
from bot.store.escalation import escalate
from bot.store.retention import sweep
from woningscan.content.model import Content

MAIL_EVERY, CHAT_EVERY, ESCALATE_EVERY, ALARM_EVERY, HOURLY = 3.0, 3.0, 20.0, 60.0, 3600.0


def start_jobs(loops: Loops, store: Store, settings: Settings, content: Content) -> None:
    """Starts them all; each notes in the database that it succeeded (`bot.alarms` misses one that does not)."""
    transport, composer = make_transport(settings), make_composer(settings, store, content)
    ladder, limits = make_ladder(settings), make_limits(settings)
    jobs: dict[str, tuple[float, Callable[[], object]]] = {
        "mail": (MAIL_EVERY, lambda: deliver_due(store.database, transport, _now(), composer=composer)),
        "gesprek": (CHAT_EVERY, lambda: look_after_chats(store, content, _now())),
        "gesprek_opruimen": (HOURLY, lambda: store.desk.sweep(_now())),
        "escalatie": (ESCALATE_EVERY, lambda: escalate(store.database, store.vault, ladder, _now())),
        "bewaartermijn": (HOURLY, lambda: sweep(store.database, _now(), limits)),
        beats.AUDIT: (HOURLY, lambda: beats.check_audit(store.database, _now())),
    }
    if settings.alarm_webhook:
        jobs["alarm"] = (ALARM_EVERY, lambda: notify(store, settings.alarm_webhook, _now()))
    beats.begin(store.database, list(jobs), _now())
    for name, (seconds, job) in jobs.items():
        loops.every(seconds, name, job if name == beats.AUDIT else _noted(store, name, job))


def _noted(store: Store, name: str, job: Callable[[], object]) -> Callable[[], object]:
    def run() -> None:
        job()
        beats.beat(store.database, name, _now())

    return run


def _now() -> datetime:
    return datetime.now(UTC)
