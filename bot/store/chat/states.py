"""The state of a live chat, who says something in it, how it ended, and why somebody may not act in it."""

from __future__ import annotations

from enum import StrEnum


class ChatState(StrEnum):
    WAITING = "waiting"
    ACTIVE = "active"
    CLOSED = "closed"


class Sender(StrEnum):
    OFFICIAL = "official"
    STAFF = "staff"
    SYSTEM = "system"


class EndedBy(StrEnum):
    """By whom or by what a chat ended: `NOBODY` took it, or who had it was `GONE`."""

    OFFICIAL = "official"
    STAFF = "staff"
    NOBODY = "nobody"
    GONE = "gone"


MISSED = (EndedBy.NOBODY, EndedBy.GONE)
"""Chats that ended without staff."""


class Refused(StrEnum):
    """Why a member may not act in a chat: a colleague has it, it is over, or it was erased."""

    ELSEWHERE = "elsewhere"
    CLOSED = "closed"
    ERASED = "erased"
