"""What the plain page shows while a person has the conversation, and right after: the chat's messages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.channels.api.chat import notice_of
from bot.store.chat.chats import Feed
from bot.store.chat.states import Sender
from bot.store.conversation.owner import Owner
from woningscan.chat.live import STOP
from woningscan.content.model import Content
from woningscan.conversation.reply import Choice, Reply, text

# The chat just ended: its messages are still shown, for who did not see the last of them.
_ENDED = ("handoff.back", "handoff.staff_gone")


@dataclass(frozen=True)
class Talk:
    """A chat as it is shown. `notice` is empty once it is over; `choices` are offered where the bot spoke last."""

    notice: str
    lines: list[dict[str, Any]]
    choices: tuple[Choice, ...] = ()


def talk_of(content: Content, owner: Owner, feed: Feed | None, replies: Iterable[Reply]) -> Talk | None:
    """The chat of a conversation: while it goes on, and on the page right after it."""
    ended = any(reply.id.startswith(_ENDED) for reply in replies)
    if feed is None or (owner != Owner.PERSON and not ended):
        return None
    lines = [_line(content, message) for message in feed.messages]
    if owner != Owner.PERSON:  # how it ended stands on the page itself
        lines = [line for line in lines if line["mine"] or line["staff"]]
        return Talk("", lines) if lines else None
    return Talk(notice_of(content, feed.state), lines, _offered(feed))


def _offered(feed: Feed) -> tuple[Choice, ...]:
    """What the official may choose instead of waiting; the way back to the bot stands on the page anyway."""
    last = next(reversed(feed.messages), None)
    if last is None or last.sender != Sender.SYSTEM:
        return ()
    replies = [Reply.from_dict(reply) for reply in last.replies]
    return tuple(choice for reply in replies for choice in reply.choices if choice.id != STOP)


def _line(content: Content, message: Any) -> dict[str, Any]:
    labels = {Sender.OFFICIAL: "plain.chat.you", Sender.STAFF: "handoff.staff"}
    parts = [text(message.text)] if message.text else []
    if message.sender not in labels:
        parts = [part for reply in message.replies for part in reply["parts"] if part["kind"] != "progress"]
    return {
        "by": content.messages[labels.get(message.sender, "plain.chat.bot")],
        "mine": message.sender == Sender.OFFICIAL,
        "staff": message.sender == Sender.STAFF,
        "parts": parts,
    }
