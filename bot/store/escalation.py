"""Escalation: a request that nobody picks up reaches more and more people, and at last the official (D11).

Only a click in the console counts as picked up (`acknowledge`); a mail that was delivered does not. Each step is taken
once, in one transaction with its mails, whatever the number of processes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.store import audit, outbox
from bot.store.database import Database
from bot.store.errors import KeyProblem, Tampered
from bot.store.escalation_models import EscalationRow
from bot.store.models import Request
from bot.store.references import normalise
from bot.store.vault import Vault

STEPS = ("second", "everyone", "official")
TOLD = len(STEPS)
_BATCH = 100


@dataclass(frozen=True)
class Escalated:
    """How far a request is. `step` counts the taken ones of `STEPS`."""

    step: int
    step_at: datetime | None
    begun_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str | None


@dataclass(frozen=True)
class Ladder:
    """Who there is to mail, and how to know which step is due.

    `steps_due(since, now)` says how many steps should have been taken; `everyone` is the number of addresses of the
    second step.
    """

    steps_due: Callable[[datetime, datetime], int]
    everyone: int
    mail_domain: str


def escalate(database: Database, vault: Vault, ladder: Ladder, now: datetime) -> int:
    """Takes the steps that are due; returns how many. Several processes may do this at once."""
    taken, after = 0, ""
    while True:
        with database.writing() as session:
            waiting = _waiting(session, after)
            for request in waiting:
                taken += _climb(session, vault, ladder, request, now)
                after = request.id
        if len(waiting) < _BATCH:
            return taken


def acknowledge(session: Session, reference: str, staff_id: str, now: datetime) -> bool:
    """Records in the caller's transaction that somebody saw the request. False when that was known, or it is unknown.

    Call it when a request is claimed or opened in the console; mails that would escalate it are dropped.
    """
    request = _locked(session, reference)
    if request is None:
        return False
    row = _row(session, request)
    if row.acknowledged_at is not None:
        return False
    row.acknowledged_at, row.acknowledged_by = now, staff_id
    session.flush()
    audit.append(session, actor=staff_id, action="request.acknowledge", object=request.reference, now=now)
    return True


def reopen(session: Session, reference: str, now: datetime) -> None:
    """The request was given back: the clock starts again, and so do the mails."""
    request = _locked(session, reference)
    if request is None:
        return
    row = _row(session, request)
    if row.acknowledged_at is None:
        return
    row.begun_at, row.round, row.step, row.step_at = now, row.round + 1, 0, None
    row.acknowledged_at = row.acknowledged_by = None
    session.flush()


def state_of(session: Session, reference: str) -> Escalated | None:
    """How far the request is; None when there is no such request."""
    request = session.scalars(select(Request).where(Request.reference == normalise(reference))).one_or_none()
    if request is None:
        return None
    row = session.get(EscalationRow, request.id)
    if row is None:
        return Escalated(0, None, request.created_at, None, None)
    return Escalated(row.step, row.step_at, row.begun_at, row.acknowledged_at, row.acknowledged_by)


def forsaken(session: Session, references: list[str]) -> list[str]:
    """Those of the references that nobody picked up although every step was taken: the official should be told."""
    if not references:
        return []
    found = session.scalars(
        select(Request.reference)
        .join(EscalationRow, EscalationRow.request_id == Request.id)
        .where(
            Request.reference.in_(references),
            Request.status == "nieuw",
            EscalationRow.step >= TOLD,
            EscalationRow.acknowledged_at.is_(None),
        )
    ).all()
    return [reference for reference in references if reference in found]


def forsaken_since(session: Session) -> tuple[int, datetime | None]:
    """How many requests nobody picked up although every step was taken, and since when the first."""
    moments = session.scalars(
        select(EscalationRow.step_at)
        .join(Request, Request.id == EscalationRow.request_id)
        .where(Request.status == "nieuw", EscalationRow.step >= TOLD, EscalationRow.acknowledged_at.is_(None))
    ).all()
    known = [moment for moment in moments if moment is not None]
    return len(moments), min(known, default=None)


def _waiting(session: Session, after: str) -> list[Request]:
    """New requests that nobody acknowledged and that have a step left; skips those somebody holds just now."""
    open_ones = (
        select(Request)
        .outerjoin(EscalationRow, EscalationRow.request_id == Request.id)
        .where(
            Request.id > after,
            Request.status == "nieuw",
            EscalationRow.acknowledged_at.is_(None),
            or_(EscalationRow.step.is_(None), EscalationRow.step < TOLD),
        )
        .order_by(Request.id)
        .limit(_BATCH)
        .with_for_update(skip_locked=True, of=Request)
    )
    return list(session.scalars(open_ones))


def _climb(session: Session, vault: Vault, ladder: Ladder, request: Request, now: datetime) -> int:
    known = session.get(EscalationRow, request.id, populate_existing=True)
    begun, step = (request.created_at, 0) if known is None else (known.begun_at, known.step)
    due = min(TOLD, ladder.steps_due(begun, now))
    if due <= step or (known is not None and known.acknowledged_at is not None):
        return 0
    row = known or _row(session, request)
    for number in range(row.step + 1, due + 1):
        _mail(session, vault, ladder, request, row.round, STEPS[number - 1], now)
        audit.append(
            session,
            actor=audit.SYSTEM,
            action=f"escalation.{STEPS[number - 1]}",
            object=request.reference,
            now=now,
        )
    row.step, row.step_at = due, now
    session.flush()
    return due - step


def _mail(
    session: Session, vault: Vault, ladder: Ladder, request: Request, round: int, step: str, now: datetime
) -> None:
    domain = ladder.mail_domain
    if step == "second":
        outbox.put(session, request.id, "tweede", domain, now, round=round)
    elif step == "everyone":
        for recipient in range(ladder.everyone):
            outbox.put(session, request.id, "allen", domain, now, round=round, recipient=recipient)
    elif _has_address(session, vault, request):
        outbox.put(session, request.id, "ambtsdrager", domain, now, round=round)


def _has_address(session: Session, vault: Vault, request: Request) -> bool:
    """One request that does not open must not keep the others from being escalated."""
    try:
        key = vault.data_key(session, request.data_key_id)
        fields = None if key is None else key.open(request.fields, "request", "fields", request.id)
    except (KeyProblem, Tampered):
        return False
    return outbox.official_address(fields) is not None


def _row(session: Session, request: Request) -> EscalationRow:
    """The row of a request whose own row is locked."""
    row = session.get(EscalationRow, request.id, populate_existing=True)
    if row is None:
        row = EscalationRow(request_id=request.id, begun_at=request.created_at, round=1, step=0)
        session.add(row)
    return row


def _locked(session: Session, reference: str) -> Request | None:
    chosen = select(Request).where(Request.reference == normalise(reference)).with_for_update()
    return session.scalars(chosen).one_or_none()
