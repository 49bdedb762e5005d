"""The work list: everything that waits for the secretariat, from every source, in one order.

A part of the console adds its own work with `work_sources = [async def source(request) -> list[WorkItem]]`. What kind
of work it is, is said by content/templates/console/work/kinds/<kind>.html.j2. A source is asked twice a second while
somebody has the list open, so it is one light query, and it gives no content of a request or conversation.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from dataclasses import dataclass
from datetime import date, datetime

from starlette.requests import Request

from bot.console.frame.shell import Console
from bot.services import services
from bot.store.mail import outbox
from bot.store.mail.outbox import OutboxOverview
from bot.store.request.states import RequestStatus

_FRESH_FOR = 0.3  # seconds: all who have the list open share one look at the database
_STATE_ORDER = {RequestStatus.CLAIMED: 1, RequestStatus.VISIT: 2}


@dataclass(frozen=True)
class WorkItem:
    """One line of the list.

    `key` is unique and fit for an id in a page; `label` is what people call it (a reference); `path` is its page.
    Who waits with rank 0 comes first, then what is `urgent`, then `rank`
    and age. `answer_due`: somebody waits for a word of its holder.
    `look_again_on` is the day of its reminder, and it is `due` from that day on. `holder` is the staff id
    of who has it. `claim_path` takes a POST that claims it. `broken`: what was stored of it cannot be read.
    """

    key: str
    kind: str
    label: str
    path: str
    state: RequestStatus
    since: datetime
    urgent: bool = False
    rank: int = 1
    holder: str | None = None
    claim_path: str = ""
    answer_due: bool = False
    changed: bool = False
    withdrawal_asked: bool = False
    broken: bool = False
    look_again_on: date | None = None
    due: bool = False

    @property
    def waits(self) -> bool:
        """Whether it is in nobody's hands: new, or given back with a visit ahead."""
        return self.state is RequestStatus.NEW or (self.state is RequestStatus.VISIT and self.holder is None)

    def due_for(self, staff_id: str) -> bool:
        """Whether its reminder is due and calls this member: who holds it, or all where nobody does."""
        return self.due and self.holder in (None, staff_id)


@dataclass(frozen=True)
class Board:
    """All open work in order, and the mail. `stamp` is another one as soon as anything on the screen would differ."""

    items: tuple[WorkItem, ...]
    mail: OutboxOverview

    @property
    def stamp(self) -> str:
        shown = repr((self.items, self.mail.waiting, self.mail.failed))
        return hashlib.sha256(shown.encode()).hexdigest()[:16]

    @property
    def waiting(self) -> int:
        return sum(item.waits for item in self.items)

    def calling(self, staff_id: str) -> int:
        """How much of it calls for this member: all that waits, who waits for an answer of theirs, what is due."""
        return sum(
            item.waits or item.due_for(staff_id) or (item.answer_due and item.holder == staff_id) for item in self.items
        )

    @property
    def oldest(self) -> datetime | None:
        """Since when the one that waits longest does."""
        return min((item.since for item in self.items if item.waits), default=None)


class BoardKeeper:
    """The latest look at the board, shared by all streams of this process."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._seen_at = 0.0
        self._board: Board | None = None

    async def look(self, request: Request) -> Board:
        """The board as it was less than a moment ago."""
        async with self._lock:
            if self._board is None or time.monotonic() - self._seen_at > _FRESH_FOR:
                self._board = await load_board(request)
                self._seen_at = time.monotonic()
            return self._board


async def load_board(request: Request) -> Board:
    """The board of now. Raises StoreError."""
    items: list[WorkItem] = []
    for source in services(request).part(Console).work_sources:
        items += await source(request)
    mail = await asyncio.to_thread(outbox.overview, services(request).store.database)
    return Board(tuple(sorted(items, key=_place)), mail)


def _place(item: WorkItem) -> tuple[bool, bool, int, int, datetime]:
    return (
        not item.waits or item.rank > 0,
        not item.urgent,
        0 if item.waits else _STATE_ORDER.get(item.state, 1),
        item.rank,
        item.since,
    )
