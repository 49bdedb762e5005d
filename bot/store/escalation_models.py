"""Tables of what must not be forgotten: how far a request was escalated, whether the jobs run, what was alarmed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped

from bot.store.columns import UtcTime, tagged
from bot.store.models import Base


class EscalationRow(Base):
    """How far a request was escalated since `begun_at`, and who acknowledged it in the console.

    `step` 0 to 3: nobody yet, second address, all addresses, the official. `round` counts how often the mails began
    anew. `reminded_at`: an urgent request that was claimed stood still then.
    """

    __tablename__ = "escalation"
    request_id: Mapped[str] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"), primary_key=True)
    begun_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    round: Mapped[int] = tagged("public", Integer)
    step: Mapped[int] = tagged("public", Integer)
    step_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    acknowledged_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    acknowledged_by: Mapped[str | None] = tagged("pseudonymous", String(64))
    reminded_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)


class JobBeat(Base):
    """When a background job last succeeded, or since when it says no; `mark` and `mark_hash` are its own notes."""

    __tablename__ = "job_beat"
    name: Mapped[str] = tagged("public", String(32), primary_key=True)
    at: Mapped[datetime] = tagged("public", UtcTime)
    well: Mapped[bool] = tagged("public", Boolean)
    mark: Mapped[int | None] = tagged("public", Integer)
    mark_hash: Mapped[str | None] = tagged("public", String(64))


class AlarmNotice(Base):
    """An alarm that is on, and whether the webhook heard of it."""

    __tablename__ = "alarm_notice"
    code: Mapped[str] = tagged("public", String(32), primary_key=True)
    since: Mapped[datetime] = tagged("public", UtcTime)
    sent_at: Mapped[datetime | None] = tagged("public", UtcTime)
    lease_until: Mapped[datetime | None] = tagged("public", UtcTime)


class ClockMark(Base):
    """The last moment at which the clock could be believed, and since when what removes by time waits, and why.

    `confirmed` counts how often an operator said that the clock is right.
    """

    __tablename__ = "clock_mark"
    name: Mapped[str] = tagged("public", String(32), primary_key=True)
    at: Mapped[datetime] = tagged("public", UtcTime)
    held_since: Mapped[datetime | None] = tagged("public", UtcTime)
    reason: Mapped[str | None] = tagged("public", String(16))
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
