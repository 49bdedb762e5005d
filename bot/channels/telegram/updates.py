"""What came in from Telegram, reduced to what is needed to answer it. Names and pictures are dropped here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")
"""The kinds of update that are asked for; `channel_post` only so that a channel can be left."""
_GONE = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


@dataclass(frozen=True)
class Seen:
    """Something said in a private chat: typed, pressed, or something that is no text (`other`).

    `message_id` and `html` are those of the message under which a button was pressed.
    """

    chat_id: int = field(repr=False)
    text: str | None = field(default=None, repr=False)
    pressed: str | None = None
    query_id: str | None = None
    message_id: int | None = None
    html: str | None = field(default=None, repr=False)
    edited: bool = False
    other: bool = False

    def contents(self) -> dict[str, Any]:
        """What is stored until it was handled."""
        kept = {"chat": self.chat_id, "text": self.text, "pressed": self.pressed, "message": self.message_id}
        return {**kept, "html": self.html, "other": self.other}

    @classmethod
    def from_contents(cls, kept: dict[str, Any]) -> Seen:
        return cls(
            kept["chat"],
            kept["text"],
            kept["pressed"],
            message_id=kept["message"],
            html=kept["html"],
            other=kept["other"],
        )


@dataclass(frozen=True)
class Leave:
    """A group or a channel: not a place for this conversation."""

    chat_id: int = field(repr=False)


@dataclass(frozen=True)
class Blocked:
    """The official blocked the bot: what is known of this chat goes."""

    chat_id: int = field(repr=False)


def seen_in(update: Update) -> Seen | Leave | Blocked | None:
    """What an update means; None for everything that is not for this assistant."""
    if update.callback_query is not None:
        return _pressed(update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    message = update.message or update.edited_message
    if message is not None and message.chat.type == ChatType.PRIVATE:
        return _said(message, edited=update.message is None)
    elsewhere = message or update.channel_post
    return Leave(elsewhere.chat.id) if elsewhere is not None else None


def _said(message: Message, edited: bool) -> Seen | None:
    text = message.text if message.text is not None else message.caption
    if text is None and message.effective_attachment is None:
        return None  # a note of Telegram's own, such as "pinned a message"
    return Seen(message.chat.id, text, edited=edited, other=text is None)


def _pressed(query: CallbackQuery) -> Seen | None:
    message = query.message
    if message is None or query.data is None or message.chat.type != ChatType.PRIVATE:
        return None
    html = message.text_html if isinstance(message, Message) and message.text else None
    return Seen(message.chat.id, pressed=query.data, query_id=query.id, message_id=message.message_id, html=html)


def _membership(change: ChatMemberUpdated) -> Leave | Blocked | None:
    gone = change.new_chat_member.status in _GONE
    if change.chat.type == ChatType.PRIVATE:
        return Blocked(change.chat.id) if gone else None
    return None if gone else Leave(change.chat.id)
