"""Which step of escalation is due for which request, and when; nothing is changed here (see `escalation`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.errors import UNREADABLE, StoreUnavailable
from bot.store.request import states
from bot.store.request.models import EscalationRow, Request, RequestEvent
from bot.store.request.visits import AMSTERDAM

STEPS = ("second", "everyone", "official")
TOLD = len(STEPS)
TOLD_WITH_VISIT = STEPS.index("official")
"""Steps of a request with a visit that was given back: only staff are told."""


@dataclass(frozen=True)
class Ladder:
    """Who there is to mail, and how to know which step is due.

    `steps_due(since, now)` says how many steps should have been taken, `urgent_steps_due` the same for what is urgent;
    `everyone` is the number of addresses of the second step. `stands_still(since, now, urgent)` says whether a request
    that was claimed, and of which that was the last that was recorded, waits for too long.
    """

    steps_due: Callable[[datetime, datetime], int]
    everyone: int
    mail_domain: str
    urgent_steps_due: Callable[[datetime, datetime], int]
    stands_still: Callable[[datetime, datetime, bool], bool]


@dataclass(frozen=True)
class Moment:
    """What the clock on the wall says, and the moment that waits are counted to (`ClockGuard.believed`)."""

    wall: datetime
    believed: datetime

    def after(self, begun: datetime) -> datetime:
        """Until when a wait lasts that began then. One that began by the same wrong clock is counted by that."""
        return self.believed if begun <= self.believed else self.wall


_ROW = (EscalationRow, EscalationRow.request_id == Request.id)


def _climbing() -> ColumnElement[bool]:
    """Requests in nobody's hands that have a step left."""
    left = or_(
        and_(Request.status == states.NEW, or_(EscalationRow.step.is_(None), EscalationRow.step < TOLD)),
        and_(given_back(), EscalationRow.step < TOLD_WITH_VISIT),
    )
    return and_(EscalationRow.acknowledged_at.is_(None), left)


def given_back() -> ColumnElement[bool]:
    """Requests with a visit that were given back."""
    return and_(Request.status == states.VISIT, Request.owner_id.is_(None))


def claimed_and_open() -> ColumnElement[bool]:
    """Requests that somebody claimed and that have no visit or end yet."""
    return and_(Request.status == states.CLAIMED, Request.claimed_at.is_not(None))


def last_progress() -> ColumnElement[datetime]:
    """When staff last did something with a request; claiming it is the least."""
    by_staff = (RequestEvent.request_id == Request.id, RequestEvent.actor.not_in((audit.VISITOR, audit.SYSTEM)))
    last = select(func.max(RequestEvent.at)).where(*by_staff).correlate(Request).scalar_subquery()
    return func.coalesce(last, Request.claimed_at)


def due_requests(session: Session, ladder: Ladder, moment: Moment) -> list[str]:
    """Requests that something is due for, the urgent ones first and then the oldest; looked at without a lock, so that
    one with nothing to do costs no transaction of its own. Each by itself where one holds a value that is none."""
    in_turn = (Request.urgent.desc(), Request.created_at)
    try:
        return [
            row.id for row in session.execute(_looked_at().order_by(*in_turn)) if _step(row, ladder, moment) is not None
        ]
    except (*UNREADABLE, OverflowError):
        waiting = select(Request.id).outerjoin(*_ROW).where(or_(_climbing(), claimed_and_open())).order_by(*in_turn)
        return [row_id for row_id in session.scalars(waiting) if _is_due(session, row_id, ladder, moment)]


def _is_due(session: Session, request_id: str, ladder: Ladder, moment: Moment) -> bool:
    try:
        return what_is_due(session, request_id, ladder, moment) is not None
    except (StoreUnavailable, DBAPIError):
        raise
    except Exception:  # a value that is none: taken up, and set aside there
        return True


def what_is_due(session: Session, request_id: str, ladder: Ladder, moment: Moment) -> int | None:
    """The step that should have been taken by now, 0 for a reminder, None for nothing."""
    row = session.execute(_looked_at().where(Request.id == request_id)).one_or_none()
    return None if row is None else _step(row, ladder, moment)


def _looked_at() -> Select[*tuple[Any, ...]]:
    wanted = (Request.id, Request.status, Request.urgent, Request.created_at, Request.look_again_on)
    more = (EscalationRow.begun_at, EscalationRow.step, EscalationRow.reminded_at, last_progress().label("progress"))
    return select(*wanted, *more).outerjoin(*_ROW).where(or_(_climbing(), claimed_and_open()))


def _step(row: Row[Any], ladder: Ladder, moment: Moment) -> int | None:
    if row.status == states.CLAIMED:
        begun = row.progress
        if row.look_again_on is not None and not row.urgent:
            begun = max(begun, _begin(row.look_again_on))
        reminded = row.reminded_at is not None and row.reminded_at > row.progress
        still = ladder.stands_still(begun, moment.after(begun), row.urgent)
        return 0 if not reminded and still else None
    steps_due = ladder.urgent_steps_due if row.urgent else ladder.steps_due
    most = TOLD if row.status == states.NEW else TOLD_WITH_VISIT
    begun = row.begun_at or row.created_at
    due = min(most, steps_due(begun, moment.after(begun)))
    return due if due > (row.step or 0) else None


def _begin(day: date) -> datetime:
    """When that day begins in the Netherlands."""
    return datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)
