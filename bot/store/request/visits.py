"""The visit of a request, written and called off inside the transaction of somebody who holds the request's lock."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bot.store.base.bindings import row_or_none
from bot.store.base.errors import KeyProblem, Tampered, Unreadable
from bot.store.base.models import DataKey
from bot.store.base.vault import OpenKey, Vault
from bot.store.mail import outbox
from bot.store.mail.kinds import MailKind
from bot.store.request.holder import access
from bot.store.request.models import Appointment, Request
from bot.store.request.states import RequestStatus, VisitStatus

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
USUAL_LENGTH = timedelta(minutes=90)
"""So long a visit is taken to last of which nobody said when it ends."""


@dataclass(frozen=True)
class VisitDetails:
    """What was agreed, by the clock on the wall in the Netherlands: that is what people agree on.

    `until` may be unknown. `place_told`: the official wants the place in the mail and the calendar. `adviser_id` is
    empty where the name was typed.
    """

    day: date
    start: time
    until: time | None = None
    adviser: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    place_told: bool = False
    adviser_id: str = ""

    @property
    def starts_at(self) -> datetime:
        """With a time zone; of a time that comes twice, the first."""
        return datetime.combine(self.day, self.start, AMSTERDAM)

    @property
    def ends_at(self) -> datetime | None:
        return None if self.until is None else datetime.combine(self.day, self.until, AMSTERDAM)

    @property
    def ends_about(self) -> datetime:
        """When it ends, or would after the usual length."""
        return self.ends_at or self.starts_at + USUAL_LENGTH

    def overlaps(self, other: VisitDetails) -> bool:
        """Whether both are at the same time, for a moment at least."""
        return self.starts_at < other.ends_about and other.starts_at < self.ends_about


@dataclass(frozen=True)
class Visit:
    """`sequence` counts the changes. `details` of a visit that was called off are those it had. `advisers` has for each
    change the id of who was to come from then on.

    `told`: what the official was last told by mail, and by which change; `tried`: such a mail may have arrived.
    """

    uid: str
    sequence: int
    status: VisitStatus
    details: VisitDetails
    updated_at: datetime
    advisers: tuple[str, ...] = ()
    told: VisitStatus | None = None
    told_sequence: int | None = None
    tried: bool = False

    @property
    def is_planned(self) -> bool:
        return self.status == VisitStatus.PLANNED

    @property
    def is_known(self) -> bool:
        """Whether the official was told of it as it is now."""
        return self.is_planned and self.told is VisitStatus.PLANNED and self.told_sequence == self.sequence

    def is_ahead(self, now: datetime) -> bool:
        return self.is_planned and self.details.starts_at.astimezone(UTC) > now


def read(session: Session, vault: Vault, request: Request) -> Visit | None:
    """The visit, also one that was called off; None when there never was one or it was erased. Raises `Unreadable`."""
    try:
        row, key = session.get(Appointment, request.id), vault.data_key(session, request.data_key_id)
        if row is None or key is None:
            return None
        return _visit(key, row)
    except (KeyProblem, Tampered, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unreadable(type(error).__name__) from None


def arrange(
    session: Session, vault: Vault, request: Request, details: VisitDetails, mail_domain: str, now: datetime
) -> None:
    """Writes what was agreed and lets the mail to the official wait. Raises ValueError for an erased request."""
    key = vault.data_key(session, request.data_key_id)
    if key is None:
        raise ValueError("erased request")
    row, earlier = session.get(Appointment, request.id), read(session, vault, request)
    kind = MailKind.VISIT if row is None or row.status == VisitStatus.CALLED_OFF else MailKind.VISIT_CHANGED
    if row is None:
        uid = f"{secrets.token_hex(16)}@{mail_domain}"
        row = Appointment(request_id=request.id, data_key_id=key.id, uid=uid, sequence=-1)
    row.sequence, row.status, row.updated_at = row.sequence + 1, VisitStatus.PLANNED, now
    key.seal(row, Appointment.details, _plain(details, (*(earlier.advisers if earlier else ()), details.adviser_id)))
    row.adviser_day = _adviser_day(vault, details)
    session.add(row)
    session.flush()
    _tell(session, vault, request, kind, row.sequence, mail_domain, now)
    if details.adviser_id:
        outbox.put(session, request.id, MailKind.ADVISER_VISIT, mail_domain, now, round=row.sequence)
    if earlier and earlier.is_planned and earlier.details.adviser_id not in ("", details.adviser_id):
        outbox.put(session, request.id, MailKind.ADVISER_OFF, mail_domain, now, round=row.sequence)


def call_off(session: Session, vault: Vault, request: Request, mail_domain: str, now: datetime) -> None:
    """Calls off the visit of a request, if one is planned, and lets the mail about it wait."""
    row = session.get(Appointment, request.id)
    if row is None or row.status != VisitStatus.PLANNED:
        return
    key, visit = _as_it_was(session, vault, request)
    row.sequence, row.status, row.updated_at = row.sequence + 1, VisitStatus.CALLED_OFF, now
    row.adviser_day = None
    theirs = visit.details.adviser_id if visit else ""
    if key is not None and visit is not None:
        key.seal(row, Appointment.details, _plain(visit.details, (*visit.advisers, theirs)))
    session.flush()
    if theirs:
        outbox.put(session, request.id, MailKind.ADVISER_OFF, mail_domain, now, round=row.sequence)
    _tell(session, vault, request, MailKind.VISIT_CALLED_OFF, row.sequence, mail_domain, now)


def note_told(session: Session, request_id: str, kind: MailKind, sequence: int) -> None:
    """The official was told of this change by a mail of that kind, in the caller's transaction."""
    row = _locked(session, request_id)
    if row is not None:
        off = kind is MailKind.VISIT_CALLED_OFF
        row.told, row.told_sequence = VisitStatus.CALLED_OFF if off else VisitStatus.PLANNED, sequence
        row.tried = bool(row.tried) and not off


