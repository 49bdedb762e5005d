"""A live chat as its conversation sees it: opened, spoken in and closed within the transaction of a turn.

Whoever changes a chat holds the lock of its conversation first. So there is one owner at any moment, and a turn that
was computed while the owner changed is refused at its commit (`bot/store/conversation/turns.py`).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store import audit, figures
from bot.store.base import set_aside
from bot.store.base.bindings import require
from bot.store.base.columns import whole_hour
from bot.store.base.database import Database
from bot.store.base.references import new_reference
from bot.store.base.vault import OpenKey, Vault
from bot.store.chat.models import LiveChat, LiveMessage
from bot.store.chat.states import MISSED, ChatState, EndedBy, Sender
from bot.store.conversation.models import Conversation, InboxRow
from bot.store.conversation.owner import Owner
from woningscan.chat.live import shareable
from woningscan.conversation.reply import Reply

Json = dict[str, Any]
Delivery = Callable[[Session, Conversation, Sequence[Json], datetime, int], None]
"""Puts replies on their way in the caller's transaction, in a channel that does not come and ask. The number is the
conversation's version by the time they are seen: their buttons belong to it."""
MAX_MESSAGES = 300
MAX_WAITING = 25
_NOT_EACH_TIME = timedelta(seconds=10)
SHARED_TURNS = 4
_WORRY = "diffuus"
_WEIGHT = ("", _WORRY, "controle", "concreet", "acuut")


@dataclass(frozen=True)
class ChatMessage:
    """`replies` is how it is said to the official; `text` what was typed; `danger` what the threat check made of it.
    `by` is the staff id of the member who typed it."""

    seq: int
    sender: Sender
    at: datetime
    text: str = field(repr=False, default="")
    danger: str = ""
    replies: list[Json] = field(repr=False, default_factory=list)
    by: str = ""


@dataclass(frozen=True)
class Feed:
    """What there is to see for the official: whether a chat is open, and what was said after a number."""

    state: ChatState
    last_seq: int
    messages: list[ChatMessage] = field(repr=False)


class LiveChats:
    """The official's side. `deliveries` has a function for each channel that must be told (Telegram)."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault
        self.deliveries: dict[str, Delivery] = {}

    def feed(self, conversation_id: str, after: int) -> Feed | None:
        """What was said since `after`; None when there never was a chat."""
        with self._database.reading() as session:
            chats = session.scalars(select(LiveChat).where(LiveChat.conversation_id == conversation_id)).all()
            key = key_of(session, self._vault, conversation_id)
            if not chats or key is None:
                return None
            for chat in chats:
                require(chat)
            state = next((chat.state for chat in chats if chat.state != ChatState.CLOSED), ChatState.CLOSED)
            messages = messages_of(session, key, [chat.id for chat in chats], after)
            return Feed(state, max(chat.last_seq for chat in chats), messages)

    def looked(self, conversation_id: str, now: datetime) -> None:
        """A page of the official asked for news of a chat that is open; noted now and then."""
        is_open = (LiveChat.conversation_id == conversation_id, LiveChat.state != ChatState.CLOSED)
        with self._database.reading() as session:
            row = session.execute(select(LiveChat.looked_at).where(*is_open)).one_or_none()
        if row is None or (row.looked_at and row.looked_at <= now < row.looked_at + _NOT_EACH_TIME):
            return
        with self._database.writing() as session:
            chat = open_chat(session, conversation_id)
            if chat is not None:
                require(chat)
                chat.looked_at = now

    def open(
        self, session: Session, row: Conversation, key: OpenKey, share: bool, now: datetime, *, urgent: bool = False
    ) -> Json:
        """A chat that waits for somebody, and from now on a person owns the conversation."""
        if row.owner == Owner.PERSON:
            return {"result": "open"}
        if _waiting(session, now) >= MAX_WAITING:
            return {"result": "full"}
        reference = new_reference().replace("WS-", "CH-", 1)
        last = select(func.max(LiveChat.last_seq)).where(LiveChat.conversation_id == row.id)
        chat = LiveChat(
            id=secrets.token_hex(16),
            conversation_id=row.id,
            reference=reference,
            state=ChatState.WAITING,
            last_seq=session.scalars(last).one() or 0,
            urgent=urgent,
            opened_at=now,
            waiting_since=now,
            unanswered_since=now,
        )
        if share:
            key.seal(chat, LiveChat.shared, _last_turns(session, key, row.id))
        session.add(chat)
        row.owner = Owner.PERSON
        session.flush()
        audit.append(session, actor=audit.VISITOR, action="chat.open", object=reference, now=now)
        figures.count(session, [("chat", 1)], now)
        return {"reference": reference, "shared": share}

    def say(self, session: Session, row: Conversation, key: OpenKey, text: str, danger: str, now: datetime) -> bool:
        """Keeps what the official said for the member of staff; False when the chat is full."""
        chat = open_chat(session, row.id)
        if chat is None:
            return False
        if danger:
            note_danger(chat, key, danger)
        written = session.scalars(select(func.count()).where(LiveMessage.chat_id == chat.id)).one()
        if written >= MAX_MESSAGES:
            return False
        append(session, chat, key, Sender.OFFICIAL, now, text=text, danger=danger)
        chat.unanswered_since = chat.unanswered_since or now
        return True

    def close(self, session: Session, row: Conversation, by: EndedBy, actor: str, now: datetime) -> LiveChat | None:
        """Ends the open chat: the bot owns the conversation again. None when there is none."""
        chat = open_chat(session, row.id)
        row.owner = Owner.BOT
        if chat is None:
            return None
        chat.state, chat.ended_by, chat.closed_at = ChatState.CLOSED, by, whole_hour(now)
        chat.waiting_since = chat.unanswered_since = chat.told_at = chat.looked_at = None
        chat.opened_at = whole_hour(chat.opened_at)
        session.flush()
        audit.append(session, actor=actor, action="chat.close", object=chat.reference, now=now)
        figures.count(session, [("chat.gemist", int(by in MISSED))], now)
        return chat

    def tell(
        self,
        session: Session,
        chat: LiveChat,
        row: Conversation,
        key: OpenKey,
        replies: Sequence[Json],
        now: datetime,
        turn: int | None = None,
    ) -> None:
        """Says something to the official that is no answer to a message: kept for who asks, and put on its way."""
        append(session, chat, key, Sender.SYSTEM, now, replies=replies)
        self.deliver(session, row, replies, now, turn)

    def deliver(
        self, session: Session, row: Conversation, replies: Sequence[Json], now: datetime, turn: int | None = None
    ) -> None:
        delivery = self.deliveries.get(row.channel)
        if delivery is not None:
            delivery(session, row, replies, now, row.version if turn is None else turn)


def _waiting(session: Session, now: datetime) -> int:
    """How many wait, without those that cannot be read or are said to wait from later on: they take nobody's place."""
    in_line = (
        LiveChat.state == ChatState.WAITING,
        LiveChat.waiting_since <= now + timedelta(minutes=1),
        LiveChat.conversation_id.not_in(set_aside.all_of("conversation")),
    )
    return session.scalars(select(func.count()).where(*in_line).select_from(LiveChat)).one()


