"""How much of everything there is at this moment: what waits, what nobody could read, which chats are open. Numbers and
moments alone, for `/metrics`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store.base import beats, set_aside
from bot.store.base.database import Database
from bot.store.chat.models import LiveChat
from bot.store.chat.states import ChatState
from bot.store.mail.models import OutboxRow
from bot.store.queue import Queued, QueueStatus
from bot.store.telegram.models import TelegramOutgoing, TelegramUpdate

_QUEUES: Mapping[str, tuple[type[Queued], Any]] = {
    "mail": (OutboxRow, OutboxRow.created_at),
    "telegram_in": (TelegramUpdate, TelegramUpdate.received_at),
    "telegram_out": (TelegramOutgoing, TelegramOutgoing.due_at),
}
_KINDS: tuple[set_aside.Kind, ...] = ("request", "conversation")
_OPEN = (ChatState.WAITING, ChatState.ACTIVE)


@dataclass(frozen=True)
class Queue:
    """`oldest` is since when the first of what waits is there."""

    waiting: int
    failed: int
    oldest: datetime | None


@dataclass(frozen=True)
class Counts:
    """`wrong_rows` are those that somebody else wrote, `set_aside` those that could not be read. `jobs`: when each
    succeeded last."""

    queues: Mapping[str, Queue]
    chats: Mapping[ChatState, int]
    set_aside: Mapping[set_aside.Kind, int]
    wrong_rows: int
    jobs: Mapping[str, datetime]


def read(database: Database) -> Counts:
    """Raises StoreError with the database away."""
    aside = {kind: set_aside.standing(database, kind).number for kind in _KINDS}
    known = beats.read(database)
    with database.reading() as session:
        queues = {name: _queue(session, rows, moment) for name, (rows, moment) in _QUEUES.items()}
        by_state = select(LiveChat.state, func.count()).where(LiveChat.state.in_(_OPEN)).group_by(LiveChat.state)
        chats = dict.fromkeys(_OPEN, 0) | dict(session.execute(by_state).all())
    wrong = next((beat.mark or 0 for beat in known if beat.name == beats.WRONG_ROWS), 0)
    noted = (*beats.COUNTED, beats.WRONG_ROWS, beats.READY)
    return Counts(queues, chats, aside, wrong, {beat.name: beat.at for beat in known if beat.name not in noted})


def _queue(session: Session, rows: type[Queued], moment: Any) -> Queue:
    found = session.execute(select(rows.status, func.count(), func.min(moment)).group_by(rows.status)).all()
    by_status = {status: (number, first) for status, number, first in found}
    waiting, oldest = by_status.get(QueueStatus.WAITING, (0, None))
    return Queue(waiting, by_status.get(QueueStatus.FAILED, (0, None))[0], oldest)
