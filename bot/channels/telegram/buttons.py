"""What a button carries: a version, its conversation, the turn that offered it, and which choice it is.

Telegram keeps every button for ever and lets 64 bytes travel with it. A choice is therefore named by its digest, and
whether it may still be pressed is decided when it is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from woningscan.conversation.choices import ANSWER, ANY_TIME, CHANGE, FIELD, THREAT_CHECK, TICK

_VERSION = "1"
_DATA = re.compile(rf"{_VERSION}\.([0-9a-f]{{8}})\.([0-9a-f]{{1,8}})\.([0-9a-f]{{12}})")
_CHECKS = frozenset(f"{THREAT_CHECK}:{key}" for key in ("nu", "wel", "politie", "nee"))
# An answer names its question, so one that is offered now is meant, whichever copy of the question it was under.
_NAMES_ITS_QUESTION = (f"{ANSWER}:", f"{FIELD}:", f"{CHANGE}:", f"{TICK}:")
NO_LONGER_ASKED = f"{ANSWER}:eerder"
"""Pressed in the place of an old button: the gate says that it is old and shows the question of now."""


class Standing(Enum):
    """What a pressed button is worth now."""

    VALID = "valid"
    OLD = "old"
    TWICE = "twice"
    FOREIGN = "foreign"


@dataclass(frozen=True)
class Pressed:
    standing: Standing
    choice: str | None = None
    about_danger: bool = False


@dataclass(frozen=True)
class Asked:
    """What a chat is asked now: the conversation's tag, its turn, the choices on offer, the button pressed last."""

    tag: str
    turn: int
    offered: tuple[str, ...]
    last_pressed: str | None = None


@dataclass(frozen=True)
class Buttons:
    """Makes the buttons of one turn of a conversation."""

    tag: str
    turn: int

    def data(self, choice: str) -> str:
        """What the button for a choice carries, 64 bytes at most."""
        return f"{_VERSION}.{self.tag}.{self.turn:x}.{_digest(choice)}"


def pressed(data: str, asked: Asked | None, dangers: Collection[str] = ()) -> Pressed:
    """Which choice a button stands for and whether it still counts. `asked` is None for a chat without conversation.

    What may be pressed at any moment, a report of danger above all, counts from every button ever sent. `dangers` are
    the answers to the safety questions that are such a report.
    """
    carried = _DATA.fullmatch(data)
    if carried is None:
        return Pressed(Standing.OLD)
    tag, turn, digest = carried[1], int(carried[2], 16), carried[3]
    offered = asked.offered if asked is not None else ()
    reports = {"report_threat", *_CHECKS, *dangers}
    choice = next((offer for offer in (*offered, *ANY_TIME, *reports) if _digest(offer) == digest), None)
    if choice in reports:
        return Pressed(Standing.VALID, choice, about_danger=True)
    if asked is None or tag != asked.tag:
        return Pressed(Standing.FOREIGN)
    if turn == asked.turn and choice is not None:
        return Pressed(Standing.VALID, choice)
    if data == asked.last_pressed:
        return Pressed(Standing.TWICE)
    if choice is not None and (choice in ANY_TIME or choice.startswith(_NAMES_ITS_QUESTION)):
        return Pressed(Standing.VALID, choice)
    return Pressed(Standing.OLD)


def _digest(choice: str) -> str:
    return hashlib.sha256(choice.encode()).hexdigest()[:12]
