"""The tables of the live chat: a chat between an official and a member of staff, its messages, and who is at the desk.

A chat belongs to a conversation and its content is sealed with that conversation's data key: erasing the conversation
erases the chat. At most one chat of a conversation is open, and the conversation's owner is `mens` exactly then.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from bot.store.base.columns import UtcTime, sealed, tagged
from bot.store.base.models import HASH, ID, Base, one_of

WAITING, ACTIVE, CLOSED = CHAT_STATES = ("wacht", "actief", "gesloten")
OFFICIAL, STAFF, SYSTEM = SENDERS = ("ambtsdrager", "medewerker", "systeem")
# By whom or by what a chat ended.
ENDED_BY = ("ambtsdrager", "medewerker", "niemand", "weg")
_OPEN = text("state <> 'gesloten'")


class LiveChat(Base):
    """`waiting_since` is set while nobody has it, `unanswered_since` while the official waits for a word of staff.

    `danger` is the heaviest thing the threat check found since the chat began, `shared` what the official agreed to
    show. Exact times are kept while it is open, whole hours afterwards.
    """

    __tablename__ = "live_chat"
    __table_args__ = (
        one_of("state", CHAT_STATES),
        one_of("ended_by", ENDED_BY),
        Index("uq_live_chat_open", "conversation_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
    )
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    conversation_id: Mapped[str] = tagged("pseudonymous", ForeignKey("conversation.id", ondelete="CASCADE"), index=True)
    reference: Mapped[str] = tagged("pseudonymous", String(16), unique=True)
    state: Mapped[str] = tagged("public", String(16), index=True)
    staff_id: Mapped[str | None] = tagged("pseudonymous", ForeignKey("staff.id", ondelete="SET NULL"), index=True)
    last_seq: Mapped[int] = tagged("public", Integer)
    danger: Mapped[bytes | None] = sealed()
    shared: Mapped[bytes | None] = sealed()
    opened_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
    waiting_since: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    unanswered_since: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    closed_at: Mapped[datetime | None] = tagged("pseudonymous", UtcTime)
    ended_by: Mapped[str | None] = tagged("public", String(16))


class LiveMessage(Base):
    """One message; the numbers go on over all chats of a conversation. The same `client_hash` twice is one message."""

    __tablename__ = "live_message"
    __table_args__ = (
        UniqueConstraint("chat_id", "seq", name="uq_live_message_seq"),
        UniqueConstraint("chat_id", "client_hash", name="uq_live_message_client_hash"),
        one_of("sender", SENDERS),
    )
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    chat_id: Mapped[str] = tagged("pseudonymous", ForeignKey("live_chat.id", ondelete="CASCADE"))
    seq: Mapped[int] = tagged("public", Integer)
    sender: Mapped[str] = tagged("public", String(16))
    client_hash: Mapped[str | None] = tagged("pseudonymous", HASH)
    contents: Mapped[bytes] = sealed()


class StaffPresence(Base):
    """Whether a member takes chats, and when a page of theirs was last heard of."""

    __tablename__ = "staff_presence"
    staff_id: Mapped[str] = tagged("pseudonymous", ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    available: Mapped[bool] = tagged("public", Boolean)
    seen_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
