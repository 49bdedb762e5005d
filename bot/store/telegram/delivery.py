"""Brings what is said in a live chat into the queue of its Telegram chat, in the transaction that says it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.base.vault import Vault
from bot.store.chat.chats import Delivery
from bot.store.conversation.models import Conversation
from bot.store.telegram.models import TelegramChat
from bot.store.telegram.queue import Message, add, open_chat
from bot.store.telegram.updates import Telegram

Render = Callable[[Sequence[dict[str, Any]], str, int], tuple[Message, ...]]
"""Makes messages of replies; beside them the tag and the turn that their buttons carry."""


def live_delivery(vault: Vault, telegram: Telegram, render: Render) -> Delivery:
    """For `LiveChats.deliveries`."""

    def deliver(
        session: Session, row: Conversation, replies: Sequence[dict[str, Any]], now: datetime, turn: int
    ) -> None:
        chosen = select(TelegramChat.chat_hash).where(TelegramChat.data_key_id == row.data_key_id)
        chat_hash = session.scalars(chosen).one_or_none()
        chat = None if chat_hash is None else open_chat(session, vault, chat_hash)
        if chat_hash is None or chat is None:
            return
        contents = chat[1].open(chat[0].contents, "telegram_chat", "contents", chat_hash)
        messages = render(replies, telegram.button_tag(contents["token"]), turn)
        add(session, vault, contents["chat"], chat_hash, messages, now, urgent=False)

    return deliver
