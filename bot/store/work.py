"""What there is to do: requests as lines, without anything that was filled in. Nothing sealed is opened here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from bot.store import request_states
from bot.store.database import Database
from bot.store.models import Request
from bot.store.references import pattern
from bot.store.visits_models import RequestEvent

MOST_FOUND = 20
MOST_CLOSED = 100


@dataclass(frozen=True)
class RequestLine:
    """`changed`: the last thing that happened is that the official changed something. `withdrawal_asked`: somebody who
    did not prove to be the official asked to withdraw it, and nobody said to have seen that.
    """

    reference: str
    kind: str
    status: str
    urgent: bool
    owner_id: str | None
    created_at: datetime
    changed: bool
    withdrawal_asked: bool


class Work:
    def __init__(self, database: Database) -> None:
        self._database = database

    def open_requests(self) -> list[RequestLine]:
        """All that are not closed, oldest first."""
        return self._lines(_lines().where(Request.status.in_(request_states.OPEN)).order_by(Request.created_at))

    def closed_requests(self) -> list[RequestLine]:
        """The latest that were closed, newest first."""
        closed = _lines().where(Request.status.in_(request_states.CLOSED))
        return self._lines(closed.order_by(Request.updated_at.desc()).limit(MOST_CLOSED))

    def search(self, typed: str) -> list[RequestLine]:
        """Requests whose reference is, or holds, what was typed; signs that are in no reference stand for any."""
        wanted = pattern(typed)
        if wanted is None:
            return []
        bare = func.replace(func.substr(Request.reference, 4), "-", "")
        return self._lines(_lines().where(bare.like(wanted)).order_by(Request.created_at.desc()).limit(MOST_FOUND))

    def _lines(self, chosen: Select[Request, str, bool]) -> list[RequestLine]:
        with self._database.reading() as session:
            rows = session.execute(chosen).all()
            return [
                RequestLine(
                    reference=row.reference,
                    kind=row.kind,
                    status=row.status,
                    urgent=row.urgent,
                    owner_id=row.owner_id,
                    created_at=row.created_at,
                    changed=action == request_states.CHANGE,
                    withdrawal_asked=asked,
                )
                for row, action, asked in rows
            ]


def _lines() -> Select[Request, str, bool]:
    """Each with the last thing that happened, and whether a wish to withdraw it waits to be seen."""
    act, asked, seen = RequestEvent, aliased(RequestEvent), aliased(RequestEvent)
    last = (
        select(act.action)
        .where(act.request_id == Request.id, act.action != request_states.ASK_WITHDRAWAL)
        .order_by(act.position.desc())
        .limit(1)
        .scalar_subquery()
    )
    answered = select(seen.position).where(
        seen.request_id == asked.request_id,
        seen.action == request_states.SEEN,
        seen.position > asked.position,
    )
    waits = select(asked.position).where(
        asked.request_id == Request.id,
        asked.action == request_states.ASK_WITHDRAWAL,
        Request.status.in_(request_states.OPEN),
        ~answered.exists(),
    )
    return select(Request, last, waits.exists())
