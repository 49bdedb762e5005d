"""The official's own way to the own request: a one-time link, a short session, seeing, changing, withdrawing, erasing.

Knowing a reference gives nothing: it only lets a link be mailed to the address that is in the request already.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.database import Database
from bot.store.base.vault import Vault
from bot.store.kept import Kept
from bot.store.mail import outbox
from bot.store.mail.kinds import MailKind
from bot.store.mail.models import OutboxRow
from bot.store.request import fields as request_fields
from bot.store.request import log, states, visits
from bot.store.request.holder import access, rights
from bot.store.request.holder.access import LINK_LIFETIME, SESSION_LIFETIME
from bot.store.request.models import Request
from bot.store.request.states import AccessStage, Action, RequestKind, RequestStatus
from bot.store.request.visits import Visit

# So many mails with a link in a day, and not two right after one another: nobody fills somebody else's mailbox.
MOST_LINKS, LINKS_WITHIN, BETWEEN_LINKS = 4, timedelta(hours=24), timedelta(minutes=2)


@dataclass(frozen=True)
class OwnRequest:
    """What the official sees of the own request."""

    reference: str
    kind: RequestKind
    status: RequestStatus
    fields: dict[str, Any] = field(repr=False)
    visit: Visit | None
    history: tuple[log.Event, ...] = ()
    urgent: bool = False
    created_at: datetime | None = None
    can_be_erased: bool = True

    @property
    def is_open(self) -> bool:
        return self.status in states.OPEN


class OwnRequests:
    def __init__(self, database: Database, vault: Vault, mail_domain: str) -> None:
        self._database = database
        self._vault = vault
        self._mail_domain = mail_domain

    def mail_link(self, typed: str, now: datetime) -> None:
        """Lets a mail with a link wait for the address in the request, if there is one. Tells nobody what it did."""
        with self._database.writing() as session:
            row = log.locked(session, typed)
            if row is None or outbox.official_address(self._fields(session, row)) is None:
                return
            mails = (OutboxRow.request_id == row.id, OutboxRow.kind == MailKind.ACCESS)
            latest = select(func.max(OutboxRow.created_at), func.max(OutboxRow.round)).where(*mails)
            recent = select(func.count()).where(*mails, OutboxRow.created_at > now - LINKS_WITHIN)
            last_at, last_round = session.execute(latest).one()
            too_soon = last_at is not None and last_at > now - BETWEEN_LINKS
            if too_soon or session.execute(recent).scalar_one() >= MOST_LINKS:
                return
            number = (last_round or 0) + 1
            outbox.put(session, row.id, MailKind.ACCESS, self._mail_domain, now, round=number)
            access.grant_for_mail(session, self._vault, row.id, MailKind.ACCESS, number, now)
            audit.append(session, actor=audit.VISITOR, action="request.link_mail", object=row.reference, now=now)

    def make_link(self, reference: str, staff_id: str, now: datetime) -> str | None:
        """A link for an official without a mail address, made by who holds the request; None for anybody else."""
        with self._database.writing() as session:
            row = log.locked(session, reference)
            if row is None or row.owner_id != staff_id or self._fields(session, row) is None:
                return None
            token = access.add(session, self._vault, row.id, AccessStage.LINK, now + LINK_LIFETIME)
            audit.append(session, actor=staff_id, action="request.link_made", object=row.reference, now=now)
            return token

    def open_link(self, token: str, now: datetime) -> str | None:
        """Uses the link up and gives the token of a session. None when it is unknown, used or expired."""
        with self._database.writing() as session:
            request_id = access.take_link(session, self._vault, token, now)
            row = None if request_id is None else session.get(Request, request_id)
            if row is None or self._fields(session, row) is None:
                return None
            until = now + SESSION_LIFETIME
            session_token = access.add(session, self._vault, row.id, AccessStage.SESSION, until)
            audit.append(session, actor=audit.VISITOR, action="request.own_read", object=row.reference, now=now)
            return session_token

    def load(self, session_token: str, now: datetime) -> OwnRequest | None:
        """The request of this session; None when the session is over or the request was erased."""
        with self._database.reading() as session:
            row = self._row(session, session_token, now)
            fields = None if row is None else self._fields(session, row)
            if row is None or fields is None:
                return None
            visit = visits.read(session, self._vault, row)
            return OwnRequest(
                reference=row.reference,
                kind=row.kind,
                status=row.status,
                fields=fields,
                visit=visit,
                history=log.history(session, row),
                urgent=row.urgent,
                created_at=row.created_at,
                can_be_erased=not _adviser_counts_on_it(row, visit, now),
            )

    def change(self, session_token: str, changes: dict[str, str], now: datetime) -> bool:
        """Writes other values of fields that are there. False when the request cannot be changed any more.

        The secretariat gets mail. For another way to be reached see `rights.put_right`.
        """
        with self._database.writing() as session:
            row = self._row(session, session_token, now, lock=True)
            if row is None or row.data_key_id is None or row.status not in states.OPEN:
                return False
            change = rights.Change(changes, Action.CHANGE, audit.VISITOR, session_token)
            if rights.put_right(session, self._vault, row, change, self._mail_domain, now):
                outbox.put(session, row.id, MailKind.CHANGED, self._mail_domain, now, round=row.version)
        return True

    def everything(self, session_token: str, now: datetime) -> Kept | None:
        """All that is kept of the request of this session; None when that is over or the request was erased."""
        with self._database.writing() as session:
            row = self._row(session, session_token, now, lock=True)
            return None if row is None else rights.everything(session, self._vault, row, audit.VISITOR, now)

    def erase(self, session_token: str, now: datetime) -> bool:
        """Withdraws the request where it is open, and erases its personal data. False when there was nothing to erase,
        or an adviser has yet to be told that no visit takes place: without the data nobody could."""
        with self._database.writing() as session:
            row = self._row(session, session_token, now, lock=True)
            if row is None or _adviser_counts_on_it(row, visits.read(session, self._vault, row), now):
                return False
            if row.status in states.OPEN:
                withdraw(session, self._vault, row, self._mail_domain, now)
            erased = rights.erase(session, self._vault, row, audit.VISITOR, now)
        if erased:
            self._database.scrub()
        return erased

    def withdraw(self, session_token: str, now: datetime) -> bool:
        """Withdraws the request and calls off its visit; the secretariat gets mail. False when it was closed."""
        with self._database.writing() as session:
            row = self._row(session, session_token, now, lock=True)
            if row is None or row.status not in states.OPEN:
                return False
            withdraw(session, self._vault, row, self._mail_domain, now)
        return True

    def end(self, session_token: str) -> None:
        with self._database.writing() as session:
            access.remove(session, self._vault, session_token)

    def _row(self, session: Session, token: str, now: datetime, *, lock: bool = False) -> Request | None:
        entered = access.find_session(session, self._vault, token, now)
        if entered is None:
            return None
        chosen = select(Request).where(Request.id == entered.request_id)
        return session.scalars(chosen.with_for_update() if lock else chosen).one_or_none()

    def _fields(self, session: Session, row: Request) -> dict[str, str] | None:
        return request_fields.read(session, self._vault, row)


def _adviser_counts_on_it(row: Request, visit: Visit | None, now: datetime) -> bool:
    """Whether a visit is still to come which the secretariat did not call off itself."""
    if visit is None or visit.details.starts_at <= now:
        return False
    return visit.is_planned or row.status == RequestStatus.WITHDRAWN


def withdraw(session: Session, vault: Vault, row: Request, mail_domain: str, now: datetime) -> None:
    """Withdraws a locked, open request in the caller's transaction."""
    outbox.put(session, row.id, MailKind.WITHDRAWN, mail_domain, now)
    visits.call_off(session, vault, row, mail_domain, now)
    log.step(session, row, Action.WITHDRAW, audit.VISITOR, now)
