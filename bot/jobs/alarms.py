"""What is wrong just now, for the console's banner, `/gereed` and the webhook. An alarm never travels by the mail."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.store import Store, StoreError
from bot.store.base import beats, clock_guard, set_aside
from bot.store.base.database import Database
from bot.store.base.standing import Standing
from bot.store.mail import outbox
from bot.store.notices import Alarm
from bot.store.request.escalation import overdue
from bot.store.telegram import updates

log = logging.getLogger("bot.alarms")
MAIL_WAITS = timedelta(minutes=5)
REQUEST_OPEN = timedelta(days=90)
# How long each job may be silent: much longer than it needs, and short enough to act on.
SILENCE = {
    "mail": timedelta(minutes=10),
    "gesprek": timedelta(minutes=10),
    "escalatie": timedelta(minutes=10),
    "alarm": timedelta(minutes=10),
    "bewaartermijn": timedelta(hours=3),
    "afspraak_herinneren": timedelta(hours=3),
    "rijen_nakijken": timedelta(hours=3),
    beats.AUDIT: timedelta(hours=3),
}
TELEGRAM_SILENT = "telegram_stil"
NOTHING_IN = timedelta(minutes=1)
"""So long Telegram may bring nothing, and a message of somebody may wait to be handled."""
_WRONG = {beats.AUDIT: "logboek_gebroken", beats.WRONG_ROWS: "rij_veranderd"}
_COUNTED = {beats.UNREAD: "telegram_onleesbaar", beats.REFUSED: "motor_geweigerd"}


def alarms(store: Store, now: datetime) -> list[Alarm]:
    """Everything that somebody should look at, the longest first. Raises StoreError with the database away.

    A check that fails, because of a value that is none, is an alarm itself and keeps no other from being seen.
    """
    on: list[Alarm] = []
    for check in (_jobs, _telegram, _mail, _requests, _broken, _retention):
        try:
            on += check(store.database, now)
        except StoreError:
            raise
        except Exception as error:
            log.error("alarms not looked up: %s", type(error).__name__)
            on.append(Alarm(f"controle_stuk_{check.__name__.strip('_')}", now))
    return sorted(on, key=lambda alarm: (alarm.since, alarm.code))


def _jobs(database: Database, now: datetime) -> list[Alarm]:
    on = []
    for job in beats.read(database):
        if job.name in _COUNTED:
            if job.at > now - beats.COUNT_LASTS:
                on.append(Alarm(_COUNTED[job.name], job.at, job.mark or 1))
        elif job.name == beats.TAKES_IN:
            if job.at + NOTHING_IN < now:
                on.append(Alarm(TELEGRAM_SILENT, job.at))
        elif not job.well:
            on.append(Alarm(_WRONG[job.name], job.at, job.mark or 1))
        elif job.name in SILENCE and job.at + SILENCE[job.name] < now:
            on.append(Alarm(f"taak_stil_{job.name}", job.at))
    return on


def _telegram(database: Database, now: datetime) -> list[Alarm]:
    return _of(telegram_wacht=updates.waiting_since(database, now - NOTHING_IN))


def _mail(database: Database, now: datetime) -> list[Alarm]:
    return _of(
        mail_wacht=outbox.waiting_since(database, now - MAIL_WAITS),
        mail_mislukt=outbox.failed(database, to_officials=False),
        mail_geweigerd=outbox.failed(database, to_officials=True),
    )


def _requests(database: Database, now: datetime) -> list[Alarm]:
    return _of(
        aanvraag_niet_opgepakt=overdue.forsaken_since(database),
        spoed_blijft_liggen=overdue.stand_still_since(database, urgent=True),
        aanvraag_blijft_liggen=overdue.stand_still_since(database, urgent=False),
        aanvraag_te_lang_open=overdue.open_since(database, now - REQUEST_OPEN),
    )


def _broken(database: Database, now: datetime) -> list[Alarm]:
    return _of(
        aanvraag_onleesbaar=set_aside.standing(database, "request"),
        gesprek_onleesbaar=set_aside.standing(database, "conversation"),
    )


def _retention(database: Database, now: datetime) -> list[Alarm]:
    return _of(bewaartermijn_wacht=Standing(1, clock_guard.held_since(database)))


def _of(**standing: Standing) -> list[Alarm]:
    """An alarm for each code of which there is something."""
    return [Alarm(code, since, number) for code, (number, since) in standing.items() if since is not None]
