"""What there is to do: requests as lines, without anything that was filled in. Nothing sealed is opened here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Exists,
    Row,
    ScalarSelect,
    Select,
    String,
    false,
    func,
    null,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session, aliased

from bot.store.base import set_aside
from bot.store.base.database import Database
from bot.store.base.references import pattern
from bot.store.base.vault import Vault
from bot.store.request import lookups, states
from bot.store.request.listing import Wanted
from bot.store.request.models import Request, RequestEvent
from bot.store.request.states import Action, RequestKind, RequestStatus

MOST_FOUND = 20


@dataclass(frozen=True)
class RequestLine:
    """`changed`: the last thing that happened is that the official changed something. `withdrawal_asked`: somebody who
    did not prove to be the official asked to withdraw it, and nobody said to have seen that. `broken`: it cannot be
    read, in part or at all; `created_at` is then perhaps the beginning of time, `kind` and `status` a guess.
    `look_again_on`: the day of its reminder. `closed_at`: None while it is open.
    """

    reference: str
    kind: RequestKind
    status: RequestStatus
    urgent: bool
    owner_id: str | None
    created_at: datetime
    changed: bool
    withdrawal_asked: bool = False
    broken: bool = False
    look_again_on: date | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True)
class Group:
    """The open requests of one state and one holder: how many, and since when the oldest of them, where that can be
    read. `due`: those of which the day to look again has come. `mark` is another one after each step of one of them,
    and when one cannot be read any more."""

    state: RequestStatus
    holder: str | None
    due: bool
    number: int
    since: datetime | None
    mark: str

    @property
    def waits(self) -> bool:
        return states.waits(self.state, self.holder)


class Work:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def groups(self, today: date) -> tuple[Group, ...]:
        """How all open requests stand, without one of them."""
        with self._database.reading() as session:
            try:
                return _groups(session, today, func.min(Request.created_at))
            except (ValueError, TypeError):  # one holds a moment that is none
                return _groups(session, today, null())

    def count(self, wanted: Wanted) -> int:
        with self._database.reading() as session:
            return session.scalar(select(func.count()).select_from(Request).where(*wanted.conditions())) or 0

    def lines(self, wanted: Wanted, start: int, most: int) -> list[RequestLine]:
        """So many of them in their order, after the first `start`."""
        chosen = _lines().where(*wanted.conditions()).order_by(*wanted.order_by())
        return self._lines(chosen.offset(start).limit(most)) if most > 0 else []

    def search(self, typed: str) -> list[RequestLine]:
        """Requests whose reference is, or holds, what was typed; signs that are in no reference stand for any.

        And those of a number, a mail address or a name that was typed.
        """
        looked_for = [lookups.matching(self._vault, typed)]
        wanted = pattern(typed)
        if wanted is not None:
            looked_for.append(func.replace(func.substr(Request.reference, 4), "-", "").like(wanted))
        conditions = [condition for condition in looked_for if condition is not None]
        if not conditions:
            return []
        chosen = _lines().where(or_(*conditions))
        return self._lines(chosen.order_by(Request.created_at.desc()).limit(MOST_FOUND))

    def _lines(self, chosen: Select[Any]) -> list[RequestLine]:
        """The rows as lines. Where one holds a value that is none of its kind, each is read by itself."""
        with self._database.reading() as session:
            broken = set_aside.known(session, "request")
            try:
                return [_line(row, broken) for row in session.execute(chosen.add_columns(*_COLUMNS)).all()]
            except (ValueError, TypeError):
                ids = session.scalars(chosen).all()
                return [self._line_by_itself(session, row_id, broken) for row_id in ids]

    def _line_by_itself(self, session: Session, request_id: str, broken: frozenset[str]) -> RequestLine:
        try:
            row = session.execute(_lines().add_columns(*_COLUMNS).where(Request.id == request_id)).one()
            return _line(row, broken)
        except (ValueError, TypeError):
            words = (
                type_coerce(Request.kind, String).label("kind"),
                type_coerce(Request.status, String).label("status"),
            )
            plain = select(Request.reference, Request.owner_id, *words).where(Request.id == request_id)
            row = session.execute(plain).one()
            kind = RequestKind(row.kind) if row.kind in tuple(RequestKind) else RequestKind.CALL_BACK
            guess = kind, _status(row.status)
            return RequestLine(row.reference, *guess, False, row.owner_id, _UNKNOWN, changed=False, broken=True)


_UNKNOWN = datetime.fromtimestamp(0, UTC)


def _status(word: str) -> RequestStatus:
    return RequestStatus(word) if word in tuple(RequestStatus) else RequestStatus.NEW


def _groups(session: Session, today: date, since: ColumnElement[Any]) -> tuple[Group, ...]:
    chosen = (
        select(
            type_coerce(Request.status, String).label("state"),
            Request.owner_id.label("holder"),
            func.coalesce(Request.look_again_on <= today, false()).label("due"),
            func.count().label("number"),
            since.label("since"),
            func.sum(Request.version).label("steps"),
            type_coerce(func.max(Request.updated_at), String).label("latest"),
        )
        .where(*Wanted().conditions())
        .group_by("state", "holder", "due")
        .order_by("state", "holder", "due")
    )
    broken = len(set_aside.known(session, "request"))
    return tuple(
        Group(
            *(_status(row.state), row.holder, bool(row.due), row.number, row.since),
            mark=f"{row.steps} {row.latest} {broken}",
        )
        for row in session.execute(chosen)
    )


def _last_action() -> ScalarSelect[Action]:
    """The last thing that happened to the request, a wish to withdraw it left out."""
    return (
        select(RequestEvent.action)
        .where(RequestEvent.request_id == Request.id, RequestEvent.action != Action.ASK_WITHDRAWAL)
        .order_by(RequestEvent.position.desc())
        .limit(1)
        .correlate(Request)
        .scalar_subquery()
    )


def _waits_to_be_seen() -> Exists:
    """Whether somebody asked to withdraw an open request, and nobody said to have seen that."""
    asked, seen = aliased(RequestEvent), aliased(RequestEvent)
    answered = select(seen.position).where(
        seen.request_id == asked.request_id,
        seen.action == Action.SEEN,
        seen.position > asked.position,
    )
    waits = select(asked.position).where(
        asked.request_id == Request.id,
        asked.action == Action.ASK_WITHDRAWAL,
        Request.status.in_(states.OPEN),
        ~answered.exists(),
    )
    return waits.correlate(Request).exists()


_COLUMNS = (Request, _last_action().label("action"), _waits_to_be_seen().label("withdrawal_asked"))


def _line(row: Row[Any], broken: frozenset[str]) -> RequestLine:
    request: Request = row.Request
    return RequestLine(
        *(request.reference, request.kind, request.status, request.urgent, request.owner_id, request.created_at),
        changed=row.action == Action.CHANGE,
        withdrawal_asked=bool(row.withdrawal_asked),
        broken=request.forged or request.id in broken,
        look_again_on=request.look_again_on,
        closed_at=request.updated_at if request.status in states.CLOSED else None,
    )


def _lines() -> Select[Any]:
    return select(Request.id)