def note_tried(session: Session, request_id: str, tried: bool) -> bool:
    """Whether a mail that tells of the visit may have arrived, from now on; gives what was known of that before."""
    row = _locked(session, request_id)
    before = row is not None and bool(row.tried)
    if row is not None:
        row.tried = tried
    return before


def _locked(session: Session, request_id: str) -> Appointment | None:
    """The visit under the lock of its request; None as well for a row that somebody else wrote."""
    session.execute(select(Request.id).where(Request.id == request_id).with_for_update())
    row = row_or_none(session, Appointment, request_id)
    return None if row is None or row.forged else row


def clashing(session: Session, vault: Vault, reference: str, details: VisitDetails) -> tuple[str, ...]:
    """The references of other requests whose visit is planned at the same time with the same adviser."""
    same_day = with_adviser(session, vault, reference, details, [details.day])
    return tuple(other for other, visit in same_day if visit.details.overlaps(details))


def with_adviser(
    session: Session, vault: Vault, reference: str, whose: VisitDetails, days: Iterable[date]
) -> Iterator[tuple[str, Visit]]:
    """The visits of other requests on these days with the adviser of this one, by id or by a name that was typed."""
    on_days = [replace(whose, day=day) for day in days]
    hashes = [_adviser_day(vault, one) for one in on_days]
    hashes += [_adviser_day(vault, replace(one, adviser_id="")) for one in on_days]
    return _planned(session, vault, Appointment.adviser_day.in_(hashes), Request.reference != reference)


def planned_ahead(session: Session, vault: Vault) -> dict[str, datetime]:
    """When the visit of each open request begins that has one, by reference."""
    return {reference: visit.details.starts_at for reference, visit in all_planned(session, vault)}


def all_planned(session: Session, vault: Vault) -> Iterator[tuple[str, Visit]]:
    """The planned visits of all open requests, by reference."""
    return _planned(session, vault, Request.status == RequestStatus.VISIT)


def of_adviser(session: Session, vault: Vault, adviser_id: str) -> Iterator[tuple[str, Visit]]:
    """The planned visits of an adviser, by reference."""
    for reference, visit in all_planned(session, vault):
        if visit.details.adviser_id == adviser_id:
            yield reference, visit


def _planned(session: Session, vault: Vault, *conditions: ColumnElement[bool]) -> Iterator[tuple[str, Visit]]:
    """Visits that are planned, by reference; what cannot be read is left out. One look at the database for all."""
    chosen = (
        select(Request.reference, Appointment, DataKey.wrapped)
        .join(Appointment, Appointment.request_id == Request.id)
        .join(DataKey, DataKey.id == Appointment.data_key_id)
        .where(Appointment.status == VisitStatus.PLANNED, *conditions)
    )
    for reference, row, wrapped in session.execute(chosen.order_by(Request.reference)):
        try:
            yield reference, _visit(vault.unwrap(row.data_key_id, wrapped), row)
        except (KeyProblem, Tampered, ValueError, TypeError, KeyError, AttributeError):
            continue


def _adviser_day(vault: Vault, details: VisitDetails) -> str:
    adviser = details.adviser_id or " ".join(details.adviser.casefold().replace(".", " ").split())
    return vault.hash("adviser-day", adviser, details.day.isoformat())


def _tell(
    session: Session, vault: Vault, request: Request, kind: MailKind, sequence: int, mail_domain: str, now: datetime
) -> None:
    """The mail has a link to the official's own page. Without a mail address both go unused."""
    outbox.put(session, request.id, kind, mail_domain, now, round=sequence)
    access.grant_for_mail(session, vault, request.id, kind, sequence, now)


def _as_it_was(session: Session, vault: Vault, request: Request) -> tuple[OpenKey | None, Visit | None]:
    """The visit with its key; nothing of what cannot be read any more. Look before anything of it is changed."""
    try:
        return vault.data_key(session, request.data_key_id), read(session, vault, request)
    except (KeyProblem, Unreadable):
        return None, None


def _plain(details: VisitDetails, advisers: tuple[str, ...]) -> dict[str, Any]:
    plain = asdict(details) | {"advisers": list(advisers)}
    plain |= {"day": details.day.isoformat(), "start": details.start.isoformat("minutes")}
    return plain | {"until": details.until.isoformat("minutes") if details.until else None}


def _visit(key: OpenKey, row: Appointment) -> Visit:
    plain = key.open(row, Appointment.details)
    advisers = tuple(plain.pop("advisers"))
    plain |= {"day": date.fromisoformat(plain["day"]), "start": time.fromisoformat(plain["start"])}
    details = VisitDetails(**plain | {"until": time.fromisoformat(plain["until"]) if plain["until"] else None})
    told = row.told, row.told_sequence, bool(row.tried)
    return Visit(row.uid, row.sequence, row.status, details, row.updated_at, advisers, *told)
