"""The end of a turn: one transaction, and only then what it confirms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.figures.counting import events_of
from bot.metrics.instruments import ROUTES, Stage, timed
from bot.store import Store, StoredConversation
from bot.turn.notices import with_notices
from bot.turn.result import Result, offered_in, with_link
from woningscan.content.model import Content
from woningscan.conversation.confirmations import confirmation, is_silent
from woningscan.conversation.effects import ERASE_CONVERSATION, Outcome
from woningscan.conversation.memory import memory_in
from woningscan.conversation.reply import Choice, Reply


class Committing:
    """Keeps what a turn came to, once for the id of its message."""

    def __init__(self, content: Content, store: Store, now: Callable[[], datetime], public_url: str) -> None:
        self._content = content
        self._store = store
        self._now = now
        self._public_url = public_url

    def commit(self, stored: StoredConversation, result: Result, message_id: str) -> list[Reply]:
        """Commit the turn, then say what the commit confirms."""
        offered = offered_in(result.replies) or [Choice(**choice) for choice in stored.offered]
        memory = memory_in(result.state)
        erases = any(effect.kind == ERASE_CONVERSATION for effect in result.effects)
        forsaken = [] if erases else self._store.requests.forsaken(stored.requests)
        replies = with_notices(self._content, self._store, result.replies, forsaken)
        events = events_of(self._content, memory, stored.ledger.get("counted", []))
        with timed(Stage.COMMIT):
            outcomes = self._store.turns.commit_turn(
                stored,
                state=result.state,
                offered=[choice.to_dict() for choice in offered],
                replies=[reply.to_dict() for reply in replies],
                effects=result.effects,
                external_id=message_id,
                now=self._now(),
                finished=memory.planned or None,
                told=forsaken,
                events=events,
            )
        if memory.route and f"route.{memory.route}" in events:
            ROUTES.note(memory.route)
        return self._confirm(stored.id, message_id, replies, outcomes)

    def answered_before(self, stored: StoredConversation, message_id: str) -> list[Reply]:
        """The replies to a message that came twice; confirmations that a crash kept back are said now."""
        conversations = self._store.conversations
        replies = [Reply.from_dict(one) for one in conversations.already_answered(stored.id, message_id) or []]
        return self._confirm(stored.id, message_id, replies, conversations.unconfirmed_outcomes(stored.id, message_id))

    def _confirm(
        self, conversation_id: str, message_id: str, replies: list[Reply], outcomes: list[Outcome]
    ) -> list[Reply]:
        told = [outcome for outcome in outcomes if not is_silent(outcome)]
        if not told:
            return replies
        said = [*replies, *(confirmation(self._content, with_link(outcome, self._public_url)) for outcome in told)]
        offered = [choice.to_dict() for choice in offered_in(said)]
        self._store.turns.record_replies(conversation_id, message_id, [reply.to_dict() for reply in said], offered)
        return said
