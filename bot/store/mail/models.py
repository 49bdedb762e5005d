"""The table of mails that wait to be sent."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from bot.store.base.bindings import Bound
from bot.store.base.columns import ID, UtcTime, Word, tagged
from bot.store.base.models import Base
from bot.store.mail.kinds import MailKind
from bot.store.queue import Queued


class OutboxRow(Queued, Bound, Base):
    """A mail to send, with a Message-ID that never changes: a second copy is recognisable.

    One per request, kind, round (the times this kind had to be said) and recipient (which of several addresses).
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("request_id", "kind", "round", "recipient"),
        Index(None, "status", "due_at"),
    )
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    request_id: Mapped[str] = tagged("pseudonymous", ForeignKey("request.id", ondelete="CASCADE"))
    kind: Mapped[MailKind] = tagged("public", Word(MailKind, 32))
    round: Mapped[int] = tagged("public", Integer, server_default="1")
    recipient: Mapped[int] = tagged("public", Integer, server_default="0")
    message_id: Mapped[str] = tagged("pseudonymous", String(255), unique=True)
    created_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
