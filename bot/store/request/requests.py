"""Requests for a scan or a call back. They stand alone: no column leads to the conversation they came from."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.store import audit, figures
from bot.store.base.database import Database
from bot.store.base.errors import BadRequest
from bot.store.base.references import new_reference, normalise
from bot.store.base.vault import Vault
from bot.store.mail import outbox
from bot.store.mail.kinds import MailKind
from bot.store.request import fields as request_fields
from bot.store.request import lookups, states
from bot.store.request.escalation import overdue
from bot.store.request.holder import rights, withdrawals
from bot.store.request.models import Request
from bot.store.request.states import RequestKind, RequestStatus


@dataclass(frozen=True)
class StoredRequest:
    """`fields` is None when the personal data was erased and only the count is left."""

    reference: str
    kind: RequestKind
    status: RequestStatus
    fields: dict[str, str] | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class Wish:
    """What somebody asks for, as the effect of a turn brings it."""

    kind: RequestKind
    fields: dict[str, str] = field(repr=False)
    urgent: bool


def wish_in(data: Any) -> Wish:
    """Reads the data of the effect. Raises `BadRequest` when it is not as `woningscan/conversation/effects.py` says."""
    try:
        kind = RequestKind.of_word(data["kind"])
    except (KeyError, TypeError, ValueError):
        raise BadRequest("unknown kind of request") from None
    urgent = data.get("urgent", False)
    if not isinstance(urgent, bool):
        raise BadRequest("urgent is yes or no")
    return Wish(kind, request_fields.checked(data.get("fields")), urgent)


class Requests:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def find(self, reference: str) -> StoredRequest | None:
        """Reads a request by its reference as typed. The console records the reading itself (`audit.append`).

        Raises `Unreadable`.
        """
        with self._database.reading() as session:
            row = _by_reference(session, reference)
            if row is None:
                return None
            fields = request_fields.read(session, self._vault, row)
            return StoredRequest(row.reference, row.kind, row.status, fields, row.created_at, row.updated_at)

    def counts(self) -> dict[RequestStatus, int]:
        """How many requests there are of each status; every status is named."""
        with self._database.reading() as session:
            rows = session.execute(select(Request.status, func.count()).group_by(Request.status)).all()
            return dict.fromkeys(RequestStatus, 0) | dict(rows)

    def forsaken(self, references: list[str]) -> list[str]:
        """Those of the references that nobody picked up although every step was taken: the official should be told."""
        with self._database.reading() as session:
            return overdue.forsaken(session, references)

    def urgent_among(self, references: list[str]) -> frozenset[str]:
        """Those of the references that are urgent."""
        if not references:
            return frozenset()
        wanted = select(Request.reference).where(Request.reference.in_(references), Request.urgent)
        with self._database.reading() as session:
            return frozenset(session.scalars(wanted))

    def erase(self, reference: str, *, actor: str, now: datetime) -> bool:
        """Erases the personal data of a request and keeps its reference and status. False when there is none left."""
        with self._database.writing() as session:
            row = _by_reference(session, reference, lock=True)
            erased = row is not None and rights.erase(session, self._vault, row, actor, now)
        if erased:
            self._database.scrub()
        return erased


def submit(
    session: Session,
    vault: Vault,
    kind: RequestKind,
    fields: dict[str, Any],
    mail_domain: str,
    now: datetime,
    *,
    urgent: bool = False,
    filer: str = "",
    actor: str = audit.VISITOR,
) -> str:
    """Stores a request, its mail and its audit row in the caller's transaction; returns the reference.

    `filer` is the secret of the conversation that files it; who has it may withdraw the request there. `actor`
    is who does it. Raises `BadRequest` for what is no request: it is never stored.
    """
    texts = request_fields.checked(fields)
    key = vault.new_data_key(session, "request")
    row = Request(id=secrets.token_hex(16), kind=kind, status=states.NEW, urgent=urgent, data_key_id=key.id, version=0)
    row.created_at = row.updated_at = now
    key.seal(row, Request.fields, texts)
    reference = _add_with_reference(session, vault, filer, row)
    lookups.write(session, vault, row, texts)
    outbox.put(session, row.id, MailKind.NEW, mail_domain, now)
    audit.append(session, actor=actor, action="request.submit", object=reference, now=now)
    figures.count(session, [(f"aanvraag.{kind.word}", 1)], now)
    return reference


def _by_reference(session: Session, typed: str, *, lock: bool = False) -> Request | None:
    reference = normalise(typed)
    if reference is None:
        return None
    chosen = select(Request).where(Request.reference == reference)
    return session.scalars(chosen.with_for_update() if lock else chosen).one_or_none()


def _add_with_reference(session: Session, vault: Vault, filer: str, row: Request) -> str:
    for _ in range(5):
        row.reference = new_reference()
        row.filed_by = withdrawals.mark_of(vault, filer, row.reference)
        try:
            with session.begin_nested():
                session.add(row)
        except IntegrityError:
            continue
        return row.reference
    raise RuntimeError("no free reference found")
