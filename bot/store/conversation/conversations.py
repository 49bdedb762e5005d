"""Conversations: pseudonymous, sealed with a data key each, found by a token that only the client has."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bot.store import audit, figures
from bot.store.base.columns import whole_hour
from bot.store.base.database import Database
from bot.store.base.models import DataKey
from bot.store.base.vault import OpenKey, Vault
from bot.store.conversation.models import Conversation, InboxRow
from bot.store.conversation.owner import Owner
from woningscan.conversation.effects import Outcome

Json = dict[str, Any]


@dataclass(frozen=True)
class StoredConversation:
    """What a turn starts from; it goes back to `commit_turn` whole. Content stays out of `repr`, so out of logs.

    `ledger` is what the app itself must remember: `requests`, the references of requests made here and not yet told
    to be forsaken; `counted`, the events of this conversation that are in the figures; and what
    `bot/store/request/holder/withdrawals.py` needs. `owner` is who speaks: the bot, or a person while a live chat is
    open.
    """

    id: str
    version: int
    channel: str
    finished: bool
    state: Json = field(repr=False)
    offered: list[Json] = field(repr=False)
    last_replies: list[Json] = field(repr=False)
    ledger: Json = field(repr=False, default_factory=dict)
    owner: Owner = Owner.BOT

    @property
    def requests(self) -> list[str]:
        """Requests made here that were not yet told to be forsaken; no request knows its conversation (D9)."""
        references: list[str] = self.ledger.get("requests", [])
        return references


class Conversations:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def create(
        self,
        channel: str,
        state: Json,
        offered: list[Json],
        replies: list[Json],
        now: datetime,
        *,
        filer: str = "",
    ) -> str:
        """Starts a conversation and returns its token: 256 bits for the client, stored nowhere.

        `filer` is the secret of the conversation that it goes on from, see `bot/store/request/holder/withdrawals.py`.
        """
        token = self._vault.new_token()
        with self._database.writing() as session:
            key = self._vault.new_data_key(session, "conversation")
            row = Conversation(
                id=secrets.token_hex(16),
                token_hash=self._vault.hash("conversation-token", token),
                data_key_id=key.id,
                channel=channel,
                version=1,
                finished=False,
                owner=Owner.BOT,
                created_at=whole_hour(now),
                updated_at=whole_hour(now),
            )
            key.seal(row, Conversation.state, state)
            key.seal(row, Conversation.offered, offered)
            key.seal(row, Conversation.last_replies, replies)
            key.seal(row, Conversation.ledger, {"filer": filer} if filer else {})
            session.add(row)
            session.flush()
            figures.count(session, [("gesprek", 1)], now)
        return token

    def load(self, token: str) -> StoredConversation | None:
        """The conversation of this token; None when it is unknown or erased."""
        return self._load(Conversation.token_hash == self._vault.hash("conversation-token", token))

    def load_by_id(self, conversation_id: str) -> StoredConversation | None:
        """The same for who has no token, such as a member of staff that gives a conversation back to the bot."""
        return self._load(Conversation.id == conversation_id)

    def _load(self, condition: ColumnElement[bool]) -> StoredConversation | None:
        with self._database.reading() as session:
            opened = conversation_row(session, self._vault, condition)
            if opened is None:
                return None
            row, key = opened
            return StoredConversation(
                id=row.id,
                version=row.version,
                channel=row.channel,
                finished=row.finished,
                state=key.open(row, Conversation.state),
                offered=key.open(row, Conversation.offered),
                last_replies=key.open(row, Conversation.last_replies),
                ledger=key.open(row, Conversation.ledger) or {},
                owner=row.owner,
            )

    def already_answered(self, conversation_id: str, external_id: str) -> list[Json] | None:
        """The replies that were given to this very message, or None when it is new."""
        with self._database.reading() as session:
            opened = inbox_row(session, self._vault, conversation_id, external_id)
            if opened is None:
                return None
            row, key = opened
            replies: list[Json] = key.open(row, InboxRow.replies)
            return replies

    def unconfirmed_outcomes(self, conversation_id: str, external_id: str) -> list[Outcome]:
        """Outcomes of a committed turn whose confirmations were never recorded, because the process ended in between.

        When a message was already answered, look here too: render these, then call `record_replies`.
        """
        with self._database.reading() as session:
            opened = inbox_row(session, self._vault, conversation_id, external_id)
            if opened is None or opened[0].outcomes is None:
                return []
            row, key = opened
            stored = key.open(row, InboxRow.outcomes)
            return [Outcome(item["kind"], item["data"]) for item in stored]

    def erase(self, conversation_id: str, *, now: datetime, actor: str = audit.VISITOR) -> bool:
        """Erases a conversation by its data key: state, replies, inbox and report links. False when it is gone."""
        with self._database.writing() as session:
            erased = erase_conversation(session, self._vault, conversation_id, actor, now)
        if erased:
            self._database.scrub()
        return erased


def conversation_row(
    session: Session, vault: Vault, condition: ColumnElement[bool], *, lock: bool = False
) -> tuple[Conversation, OpenKey] | None:
    """The conversation with the key that opens it; with `lock`, no other turn can have it until the end."""
    chosen = (
        select(Conversation, DataKey.wrapped).join(DataKey, DataKey.id == Conversation.data_key_id).where(condition)
    )
    opened = session.execute(chosen.with_for_update(of=Conversation) if lock else chosen).one_or_none()
    return None if opened is None else (opened[0], vault.unwrap(opened[0].data_key_id, opened.wrapped))


def inbox_row(
    session: Session, vault: Vault, conversation_id: str, external_id: str
) -> tuple[InboxRow, OpenKey] | None:
    """The inbox row of a message with the key that opens it."""
    opened = session.execute(
        select(InboxRow, DataKey.id, DataKey.wrapped)
        .join(Conversation, Conversation.id == InboxRow.conversation_id)
        .join(DataKey, DataKey.id == Conversation.data_key_id)
        .where(
            InboxRow.conversation_id == conversation_id,
            InboxRow.external_id_hash == vault.hash("external-id", conversation_id, external_id),
        )
    ).one_or_none()
    return None if opened is None else (opened[0], vault.unwrap(opened.id, opened.wrapped))


def erase_conversation(session: Session, vault: Vault, conversation_id: str, actor: str, now: datetime) -> bool:
    """Erases in the caller's transaction. The audit row names no conversation: what is erased leaves no id behind."""
    chosen = select(Conversation.data_key_id).where(Conversation.id == conversation_id).with_for_update()
    key_id = session.scalars(chosen).one_or_none()
    if key_id is None:
        return False
    vault.erase(session, key_id)
    audit.append(session, actor=actor, action="conversation.erase", object="conversation", now=now)
    return True
