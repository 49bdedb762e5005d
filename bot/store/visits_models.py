"""Tables of what happens to a request: its history, the visit that was agreed on, and the official's own way in.

Whatever is content is sealed with the request's own data key, so it goes when the request is erased.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped

from bot.store.columns import UtcTime, tagged
from bot.store.models import REQUEST_STATUSES, Base
from bot.store.request_states import ACTIONS

VISIT_STATUSES = ("gepland", "afgezegd")
ACCESS_STAGES = ("link", "sessie")

_ID = String(32)


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class RequestEvent(Base):
    """Who did what to a request, and what state that left it in. `position` is the request's version after it.

    `actor` is a staff id, or one of `audit.VISITOR`, `audit.UNPROVEN` and `audit.SYSTEM`.
    """

    __tablename__ = "request_event"
    __table_args__ = (_one_of("action", ACTIONS), _one_of("state", REQUEST_STATUSES))
    request_id: Mapped[str] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = tagged("public", Integer, primary_key=True)
    action: Mapped[str] = tagged("public", String(16))
    state: Mapped[str] = tagged("public", String(16))
    actor: Mapped[str] = tagged("pseudonymous", String(64))
    at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class Appointment(Base):
    """The visit of a request; one, with one `uid` for ever, so that every calendar recognises it.

    `sequence` goes up with each change, also over a cancelled visit that is planned again, and is the round of its
    mails. `details` holds day, times, adviser and place.
    """

    __tablename__ = "appointment"
    __table_args__ = (_one_of("status", VISIT_STATUSES),)
    request_id: Mapped[str] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"), primary_key=True)
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), unique=True)
    uid: Mapped[str] = tagged("pseudonymous", String(255), unique=True)
    sequence: Mapped[int] = tagged("public", Integer)
    status: Mapped[str] = tagged("public", String(16))
    details: Mapped[bytes] = tagged("sealed", LargeBinary)
    updated_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class RequestAccess(Base):
    """The official's way to the own request: a link that works once, and the short session that it opens."""

    __tablename__ = "request_access"
    __table_args__ = (_one_of("stage", ACCESS_STAGES),)
    token_hash: Mapped[str] = tagged("pseudonymous", String(64), primary_key=True)
    request_id: Mapped[str] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"), index=True)
    stage: Mapped[str] = tagged("public", String(16))
    expires_at: Mapped[datetime] = tagged("pseudonymous", UtcTime, index=True)
