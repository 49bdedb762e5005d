"""Looks through everything that is bound or sealed: which rows are not as this app wrote them, by table and id.

What one reads is refused when it is read (`bot/store/base/bindings.py`). This finds also what nobody reads just now.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import batched
from typing import Any

from sqlalchemy import select, tuple_, update
from sqlalchemy.orm import Mapper, Session, undefer

from bot.store.base import beats
from bot.store.base.bindings import Bound, require, row_or_none
from bot.store.base.database import Database
from bot.store.base.errors import UNREADABLE, Unreadable
from bot.store.base.models import Base, DataKey, JobBeat
from bot.store.base.vault import OpenKey, Vault
from bot.store.chat.models import LiveChat, LiveMessage
from bot.store.conversation.models import Conversation, InboxRow

log = logging.getLogger("bot.store")
_BATCH = 500
_Keys = Callable[[str], OpenKey]
_Id = tuple[Any, ...]


@dataclass(frozen=True)
class WrongRow:
    """`id` is the primary key; of one with two parts both, with a colon between them."""

    table: str
    id: str


def wrong_rows(database: Database, vault: Vault) -> list[WrongRow]:
    """Rows that somebody else wrote or changed, and those in which something sealed does not open."""
    with database.reading() as session:
        columns = select(DataKey.id, DataKey.wrapped)
        wrapped = dict(session.execute(columns).all())

        def key(key_id: str) -> OpenKey:
            if key_id not in wrapped:  # written while this looks on
                wrapped.update(session.execute(columns.where(DataKey.id == key_id)).all())
            return vault.unwrap(key_id, wrapped[key_id])

        return [wrong for mapper in _mappers() for wrong in _wrong_in(session, mapper, cache(key))]


def check(database: Database, vault: Vault, now: datetime) -> None:
    """Counts them, and keeps for the alarms how many there are and since when."""
    number = len(wrong_rows(database, vault))
    if number:
        log.error("%d rows are not as they were written", number)
    beat = update(JobBeat).where(JobBeat.name == beats.WRONG_ROWS)
    with database.writing() as session:
        beats.make_sure(session, beats.WRONG_ROWS, now)
        session.execute(beat.where(JobBeat.well != (number == 0)).values(at=now, well=number == 0))
        session.execute(beat.values(mark=number or None))


def _mappers() -> list[Mapper[Any]]:
    bound = (mapper for mapper in Base.registry.mappers if issubclass(mapper.class_, Bound))
    return sorted(bound, key=lambda mapper: mapper.class_.__tablename__)


def _wrong_in(session: Session, mapper: Mapper[Any], keys: _Keys) -> Iterator[WrongRow]:
    ids = [tuple(row_id) for row_id in session.execute(select(*mapper.primary_key))]
    for batch in batched(ids, _BATCH):
        for row_id, row in zip(batch, _rows(session, mapper, batch), strict=True):
            if row is None or not _is_right(session, mapper, row, keys):
                yield WrongRow(mapper.class_.__tablename__, ":".join(map(str, row_id)))
        session.expunge_all()


def _rows(session: Session, mapper: Mapper[Any], ids: Sequence[_Id]) -> list[Any]:
    """The rows with these ids, None for one that holds a value that is none of its kind."""
    these = select(mapper.class_).where(tuple_(*mapper.primary_key).in_(ids)).options(undefer("*"))
    try:
        rows = {tuple(mapper.primary_key_from_instance(row)): row for row in session.scalars(these)}
    except UNREADABLE:
        return [row_or_none(session, mapper.class_, row_id) for row_id in ids]
    return [rows.get(row_id) for row_id in ids]


def _is_right(session: Session, mapper: Mapper[Any], row: Any, keys: _Keys) -> bool:
    try:
        require(row)
        key_id = _key_id(session, row)
        key = None if key_id is None else keys(key_id)
        for column in _sealed(mapper):
            if key is not None:
                key.open(row, column)
            elif getattr(row, column.key):
                raise Unreadable("its key is gone")
    except UNREADABLE:
        return False
    return True


def _sealed(mapper: Mapper[Any]) -> list[Any]:
    sealed = (attribute for attribute in mapper.column_attrs if attribute.columns[0].info["privacy"] == "sealed")
    return [getattr(mapper.class_, attribute.key) for attribute in sealed]


def _key_id(session: Session, row: Any) -> str | None:
    """Of the key that the row is sealed with: its own, or that of the conversation it belongs to."""
    if isinstance(row, LiveMessage):
        row = session.get_one(LiveChat, row.chat_id)
    if isinstance(row, (InboxRow, LiveChat)):
        row = session.get_one(Conversation, row.conversation_id)
    key_id: str | None = getattr(row, "data_key_id", None)
    return key_id
