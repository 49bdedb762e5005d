"""Tokens that let somebody in: 256 bits for the client, in the database their keyed hash and when they run out.

Whoever reads the database can make no token of it. A link that is used up is gone, so it leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Mapped, Session

from bot.store.base.bindings import Bound
from bot.store.base.columns import HASH, UtcTime, tagged
from bot.store.base.vault import Vault


class Link(Bound):
    """The columns of a row that a token leads to; one that was made to lead elsewhere is forged."""

    token_hash: Mapped[str] = tagged("pseudonymous", HASH, primary_key=True)
    expires_at: Mapped[datetime] = tagged("pseudonymous", UtcTime, index=True)


class Links[L: Link]:
    """The tokens of one table for one purpose: those of another purpose open nothing here."""

    def __init__(self, vault: Vault, rows: type[L], purpose: str) -> None:
        self._vault = vault
        self._rows = rows
        self._purpose = purpose

    def hash(self, token: str) -> str:
        return self._vault.hash(self._purpose, token)

    def mark(self, row: L, expires_at: datetime, token: str | None = None) -> str:
        """Gives a row its token and returns that; what the token leads to is filled in, and the caller adds the row."""
        token = token or self._vault.new_token()
        row.token_hash, row.expires_at = self.hash(token), expires_at
        return token

    def find(
        self, session: Session, token: str, now: datetime, *conditions: ColumnElement[bool], lock: bool = False
    ) -> L | None:
        """The row of a token that has not run out; None for any other, without telling why, also for one that was
        made to lead elsewhere."""
        wanted = (self._rows.token_hash == self.hash(token), self._rows.expires_at > now, *conditions)
        chosen = select(self._rows).where(*wanted)
        row = session.scalars(chosen.with_for_update() if lock else chosen).one_or_none()
        return None if row is None or row.forged else row

    def take(self, session: Session, token: str, now: datetime, *conditions: ColumnElement[bool]) -> L | None:
        """As `find`, and uses it up in the caller's transaction. Of two at once only one gets it."""
        row = self.find(session, token, now, *conditions, lock=True)
        if row is not None:
            session.delete(row)
            session.flush()
        return row

    def remove(self, session: Session, token: str) -> None:
        session.execute(delete(self._rows).where(self._rows.token_hash == self.hash(token)))


def remove_expired(session: Session, rows: Sequence[type[Link]], now: datetime) -> int:
    """Returns how many there were."""
    gone = (delete(table).where(table.expires_at <= now) for table in rows)
    return sum(session.connection().execute(statement).rowcount for statement in gone)
