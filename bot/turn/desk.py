"""Whether somebody can be chatted with now, and where a message arrives: what the gate has to know of the app."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial

from bot.office_hours import OfficeHours
from bot.store import Store, StoredConversation
from bot.store.conversation.owner import Owner
from woningscan.chat import live
from woningscan.content.model import Content
from woningscan.conversation.gate import Place
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply


class Reception:
    """`hours` is None where nobody can be chatted with, such as in a terminal; `channels` are those where one can."""

    def __init__(
        self,
        content: Content,
        store: Store,
        hours: OfficeHours | None,
        channels: Collection[str],
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._content = content
        self._store = store
        self._hours = hours
        self._channels = channels
        self._now = now

    def desk(self, channel: str) -> str:
        """`open`, or why there is no chat: see `woningscan/chat/live.py`."""
        if self._hours is None or channel not in self._channels:
            return ""
        now = self._now()
        if not self._hours.is_open(now):
            return live.OUT_OF_HOURS
        return live.OPEN if self._store.desk.somebody_is_there(now) else live.NOBODY

    def place(self, stored: StoredConversation) -> Place:
        """Where in this conversation a message arrives."""
        return Place(
            offered=[Choice(**choice) for choice in stored.offered],
            last=[str(reply["id"]) for reply in stored.last_replies],
            with_person=stored.owner == Owner.PERSON,
            desk=partial(self.desk, stored.channel),
        )

    def offering(self, stored: StoredConversation, memory: Memory, replies: list[Reply]) -> list[Reply]:
        """The replies, with the chat where somebody to talk to is offered."""
        if stored.owner == Owner.PERSON or not any(reply.id in live.OFFERING for reply in replies):
            return replies
        return live.with_chat(self._content, memory, replies, self.desk(stored.channel))
