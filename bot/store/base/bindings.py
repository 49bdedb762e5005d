"""Rows that only this app can have written: each carries a keyed hash of what stands in it and of whom it belongs to.

Who can write in the database and has no key can give a row to somebody else, or change a word in it, but cannot make
the hash that fits. That is seen when the row is read: it is `forged`, nothing sealed opens in it, nothing is written
over it, and `require` refuses it. What is sealed has its own proof (`envelope.py`): of that the hash holds only that it
is there, where it may be missing.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, event, inspect, select
from sqlalchemy.orm import Mapped, Mapper, Session, object_session

from bot.store.base.columns import HASH, tagged
from bot.store.base.errors import UNREADABLE, Tampered

ROW_KEY = "row_key"
"""Under which a session has the key of the bindings; the vault gives it to the database."""


class Bound:
    """A row with a keyed hash of all its values but those that are `loose`; of a sealed one, that there is one.

    Write it through the session, not with an `UPDATE`: the hash follows by itself. A value that is empty is no part of
    it, so a column that may be empty can be added later.
    """

    binding: Mapped[str] = tagged("pseudonymous", HASH, loose=True)
    forged = False


def require(row: object) -> None:
    """Raises `Tampered` for a row that somebody else wrote or changed. One of a table that is not bound passes."""
    if isinstance(row, Bound) and row.forged:
        raise Tampered(f"row of {type(row).__name__} is not as it was written")


def row_or_none[R: Bound](session: Session, table: type[R], row_id: Any) -> R | None:
    """The row with this primary key; None as well for one that holds a value that is none of its kind."""
    try:
        return session.get(table, row_id)
    except UNREADABLE:
        return None


def written_rows[R: Bound](session: Session, table: type[R], *conditions: ColumnElement[bool]) -> list[R]:
    """The rows that are as they were written. The others are left out, and keep none of these from being read."""
    rows: Iterable[R | None]
    try:
        rows = session.scalars(select(table).where(*conditions)).all()
    except UNREADABLE:
        ids = session.execute(select(*inspect(table).primary_key).where(*conditions)).all()
        rows = [row_or_none(session, table, tuple(row_id)) for row_id in ids]
    return [row for row in rows if row is not None and not row.forged]


@cache
def bound_columns(mapper: Mapper[Any]) -> dict[str, Column[Any]]:
    """The columns in the hash, by the name of their attribute. What is sealed and never missing needs no part in it."""
    columns: dict[str, Any] = {attribute.key: attribute.columns[0] for attribute in mapper.column_attrs}
    return {
        name: column
        for name, column in columns.items()
        if not column.info["loose"] and (column.nullable or column.info["privacy"] != "sealed")
    }


def _binding(row: Bound, key: bytes) -> str:
    mapper = inspect(type(row))
    values = {name: getattr(row, name) for name in bound_columns(mapper)}
    filled = {name: _plain(value) for name, value in values.items() if value is not None}
    record = json.dumps([mapper.local_table.name, filled], sort_keys=True)
    return hmac.new(key, record.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return "sealed" if isinstance(value, bytes) else value


@event.listens_for(Bound, "load", propagate=True)
def _loaded(row: Bound, context: Any) -> None:
    row.forged = not hmac.compare_digest(row.binding, _binding(row, context.session.info[ROW_KEY]))


@event.listens_for(Bound, "refresh", propagate=True)
def _refreshed(row: Bound, context: Any, names: Any) -> None:
    if names is None or "binding" in names:
        _loaded(row, context)


@event.listens_for(Bound, "before_insert", propagate=True)
def _inserted(mapper: Mapper[Any], _connection: object, row: Bound) -> None:
    for name, column in bound_columns(mapper).items():
        if not column.nullable and getattr(row, name) is None:
            raise TypeError(f"{column} has to be set: the database must not choose what is bound")
    _bind(row)


@event.listens_for(Bound, "before_update", propagate=True)
def _updated(_mapper: object, _connection: object, row: Bound) -> None:
    require(row)
    _bind(row)


def _bind(row: Bound) -> None:
    session = object_session(row)
    if session is None:
        raise TypeError("a row of no session")
    row.binding = _binding(row, session.info[ROW_KEY])
