"""One-time links to a plan: the token goes to the client, a sealed snapshot of the answers waits for it.

A plan can be had twice, once as a page and once as a pdf, and each has a one-time token of its own. The link's token
opens the page. In the same transaction that uses it up, the snapshot moves to a new row under the token of the copy,
sealed as before with the key of the conversation, for half an hour. So there is never more than one live token of a
plan, the two cannot stand in for each other, nothing is kept in the clear, and a copy that nobody asks for goes away
with the expired links.

The opened page has a token for ticking off as well, for the same half hour. Its row holds no copy: what is ticked off
is written into the conversation, and the page is shown again from there, with the next token.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.store.base.database import Database
from bot.store.base.vault import OpenKey, Vault
from bot.store.conversation.conversations import conversation_row
from bot.store.conversation.models import Conversation, ReportLink
from bot.store.links import Links

LIFETIME = timedelta(hours=24)
COPY_LIFETIME = timedelta(minutes=30)


Json = dict[str, Any]


@dataclass(frozen=True)
class OpenedReport:
    """What a link gave: the answers, the token for ticking off, and that of the copy where there is one."""

    snapshot: Json = field(repr=False)
    tick_token: str = field(repr=False)
    copy_token: str | None = field(default=None, repr=False)


class Reports:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault
        self._pages = Links(vault, ReportLink, "report-token")
        self._copies = Links(vault, ReportLink, "report-copy-token")
        self._ticks = Links(vault, ReportLink, "report-tick-token")

    def offer(self, session: Session, key: OpenKey, snapshot: dict[str, Any], now: datetime) -> str:
        """Stores a link in the caller's transaction; returns its token."""
        return _add(session, self._pages, key, snapshot, now + LIFETIME)

    def open_report(self, token: str, now: datetime, *, with_copy: bool = False) -> OpenedReport | None:
        """The plan, once, and with `with_copy` a token that gives it once more: see `open_copy`.

        None for a token that is unknown, used, expired or erased, without telling which. Call it on POST, not on GET:
        scanners of mail and chat open links by themselves.
        """
        with self._database.writing() as session:
            taken = self._take(session, self._pages, token, now)
            if taken is None:
                return None
            key, snapshot = taken
            until = now + COPY_LIFETIME
            copy = _add(session, self._copies, key, snapshot, until) if with_copy else None
            return OpenedReport(snapshot, _add(session, self._ticks, key, {}, until), copy)

    def tick_off(
        self, token: str, change: Callable[[Json], Json | None], now: datetime, *, copy_token: str = ""
    ) -> OpenedReport | None:
        """Writes what `change` makes of the state of the conversation, and gives it as a plan with the next tokens.

        `copy_token` is that of the page: a pdf that was not made yet is made of the new state, none is made twice. The
        tokens run out when those of the page would. None as in `open_report`, and where `change` gives None.
        """
        with self._database.writing() as session:
            row = self._ticks.find(session, token, now)
            # The conversation first, as every turn and every erasure does: nobody waits for each other in a ring.
            here = row and conversation_row(
                session, self._vault, Conversation.data_key_id == row.data_key_id, lock=True
            )
            if not row or not here or self._ticks.take(session, token, now) is None:
                return None
            conversation, key = here
            state = change(key.open(conversation, Conversation.state))
            if state is None:
                return None
            key.seal(conversation, Conversation.state, state)
            conversation.version += 1
            copy = self._copies.take(session, copy_token, now, ReportLink.data_key_id == key.id)
            renewed = _add(session, self._copies, key, state, copy.expires_at) if copy else None
            return OpenedReport(state, _add(session, self._ticks, key, {}, row.expires_at), renewed)

    def open_copy(self, token: str, now: datetime) -> dict[str, Any] | None:
        """The snapshot for the pdf, once, within COPY_LIFETIME of `open_report`. None as there."""
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
