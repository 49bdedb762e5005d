"""Which requests a list shows and in what order, said to the database: it counts them and gives one page of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, case, false, or_

from bot.store.request import states
from bot.store.request.models import Request
from bot.store.request.states import RequestKind, RequestStatus

NOBODY = "nobody"
"""As the holder that is wanted: those that nobody holds."""


class Stand(StrEnum):
    """How a request stands: the first six are open. `MINE` is held by who asks."""

    OPEN = "open"
    WAITING = "waiting"
    CLAIMED = "claimed"
    VISIT = "visit"
    MINE = "mine"
    CLOSED = "closed"


class Order(StrEnum):
    """`USUAL`: what waits urgently, what a reminder is due for, then by urgency, state, kind and age; of those that are
    closed, the last one first."""

    USUAL = "usual"
    SINCE = "since"
    URGENT = "urgent"
    HOLDER = "holder"
    STATE = "state"


@dataclass(frozen=True)
class Wanted:
    """What a list shows. `me` is who asks and `today` their day, for reminders. `holder` is a staff id or `NOBODY`.

    `holders` are staff ids as their names follow each other, `visits` references as their visits do: those are sealed,
    so the database does not know. `backwards` turns an order round that is not the usual one.
    """

    me: str = ""
    today: date = date.min
    stand: Stand = Stand.OPEN
    kind: RequestKind | None = None
    holder: str = ""
    urgent: bool = False
    order: Order = Order.USUAL
    backwards: bool = False
    holders: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()

    def conditions(self) -> list[ColumnElement[bool]]:
        """Also a status that is no word of ours is open."""
        closed = Request.status.in_(states.CLOSED)
        stands: dict[Stand, ColumnElement[bool]] = {
            Stand.OPEN: ~closed,
            Stand.WAITING: waits(),
            Stand.CLAIMED: Request.status == RequestStatus.CLAIMED,
            Stand.VISIT: Request.status == RequestStatus.VISIT,
            Stand.MINE: and_(~closed, Request.owner_id == self.me),
            Stand.CLOSED: closed,
        }
        conditions = [stands[self.stand]]
        if self.kind is not None:
            conditions.append(Request.kind == self.kind)
        if self.holder:
            nobody = self.holder == NOBODY
            conditions.append(Request.owner_id.is_(None) if nobody else Request.owner_id == self.holder)
        if self.urgent:
            conditions.append(Request.urgent.is_(True))
        return conditions

    def order_by(self) -> list[Any]:
        """The same for the same rows every time, so that no page repeats or skips one."""
        if self.order is Order.USUAL:
            return [*self._usual(), Request.reference]
        columns: dict[Order, tuple[Any, ...]] = {
            Order.SINCE: (Request.created_at,),
            Order.URGENT: (_as_number(~Request.urgent), Request.created_at),
            Order.HOLDER: (_place(Request.owner_id, self.holders), Request.created_at),
            Order.STATE: (_state(), Request.created_at),
        }
        first, *others = columns[self.order]
        return [first.desc() if self.backwards else first.asc(), *others, Request.reference]

    def _usual(self) -> list[Any]:
        if self.stand is Stand.CLOSED:
            return [Request.updated_at.desc()]
        if self.stand is Stand.VISIT:
            return [_place(Request.reference, self.visits), Request.created_at]
        kind = case((Request.kind == RequestKind.CALL_BACK, 1), else_=2)
        return [self._part(), _as_number(~Request.urgent), _state(), kind, Request.created_at]

    def _part(self) -> ColumnElement[int]:
        mine = or_(Request.owner_id.is_(None), Request.owner_id == self.me)
        return case((and_(waits(), Request.urgent), 0), (and_(Request.look_again_on <= self.today, mine), 1), else_=2)


def waits() -> ColumnElement[bool]:
    """Those in nobody's hands, as `states.waits` has it; a status that is no word of ours is taken for a new one."""
    given_back = and_(Request.status == RequestStatus.VISIT, Request.owner_id.is_(None))
    return or_(Request.status.not_in([state for state in RequestStatus if state is not RequestStatus.NEW]), given_back)


def _state() -> ColumnElement[int]:
    places = {state: place for place, state in enumerate(RequestStatus, start=1)}
    return case((waits(), 0), *((Request.status == state, place) for state, place in places.items()), else_=0)


def _as_number(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


def _place(column: Any, values: tuple[str, ...]) -> ColumnElement[int]:
    """Those that are not among the values come last."""
    if not values:
        return _as_number(false())
    return case({value: place for place, value in enumerate(values)}, value=column, else_=len(values))
