"""Escalation: a request that nobody picks up reaches more and more people, and at last the official (D11).

Only a click in the console counts as picked up (`acknowledge`); a mail that was delivered does not. Each step is taken
once, in one transaction with its mails, whatever the number of processes. Each request is taken by itself: one that
cannot be read is set aside and the others go on.

What is urgent climbs by the clock, day and night. The clock runs on after a claim, until something is recorded, and
begins anew when a request is given back, also one with a visit: that one is in nobody's hands while the official counts
on it. A reminder puts off the clock of an ordinary request that was claimed to its day; what is urgent waits for none.
While the clock on the wall is in doubt waits go on by the one that nobody can set: nobody is told too soon, or never.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base import set_aside
from bot.store.base.database import Database
from bot.store.base.errors import Unreadable
from bot.store.base.references import normalise
from bot.store.base.vault import Vault
from bot.store.mail import outbox
from bot.store.mail.kinds import MailKind
from bot.store.mail.models import OutboxRow
from bot.store.request import fields as request_fields
from bot.store.request.escalation.ladder import STEPS, Ladder, Moment, due_requests, what_is_due
from bot.store.request.models import EscalationRow, Request

log = logging.getLogger("bot.store")


@dataclass(frozen=True)
class Escalated:
    """How far a request is. `step` counts the taken ones of `STEPS`."""

    step: int
    step_at: datetime | None
    begun_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str | None


def escalate(database: Database, vault: Vault, ladder: Ladder, now: datetime, believed: datetime | None = None) -> int:
    """Takes the steps that are due by what is `believed`, else by `now`; returns how many.

    Several processes may do this at once.
    """
    moment = Moment(now, believed or now)
    with database.reading() as session:
        resting = set_aside.resting(session, "request", now)
        due = [row_id for row_id in due_requests(session, ladder, moment) if row_id not in resting]
    taken = 0
    for request_id in due:
        aside = set_aside.by_itself(database, "request", request_id, now, "request not escalated")
        with aside, database.writing() as session:
            taken += _take(session, vault, ladder, request_id, moment)
    _look_again(database, vault, now)
    return taken


def _look_again(database: Database, vault: Vault, now: datetime) -> None:
    """Requests that could not be read are tried once in a while: somebody may have mended them."""
    with database.reading() as session:
        over = set_aside.to_try_again(session, "request", now)
    for request_id in over:
        aside = set_aside.by_itself(database, "request", request_id, now, "request still not read")
        with aside, database.writing() as session:
            request = session.get(Request, request_id)
            if request is not None:
                request_fields.read(session, vault, request)
            set_aside.clear(session, "request", request_id)


def acknowledge(session: Session, reference: str, staff_id: str, now: datetime) -> bool:
    """Records in the caller's transaction that somebody saw the request. False when that was known, or it is unknown.

    Call it when a request is claimed in the console; mails that would escalate it are dropped.
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
    if row is None or row.forged:
        return Escalated(0, None, request.created_at, None, None)
    return Escalated(row.step, row.step_at, row.begun_at, row.acknowledged_at, row.acknowledged_by)


def _take(session: Session, vault: Vault, ladder: Ladder, request_id: str, moment: Moment) -> int:
    """Does what is due for one request, locked; leaves alone one that somebody else holds just now."""
    chosen = select(Request).where(Request.id == request_id).with_for_update(skip_locked=True)
    request = session.scalars(chosen).one_or_none()
    due = None if request is None else what_is_due(session, request_id, ladder, moment)
    if request is None or due is None:
        return 0
    if due:
        return _climb(session, vault, ladder, request, due, moment.wall)
    return _remind(session, ladder, request, moment.wall)


def _climb(session: Session, vault: Vault, ladder: Ladder, request: Request, due: int, now: datetime) -> int:
    row = _row(session, request)
    before = row.step
    for number in range(before + 1, due + 1):
        _mail(session, vault, ladder, request, row.round, STEPS[number - 1], now)
        _record(session, request, STEPS[number - 1], now)
    row.step, row.step_at = due, now
    session.flush()
    return due - before


def _remind(session: Session, ladder: Ladder, request: Request, now: datetime) -> int:
    """Everybody is told that a request stands still with who claimed it; the alarm follows from this row."""
    row = _row(session, request)
    row.round, row.reminded_at = row.round + 1, now
    session.flush()
    for recipient in range(ladder.everyone):
        outbox.put(
            session, request.id, MailKind.EVERYONE, ladder.mail_domain, now, round=row.round, recipient=recipient
        )
    _record(session, request, "stands_still", now)
    return 1


def _record(session: Session, request: Request, step: str, now: datetime) -> None:
    audit.append(session, actor=audit.SYSTEM, action=f"escalation.{step}", object=request.reference, now=now)


def _mail(
    session: Session, vault: Vault, ladder: Ladder, request: Request, round: int, step: str, now: datetime
) -> None:
    domain = ladder.mail_domain
    if step == "second":
        outbox.put(session, request.id, MailKind.SECOND, domain, now, round=round)
    elif step == "everyone":
        for recipient in range(ladder.everyone):
            outbox.put(session, request.id, MailKind.EVERYONE, domain, now, round=round, recipient=recipient)
    elif _has_address(session, vault, request, now):
        outbox.put(session, request.id, MailKind.NOT_PICKED_UP, domain, now, round=round)


def _has_address(session: Session, vault: Vault, request: Request, now: datetime) -> bool:
    """One request that does not open is escalated to everybody but the official, and noted as unreadable."""
    try:
        fields = request_fields.read(session, vault, request)
    except Unreadable as error:
        set_aside.note(session, "request", request.id, error, now)
        return False
    return outbox.official_address(fields) is not None


def _row(session: Session, request: Request) -> EscalationRow:
    """The row of a request whose own row is locked. One that somebody else wrote counts for nothing: all begins anew,
    with mails of their own."""
    row = session.get(EscalationRow, request.id, populate_existing=True)
    round = 1
    if row is not None and row.forged:
        log.error("escalation of a request was forged: it begins anew")
        last = select(func.max(OutboxRow.round)).where(OutboxRow.request_id == request.id)
        round = (session.scalars(last).one() or 0) + 1
        session.delete(row)
        session.flush()
        row = None
    if row is None:
        row = EscalationRow(request_id=request.id, begun_at=request.created_at, round=round, step=0)
        session.add(row)
    return row


def _locked(session: Session, reference: str) -> Request | None:
    chosen = select(Request).where(Request.reference == normalise(reference)).with_for_update()
    return session.scalars(chosen).one_or_none()
