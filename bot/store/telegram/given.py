"""What the channel is given of a chat and of an update, opened, and what it makes messages with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.store.telegram.queue import Message

Render = Callable[[Sequence[Message], str, int], tuple[Message, ...]]
"""Makes messages of replies, with the tag of the chat's buttons and the turn that they belong to."""


@dataclass(frozen=True)
class StoredChat:
    """A chat that has a conversation, the update that began it, and the button that was pressed last.

    `asked` tells of the last messages which question was open when they came, "" for none; `album` which group of
    pictures was answered last. `numbers` are the messages of both sides, with when they came, in seconds.
    """

    token: str = field(repr=False)
    begun_by: str
    last_pressed: str | None
    asked: Mapping[int | None, str] = field(default_factory=dict, repr=False)
    album: str | None = None
    numbers: Sequence[Sequence[int]] = field(default=(), repr=False)


@dataclass(frozen=True)
class ClaimedUpdate:
    """An update to handle; nobody else gets it until the claim runs out."""

    update_hash: str
    chat_hash: str
    position: int
    urgent: bool
    attempts: int
    contents: dict[str, Any] = field(repr=False)
