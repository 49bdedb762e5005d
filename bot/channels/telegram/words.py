"""Whose words a message holds: the official's own, or those of somebody else that came along.

Works on messages as Telegram sends them, because what cannot be read as a whole may still tell of a danger.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from woningscan.reading.text import MOST_LOOKED_AT

Raw = dict[str, Any]
# Who and where, files, addresses and marks: nothing of these is said to anybody.
_NOT_SAID = frozenset(
    """from chat sender_chat sender_business_bot via_bot forward_origin forward_from forward_from_chat forward_signature
    forward_sender_name origin external_reply reply_to_message reply_to_story reply_markup link_preview_options user
    contact first_name last_name username phone_number vcard set_name currency
    thumbnail cover photo emoji type mime_type url file_name language author_signature entities caption_entities
    question_entities explanation_entities title_entities text_entities entity_list""".split()
)
_FORWARDED = ("forward_origin", "forward_from", "forward_from_chat", "forward_sender_name", "forward_date")


def own_text(message: Raw) -> str | None:
    """The text or caption; None where there is none. Raises ValueError when it is no text."""
    text = message.get("text") if message.get("text") is not None else message.get("caption")
    if text is not None and not isinstance(text, str):
        raise ValueError("text is no text")
    return text


def is_forwarded(message: Raw) -> bool:
    return any(message.get(key) for key in _FORWARDED)


def heard_in(message: Raw, bot_id: int) -> tuple[str, ...]:
    """What somebody else wrote and came along: a forwarded text, a quote, the message that is replied to.

    The bot's own words are left out. A forwarded message of the bot is one empty text: nobody's answer, and no news.
    """
    texts = []
    if is_forwarded(message):
        texts.append("" if _is_bots(_origin(message), bot_id) else (_text(message) or said_in(message)))
    replied, elsewhere, quote = (message.get(key) for key in ("reply_to_message", "external_reply", "quote"))
    if isinstance(replied, dict):
        by_bot = _is_bots(replied.get("from"), bot_id) or _is_bots(_origin(replied), bot_id)
        texts.append("" if by_bot else (_text(replied) or said_in(replied)))
    else:
        by_bot = isinstance(elsewhere, dict) and _is_bots(_origin(elsewhere, "origin"), bot_id)
    if isinstance(quote, dict) and isinstance(quote.get("text"), str) and not by_bot:
        texts.append(quote["text"])
    heard = tuple(dict.fromkeys(text[:MOST_LOOKED_AT] for text in texts if text.strip()))
    return heard or (("",) if is_forwarded(message) else ())


def said_in(message: Raw) -> str:
    """All words in a message that is no plain text: the title and tasks of a checklist, a poll, kinds still unknown."""
    return "\n".join(dict.fromkeys(_words(message)))[:MOST_LOOKED_AT]


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip() and any(character.isalpha() for character in value):
            yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_SAID and not str(key).endswith(("id", "ids")):
                yield from _words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _words(inner)


def _text(message: Raw) -> str:
    text = message.get("text") or message.get("caption")
    return text if isinstance(text, str) else ""


def _origin(message: Raw, key: str = "forward_origin") -> Any:
    origin = message.get(key)
    return origin.get("sender_user") if isinstance(origin, dict) else None


def _is_bots(user: Any, bot_id: int) -> bool:
    return isinstance(user, dict) and user.get("is_bot") is True and user.get("id") == bot_id
