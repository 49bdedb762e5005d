"""One-time links to a plan: the token goes to the client, a sealed snapshot of the answers waits for it.

A plan can be had twice, once as a page and once as a pdf, and each has a one-time token of its own. The link's token
opens the page. In the same transaction that uses it up, the snapshot moves to a new row under the token of the copy,
sealed as before with the key of the conversation, for half an hour. So there is never more than one live token of a
plan, the two cannot stand in for each other, nothing is kept in the clear, and a copy that nobody asks for goes away
with the expired links.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.store.base.database import Database
from bot.store.base.vault import OpenKey, Vault
from bot.store.conversation.models import ReportLink
from bot.store.links import Links

LIFETIME = timedelta(hours=24)
COPY_LIFETIME = timedelta(minutes=30)


class Reports:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault
        self._pages = Links(vault, ReportLink, "report-token")
        self._copies = Links(vault, ReportLink, "report-copy-token")

    def offer(self, session: Session, key: OpenKey, snapshot: dict[str, Any], now: datetime) -> str:
        """Stores a link in the caller's transaction; returns its token."""
        return _add(session, self._pages, key, snapshot, now + LIFETIME)

    def open_report(self, token: str, now: datetime) -> dict[str, Any] | None:
        """The snapshot, once. None for a token that is unknown, used, expired or erased, without telling which.

        Call it on POST, not on GET: scanners of mail and chat open links by themselves.
        """
        with self._database.writing() as session:
            taken = self._take(session, self._pages, token, now)
        return None if taken is None else taken[1]

    def open_with_copy(self, token: str, now: datetime) -> tuple[dict[str, Any], str] | None:
        """As `open_report`, with a token that gives the same snapshot once more: see `open_copy`."""
        with self._database.writing() as session:
            taken = self._take(session, self._pages, token, now)
            if taken is None:
                return None
            key, snapshot = taken
            return snapshot, _add(session, self._copies, key, snapshot, now + COPY_LIFETIME)

    def open_copy(self, token: str, now: datetime) -> dict[str, Any] | None:
        """The snapshot for the pdf, once, within COPY_LIFETIME of `open_with_copy`. None as in `open_report`."""
        with self._database.writing() as session:
            taken = self._take(session, self._copies, token, now)
        return None if taken is None else taken[1]

    def _take(
        self, session: Session, links: Links[ReportLink], token: str, now: datetime
    ) -> tuple[OpenKey, dict[str, Any]] | None:
        row = links.take(session, token, now)
        key = None if row is None else self._vault.data_key(session, row.data_key_id)
        return None if row is None or key is None else (key, key.open(row, ReportLink.snapshot))


def _add(
    session: Session, links: Links[ReportLink], key: OpenKey, snapshot: dict[str, Any], expires_at: datetime
) -> str:
    row = ReportLink(data_key_id=key.id)
    token = links.mark(row, expires_at)
    key.seal(row, ReportLink.snapshot, snapshot)
    session.add(row)
    session.flush()
    return token
