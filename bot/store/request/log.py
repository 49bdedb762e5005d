"""One step in the life of a request: its new state, its version and a line in its history, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store import audit, figures
from bot.store.base.bindings import require
from bot.store.base.errors import Tampered, Unreadable
from bot.store.base.references import normalise
from bot.store.request import states
from bot.store.request.models import Request, RequestEvent
from bot.store.request.states import Action, RequestStatus


@dataclass(frozen=True)
class Event:
    """`actor` is a staff id, `audit.VISITOR`, `audit.UNPROVEN` or `audit.SYSTEM`."""

    action: Action
    state: RequestStatus
    actor: str
    at: datetime
    note: str = field(default="", repr=False)


def locked(session: Session, typed: str) -> Request | None:
    """The request with this reference as typed, locked until the end of the transaction.

    Raises `Unreadable` for one that holds a value that is none of its kind, or that somebody else changed.
    """
    chosen = select(Request).where(Request.reference == normalise(typed)).with_for_update()
    try:
        request = session.scalars(chosen).one_or_none()
        if request is not None:
            require(request)
    except (ValueError, TypeError, Tampered) as error:
        raise Unreadable(type(error).__name__) from None
    return request


def step(session: Session, request: Request, action: Action, actor: str, now: datetime) -> None:
    """Takes a locked request one step further; at its end no reminder is left.

    Raises ValueError for a step that its state does not allow.
    """
    state = states.after(action, request.status)
    if state is None:
        raise ValueError("not allowed in this state")
    request.status, request.version, request.updated_at = state, request.version + 1, now
    if state in states.CLOSED:
        request.look_again_on = None
    lead_times = _lead_times(session, request, action, now)
    values = {"request_id": request.id, "position": request.version, "action": action, "state": state}
    session.add(RequestEvent(**values, actor=actor, at=now))
    session.flush()
    audit.append(session, actor=actor, action=f"request.{action}", object=request.reference, now=now)
    figures.count(session, lead_times, now)


def _lead_times(session: Session, request: Request, action: Action, now: datetime) -> list[tuple[str, int]]:
    """How long a request waited for somebody to take it, the first time, or was with the secretariat until its end."""
    if action is Action.FINISH:
        return [figures.lead_time(figures.FINISHED, request.created_at, now)]
    earlier = select(RequestEvent.position).where(
        RequestEvent.request_id == request.id, RequestEvent.action == Action.CLAIM
    )
    if action is not Action.CLAIM or session.scalars(earlier.limit(1)).first() is not None:
        return []
    return [figures.lead_time(figures.PICKED_UP, request.created_at, now)]


def history(session: Session, request: Request, notes: Mapping[int, str] = MappingProxyType({})) -> tuple[Event, ...]:
    """What happened to it, oldest first, with what was written down at a step.

    That it was made is not in it: see `Request.created_at`. Raises `Unreadable` when somebody else wrote in it.
    """
    chosen = select(RequestEvent).where(RequestEvent.request_id == request.id).order_by(RequestEvent.position)
    rows = session.scalars(chosen).all()
    if any(row.forged for row in rows):
        raise Unreadable("forged history")
    return tuple(Event(row.action, row.state, row.actor, row.at, notes.get(row.position, "")) for row in rows)
