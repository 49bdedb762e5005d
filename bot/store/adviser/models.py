"""The table of advisers. Who they are is sealed with a data key each, so that taking one out erases it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from bot.store.base.bindings import Bound
from bot.store.base.columns import HASH, ID, UtcTime, sealed, tagged
from bot.store.base.models import Base


class AdviserRow(Bound, Base):
    """`feed_hash` is the keyed hash of the token of their calendar, while there is one."""

    __tablename__ = "adviser"
    id: Mapped[str] = tagged("pseudonymous", ID, primary_key=True)
    data_key_id: Mapped[str] = tagged("pseudonymous", ForeignKey("data_key.id", ondelete="CASCADE"), unique=True)
    contents: Mapped[bytes] = sealed()
    feed_hash: Mapped[str | None] = tagged("pseudonymous", HASH, unique=True)
    created_at: Mapped[datetime] = tagged("pseudonymous", UtcTime)
