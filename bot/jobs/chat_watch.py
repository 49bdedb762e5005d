"""Looks after the chats that nobody is there for: says so honestly, and gives the conversation back to the bot."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.store import Store
from bot.store.chat.clock import LATE, TAKEN_BACK
from woningscan.chat import live
from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS
from woningscan.conversation.memory import memory_in


def look_after_chats(store: Store, content: Content, now: datetime) -> int:
    """Does what is due now; returns in how many conversations something was said. Safe in several processes."""

    def words(key: str, state: dict[str, Any]) -> dict[str, Any]:
        if key == TAKEN_BACK:
            return live.said(content, key, tools=(live.STOP, *ALWAYS)).to_dict()
        if key == LATE:
            return live.late(content, memory_in(state)).to_dict()
        return live.no_chat(content, memory_in(state), key).to_dict()

    return store.desk.look_after_all(words, now)
