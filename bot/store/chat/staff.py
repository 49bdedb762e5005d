"""A live chat as staff sees it: who waits, taking one, answering, giving it to a colleague.

Nobody reads or writes in a chat but the one who has it. Each act and each reading is in the audit log.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.bindings import require, written_rows
from bot.store.base.columns import whole_hour
from bot.store.base.database import Database
from bot.store.base.vault import OpenKey, Vault
from bot.store.chat.chats import (
    MAX_MESSAGES,
    ChatMessage,
    Json,
    LiveChats,
    append,
    danger_of,
    key_of,
    messages_of,
    shared_in,
)
from bot.store.chat.models import LiveChat, LiveMessage
from bot.store.chat.states import MISSED, ChatState, EndedBy, Refused, Sender
from bot.store.conversation.conversations import conversation_row
from bot.store.conversation.models import Conversation
from bot.store.staff import presence

_LISTED = timedelta(hours=24)


class NotYours(Exception):
    """The chat is somebody else's, ended, or erased."""

    def __init__(self, why: Refused) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Waiting:
    """A chat in the list: its reference, since when, who has it, whether there is danger. Nothing of what is said."""

    id: str
    reference: str
    state: ChatState
    staff_id: str | None
    since: datetime
    unanswered: bool
    urgent: bool


@dataclass(frozen=True)
class Missed:
    """A chat that ended without staff: nobody took it, or its holder was silent or gone. `ended` is a whole hour."""

    reference: str
    ended: datetime
    ended_by: EndedBy
    urgent: bool


@dataclass(frozen=True)
class ChatView:
    """All that the member who has a chat may see."""

    id: str
    reference: str
    last_seq: int
    conversation_id: str
    channel: str
    danger: str
    urgent: bool
    looked_at: datetime | None
    shared: list[str] | None = field(repr=False)
    messages: list[ChatMessage] = field(repr=False)


