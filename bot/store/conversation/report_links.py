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

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.base.database import Database
from bot.store.base.vault import OpenKey, Vault
from bot.store.conversation.models import ReportLink

LIFETIME = timedelta(hours=24)
COPY_LIFETIME = timedelta(minutes=30)

_LINK, _COPY = "report-token", "report-copy-token"


class Reports:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def open_report(self, token: str, now: datetime) -> dict[str, Any] | None:
        """The snapshot, once. None for a token that is unknown, used, expired or erased, without telling which.

        Call it on POST, not on GET: scanners of mail and chat open links by themselves.
        """
        with self._database.writing() as session:
            taken = self._take(session, _LINK, token, now)
        return None if taken is None else taken[1]

    def open_with_copy(self, token: str, now: datetime) -> tuple[dict[str, Any], str] | None:
        """As `open_report`, with a token that gives the same snapshot once more: see `open_copy`."""
        with self._database.writing() as session:
            taken = self._take(session, _LINK, token, now)
            if taken is None:
                return None
            key, snapshot = taken
            return snapshot, _add(session, self._vault, key, snapshot, _COPY, now + COPY_LIFETIME)

    def open_copy(self, token: str, now: datetime) -> dict[str, Any] | None:
        """The snapshot for the pdf, once, within COPY_LIFETIME of `open_with_copy`. None as in `open_report`."""
        with self._database.writing() as session:
            taken = self._take(session, _COPY, token, now)
        return None if taken is None else taken[1]

    def _take(self, session: Session, purpose: str, token: str, now: datetime) -> tuple[OpenKey, dict[str, Any]] | None:
        token_hash = self._vault.hash(purpose, token)
        valid = (ReportLink.token_hash == token_hash, ReportLink.used_at.is_(None), ReportLink.expires_at > now)
        row = session.scalars(select(ReportLink).where(*valid).with_for_update()).one_or_none()
        key = None if row is None else self._vault.data_key(session, row.data_key_id)
        if row is None or key is None:
            return None
        snapshot: dict[str, Any] = key.open(row, ReportLink.snapshot)
        row.used_at, row.snapshot = now, b""
        return key, snapshot


def offer(session: Session, vault: Vault, key: OpenKey, snapshot: dict[str, Any], now: datetime) -> str:
    """Stores a link in the caller's transaction; returns its token."""
    return _add(session, vault, key, snapshot, _LINK, now + LIFETIME)


def _add(
    session: Session, vault: Vault, key: OpenKey, snapshot: dict[str, Any], purpose: str, expires_at: datetime
) -> str:
    token = vault.new_token()
    row = ReportLink(token_hash=vault.hash(purpose, token), data_key_id=key.id, expires_at=expires_at)
    key.seal(row, ReportLink.snapshot, snapshot)
    session.add(row)
    session.flush()
    return token
