"""The tables of the live chat: a chat between an official and a member of staff, and its messages.

A chat belongs to a conversation and its content is sealed with that conversation's data key: erasing the conversation
erases the chat. At most one chat of a conversation is open, and the conversation's owner is a person exactly then.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped

from bot.store.base.bindings import Bound
from bot.store.base.columns import HASH, ID, UtcTime, Word, sealed, tagged
from bot.store.base.models import Base
from bot.store.chat.states import ChatState, EndedBy, Sender

_OPEN = text("state <> 'closed'")


class LiveChat(Bound, Base):
    """`waiting_since` is set while nobody has it, `unanswered_since` while the official waits for a word of staff, and
    `told_at` once the official heard that this takes long. `urgent`: under a safety route, or a danger was found.

    `danger` is the heaviest thing the threat check found since the chat began, `shared` what the official agreed to
    show. `looked_at` is when a page of the official last asked for news, where a page does. Exact times are kept while
    it is open, whole hours afterwards.
    """

    __tablename__ = "live_chat"
    __table_args__ = (
        Index("uq_live_chat_open", "conversation_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
    )
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    conversation_id: Mapped[str] = tagged("pseudonymous", ForeignKey("conversation.id", ondelete="CASCADE"), index=True)
    reference: Mapped[str] = tagged("pseudonymous", String(16), unique=True)
    state: Mapped[ChatState] = tagged("public", Word(ChatState), index=True)
    staff_id: Mapped[str | None] = tagged("pseudonymous", ForeignKey("staff.id", ondelete="SET NULL"), index=True)
    last_seq: Mapped[int] = tagged("public", Integer)
    danger: Mapped[bytes | None] = sealed()
    shared: Mapped[bytes | None] = sealed()
    urgent: Mapped[bool] = tagged("pseudonymous", Boolean, server_default=false())
    opened_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    waiting_since: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    unanswered_since: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    told_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    looked_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    closed_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    ended_by: Mapped[EndedBy | None] = tagged("public", Word(EndedBy))


class LiveMessage(Bound, Base):
    """One message; the numbers go on over all chats of a conversation. The same `client_hash` twice is one message."""

    __tablename__ = "live_message"
    __table_args__ = (
        UniqueConstraint("chat_id", "seq", name="uq_live_message_seq"),
        UniqueConstraint("chat_id", "client_hash", name="uq_live_message_client_hash"),
    )
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    chat_id: Mapped[str] = tagged("pseudonymous", ForeignKey("live_chat.id", ondelete="CASCADE"))
    seq: Mapped[int] = tagged("public", Integer)
    sender: Mapped[Sender] = tagged("public", Word(Sender))
    client_hash: Mapped[str | None] = tagged("pseudonymous", HASH)
    contents: Mapped[bytes] = sealed()
