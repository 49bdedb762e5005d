"""The tables of conversations: their sealed state, the messages that were answered, and links to a plan."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from bot.store.base.bindings import Bound
from bot.store.base.columns import HASH, ID, UtcTime, Word, sealed, tagged
from bot.store.base.models import Base
from bot.store.conversation.owner import Owner
from bot.store.links import Link


class Conversation(Bound, Base):
    __tablename__ = "conversation"
    __table_args__ = (Index(None, "finished", "updated_at"),)
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    token_hash: Mapped[str] = tagged("pseudonymous", HASH, unique=True)
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), unique=True)
    channel: Mapped[str] = tagged("public", String(16))
    version: Mapped[int] = tagged("public", Integer)
    finished: Mapped[bool] = tagged("public", Boolean)
    state: Mapped[bytes] = sealed()
    offered: Mapped[bytes] = sealed()
    last_replies: Mapped[bytes] = sealed()
    ledger: Mapped[bytes | None] = sealed()
    owner: Mapped[Owner] = tagged("public", Word(Owner), server_default=Owner.BOT)
    created_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    updated_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)


class InboxRow(Bound, Base):
    """A message that was answered: the same message again gets the same answer and no second effect."""

    __tablename__ = "inbox"
    __table_args__ = (UniqueConstraint("conversation_id", "external_id_hash"),)
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    conversation_id: Mapped[str] = tagged("pseudonymous", ForeignKey("conversation.id", ondelete="CASCADE"))
    external_id_hash: Mapped[str] = tagged("pseudonymous", HASH)
    turn_version: Mapped[int] = tagged("public", Integer)
    replies: Mapped[bytes] = sealed()
    outcomes: Mapped[bytes | None] = sealed()
    created_at: Mapped[datetime] = tagged("pseudonymous", UtcTime, index=True)


class ReportLink(Link, Base):
    """A one-time link to a plan. It is sealed with the key of its conversation, and erased with it."""

    __tablename__ = "report_link"
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), index=True)
    snapshot: Mapped[bytes] = sealed()
