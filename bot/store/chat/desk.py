"""Who is at the desk, and the chats that nobody is there for: looked after by a job, in any number of processes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, or_, select, update
from sqlalchemy.orm import Session

from bot.store.audit import SYSTEM
from bot.store.base import set_aside
from bot.store.base.bindings import written_rows
from bot.store.base.columns import whole_hour
from bot.store.base.database import Database
from bot.store.base.vault import Vault
from bot.store.chat import clock
from bot.store.chat.chats import Json, LiveChats, open_chat
from bot.store.chat.clock import LATE, NOT_TAKEN, TAKEN_BACK
from bot.store.chat.models import LiveChat, LiveMessage
from bot.store.chat.staff import back_to_waiting
from bot.store.chat.states import ChatState, EndedBy
from bot.store.conversation.conversations import conversation_row
from bot.store.conversation.models import Conversation
from bot.store.staff import presence
from bot.store.staff.models import StaffPresence

KEPT = timedelta(hours=24)
"""So long the messages of a closed chat are kept, for an official who comes back to a page that was open."""
_NOT_EACH_TIME = timedelta(seconds=5)
_HOLDS_SOMETHING = or_(LiveChat.shared.is_not(None), LiveChat.danger.is_not(None))
Words = Callable[[str, Json], Json]
"""Makes the reply with this key, for a conversation in this state."""


class Desk:
    def __init__(self, database: Database, vault: Vault, chats: LiveChats) -> None:
        self._database = database
        self._vault = vault
        self._chats = chats

    def set_available(self, staff_id: str, available: bool, now: datetime) -> None:
        """A member says whether they take chats, from now to the end of the session."""
        with self._database.writing() as session:
            presence.set_available(session, staff_id, available, now)

    def is_available(self, staff_id: str) -> bool:
        with self._database.reading() as session:
            return presence.is_available(session, staff_id)

    def seen(self, staff_id: str, now: datetime) -> None:
        """A page of a member is open now."""
        with self._database.reading() as session:
            row = session.get(StaffPresence, staff_id)
            if row is None or row.seen_at <= now < row.seen_at + _NOT_EACH_TIME:
                return
        with self._database.writing() as session:
            session.execute(update(StaffPresence).where(StaffPresence.staff_id == staff_id).values(seen_at=now))

    def somebody_is_there(self, now: datetime, other_than: str | None = None) -> bool:
        with self._database.reading() as session:
            return presence.somebody_available(session, now, other_than)

    def overdue(self, now: datetime) -> list[str]:
        """Conversations in whose chat something may be due by now: `clock.due` says what, under the lock."""
        here = select(StaffPresence.staff_id).where(presence.there(now))
        gone = or_(LiveChat.staff_id.is_(None), LiveChat.staff_id.not_in(here))
        silent = and_(
            LiveChat.state == ChatState.ACTIVE,
            LiveChat.unanswered_since.is_not(None),
            or_(LiveChat.unanswered_since <= now - clock.SHORTEST, gone),
        )
        untaken = and_(LiveChat.state == ChatState.WAITING, LiveChat.waiting_since <= now - clock.SHORTEST)
        with self._database.reading() as session:
            return list(session.scalars(select(LiveChat.conversation_id).where(or_(untaken, silent))).all())

    def look_after_all(self, words: Words, now: datetime) -> int:
        """Does what is due now; returns in how many conversations something was said. One that cannot be read waits."""
        with self._database.reading() as session:
            resting = set_aside.resting(session, "conversation", now)
            known = set_aside.known(session, "conversation")
        answered = 0
        for conversation_id in self.overdue(now):
            if conversation_id in resting:
                continue
            with set_aside.by_itself(self._database, "conversation", conversation_id, now, "chat not looked after"):
                answered += self.look_after(conversation_id, words, now) is not None
                if conversation_id in known:
                    with self._database.writing() as session:
                        set_aside.clear(session, "conversation", conversation_id)
        return answered

    def look_after(self, conversation_id: str, words: Words, now: datetime) -> str | None:
        """Does what is due for one conversation and tells the official; returns what was said, None when nothing was.

        Safe to call twice and in several processes: under the lock it is looked at again.
        """
        with self._database.writing() as session:
            opened = conversation_row(session, self._vault, Conversation.id == conversation_id, lock=True)
            chat = None if opened is None else open_chat(session, conversation_id)
            if opened is None or chat is None:
                return None
            row, key = opened
            due = self._due(session, chat, now)
            if due is None:
                return None
            reply = words(due, key.open(row, Conversation.state))
            if due == LATE:
                chat.told_at = now
            elif due == TAKEN_BACK:
                back_to_waiting(chat, now)
            else:
                self._chats.close(session, row, EndedBy.NOBODY if due == NOT_TAKEN else EndedBy.GONE, SYSTEM, now)
                row.version += 1
                row.updated_at = whole_hour(now)
                key.seal(row, Conversation.last_replies, [reply])
                key.seal(row, Conversation.offered, [*reply["choices"], *reply["tools"]])
            self._chats.tell(session, chat, row, key, [reply], now)
            return due

    def sweep(self, now: datetime) -> None:
        """Removes what was said in chats that ended a day ago. That there was one stays, with its conversation."""
        old = select(LiveChat.id).where(LiveChat.state == ChatState.CLOSED, LiveChat.closed_at <= now - KEPT)
        with self._database.writing() as session:
            session.execute(delete(LiveMessage).where(LiveMessage.chat_id.in_(old)))
            for chat in written_rows(session, LiveChat, LiveChat.id.in_(old), _HOLDS_SOMETHING):
                chat.shared = chat.danger = None
            session.flush()
            forged = update(LiveChat).where(LiveChat.id.in_(old), _HOLDS_SOMETHING)
            session.execute(forged.values(shared=None, danger=None))

    def _due(self, session: Session, chat: LiveChat, now: datetime) -> str | None:
        holder = None if chat.staff_id is None else session.get(StaffPresence, chat.staff_id)
        return clock.due(
            chat,
            now,
            holder_is_there=holder is not None and holder.seen_at > now - presence.ALIVE,
            colleague_is_there=presence.somebody_available(session, now, chat.staff_id),
        )
