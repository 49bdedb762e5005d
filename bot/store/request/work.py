"""What there is to do: requests as lines, without anything that was filled in. Nothing sealed is opened here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Exists, Row, ScalarSelect, Select, String, func, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from bot.store.base import set_aside
from bot.store.base.database import Database
from bot.store.base.references import pattern
from bot.store.base.vault import Vault
from bot.store.request import lookups, states
from bot.store.request.models import Request, RequestEvent
from bot.store.request.states import Action, RequestKind, RequestStatus

MOST_FOUND = 20
MOST_CLOSED = 100


@dataclass(frozen=True)
class RequestLine:
    """`changed`: the last thing that happened is that the official changed something. `withdrawal_asked`: somebody who
    did not prove to be the official asked to withdraw it, and nobody said to have seen that. `broken`: it cannot be
    read, in part or at all; `created_at` is then perhaps the beginning of time, `kind` and `status` a guess.
    `look_again_on`: the day of its reminder.
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


class Work:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def open_requests(self) -> list[RequestLine]:
        """All that are not closed, oldest first, also one whose status is no word of ours."""
        return self._lines(_lines().where(Request.status.not_in(states.CLOSED)).order_by(Request.created_at))

    def closed_requests(self) -> list[RequestLine]:
        """The latest that were closed, newest first."""
        closed = _lines().where(Request.status.in_(states.CLOSED))
        return self._lines(closed.order_by(Request.updated_at.desc()).limit(MOST_CLOSED))

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
            guess = (
                RequestKind(row.kind) if row.kind in tuple(RequestKind) else RequestKind.CALL_BACK,
                RequestStatus(row.status) if row.status in tuple(RequestStatus) else RequestStatus.NEW,
            )
            return RequestLine(row.reference, *guess, False, row.owner_id, _UNKNOWN, changed=False, broken=True)


_UNKNOWN = datetime.fromtimestamp(0, UTC)


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
    )


def _lines() -> Select[Any]:
    return select(Request.id)
