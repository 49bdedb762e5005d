"""The tables that no feature owns. Rows never leave this package: public functions take and return plain dataclasses.

Erasure follows the foreign keys: deleting a data key deletes all that was sealed with it.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Boolean, ForeignKey, Integer, LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped

from bot.store.base.columns import HASH, ID, UtcTime, Word, tagged


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class DataKey(Base):
    """One key per conversation and per request, wrapped by a master key; and one for the keyed hashes (`index`)."""

    __tablename__ = "data_key"
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    purpose: Mapped[str] = tagged("public", String(16))
    wrapped: Mapped[bytes] = tagged("secret", LargeBinary)


class AuditRow(Base):
    """Who did what to which object. Append-only (triggers refuse change and removal), chained by hash, no content."""

    __tablename__ = "audit"
    seq: Mapped[int] = tagged("public", Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    actor: Mapped[str] = tagged("pseudonymous", String(64))
    action: Mapped[str] = tagged("public", String(64))
    object: Mapped[str] = tagged("pseudonymous", String(64))
    prev_hash: Mapped[str] = tagged("public", HASH)
    hash: Mapped[str] = tagged("public", HASH)


class JobBeat(Base):
    """When a background job last succeeded, or since when it says no; `mark` and `mark_hash` are its own notes."""

    __tablename__ = "job_beat"
    name: Mapped[str] = tagged("public", String(32), primary_key=True)
    at: Mapped[datetime] = tagged("public", UtcTime)
    well: Mapped[bool] = tagged("public", Boolean)
    mark: Mapped[int | None] = tagged("public", Integer)
    mark_hash: Mapped[str | None] = tagged("public", String(64))


class Doubt(StrEnum):
    """Why nothing may be removed: the clock was set back, is ahead or was corrected just now, or too much would go."""

    BACK = "back"
    AHEAD = "ahead"
    CORRECTED = "corrected"
    TOO_MUCH = "too_much"


class ClockMark(Base):
    """The last moment at which the clock could be believed, and since when what removes by time waits, and why.

    `confirmed` counts how often an operator said that the clock is right.
    """

    __tablename__ = "clock_mark"
    name: Mapped[str] = tagged("public", String(32), primary_key=True)
    at: Mapped[datetime] = tagged("public", UtcTime)
    held_since: Mapped[datetime | None] = tagged("public", UtcTime)
    reason: Mapped[Doubt | None] = tagged("public", Word(Doubt))
    confirmed: Mapped[int] = tagged("public", Integer)


class SetAside(Base):
    """A request or a conversation that a job could not read: why, since when, and when it is tried again."""

    __tablename__ = "set_aside"
    id: Mapped[str] = tagged("pseudonymous", String(32), primary_key=True)
    request_id: Mapped[str | None] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"), unique=True)
    conversation_id: Mapped[str | None] = tagged(
        "pseudonymous", ForeignKey("conversation.id", ondelete="CASCADE"), unique=True
    )
    since: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    again_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    reason: Mapped[str] = tagged("public", String(64))


class Figure(Base):
    """How often something happened in an ISO week. A count, so it survives erasure and retention."""

    __tablename__ = "figure"
    week: Mapped[str] = tagged("public", String(8), primary_key=True)
    name: Mapped[str] = tagged("public", String(64), primary_key=True)
    count: Mapped[int] = tagged("public", Integer)
