"""Rows changed as the app does it, which binds them anew, and as somebody does it who has the database and no key."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select, text

from bot.store import Store
from bot.store.base.bindings import Bound


def changed(store: Store, rows: type[Bound], *conditions: ColumnElement[bool], **values: Any) -> None:
    """Gives all these rows other values."""
    with store.database.writing() as session:
        for row in session.scalars(select(rows).where(*conditions)).all():
            for name, value in values.items():
                setattr(row, name, value)


def attacked(store: Store, statement: str, **values: Any) -> None:
    """Runs the SQL of an attacker; it has to have changed something."""
    with store.database.writing() as session:
        assert session.execute(text(statement), values).rowcount, "the attack was carried out"
