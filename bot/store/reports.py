"""One-time links to a plan: the token goes to the client, a sealed snapshot of the answers waits for it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from bot.store.database import Database
from bot.store.models import ReportLink
from bot.store.vault import OpenKey, Vault

LIFETIME = timedelta(hours=24)


class Reports:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def open_report(self, token: str, now: datetime) -> dict[str, Any] | None:
        """The snapshot, once. None for a token that is unknown, used, expired or erased, without telling which.

        Call it on POST, not on GET: scanners of mail and chat open links by themselves.
        """
        token_hash = self._vault.hash("report-token", token)
        valid = (ReportLink.token_hash == token_hash, ReportLink.used_at.is_(None), ReportLink.expires_at > now)
        with self._database.writing() as session:
            row = session.scalars(select(ReportLink).where(*valid).with_for_update()).one_or_none()
            key = None if row is None else self._vault.data_key(session, row.data_key_id)
            if row is None or key is None:
                return None
            snapshot: dict[str, Any] = key.open(row.snapshot, "report_link", "snapshot", token_hash)
            row.used_at, row.snapshot = now, b""
        return snapshot


def offer(session: Session, vault: Vault, key: OpenKey, snapshot: dict[str, Any], now: datetime) -> str:
    """Stores a link in the caller's transaction; returns its token."""
    token = vault.new_token()
    token_hash = vault.hash("report-token", token)
    session.execute(
        insert(ReportLink).values(
            token_hash=token_hash,
            data_key_id=key.id,
            snapshot=key.seal(snapshot, "report_link", "snapshot", token_hash),
            expires_at=now + LIFETIME,
        )
    )
    return token
