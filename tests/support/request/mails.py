"""Mails that did not go out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.store import Store
from bot.store.mail.models import OutboxRow
from bot.store.queue import QueueStatus
from bot.store.request.models import Request
from tests.support.request.requests import make_request
from tests.support.rows import changed


def mail_of(store: Store, status: QueueStatus, error: str | None = None, **request: object) -> tuple[str, str]:
    """A mail to the secretariat that did not go out, and its request."""
    reference = make_request(store, **request)  # type: ignore[arg-type]
    chosen = select(OutboxRow.id).join(Request, Request.id == OutboxRow.request_id)
    with store.database.reading() as session:
        mail_id = session.scalars(chosen.where(Request.reference == reference)).one()
    later = datetime.now(UTC) + timedelta(hours=1)
    values = {"status": status, "attempts": 3, "due_at": later, "last_error": error, "lease_until": None}
    changed(store, OutboxRow, OutboxRow.id == mail_id, **values)
    return str(mail_id), reference