class StaffChats:
    def __init__(self, database: Database, vault: Vault, chats: LiveChats) -> None:
        self._database = database
        self._vault = vault
        self._chats = chats

    def open_chats(self) -> list[Waiting]:
        """Who waits, danger first and then the longest, and after them which chats are going on."""
        with self._database.reading() as session:
            rows = written_rows(session, LiveChat, LiveChat.state != ChatState.CLOSED)
            listed = [
                Waiting(
                    row.id,
                    row.reference,
                    row.state,
                    row.staff_id,
                    row.waiting_since or row.opened_at,
                    row.unanswered_since is not None,
                    row.urgent,
                )
                for row in rows
            ]
        return sorted(listed, key=lambda chat: (chat.state != ChatState.WAITING, not chat.urgent, chat.since, chat.id))

    def missed(self, now: datetime) -> list[Missed]:
        """The chats of the last day that ended without staff, the latest first."""
        wanted = (
            LiveChat.state == ChatState.CLOSED,
            LiveChat.ended_by.in_(MISSED),
            LiveChat.closed_at > whole_hour(now) - _LISTED,
        )
        columns = (LiveChat.reference, LiveChat.closed_at, LiveChat.ended_by, LiveChat.urgent)
        with self._database.reading() as session:
            rows = session.execute(select(*columns).where(*wanted).order_by(LiveChat.closed_at.desc())).all()
            return [Missed(row.reference, row.closed_at, row.ended_by, row.urgent) for row in rows]

    def take(self, chat_id: str, staff_id: str, replies: Sequence[Json], now: datetime) -> None:
        """Gives a waiting chat to a member; `replies` tell the official. Twice by the same one is once.

        Raises NotYours when somebody else was first.
        """
        with self._locked(chat_id) as (session, row, key, chat):
            if chat.state == ChatState.ACTIVE and chat.staff_id == staff_id:
                return
            if chat.state != ChatState.WAITING:
                raise NotYours(Refused.ELSEWHERE if chat.state == ChatState.ACTIVE else Refused.CLOSED)
            chat.state, chat.staff_id, chat.waiting_since = ChatState.ACTIVE, staff_id, None
            chat.unanswered_since, chat.told_at = now, None
            presence.note_act(session, staff_id, now)
            self._chats.tell(session, chat, row, key, replies, now)
            session.flush()
            audit.append(session, actor=staff_id, action="chat.take", object=chat.reference, now=now)

    def say(
        self, chat_id: str, staff_id: str, client_id: str, text: str, replies: Sequence[Json], now: datetime
    ) -> int | None:
        """Keeps what a member types and puts it on its way; returns its number, None when the chat is full.

        The same `client_id` again is the same message. Raises NotYours: then it was not said.
        """
        client_hash = self._vault.hash("live-message", chat_id, client_id)
        with self._locked(chat_id, staff_id) as (session, row, key, chat):
            known = select(LiveMessage.seq).where(
                LiveMessage.chat_id == chat_id, LiveMessage.client_hash == client_hash
            )
            seq = session.scalars(known).one_or_none()
            if seq is not None:
                return seq
            written = session.scalars(select(func.count()).where(LiveMessage.chat_id == chat_id)).one()
            if written >= MAX_MESSAGES:
                return None
            seq = append(
                session, chat, key, Sender.STAFF, now, text=text, replies=replies, client_hash=client_hash, by=staff_id
            )
            self._chats.deliver(session, row, replies, now)
            presence.note_act(session, staff_id, now)
        return seq

    def transfer(self, chat_id: str, staff_id: str, replies: Sequence[Json], now: datetime) -> None:
        """Back to the list, for a colleague to take. Raises NotYours."""
        with self._locked(chat_id, staff_id) as (session, row, key, chat):
            back_to_waiting(chat, now)
            self._chats.tell(session, chat, row, key, replies, now)
            session.flush()
            audit.append(session, actor=staff_id, action="chat.transfer", object=chat.reference, now=now)

    def tell(self, chat_id: str, staff_id: str, replies: Sequence[Json], now: datetime) -> None:
        """Tells the official what came of something that the member did. Raises NotYours."""
        with self._locked(chat_id, staff_id) as (session, row, key, chat):
            self._chats.tell(session, chat, row, key, replies, now)

    def read(self, chat_id: str, staff_id: str, now: datetime, after: int = 0) -> ChatView:
        """The chat for the member who has it; the reading is recorded. Raises NotYours."""
        with self._database.reading() as session:
            self._may_read(session, chat_id, staff_id)
        with self._database.writing() as session:
            chat = self._may_read(session, chat_id, staff_id)
            view = view_of(session, self._vault, chat, after)
            audit.record_read(session, actor=staff_id, object=chat.reference, now=now, what="chat")
        return view

    def news(self, chat_id: str, staff_id: str, after: int) -> ChatView:
        """What is new in a chat whose page is open; opening the page was recorded. Raises NotYours."""
        with self._database.reading() as session:
            return view_of(session, self._vault, self._may_read(session, chat_id, staff_id), after)

    def mark(self, chat_id: str, staff_id: str) -> tuple[int, datetime | None]:
        """The number of the last message, and when the official looked last: cheap to ask. Raises NotYours."""
        with self._database.reading() as session:
            chat = self._may_read(session, chat_id, staff_id)
            return chat.last_seq, chat.looked_at

    def conversation_of(self, chat_id: str, staff_id: str) -> str:
        with self._database.reading() as session:
            return self._may_read(session, chat_id, staff_id).conversation_id

    def _may_read(self, session: Session, chat_id: str, staff_id: str) -> LiveChat:
        return _require(session.get(LiveChat, chat_id), staff_id)

    @contextmanager
    def _locked(
        self, chat_id: str, staff_id: str | None = None
    ) -> Iterator[tuple[Session, Conversation, OpenKey, LiveChat]]:
        """The chat under the lock of its conversation; with `staff_id` only for the member who has it."""
        with self._database.writing() as session:
            chosen = select(LiveChat.conversation_id).where(LiveChat.id == chat_id)
            conversation_id = session.scalars(chosen).one_or_none() or ""
            opened = conversation_row(session, self._vault, Conversation.id == conversation_id, lock=True)
            chat = session.get(LiveChat, chat_id, with_for_update=True, populate_existing=True)
            if opened is None or chat is None:
                raise NotYours(Refused.ERASED)
            require(chat)
            if staff_id is not None:
                _require(chat, staff_id)
            yield session, opened[0], opened[1], chat


def view_of(session: Session, vault: Vault, chat: LiveChat, after: int = 0) -> ChatView:
    """The chat as the member sees it who may; messages behind that number only. Raises NotYours when it was erased."""
    key = key_of(session, vault, chat.conversation_id)
    conversation = session.get(Conversation, chat.conversation_id)
    if key is None or conversation is None:
        raise NotYours(Refused.ERASED)
    return ChatView(
        chat.id,
        chat.reference,
        chat.last_seq,
        chat.conversation_id,
        conversation.channel,
        danger_of(chat, key),
        chat.urgent,
        chat.looked_at,
        shared_in(chat, key),
        messages_of(session, key, [chat.id], after),
    )


def back_to_waiting(chat: LiveChat, now: datetime) -> None:
    chat.state, chat.staff_id, chat.waiting_since = ChatState.WAITING, None, now
    chat.told_at = None


def _require(chat: LiveChat | None, staff_id: str) -> LiveChat:
    if chat is None:
        raise NotYours(Refused.ERASED)
    require(chat)
    if chat.state == ChatState.CLOSED:
        raise NotYours(Refused.CLOSED)
    if chat.state != ChatState.ACTIVE or chat.staff_id != staff_id:
        raise NotYours(Refused.ELSEWHERE)
    return chat
