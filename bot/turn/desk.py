"""Whether somebody can be chatted with now, and the gate with the chat in it: what the turn service asks first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.office_hours import OfficeHours
from bot.store import Store, StoredConversation
from bot.store.conversation.owner import Owner
from bot.turn.chat_gate import decide_with_person
from bot.turn.gate import Decision, decide
from bot.turn.incoming import MAX_TEXT, Incoming, readable
from woningscan.chat import live
from woningscan.content.model import Content
from woningscan.conversation.memory import Session
from woningscan.conversation.reply import Choice, Reply

LIVE_CHANNELS = frozenset(["web", "plain", "telegram"])


class Reception:
    """`hours` is None where nobody can be chatted with, such as in a terminal."""

    def __init__(
        self, content: Content, store: Store, hours: OfficeHours | None, *, now: Callable[[], datetime]
    ) -> None:
        self._content = content
        self._store = store
        self._hours = hours
        self._now = now

    def desk(self, channel: str) -> str:
        """`open`, or why there is no chat: see `woningscan/chat/live.py`."""
        if self._hours is None or channel not in LIVE_CHANNELS:
            return ""
        now = self._now()
        if not self._hours.is_open(now):
            return live.OUT_OF_HOURS
        return live.OPEN if self._store.desk.somebody_is_there(now) else live.NOBODY

    def decide(
        self, stored: StoredConversation, session: Session, offered: list[Choice], incoming: Incoming
    ) -> Decision:
        """Who the message is for, and what to do with it."""
        if stored.owner == Owner.PERSON:
            return decide_with_person(self._content, session, offered, incoming)
        decision = decide(self._content, session, offered, self._meant(stored, incoming))
        if decision.choice == live.STOP:  # an old screen: the chat is over, so go on
            return replace(decision, choice="resume")
        if decision.choice in live.REQUESTS:
            desk = self.desk(stored.channel)
            return Decision(live.press(self._content, session, str(decision.choice), desk or live.NOBODY))
        return decision

    def offering(self, stored: StoredConversation, session: Session, replies: list[Reply]) -> list[Reply]:
        """The replies, with the chat where somebody to talk to is offered."""
        if stored.owner == Owner.PERSON or not any(reply.id in live.OFFERING for reply in replies):
            return replies
        return live.with_chat(self._content, session, replies, self.desk(stored.channel))

    def _meant(self, stored: StoredConversation, incoming: Incoming) -> Incoming:
        """A plain yes or no to the question what staff may see is that button."""
        if incoming.text is None or incoming.edited:
            return incoming
        last = [str(reply["id"]) for reply in stored.last_replies]
        choice = live.consent_in(self._content, last, readable(incoming.text[:MAX_TEXT]))
        return incoming if choice is None else replace(incoming, text=None, choice=choice)
