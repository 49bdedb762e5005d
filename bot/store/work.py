"""What there is to do: requests as lines, without anything that was filled in. Nothing sealed is opened here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, and_, func, select

from bot.store import request_states
from bot.store.database import Database
from bot.store.models import Request
from bot.store.references import pattern
from bot.store.visits_models import RequestEvent

MOST_FOUND = 20
MOST_CLOSED = 100


@dataclass(frozen=True)
class RequestLine:
    """`changed`: the last thing that happened is that the official changed something."""

    reference: str
    kind: str
    status: str
    urgent: bool
    owner_id: str | None
    created_at: datetime
    changed: bool


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

    def _lines(self, chosen: Select[Request, str]) -> list[RequestLine]:
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
                )
                for row, action in rows
            ]


def _lines() -> Select[Request, str]:
    last = and_(RequestEvent.request_id == Request.id, RequestEvent.position == Request.version)
    return select(Request, RequestEvent.action).outerjoin(RequestEvent, last)
