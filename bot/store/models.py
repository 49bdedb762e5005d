"""The tables. Rows never leave this package: public functions take and return plain dataclasses.

Erasure follows the foreign keys: deleting a data key deletes all that was sealed with it. A request has a data key of
its own and no column that points to a conversation.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import DeclarativeBase, Mapped

from bot.store.columns import UtcTime, tagged

REQUEST_KINDS = ("woningscan", "terugbellen")
REQUEST_STATUSES = ("nieuw", "opgepakt", "afspraak", "afgehandeld", "vervallen", "geannuleerd")
OUTBOX_KINDS = (
    *("nieuw", "geannuleerd", "gewijzigd", "intrekverzoek", "tweede", "allen"),  # to the secretariat
    *("ambtsdrager", "afspraak", "afspraak_gewijzigd", "afspraak_vervallen", "toegang"),  # to who gave an address
)
OUTBOX_STATUSES = ("wachtend", "verzonden", "mislukt")
BOT, PERSON = "bot", "mens"
"""Who owns a conversation and so may speak in it. A person does while a live chat is open, waiting included."""

_ID = String(32)
_HASH = String(64)


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


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
    id: Mapped[str] = tagged("pseudonymous", _ID, primary_key=True)
    purpose: Mapped[str] = tagged("public", String(16))
    wrapped: Mapped[bytes] = tagged("secret", LargeBinary)


class Conversation(Base):
    __tablename__ = "conversation"
    __table_args__ = (Index(None, "finished", "updated_at"),)
    id: Mapped[str] = tagged("pseudonymous", _ID, primary_key=True)
    token_hash: Mapped[str] = tagged("pseudonymous", _HASH, unique=True)
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), unique=True)
    channel: Mapped[str] = tagged("public", String(16))
    version: Mapped[int] = tagged("public", Integer)
    finished: Mapped[bool] = tagged("public", Boolean)
    state: Mapped[bytes] = tagged("sealed", LargeBinary)
    offered: Mapped[bytes] = tagged("sealed", LargeBinary)
    last_replies: Mapped[bytes] = tagged("sealed", LargeBinary)
    ledger: Mapped[bytes | None] = tagged("sealed", LargeBinary)
    owner: Mapped[str] = tagged("public", String(8), server_default="bot")
    created_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    updated_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class InboxRow(Base):
    """A message that was answered: the same message again gets the same answer and no second effect."""

    __tablename__ = "inbox"
    __table_args__ = (UniqueConstraint("conversation_id", "external_id_hash"),)
    id: Mapped[str] = tagged("pseudonymous", _ID, primary_key=True)
    conversation_id: Mapped[str] = tagged("pseudonymous", ForeignKey("conversation.id", ondelete="CASCADE"))
    external_id_hash: Mapped[str] = tagged("pseudonymous", _HASH)
    turn_version: Mapped[int] = tagged("public", Integer)
    replies: Mapped[bytes] = tagged("sealed", LargeBinary)
    outcomes: Mapped[bytes | None] = tagged("sealed", LargeBinary)
    created_at: Mapped[datetime] = tagged("pseudonymous", UtcTime, index=True)


class Request(Base):
    """`owner_id` is the member of staff who holds it; `version` counts what happened to it (`RequestEvent`).

    `urgent`: asked for under a safety route, so it comes before the others. `filed_by` is a mark that only the
    conversation which filed it can make again (`bot/store/withdrawals.py`).
    """

    __tablename__ = "request"
    __table_args__ = (_one_of("kind", REQUEST_KINDS), _one_of("status", REQUEST_STATUSES))
    id: Mapped[str] = tagged("pseudonymous", _ID, primary_key=True)
    reference: Mapped[str] = tagged("pseudonymous", String(16), unique=True)
    kind: Mapped[str] = tagged("public", String(16))
    status: Mapped[str] = tagged("public", String(16), index=True)
    data_key_id: Mapped[str | None] = tagged(
        "pseudonymous", ForeignKey("data_key.id", ondelete="SET NULL"), unique=True
    )
    fields: Mapped[bytes] = tagged("sealed", LargeBinary, deferred=True)  # read where it is wanted, and not before
    urgent: Mapped[bool] = tagged("pseudonymous", Boolean, server_default=false())
    filed_by: Mapped[str | None] = tagged("pseudonymous", _HASH)
    owner_id: Mapped[str | None] = tagged("pseudonymous", _ID)
    claimed_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    version: Mapped[int] = tagged("public", Integer, server_default="0")
    created_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    updated_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class OutboxRow(Base):
    """A mail to send, with a Message-ID that never changes: a second copy is recognisable.

    One per request, kind, round (the times this kind had to be said) and recipient (which of several addresses).
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("request_id", "kind", "round", "recipient"),
        Index(None, "status", "next_attempt_at"),
        _one_of("kind", OUTBOX_KINDS),
        _one_of("status", OUTBOX_STATUSES),
    )
    id: Mapped[str] = tagged("pseudonymous", _ID, primary_key=True)
    request_id: Mapped[str] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"))
    kind: Mapped[str] = tagged("public", String(32))
    round: Mapped[int] = tagged("public", Integer, server_default="1")
    recipient: Mapped[int] = tagged("public", Integer, server_default="0")
    message_id: Mapped[str] = tagged("pseudonymous", String(255), unique=True)
    status: Mapped[str] = tagged("public", String(16))
    attempts: Mapped[int] = tagged("public", Integer)
    next_attempt_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    lease_until: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    last_error_class: Mapped[str | None] = tagged("public", String(64))
    created_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class ReportLink(Base):
    """A one-time link to a plan. It is sealed with the key of its conversation, and erased with it."""

    __tablename__ = "report_link"
    token_hash: Mapped[str] = tagged("pseudonymous", _HASH, primary_key=True)
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), index=True)
    snapshot: Mapped[bytes] = tagged("sealed", LargeBinary)
    expires_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    used_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)


class AuditRow(Base):
    """Who did what to which object. Append-only (triggers refuse change and removal), chained by hash, no content."""

    __tablename__ = "audit"
    seq: Mapped[int] = tagged("public", Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    actor: Mapped[str] = tagged("pseudonymous", String(64))
    action: Mapped[str] = tagged("public", String(64))
    object: Mapped[str] = tagged("pseudonymous", String(64))
    prev_hash: Mapped[str] = tagged("public", _HASH)
    hash: Mapped[str] = tagged("public", _HASH)
