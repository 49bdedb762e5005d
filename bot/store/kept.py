"""What is kept of somebody, for who asks: every row that hangs on the key of a conversation or of a request.

The tables are found by their foreign keys, as erasure finds them. So what is erased together is shown together, and a
new table is part of both without being named here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Mapper, Session

from bot.store.base.bindings import require
from bot.store.base.database import Database
from bot.store.base.models import Base, DataKey
from bot.store.base.vault import OpenKey, Vault
from bot.store.conversation.models import ReportLink
from bot.store.links import Links

Kept = dict[str, list[dict[str, Any]]]
"""The rows by the name of their table, as plain JSON values."""
LIFETIME, COPY_LIFETIME = timedelta(hours=24), timedelta(minutes=30)
_NOT_SHOWN = frozenset({"token", "filer", "by"})
"""What sealed values hold to open or prove something with: shown, it would let in whoever gets hold of the page.

And the id of a member of staff."""


def kept_with(session: Session, key: OpenKey) -> Kept:
    """All that belongs to this data key. Raises `Tampered` when something of it was changed.

    Keyed hashes and random ids are left out: they say nothing to anybody, and some are of a member of staff.
    """
    mappers = {mapper.local_table: mapper for mapper in Base.registry.mappers}
    found: dict[ColumnElement[Any], set[Any]] = {DataKey.__table__.c.id: {key.id}}
    kept: Kept = {}
    for table in Base.metadata.sorted_tables:  # what is pointed to comes first
        links = [(column, foreign.column) for column in table.c for foreign in column.foreign_keys]
        mine = [column.in_(found[target]) for column, target in links if target in found]
        if not mine:
            continue
        mapper = mappers[table]
        rows = session.scalars(select(mapper.class_).where(or_(*mine)).order_by(*table.primary_key)).all()
        for row in rows:
            require(row)
        for column in table.primary_key:
            found[column] = {getattr(row, mapper.get_property_by_column(column).key) for row in rows}
        plain = [values for row in rows if (values := _plain(row, mapper, key))]
        if plain:
            kept[table.name] = plain
    return kept


@dataclass(frozen=True)
class KeptConversation:
    """What a page tells of a conversation: `requests` are references, `messages` those with staff, in their order, each
    with who wrote it."""

    state: dict[str, Any]
    requests: list[str]
    messages: list[tuple[str, str]]


def conversation_in(kept: Kept) -> KeptConversation:
    """Reads that out of what belongs to the key of a conversation."""
    row = kept["conversation"][0]
    written = sorted(kept.get("live_message", []), key=lambda message: message["seq"])
    messages = [(message["sender"], message["contents"]["text"]) for message in written if message["contents"]["text"]]
    return KeptConversation(row["state"], row.get("ledger", {}).get("requests", []), messages)


def _plain(row: Base, mapper: Mapper[Any], key: OpenKey) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for attribute in mapper.column_attrs:
        column, value = attribute.columns[0], getattr(row, attribute.key)
        if value is None:
            continue
        if column.info["privacy"] == "sealed":
            values[column.name] = _without_secrets(key.open(row, getattr(mapper.class_, attribute.key)))
        elif isinstance(value, datetime):
            values[column.name] = value.isoformat()
        elif column.info["privacy"] == "public" or isinstance(value, bool) or column.name == "reference":
            values[column.name] = value
    return values


def _without_secrets(value: Any) -> Any:
    return {name: it for name, it in value.items() if name not in _NOT_SHOWN} if isinstance(value, dict) else value


class KeptLinks:
    """One-time links to what is kept of a conversation. It is read when the link is opened, so no copy waits for it.

    As with a plan, what is opened can be had once more for half an hour: the page has a token for the file.
    """

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault
        self._pages = Links(vault, ReportLink, "kept-token")
        self._files = Links(vault, ReportLink, "kept-file-token")

    def offer(self, session: Session, key: OpenKey, now: datetime) -> str:
        """Stores a link in the caller's transaction; returns its token."""
        return _add(session, self._pages, key, now + LIFETIME)

    def open(self, token: str, now: datetime) -> tuple[Kept, str] | None:
        """What is kept, once, and the token of the file. None for a token that is unknown, used, expired or erased."""
        with self._database.writing() as session:
            key = self._take(session, self._pages, token, now)
            if key is None:
                return None
            return kept_with(session, key), _add(session, self._files, key, now + COPY_LIFETIME)

    def open_file(self, token: str, now: datetime) -> Kept | None:
        """What is kept, once, within COPY_LIFETIME of `open`. None as there."""
        with self._database.writing() as session:
            key = self._take(session, self._files, token, now)
            return None if key is None else kept_with(session, key)

    def _take(self, session: Session, links: Links[ReportLink], token: str, now: datetime) -> OpenKey | None:
        row = links.take(session, token, now)
        return None if row is None else self._vault.data_key(session, row.data_key_id)


def _add(session: Session, links: Links[ReportLink], key: OpenKey, expires_at: datetime) -> str:
    row = ReportLink(data_key_id=key.id)
    token = links.mark(row, expires_at)
    key.seal(row, ReportLink.snapshot, {})
    session.add(row)
    session.flush()
    return token
