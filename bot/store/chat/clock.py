"""The one clock of a live chat: what an official hears, and when, while nobody takes it or whoever took it is silent.

It runs from when the official began to wait and begins anew when somebody takes the chat, answers in it or gives it
back. A page that is open is nobody who answers: it keeps no chat.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store.chat.models import LiveChat
from bot.store.chat.states import ChatState

NOT_TAKEN, LATE = "handoff.not_taken", "handoff.late"
TAKEN_BACK, STAFF_GONE = "handoff.colleague", "handoff.staff_gone"
TAKEN_WITHIN = timedelta(minutes=2)
"""So long an official waits for somebody to take the chat. `content/messages.yml` says so."""
_NEVER = timedelta.max


@dataclass(frozen=True)
class Terms:
    """`untaken`: told so long after the begin that nobody took it yet. `silent`: told so long after an unanswered
    message that there is no answer yet; `given_up`: then a colleague is asked, or the bot has the conversation back."""

    untaken: timedelta
    silent: timedelta
    given_up: timedelta


ORDINARY = Terms(_NEVER, timedelta(seconds=90), timedelta(minutes=3))
URGENT = Terms(timedelta(minutes=1), timedelta(minutes=1), timedelta(minutes=2))
SHORTEST = min(URGENT.untaken, URGENT.silent)


def due(chat: LiveChat, now: datetime, *, holder_is_there: bool, colleague_is_there: bool) -> str | None:
    """What is due in an open chat, by the key of what the official is told; None for nothing."""
    terms = URGENT if chat.urgent else ORDINARY
    if chat.state == ChatState.WAITING:
        waited = now - (chat.waiting_since or now)
        if waited >= TAKEN_WITHIN:
            return NOT_TAKEN
        return LATE if waited >= terms.untaken and chat.told_at is None else None
    if chat.unanswered_since is None:
        return None
    silent = now - chat.unanswered_since
    if silent >= terms.given_up or not holder_is_there:
        return TAKEN_BACK if colleague_is_there else STAFF_GONE
    return LATE if silent >= terms.silent and chat.told_at is None else None
