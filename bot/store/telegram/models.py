"""The tables of the Telegram channel, and the one-time links that lead out of it.

A chat and its outgoing messages are sealed with the data key of its conversation: erasing the conversation erases them.
What comes in, and what is said after an erasure, has a data key of its own that goes as soon as it was handled or sent.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped

from bot.store.base.bindings import Bound
from bot.store.base.columns import HASH, ID, UtcTime, sealed, tagged
from bot.store.base.models import Base
from bot.store.links import Link
from bot.store.queue import Queued


class TelegramChat(Bound, Base):
    """Which conversation belongs to a chat. `contents` holds the chat's number and the conversation's token."""

    __tablename__ = "telegram_chat"
    chat_hash: Mapped[str] = tagged("pseudonymous", HASH, primary_key=True)
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), unique=True)
    contents: Mapped[bytes] = sealed()
    keyboard: Mapped[bytes | None] = sealed()


class TelegramUpdate(Queued, Bound, Base):
    """An update that came in. Once handled only the hash of its number stays, so that a second copy is recognised."""

    __tablename__ = "telegram_update"
    __table_args__ = (Index(None, "chat_hash", "position"), Index(None, "status", "due_at"))
    update_hash: Mapped[str] = tagged("pseudonymous", HASH, primary_key=True)
    chat_hash: Mapped[str | None] = tagged("pseudonymous", HASH)
    position: Mapped[int | None] = tagged("pseudonymous", BigInteger)
    urgent: Mapped[bool] = tagged("public", Boolean)
    data_key_id: Mapped[str | None] = tagged(
        "pseudonymous", ForeignKey("data_key.id", ondelete="SET NULL"), unique=True
    )
    contents: Mapped[bytes | None] = sealed()
    received_at: Mapped[datetime] = tagged("pseudonymous", UtcTime, index=True)


class TelegramOutgoing(Queued, Bound, Base):
    """A message that waits to be sent, in the order of its chat; an urgent one goes before the others."""

    __tablename__ = "telegram_outgoing"
    __table_args__ = (Index(None, "chat_hash", "urgent", "position"), Index(None, "status", "due_at"))
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    chat_hash: Mapped[str] = tagged("pseudonymous", HASH)
    position: Mapped[int] = tagged("public", Integer)
    urgent: Mapped[bool] = tagged("public", Boolean)
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), index=True)
    contents: Mapped[bytes] = sealed()


class RequestLink(Link, Base):
    """A one-time link to a request on a page of our own, sealed with the key of its conversation and erased with it."""

    __tablename__ = "request_link"
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), index=True)
    contents: Mapped[bytes] = sealed()
