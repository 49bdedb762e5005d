"""What is wrong just now, for the console's banner, `/gereed` and the webhook. An alarm never travels by the mail."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bot.store import Store, StoreError
from bot.store.base import beats, clock_guard, set_aside
from bot.store.mail.kinds import OFFICIAL_KINDS
from bot.store.mail.models import OutboxRow
from bot.store.notices import Alarm
from bot.store.queue import QueueStatus
from bot.store.request import escalation
from bot.store.request.models import Request
from bot.store.request.states import CLOSED

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
    beats.AUDIT: timedelta(hours=3),
}


def alarms(store: Store, now: datetime) -> list[Alarm]:
    """Everything that somebody should look at, the longest first. Raises StoreError with the database away.

    A check that fails, because of a value that is none, is an alarm itself and keeps no other from being seen.
    """
    found: list[Alarm] = []
    for check in (_jobs, _mail, _requests, _broken, _retention):
        try:
            with store.database.reading() as session:
                found += [alarm for alarm in check(session, now) if alarm is not None]
        except StoreError:
            raise
        except Exception as error:
            log.error("alarms not looked up: %s", type(error).__name__)
            found.append(Alarm(f"controle_stuk_{check.__name__.strip('_')}", now))
    return sorted(found, key=lambda alarm: (alarm.since, alarm.code))


def _jobs(session: Session, now: datetime) -> list[Alarm | None]:
    found: list[Alarm | None] = []
    for one in beats.read_in(session):
        if one.name == beats.UNREAD:
            if one.at > now - beats.UNREAD_LASTS:
                found.append(Alarm("telegram_onleesbaar", one.at, one.mark or 1))
        elif not one.well:
            found.append(Alarm("logboek_gebroken", one.at))
        elif one.name in SILENCE and one.at + SILENCE[one.name] < now:
            found.append(Alarm(f"taak_stil_{one.name}", one.at))
    return found


def _mail(session: Session, now: datetime) -> list[Alarm | None]:
    waiting = (OutboxRow.status == QueueStatus.WAITING, OutboxRow.created_at <= now - MAIL_WAITS)
    failed = OutboxRow.status == QueueStatus.FAILED
    return [
        _counted(session, "mail_wacht", OutboxRow.created_at, *waiting),
        _counted(session, "mail_mislukt", OutboxRow.created_at, failed, OutboxRow.kind.not_in(OFFICIAL_KINDS)),
        _counted(session, "mail_geweigerd", OutboxRow.created_at, failed, OutboxRow.kind.in_(OFFICIAL_KINDS)),
    ]


def _requests(session: Session, now: datetime) -> list[Alarm | None]:
    number, since = escalation.forsaken_since(session)
    standing, standing_since = escalation.stand_still_since(session)
    old = (Request.status.not_in(CLOSED), Request.created_at <= now - REQUEST_OPEN)
    return [
        Alarm("aanvraag_niet_opgepakt", since, number) if since is not None else None,
        Alarm("spoed_blijft_liggen", standing_since, standing) if standing_since is not None else None,
        _counted(session, "aanvraag_te_lang_open", Request.created_at, *old),
    ]


def _broken(session: Session, now: datetime) -> list[Alarm | None]:
    kinds: dict[str, set_aside.Kind] = {"aanvraag_onleesbaar": "request", "gesprek_onleesbaar": "conversation"}
    found = {code: set_aside.standing(session, kind) for code, kind in kinds.items()}
    return [Alarm(code, since, number) for code, (number, since) in found.items() if since is not None]


def _retention(session: Session, now: datetime) -> list[Alarm | None]:
    since = clock_guard.held_since(session)
    return [Alarm("bewaartermijn_wacht", since)] if since is not None else []


def _counted(session: Session, code: str, moment: Any, *conditions: ColumnElement[bool]) -> Alarm | None:
    number, since = session.execute(select(func.count(), func.min(moment)).where(*conditions)).one()
    return Alarm(code, since, number) if since is not None else None