def open_chat(session: Session, conversation_id: str) -> LiveChat | None:
    """The chat of a conversation that is not closed, for who holds the conversation's lock."""
    chosen = select(LiveChat).where(
        LiveChat.conversation_id == conversation_id, LiveChat.state.in_((ChatState.WAITING, ChatState.ACTIVE))
    )
    return session.scalars(chosen.with_for_update().execution_options(populate_existing=True)).one_or_none()


def key_of(session: Session, vault: Vault, conversation_id: str) -> OpenKey | None:
    chosen = select(Conversation.data_key_id).where(Conversation.id == conversation_id)
    return vault.data_key(session, session.scalars(chosen).one_or_none())


def append(
    session: Session,
    chat: LiveChat,
    key: OpenKey,
    sender: Sender,
    now: datetime,
    *,
    text: str = "",
    danger: str = "",
    replies: Sequence[Json] = (),
    client_hash: str | None = None,
    by: str = "",
) -> int:
    """Adds a message at the end; returns its number."""
    chat.last_seq += 1
    contents = {"text": text, "at": now.isoformat(), "danger": danger, "replies": list(replies), "by": by}
    message = LiveMessage(
        id=secrets.token_hex(16), chat_id=chat.id, seq=chat.last_seq, sender=sender, client_hash=client_hash
    )
    key.seal(message, LiveMessage.contents, contents)
    session.add(message)
    session.flush()
    if sender == Sender.STAFF:
        chat.unanswered_since = chat.told_at = None
    return chat.last_seq


def messages_of(session: Session, key: OpenKey, chat_ids: Sequence[str], after: int = 0) -> list[ChatMessage]:
    chosen = select(LiveMessage).where(LiveMessage.chat_id.in_(chat_ids), LiveMessage.seq > after)
    return [_message(row, key) for row in session.scalars(chosen.order_by(LiveMessage.seq)).all()]


def note_danger(chat: LiveChat, key: OpenKey, danger: str) -> None:
    """The heaviest that was found stays: what is lighter does not take its place. But for plain worry it is urgent."""
    chat.urgent = chat.urgent or danger != _WORRY
    if _weight(danger) >= _weight(danger_of(chat, key)):
        key.seal(chat, LiveChat.danger, danger)


def danger_of(chat: LiveChat, key: OpenKey) -> str:
    return key.open(chat, LiveChat.danger) or ""


def shared_in(chat: LiveChat, key: OpenKey) -> list[str] | None:
    """What the official agreed to show; None without a yes."""
    shown: list[str] | None = key.open(chat, LiveChat.shared)
    return shown


def _weight(danger: str) -> int:
    """Of a route, by the level it begins with; another route, such as doxing, weighs as `diffuus`."""
    return next((at for at, level in enumerate(_WEIGHT) if level and danger.startswith(level)), 1 if danger else 0)


def _message(row: LiveMessage, key: OpenKey) -> ChatMessage:
    contents = key.open(row, LiveMessage.contents)
    at = datetime.fromisoformat(contents["at"])
    return ChatMessage(
        row.seq, row.sender, at, contents["text"], contents["danger"], contents["replies"], contents["by"]
    )


def _last_turns(session: Session, key: OpenKey, conversation_id: str) -> list[str]:
    """What was said in the last turns, oldest first, as far as it may be shown."""
    chosen = select(InboxRow).where(InboxRow.conversation_id == conversation_id)
    rows = session.scalars(chosen.order_by(InboxRow.turn_version.desc()).limit(SHARED_TURNS + 2)).all()
    turns = [[Reply.from_dict(reply) for reply in key.open(row, InboxRow.replies)] for row in rows]
    shown = [turn for turn in turns if shareable([turn])][:SHARED_TURNS]
    return shareable(list(reversed(shown)))
