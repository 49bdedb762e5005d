"""How all work of the secretariat stands: of the requests only numbers, what waits beside them line by line.

A part of the console adds its own work with `work_sources = [async def source(request) -> list[WorkItem]]`. What kind
of work it is, is said by content/templates/console/work/kinds/<kind>.html.j2. A source is asked twice a second while
somebody has the list open, so it is one light query for a few lines, and it gives no content of a request or
conversation.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from starlette.requests import Request

from bot.console.frame.shell import Console
from bot.office_hours import local
from bot.services import services
from bot.store.mail import outbox
from bot.store.mail.outbox import OutboxOverview
from bot.store.request import states
from bot.store.request.states import RequestStatus
from bot.store.request.work import Group

_FRESH_FOR = 0.3  # seconds: all who have the list open share one look at the database


@dataclass(frozen=True)
class WorkItem:
    """One line of the list.

    `key` is unique and fit for an id in a page; `label` is what people call it (a reference); `path` is its page.
    Who waits with rank 0 comes first, then what is `urgent`, then `rank` and age. `answer_due`: somebody waits for a
    word of its holder. `look_again_on` is the day of its reminder, and it is `due` from that day on. `holder` is the
    staff id of who has it. `claim_path` takes a POST that claims it. `broken`: what was stored of it cannot be read.
    `closed_at`: None while it is open.
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
    closed_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether it is in nobody's hands: new, or given back with a visit ahead."""
        return states.waits(self.state, self.holder)


def due_for(staff_id: str, work: WorkItem | Group) -> bool:
    """Whether a reminder is due that calls this member: who holds the work, or all where nobody does."""
    return work.due and work.holder in (None, staff_id)


@dataclass(frozen=True)
class Board:
    """How the open requests stand, all `others` that are open, and the mail. `day` is the one that reminders are due
    on. `stamp` is another one as soon as anything on the screen would differ."""

    requests: tuple[Group, ...]
    others: tuple[WorkItem, ...]
    mail: OutboxOverview
    day: date

    @property
    def stamp(self) -> str:
        shown = repr((self.requests, self.others, self.mail.waiting, self.mail.failed, self.day))
        return hashlib.sha256(shown.encode()).hexdigest()[:16]

    @property
    def waiting(self) -> int:
        return self.count(lambda work, _: work.waits)

    def count(self, fits: Callable[[WorkItem | Group, str], bool], staff_id: str = "") -> int:
        """How much of the work is so for this member."""
        requests = sum(group.number for group in self.requests if fits(group, staff_id))
        return requests + sum(fits(item, staff_id) for item in self.others)

    def calling(self, staff_id: str) -> int:
        """How much of it calls for this member: all that waits, who waits for an answer of theirs, what is due."""
        answers = sum(item.answer_due and item.holder == staff_id and not item.waits for item in self.others)
        return self.count(lambda work, me: work.waits or due_for(me, work), staff_id) + answers

    @property
    def oldest(self) -> datetime | None:
        """Since when the one that waits longest does."""
        moments = [group.since for group in self.requests if group.waits]
        moments += [item.since for item in self.others if item.waits]
        return min((since for since in moments if since is not None), default=None)


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
    here, others = services(request), list[WorkItem]()
    for source in here.part(Console).work_sources:
        others += await source(request)
    day = local(here.now()).date()
    requests = await asyncio.to_thread(here.store.work.groups, day)
    mail = await asyncio.to_thread(outbox.overview, here.store.database)
    return Board(requests, tuple(others), mail, day)
