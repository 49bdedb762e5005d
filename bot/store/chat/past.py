"""Chats that are over, for the member who had them last: as long as what was said is kept, and no longer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.bindings import require, written_rows
from bot.store.base.columns import whole_hour
from bot.store.base.database import Database
from bot.store.base.vault import Vault
from bot.store.chat.desk import KEPT
from bot.store.chat.models import LiveChat
from bot.store.chat.staff import ChatView, NotYours, view_of
from bot.store.chat.states import ChatState, EndedBy, Refused


@dataclass(frozen=True)
class PastChat:
    """`ended` is a whole hour."""

    id: str
    reference: str
    ended: datetime
    ended_by: EndedBy | None
    urgent: bool


class PastChats:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def of(self, staff_id: str, now: datetime) -> list[PastChat]:
        """The chats that this member had when they ended, the latest first."""
        with self._database.reading() as session:
            rows = written_rows(session, LiveChat, LiveChat.staff_id == staff_id, *_still_kept(now))
            listed = [
                PastChat(row.id, row.reference, row.closed_at, row.ended_by, row.urgent)
                for row in rows
                if row.closed_at is not None
            ]
        return sorted(listed, key=lambda chat: chat.ended, reverse=True)

    def read(self, chat_id: str, staff_id: str, now: datetime) -> ChatView:
        """What was said, with the record that this member read it. Raises NotYours."""
        with self._database.reading() as session:
            self._may_read(session, chat_id, staff_id, now)
        with self._database.writing() as session:
            chat = self._may_read(session, chat_id, staff_id, now)
            view = view_of(session, self._vault, chat)
            audit.record_read(session, actor=staff_id, object=chat.reference, now=now, what="chat")
        return view

    def _may_read(self, session: Session, chat_id: str, staff_id: str, now: datetime) -> LiveChat:
        chat = session.get(LiveChat, chat_id)
        if chat is None:
            raise NotYours(Refused.ERASED)
        require(chat)
        if chat.staff_id != staff_id:
            raise NotYours(Refused.ELSEWHERE)
        if chat.state != ChatState.CLOSED or chat.closed_at is None or chat.closed_at <= whole_hour(now) - KEPT:
            raise NotYours(Refused.CLOSED)
        return chat


def _still_kept(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return LiveChat.state == ChatState.CLOSED, LiveChat.closed_at > whole_hour(now) - KEPT
