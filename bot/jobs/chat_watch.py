"""Looks after the chats that nobody is there for: says so honestly, and gives the conversation back to the bot."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from bot.store import Store, StoreUnavailable
from bot.store.base import set_aside
from bot.store.chat.desk import TAKEN_BACK
from woningscan.chat import live
from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS
from woningscan.conversation.memory import memory_in

log = logging.getLogger("bot.handoff")


def look_after_chats(store: Store, content: Content, now: datetime) -> int:
    """Does what is due now; returns in how many conversations something was said. Safe in several processes."""

    def words(key: str, state: dict[str, Any]) -> dict[str, Any]:
        if key == TAKEN_BACK:
            return live.said(content, key, tools=(live.STOP, *ALWAYS)).to_dict()
        return live.no_chat(content, memory_in(state), key).to_dict()

    said = 0
    with store.database.reading() as memory:
        resting, known = set_aside.resting(memory, "conversation", now), set_aside.known(memory, "conversation")
    for conversation_id in store.desk.overdue(now):
        if conversation_id in resting:
            continue
        try:
            said += store.desk.look_after(conversation_id, words, now) is not None
            if conversation_id in known:
                with store.database.writing() as memory:
                    set_aside.clear(memory, "conversation", conversation_id)
        except StoreUnavailable:
            raise
        except Exception as error:  # one that cannot be read must not keep the others waiting
            log.error("chat not looked after: %s", type(error).__name__)
            set_aside.put(store.database, "conversation", conversation_id, error, now)
    return said
