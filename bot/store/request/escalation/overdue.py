"""Requests that wait for too long, for the alarms and for the official: in nobody's hands, standing still, open."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from bot.store.base.bindings import written_rows
from bot.store.base.database import Database
from bot.store.base.standing import Standing, counted
from bot.store.request import states
from bot.store.request.escalation.ladder import TOLD, TOLD_WITH_VISIT, claimed_and_open, given_back, last_progress
from bot.store.request.models import EscalationRow, Request


def forsaken(session: Session, references: list[str]) -> list[str]:
    """Those of the references that nobody picked up although every step was taken: the official should be told.

    What somebody else wrote is told to nobody.
    """
    if not references:
        return []
    asked = select(Request.id).where(Request.reference.in_(references), Request.status == states.NEW)
    given_up = (EscalationRow.step >= TOLD, EscalationRow.acknowledged_at.is_(None))
    rows = written_rows(session, EscalationRow, EscalationRow.request_id.in_(asked), *given_up)
    ids = [row.request_id for row in rows]
    unclaimed = {request.reference for request in written_rows(session, Request, Request.id.in_(ids))} if ids else set()
    return [reference for reference in references if reference in unclaimed]


def forsaken_since(database: Database) -> Standing:
    """Requests in nobody's hands although every step was taken."""
    last = or_(
        and_(Request.status == states.NEW, EscalationRow.step >= TOLD),
        and_(given_back(), EscalationRow.step >= TOLD_WITH_VISIT),
    )
    with database.reading() as session:
        given_up = (Request.id == EscalationRow.request_id, last, EscalationRow.acknowledged_at.is_(None))
        return counted(session, EscalationRow.step_at, *given_up)


def stand_still_since(database: Database, *, urgent: bool) -> Standing:
    """Requests that stand still although they were claimed and everybody was told."""
    reminded = (Request.id == EscalationRow.request_id, claimed_and_open(), EscalationRow.reminded_at > last_progress())
    kind = Request.urgent.is_(urgent)
    with database.reading() as session:
        return counted(session, EscalationRow.reminded_at, *reminded, kind)


def open_since(database: Database, before: datetime) -> Standing:
    """Requests that are open since before that moment."""
    with database.reading() as session:
        too_long = (Request.status.not_in(states.CLOSED), Request.created_at <= before)
        return counted(session, Request.created_at, *too_long)
