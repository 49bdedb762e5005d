"""Who owns a conversation, and so may speak in it."""

from __future__ import annotations

from enum import StrEnum


class Owner(StrEnum):
    """A person owns it while a live chat is open, waiting included."""

    BOT = "bot"
    PERSON = "person"
