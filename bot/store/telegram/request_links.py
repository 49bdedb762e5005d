"""One-time links to a request on a page of our own, for a conversation that others can read along with (D10)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.store.base.database import Database
from bot.store.base.vault import OpenKey, Vault
from bot.store.request.states import RequestKind
from bot.store.telegram.models import RequestLink

LIFETIME = timedelta(hours=24)
_PURPOSE = "request-link-token"


@dataclass(frozen=True)
class BegunRequest:
    """`answers` are those of the scan where the official took them along.

    `route` is the safety route in force; it always goes along, so that a request made under a threat stays urgent.
    `filer` is the secret of the conversation it comes from: there too the request can be withdrawn.
    """

    kind: RequestKind
    answers: dict[str, str] = field(repr=False)
    route: str | None = field(default=None, repr=False)
    filer: str = field(default="", repr=False)


class RequestLinks:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def take(self, token: str, now: datetime) -> BegunRequest | None:
        """What the link leads to, once. None when it is unknown, used, expired or erased, without telling which.

        Call it on POST, not on GET: chat programs open links by themselves.
        """
        token_hash = self._vault.hash(_PURPOSE, token)
        wanted = select(RequestLink).where(RequestLink.token_hash == token_hash, RequestLink.expires_at > now)
        with self._database.writing() as session:
            row = session.scalars(wanted.with_for_update()).one_or_none()
            key = None if row is None else self._vault.data_key(session, row.data_key_id)
            if row is None or key is None:
                return None
            contents = key.open(row, RequestLink.contents)
            session.delete(row)
        return BegunRequest(
            RequestKind(contents["kind"]), contents["answers"], contents.get("route"), contents.get("filer", "")
        )


def offer(session: Session, vault: Vault, key: OpenKey, begun: BegunRequest, now: datetime) -> str:
    """Stores a link in the caller's transaction; returns its token."""
    token = vault.new_token()
    contents = {"kind": begun.kind, "answers": begun.answers, "route": begun.route, "filer": begun.filer}
    row = RequestLink(token_hash=vault.hash(_PURPOSE, token), data_key_id=key.id, expires_at=now + LIFETIME)
    key.seal(row, RequestLink.contents, contents)
    session.add(row)
    session.flush()
    return token


def remove_expired(session: Session, now: datetime) -> None:
    session.execute(delete(RequestLink).where(RequestLink.expires_at <= now))
