"""Brings what is said in a live chat to Telegram: into the chat's queue, in the transaction that says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.rendering import messages_of
from bot.store import Store
from bot.store.chat.chats import Delivery
from bot.store.conversation.models import Conversation
from bot.store.telegram.models import TelegramChat
from bot.store.telegram.queue import add, open_chat
from woningscan.chat.live import STAFF_SAID
from woningscan.content.model import Content
from woningscan.conversation.reply import Reply, text


def telegram_delivery(content: Content, store: Store) -> Delivery:
    """For `store.live_chats.deliveries["telegram"]`."""

    def deliver(
        session: Session, row: Conversation, replies: Sequence[dict[str, Any]], now: datetime, turn: int
    ) -> None:
        chosen = select(TelegramChat.chat_hash).where(TelegramChat.data_key_id == row.data_key_id)
        chat_hash = session.scalars(chosen).one_or_none()
        found = None if chat_hash is None else open_chat(session, store.vault, chat_hash)
        if chat_hash is None or found is None:
            return
        kept = found[1].open(found[0], TelegramChat.contents)
        buttons = Buttons(store.telegram.button_tag(kept["token"]), turn)
        said = [_labelled(content, Reply.from_dict(reply)) for reply in replies]
        add(session, store.vault, kept["chat"], chat_hash, messages_of(said, buttons), now, urgent=False)

    return deliver


def _labelled(content: Content, reply: Reply) -> Reply:
    """Telegram shows everything under the bot's name, so who speaks is said in the message."""
    if reply.id != STAFF_SAID:
        return reply
    return replace(reply, parts=(text(f"{content.messages[STAFF_SAID]}:"), *reply.parts))
