"""Who is at the desk: whether a member takes chats, and when a page of theirs was last heard of."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from bot.store.staff.models import SessionRow, StaffPresence, StaffRow
from bot.store.staff.roles import SessionStage, StaffStatus

ALIVE = timedelta(seconds=35)
"""So long after a page of theirs was heard of a member is there. A stream may outlive its page by 20 seconds, and the
job that looks comes every three: who is gone is noticed within a minute."""


def set_available(session: Session, staff_id: str, available: bool, now: datetime) -> None:
    row = session.get(StaffPresence, staff_id, with_for_update=True)
    if row is None:
        session.add(StaffPresence(staff_id=staff_id, available=available, seen_at=now))
    else:
        row.available, row.seen_at = available, now


def is_available(session: Session, staff_id: str) -> bool:
    row = session.get(StaffPresence, staff_id)
    return row is not None and row.available


def end_with_last_session(session: Session, staff_id: str, now: datetime) -> None:
    """Who is logged in nowhere takes no chats. Call it after a session ended, and before a new one begins."""
    goes_on = (SessionRow.staff_id == staff_id, SessionRow.stage == SessionStage.SIGNED_IN, SessionRow.expires_at > now)
    if session.scalars(select(SessionRow.staff_id).where(*goes_on).limit(1)).first() is None:
        session.execute(update(StaffPresence).where(StaffPresence.staff_id == staff_id).values(available=False))


def note_act(session: Session, staff_id: str, now: datetime) -> None:
    """Who acts is at the desk, whether or not a page of theirs told so."""
    row = session.get(StaffPresence, staff_id)
    if row is None:
        session.add(StaffPresence(staff_id=staff_id, available=False, seen_at=now))
    else:
        row.seen_at = now


def there(now: datetime) -> ColumnElement[bool]:
    """Members of whom a page was heard of just now."""
    return StaffPresence.seen_at > now - ALIVE


def somebody_available(session: Session, now: datetime, other_than: str | None = None) -> bool:
    """Whether a member who takes chats is there."""
    chosen = (
        select(StaffPresence.staff_id)
        .join(StaffRow, StaffRow.id == StaffPresence.staff_id)
        .where(StaffPresence.available, there(now), StaffRow.status == StaffStatus.ACTIVE)
    )
    if other_than is not None:
        chosen = chosen.where(StaffPresence.staff_id != other_than)
    return session.scalars(chosen.limit(1)).first() is not None
