"""What came in from Telegram, reduced to what is needed to answer it. Names and pictures are dropped here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext.filters import StatusUpdate

from bot.channels.telegram.words import Raw, heard_in, is_forwarded, own_text, said_in

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")
"""The kinds of update that are asked for; `channel_post` only so that a channel can be left."""
_GONE = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


@dataclass(frozen=True)
class Seen:
    """Something said in a private chat: typed, pressed, or something that is no text (`other`).

    `message_id` and `html` are those of the message under which a button was pressed; `number` is that of the
    official's own message, `album` the group of pictures that it is part of. `heard` is what somebody else wrote and
    came along, and what there is to read in something that is no text: judged for danger, never an answer.
    """

    chat_id: int = field(repr=False)
    text: str | None = field(default=None, repr=False)
    pressed: str | None = None
    query_id: str | None = None
    message_id: int | None = None
    html: str | None = field(default=None, repr=False)
    edited: bool = False
    other: bool = False
    heard: tuple[str, ...] = field(default=(), repr=False)
    number: int | None = None
    album: str | None = None

    def contents(self) -> dict[str, Any]:
        """What is stored until it was handled."""
        return {
            **{"chat": self.chat_id, "text": self.text, "pressed": self.pressed, "message": self.message_id},
            **{"edited": self.edited, "heard": list(self.heard), "number": self.number, "album": self.album},
            **{"html": self.html, "other": self.other},
        }

    @classmethod
    def from_contents(cls, stored: dict[str, Any]) -> Seen:
        return cls(
            stored["chat"],
            stored["text"],
            stored["pressed"],
            message_id=stored["message"],
            html=stored["html"],
            other=stored["other"],
            edited=stored.get("edited", False),  # an update that waited for a newer app has none of these
            heard=tuple(stored.get("heard", ())),
            number=stored.get("number"),
            album=stored.get("album"),
        )


@dataclass(frozen=True)
class Leave:
    """A group or a channel: not a place for this conversation. `added`: somebody put the bot there just now."""

    chat_id: int = field(repr=False)
    added: bool = False


@dataclass(frozen=True)
class Blocked:
    """The official blocked the bot: nothing can be said there."""

    chat_id: int = field(repr=False)


def seen_in(update: Update, bot_id: int) -> Seen | Leave | Blocked | None:
    """What an update means; None for what is not for this assistant. May raise anything on a form that nobody knows."""
    if update.callback_query is not None:
        return _pressed(update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    message = update.message or update.edited_message
    if message is not None and message.chat.type == ChatType.PRIVATE:
        if message.from_user is not None and message.from_user.is_bot:
            return None  # two bots would talk for ever
        if StatusUpdate.ALL.check_update(update) or (update.message is None and message.location is not None):
            return None  # a note of Telegram's own, such as "pinned a message"; a shared place that moves by itself
        return _said(message.to_dict(), bot_id, edited=update.message is None)
    elsewhere = message or update.channel_post
    return Leave(elsewhere.chat.id) if elsewhere is not None else None


def unread_in(raw: Raw, bot_id: int) -> Seen | Leave | None:
    """The same of an update that could not be read: who said it, the text where there is one, and every other word."""
    query = raw.get("callback_query")
    if isinstance(query, dict):
        chat_id = _private_chat(query.get("message"))
        if chat_id is None or not isinstance(query.get("data"), str):
            return None
        query_id = query["id"] if isinstance(query.get("id"), str) else None
        return Seen(chat_id, pressed=query["data"], query_id=query_id)
    edited = not isinstance(raw.get("message"), dict)
    message = raw.get("edited_message") if edited else raw["message"]
    if not isinstance(message, dict) or _is_by_a_bot(message):
        return None
    chat_id = _private_chat(message)
    if chat_id is None:
        elsewhere = message.get("chat")
        number = elsewhere.get("id") if isinstance(elsewhere, dict) else None
        return Leave(number) if _is_number(number) else None
    words = said_in({key: value for key, value in message.items() if key not in ("text", "caption", "quote")})
    heard = tuple(text for text in (words, *heard_in(message, bot_id)) if text.strip())
    text = None if is_forwarded(message) else next(_texts(message), None)
    return Seen(chat_id, text, edited=edited, other=True, heard=heard)


def _said(message: Raw, bot_id: int, edited: bool) -> Seen:
    text, heard = own_text(message), heard_in(message, bot_id)
    if text is None and not any(heard):
        words = said_in(message)
        heard = (words,) if words else ()
    other = text is None
    if is_forwarded(message):
        text = None
    chat_id, number = message["chat"]["id"], message.get("message_id")
    if not _is_number(chat_id):
        raise ValueError("chat is no chat")
    album = message.get("media_group_id")
    return Seen(chat_id, text, edited=edited, other=other, heard=heard, number=number, album=album)


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
    return None if gone else Leave(change.chat.id, added=True)


def _private_chat(message: Any) -> int | None:
    """The number of the private chat of a message: by its kind or, where that is missing, as groups are below 0."""
    chat = message.get("chat") if isinstance(message, dict) else None
    number = chat.get("id") if isinstance(chat, dict) else None
    if not isinstance(chat, dict) or not _is_number(number):
        return None
    return number if chat.get("type", "private" if number > 0 else "") == ChatType.PRIVATE else None


def _is_by_a_bot(message: Raw) -> bool:
    sender = message.get("from")
    return isinstance(sender, dict) and sender.get("is_bot") is True


def _texts(message: Raw) -> Iterator[str]:
    yield from (text for text in (message.get("text"), message.get("caption")) if isinstance(text, str))


def _is_number(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
