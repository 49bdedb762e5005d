"""The Telegram channel's memory: which conversation a chat has, and the updates that came in and wait for their turn.

An update is stored before Telegram is told that it arrived, once for its number. Updates of one chat are handled in the
order of their numbers; one about danger waits for nothing. What is said in answer is put in the queue in the very
transaction that marks the update as handled (`bot/store/telegram/queue.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from bot.store.audit import SYSTEM
from bot.store.base.columns import whole_hour
from bot.store.base.database import Database
from bot.store.base.errors import Unreadable
from bot.store.base.models import DataKey
from bot.store.base.standing import Standing, counted
from bot.store.base.vault import Vault
from bot.store.chat.chats import Delivery, LiveChats
from bot.store.chat.states import EndedBy
from bot.store.conversation.models import Conversation
from bot.store.conversation.owner import Owner
from bot.store.links import remove_expired
from bot.store.queue import Claim, QueueStatus, claim, give_back
from bot.store.telegram.given import ClaimedUpdate, Render, StoredChat
from bot.store.telegram.models import RequestLink, TelegramChat, TelegramOutgoing, TelegramUpdate
from bot.store.telegram.queue import (
    Message,
    TelegramQueue,
    add,
    open_chat,
    read_keyboard,
    remove_all,
    remove_failed,
    with_number,
    write_keyboard,
)

GAP_WAIT = timedelta(seconds=2)
"""So long an update waits for the one before it: Telegram may deliver them in another order."""
REMEMBERED = timedelta(hours=48)
"""So long the number of a handled update is recognised; Telegram offers an update for 24 hours."""
ASKED = 60
"""Of so many typed messages it is known which question they were for, should one be changed later."""


class Telegram:
    def __init__(self, database: Database, vault: Vault, live_chats: LiveChats) -> None:
        self._database = database
        self._vault = vault
        self._live_chats = live_chats
        self.queue = TelegramQueue(database, vault)

    def chat_hash(self, chat_id: int) -> str:
        return self._vault.hash("telegram-chat", str(chat_id))

    def button_tag(self, token: str) -> str:
        """Eight characters that bind a button to its conversation and tell nothing of it."""
        return self._vault.hash("telegram-button", token)[:8]

    def put(
        self,
        update_id: int,
        now: datetime,
        *,
        chat_id: int | None = None,
        contents: dict[str, Any] | None = None,
        urgent: bool = False,
        in_order: bool = False,
        messages: tuple[Message, ...] = (),
    ) -> bool:
        """Stores an update once; False when it was there. Without `contents` only its number is remembered.

        `in_order` says that no earlier one can still be on its way. `messages` are said at once, before anything else.
        """
        update_hash = self._update_hash(update_id)
        try:
            with self._database.writing() as session:
                if session.get(TelegramUpdate, update_hash) is not None:
                    return False
                waits = contents is not None and not (urgent or in_order)
                gap = waits and session.get(TelegramUpdate, self._update_hash(update_id - 1)) is None
                row = TelegramUpdate(update_hash=update_hash, urgent=urgent, received_at=whole_hour(now), attempts=0)
                row.settle()
                if contents is not None and chat_id is not None:
                    key = self._vault.new_data_key(session, "telegram")
                    row.chat_hash, row.position, row.data_key_id = self.chat_hash(chat_id), update_id, key.id
                    row.status, row.due_at = QueueStatus.WAITING, now + GAP_WAIT if gap else now
                    row.received_at = now
                    key.seal(row, TelegramUpdate.contents, contents)
                session.add(row)
                session.flush()
                self._let_next_go(session, update_id, now)
                if messages and chat_id is not None:
                    add(session, self._vault, chat_id, self.chat_hash(chat_id), messages, now, urgent=True)
        except IntegrityError:  # another process stored it at the same moment
            return False
        return True

    def claim(self, now: datetime, lease: timedelta, limit: int, *, only_urgent: bool = False) -> list[ClaimedUpdate]:
        """The updates whose turn it is, urgent ones first, at most one that is not urgent per chat."""
        whose_turn = TelegramUpdate.urgent if only_urgent else or_(TelegramUpdate.urgent, ~_behind_another())
        wanted = select(TelegramUpdate.update_hash).where(whose_turn)
        wanted = wanted.order_by(TelegramUpdate.urgent.desc(), TelegramUpdate.position)
        return claim(self._database, TelegramUpdate, wanted, self._read, now, lease, limit)

    def _read(self, session: Session, row: TelegramUpdate, claim: Claim) -> ClaimedUpdate:
        contents = self._vault.key_of(session, row.data_key_id).open(row, TelegramUpdate.contents)
        if row.chat_hash is None or row.position is None:
            raise Unreadable("an update of no chat")
        return ClaimedUpdate(row.update_hash, row.chat_hash, row.position, row.urgent, claim.attempts, contents)

    def note(self, claimed: ClaimedUpdate, **noted: Any) -> None:
        """Adds to an update what must be known about it should it be handled again."""
        with self._database.writing() as session:
            row = session.get(TelegramUpdate, claimed.update_hash)
            key = None if row is None else self._vault.data_key(session, row.data_key_id)
            if row is not None and key is not None:
                key.seal(row, TelegramUpdate.contents, {**claimed.contents, **noted})

    def complete(
        self,
        claimed: ClaimedUpdate,
        chat_id: int,
        messages: tuple[Message, ...],
        now: datetime,
        *,
        pressed: str | None = None,
        asked: tuple[int, str] | None = None,
        album: str | None = None,
        number: int | None = None,
    ) -> bool:
        """Marks an update as handled and puts what is said about it in the queue; False when somebody else did.

        `pressed` is the button that was accepted; `asked` a typed message and the question that was open then;
        `album` the group of pictures it is part of; `number` the message of the official.
        """
        with self._database.writing() as session:
            chosen = select(TelegramUpdate).where(TelegramUpdate.update_hash == claimed.update_hash).with_for_update()
            row = session.scalars(chosen).one_or_none()
            if row is None or row.contents is None:
                return False
            self._handled(session, row)
            keyboard = read_keyboard(session, self._vault, claimed.chat_hash)
            known = {"pressed": pressed, "album": album}
            news: dict[str, Any] = {name: value for name, value in known.items() if value is not None}
            news |= {"asked": [*keyboard.get("asked", []), asked][-ASKED:]} if asked is not None else {}
            keyboard = {**keyboard, **news}
            if number is not None:
                keyboard = with_number(keyboard, number, now)
            write_keyboard(session, self._vault, claimed.chat_hash, keyboard)
            add(session, self._vault, chat_id, claimed.chat_hash, messages, now, urgent=claimed.urgent)
        return True

    def chat(self, chat_hash: str) -> StoredChat | None:
        """The chat's conversation; None when it never had one or when that was erased."""
        with self._database.reading() as session:
            opened = open_chat(session, self._vault, chat_hash)
            if opened is None:
                return None
            row, key = opened
            contents = key.open(row, TelegramChat.contents)
            keyboard = read_keyboard(session, self._vault, chat_hash)
            asked: dict[int | None, str] = {
                int(number): str(question) for number, question in keyboard.get("asked", [])
            }
            pressed, album = keyboard.get("pressed"), keyboard.get("album")
            numbers = keyboard.get("numbers", ())
            return StoredChat(contents["token"], contents["begun_by"], pressed, asked, album, numbers)

    def shown(self, chat_hash: str, before: int) -> list[int]:
        """The messages of a chat that show buttons of a turn before the one given."""
        with self._database.reading() as session:
            shown = read_keyboard(session, self._vault, chat_hash).get("shown", [])
            return [message_id for message_id, turn in shown if turn < before]

    def bind(self, chat_id: int, token: str, begun_by: str) -> str:
        """Ties a chat to a conversation; returns the token that counts: that of another process, where it was first."""
        chat_hash = self.chat_hash(chat_id)
        token_hash = self._vault.hash("conversation-token", token)
        with self._database.writing() as session:
            chosen = select(Conversation.data_key_id).where(Conversation.token_hash == token_hash).with_for_update()
            key = self._vault.data_key(session, session.scalars(chosen).one_or_none())
            opened = open_chat(session, self._vault, chat_hash)
            if opened is not None:
                return str(opened[1].open(opened[0], TelegramChat.contents)["token"])
            if key is not None:
                row = TelegramChat(chat_hash=chat_hash, data_key_id=key.id)
                key.seal(row, TelegramChat.contents, {"chat": chat_id, "token": token, "begun_by": begun_by})
                session.add(row)
        return token

    def delivery(self, render: Render) -> Delivery:
        """Puts what is said in a live chat into the queue of its chat here; `render` makes messages of it."""

        def deliver(session: Session, row: Conversation, replies: Sequence[Message], now: datetime, turn: int) -> None:
            chosen = select(TelegramChat.chat_hash).where(TelegramChat.data_key_id == row.data_key_id)
            chat_hash = session.scalars(chosen).one_or_none()
            opened = None if chat_hash is None else open_chat(session, self._vault, chat_hash)
            if chat_hash is None or opened is None:
                return
            chat, key = opened
            contents = key.open(chat, TelegramChat.contents)
            messages = render(replies, self.button_tag(contents["token"]), turn)
            add(session, self._vault, contents["chat"], chat_hash, messages, now, urgent=False)

        return deliver

    def out_of_reach(self, chat_hash: str, now: datetime) -> None:
        """Nothing can be said in a chat: what waits to be said goes, and a chat with staff is over.

        The conversation stays for its term: a bot can be unblocked.
        """
        with self._database.writing() as session:
            chat = session.get(TelegramChat, chat_hash)
            if chat is not None and not chat.forged:  # a forged one may lead to somebody else's conversation
                chosen = select(Conversation).where(Conversation.data_key_id == chat.data_key_id)
                conversation = session.scalars(chosen.with_for_update()).one_or_none()
                if conversation is not None and conversation.owner == Owner.PERSON:
                    self._live_chats.close(session, conversation, EndedBy.OFFICIAL, SYSTEM, now)
            remove_all(session, self._vault, chat_hash)
        self._database.scrub()

    def start_over(self, now: datetime) -> None:
        """Gives back what an app that was killed had claimed. Only where no other app uses this database (D13)."""
        if not self._database.is_sqlite:
            return
        with self._database.writing() as session:
            give_back(session, TelegramUpdate, now, postponed=False)
            give_back(session, TelegramOutgoing, now, postponed=True)

    def sweep(self, now: datetime) -> None:
        """Forgets the numbers of old updates, what could not be read, and the links that nobody opened."""
        old = TelegramUpdate.status != QueueStatus.WAITING, TelegramUpdate.received_at <= now - REMEMBERED
        with self._database.writing() as session:
            keys = select(TelegramUpdate.data_key_id).where(*old, TelegramUpdate.data_key_id.is_not(None))
            session.execute(delete(DataKey).where(DataKey.id.in_(session.scalars(keys).all())))
            session.execute(delete(TelegramUpdate).where(*old))
            remove_failed(session, self._vault, now - REMEMBERED)
            remove_expired(session, [RequestLink], now)
        self._database.scrub()

    def _update_hash(self, update_id: int) -> str:
        return self._vault.hash("telegram-update", str(update_id))

    def _let_next_go(self, session: Session, update_id: int, now: datetime) -> None:
        """The update after this one waited for it."""
        waiting = TelegramUpdate.update_hash == self._update_hash(update_id + 1), TelegramUpdate.attempts == 0
        session.execute(update(TelegramUpdate).where(*waiting, TelegramUpdate.due_at > now).values(due_at=now))

    def _handled(self, session: Session, row: TelegramUpdate) -> None:
        key_id = row.data_key_id
        row.contents = row.chat_hash = row.position = row.data_key_id = None
        row.settle()
        row.received_at = whole_hour(row.received_at)
        session.flush()
        if key_id is not None:
            self._vault.erase(session, key_id)


def waiting_since(database: Database, before: datetime) -> Standing:
    """Updates that wait to be handled since before that moment."""
    with database.reading() as session:
        waits = TelegramUpdate.status == QueueStatus.WAITING
        return counted(session, TelegramUpdate.received_at, waits, TelegramUpdate.received_at <= before)


def _behind_another() -> Any:
    """Whether an earlier update of the same chat is not handled yet."""
    earlier = aliased(TelegramUpdate)
    waits = (earlier.status == QueueStatus.WAITING, earlier.position < TelegramUpdate.position)
    return exists().where(earlier.chat_hash == TelegramUpdate.chat_hash, *waits)
