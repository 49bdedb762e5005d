"""The visit of a request, written and called off inside the transaction of somebody who holds the request's lock."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.store.base.errors import KeyProblem, Tampered, Unreadable
from bot.store.base.vault import OpenKey, Vault
from bot.store.mail import outbox
from bot.store.mail.kinds import MailKind
from bot.store.request import access
from bot.store.request.models import Appointment, Request
from bot.store.request.states import VisitStatus

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class VisitDetails:
    """What was agreed, by the clock on the wall in the Netherlands: that is what people agree on.

    `until` may be unknown. `place_told`: the official wants the place in the mail and the calendar.
    """

    day: date
    start: time
    until: time | None = None
    adviser: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    place_told: bool = False

    @property
    def starts_at(self) -> datetime:
        """With a time zone; of a time that comes twice, the first."""
        return datetime.combine(self.day, self.start, AMSTERDAM)

    @property
    def ends_at(self) -> datetime | None:
        return None if self.until is None else datetime.combine(self.day, self.until, AMSTERDAM)


@dataclass(frozen=True)
class Visit:
    """`sequence` counts the changes. `details` of a visit that was called off are those it had."""

    uid: str
    sequence: int
    status: VisitStatus
    details: VisitDetails
    updated_at: datetime

    @property
    def is_planned(self) -> bool:
        return self.status == VisitStatus.PLANNED

    def is_ahead(self, now: datetime) -> bool:
        return self.is_planned and self.details.starts_at.astimezone(UTC) > now


def read(session: Session, vault: Vault, request: Request) -> Visit | None:
    """The visit, also one that was called off; None when there never was one or it was erased. Raises `Unreadable`."""
    try:
        row, key = session.get(Appointment, request.id), vault.data_key(session, request.data_key_id)
        if row is None or key is None:
            return None
        return Visit(row.uid, row.sequence, row.status, _opened(key, row), row.updated_at)
    except (KeyProblem, Tampered, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unreadable(type(error).__name__) from None


def arrange(
    session: Session, vault: Vault, request: Request, details: VisitDetails, mail_domain: str, now: datetime
) -> None:
    """Writes what was agreed and lets the mail to the official wait. Raises ValueError for an erased request."""
    key = vault.data_key(session, request.data_key_id)
    if key is None:
        raise ValueError("erased request")
    row = session.get(Appointment, request.id)
    kind = MailKind.VISIT if row is None or row.status == VisitStatus.CALLED_OFF else MailKind.VISIT_CHANGED
    if row is None:
        uid = f"{secrets.token_hex(16)}@{mail_domain}"
        row = Appointment(request_id=request.id, data_key_id=key.id, uid=uid, sequence=-1)
    row.sequence, row.status, row.updated_at = row.sequence + 1, VisitStatus.PLANNED, now
    key.seal(row, Appointment.details, _plain(details))
    session.add(row)
    session.flush()
    _tell(session, vault, request, kind, row.sequence, mail_domain, now)


def call_off(session: Session, vault: Vault, request: Request, mail_domain: str, now: datetime) -> None:
    """Calls off the visit of a request, if one is planned, and lets the mail about it wait."""
    row = session.get(Appointment, request.id)
    if row is None or row.status != VisitStatus.PLANNED:
        return
    row.sequence, row.status, row.updated_at = row.sequence + 1, VisitStatus.CALLED_OFF, now
    session.flush()
    _tell(session, vault, request, MailKind.VISIT_CALLED_OFF, row.sequence, mail_domain, now)


def _tell(
    session: Session, vault: Vault, request: Request, kind: MailKind, sequence: int, mail_domain: str, now: datetime
) -> None:
    """The mail has a link to the official's own page. Without a mail address both go unused."""
    outbox.put(session, request.id, kind, mail_domain, now, round=sequence)
    access.grant_for_mail(session, vault, request.id, kind, sequence, now)


def _plain(details: VisitDetails) -> dict[str, Any]:
    plain = asdict(details)
    plain |= {"day": details.day.isoformat(), "start": details.start.isoformat("minutes")}
    return plain | {"until": details.until.isoformat("minutes") if details.until else None}


def _opened(key: OpenKey, row: Appointment) -> VisitDetails:
    plain = key.open(row, Appointment.details)
    plain |= {"day": date.fromisoformat(plain["day"]), "start": time.fromisoformat(plain["start"])}
    return VisitDetails(**plain | {"until": time.fromisoformat(plain["until"]) if plain["until"] else None})
