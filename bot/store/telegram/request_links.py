"""One-time links to a request on a page of our own, for a conversation that others can read along with (D10)."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.store.base.database import Database
from bot.store.base.vault import OpenKey, Vault
from bot.store.links import Links
from bot.store.request.states import RequestKind
from bot.store.telegram.models import RequestLink

LIFETIME = timedelta(hours=24)


@dataclass(frozen=True)
class BegunRequest:
    """`answers` are those of the scan where the official took them along.

    `route` is the safety route in force; it always goes along, so that a request made under a threat stays urgent.
    `alarmed` does the same where the route is over by now. `filer` is the secret of the conversation it comes from:
    there too the request can be withdrawn.
    """

    kind: RequestKind
    answers: dict[str, str] = field(repr=False)
    route: str | None = field(default=None, repr=False)
    filer: str = field(default="", repr=False)
    alarmed: bool = False


class RequestLinks:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault
        self._links = Links(vault, RequestLink, "request-link-token")

    def offer(self, session: Session, key: OpenKey, begun: BegunRequest, now: datetime) -> str:
        """Stores a link in the caller's transaction; returns its token."""
        row = RequestLink(data_key_id=key.id)
        token = self._links.mark(row, now + LIFETIME)
        contents = asdict(begun)
        key.seal(row, RequestLink.contents, contents)
        session.add(row)
        session.flush()
        return token

    def take(self, token: str, now: datetime) -> BegunRequest | None:
        """What the link leads to, once. None when it is unknown, used, expired or erased, without telling which.

        Call it on POST, not on GET: chat programs open links by themselves.
        """
        with self._database.writing() as session:
            row = self._links.take(session, token, now)
            key = None if row is None else self._vault.data_key(session, row.data_key_id)
            if row is None or key is None:
                return None
            stored = key.open(row, RequestLink.contents)
        return BegunRequest(**{**stored, "kind": RequestKind(stored["kind"])})
