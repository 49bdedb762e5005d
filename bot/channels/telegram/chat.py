"""How what is said in a live chat looks in Telegram, and that it is delivered there: nobody comes and asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.channels.telegram import CHANNEL
from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.rendering import Message, messages_of
from bot.store import Store
from woningscan.chat.live import STAFF_SAID
from woningscan.content.model import Content
from woningscan.conversation.reply import Reply, text


def deliver_chats(content: Content, store: Store) -> None:
    """From now on what is said in a chat goes to Telegram too."""

    def render(replies: Sequence[dict[str, Any]], tag: str, turn: int) -> tuple[Message, ...]:
        labelled = [_labelled(content, Reply.from_dict(reply)) for reply in replies]
        return messages_of(content, labelled, Buttons(tag, turn))

    store.live_chats.deliveries[CHANNEL.name] = store.telegram.delivery(render)


def _labelled(content: Content, reply: Reply) -> Reply:
    """Telegram shows everything under the bot's name, so who speaks is said in the message."""
    if reply.id != STAFF_SAID:
        return reply
    return replace(reply, parts=(text(f"{content.messages[STAFF_SAID]}:"), *reply.parts))
