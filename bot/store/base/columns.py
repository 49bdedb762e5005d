"""Column types of the stores: times in UTC, and columns that say how private they are."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Literal

from sqlalchemy import DateTime, Dialect, LargeBinary, String, TypeDecorator
from sqlalchemy.orm import MappedColumn, mapped_column

ID = String(32)
HASH = String(64)

Privacy = Literal["public", "pseudonymous", "sealed", "secret"]
"""public: says nothing about a person · pseudonymous: a random id, a keyed hash or a time · sealed: encrypted content ·
secret: a wrapped key."""


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite has no time zones: they are taken off on the way in and put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Word[E: StrEnum](TypeDecorator[E]):
    """A value of an enum, kept as its text. Raises ValueError for a text that is none of its values, in or out.

    No constraint in the database lists them: that would be a second list, and a migration for each new value.
    """

    impl = String
    cache_ok = True

    def __init__(self, values: type[E], length: int = 16) -> None:
        super().__init__(length)
        self.values = values

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else self.values(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return None if value is None else self.values(value)


def tagged(privacy: Privacy, *args: Any, loose: bool = False, **kwargs: Any) -> MappedColumn[Any]:
    """A mapped column with its privacy tag; a test walks all columns and wants one on each.

    `loose`: no part of what binds its row (`bindings.py`), because it changes with an `UPDATE` or is proven otherwise.
    """
    return mapped_column(*args, info={"privacy": privacy, "loose": loose}, **kwargs)


def sealed(**kwargs: Any) -> MappedColumn[Any]:
    """A column with encrypted content: `OpenKey.seal` and `OpenKey.open` bind it to its table, its name and its row."""
    return tagged("sealed", LargeBinary, **kwargs)


def whole_hour(moment: datetime) -> datetime:
    """Times of conversations are kept per hour: exact ones would tie a conversation to the request it led to."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
