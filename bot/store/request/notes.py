"""What members of staff write down about a request: sealed with the request's own key, and erased with it."""

from __future__ import annotations

import secrets

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.base.errors import KeyProblem, Tampered, Unreadable
from bot.store.base.vault import OpenKey, Vault
from bot.store.request.models import Request, RequestNote

MAX_NOTE = 1000


def add(session: Session, key: OpenKey, request: Request, text: str) -> None:
    """Writes it at the step that was taken last."""
    note = RequestNote(id=secrets.token_hex(16), request_id=request.id, position=request.version, data_key_id=key.id)
    key.seal(note, RequestNote.contents, text)
    session.add(note)
    session.flush()


def read(session: Session, vault: Vault, request: Request) -> dict[int, str]:
    """The notes by the step they belong to; none of a request that was erased. Raises `Unreadable`."""
    try:
        key = vault.data_key(session, request.data_key_id)
        if key is None:
            return {}
        rows = session.scalars(select(RequestNote).where(RequestNote.request_id == request.id))
        return {row.position: str(key.open(row, RequestNote.contents)) for row in rows}
    except (KeyProblem, Tampered, ValueError, TypeError) as error:
        raise Unreadable(type(error).__name__) from None
