"""One message, one turn, one transaction: gate, engine, commit, and only then what the commit confirms."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.engine_client import EngineClient, EngineUnavailable
from bot.gate import Decision, decide
from bot.incoming import Incoming
from bot.last_resort import on_threat, unavailable
from bot.store import Conflict, ConversationGone, Duplicate, Store, StoredConversation, StoreError
from woningscan.confirmations import confirmation
from woningscan.content.model import Content
from woningscan.conversation import open_conversation
from woningscan.effects import OFFER_REPORT, Effect, Outcome
from woningscan.replies import Choice, Reply, text
from woningscan.session import Session, adopted, session_in, state_with

log = logging.getLogger("bot.turn")
ATTEMPTS = 8
# Whoever writes about a threat waits no longer than this for the numbers to call, whatever is slow.
THREAT_SECONDS = 1.0
State = dict[str, Any]


class UnknownConversation(Exception):
    """The token belongs to no conversation: never issued, expired or erased."""


@dataclass(frozen=True)
class Result:
    """What a turn would say, keep and do, before anything of it is committed.

    `complete` is false when the engine was away: the same message sent again then gets its real answer.
    """

    state: State
    replies: list[Reply] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    complete: bool = True


class TurnService:
    """Opens conversations and answers messages, for every channel alike.

    A turn is a pure function of the stored state, so one that loses against another turn of the same conversation is
    simply run again; only the commit decides.
    """

    def __init__(
        self, content: Content, store: Store, engine: EngineClient, *, now: Callable[[], datetime], public_url: str
    ) -> None:
        self._content = content
        self._store = store
        self._engine = engine
        self._now = now
        self._public_url = public_url

    async def open(self, channel: str) -> tuple[str, list[Reply]]:
        """Begin a conversation: its token, for the client alone, and the first words."""
        step = open_conversation(self._content, Session())
        replies = list(step.replies)
        offered = [choice.to_dict() for choice in _offered(replies)]
        create = self._store.conversations.create
        token = await asyncio.to_thread(
            create, channel, state_with({}, step.session), offered, [reply.to_dict() for reply in replies], self._now()
        )
        return token, replies

    async def last_replies(self, token: str) -> list[Reply]:
        """What was said last, for a client that comes back. Raises UnknownConversation."""
        return [Reply.from_dict(reply) for reply in (await self._load(token)).last_replies]

    async def erase(self, token: str) -> None:
        """Erase a conversation and everything in it. Raises UnknownConversation."""
        stored = await self._load(token)
        await asyncio.to_thread(self._store.conversations.erase, stored.id, now=self._now())

    async def answer(self, token: str, incoming: Incoming) -> list[Reply]:
        """Answer one message, exactly once for its id; safely when it cannot be kept. Raises UnknownConversation."""
        turn = asyncio.create_task(self._answer(token, incoming))
        done, _ = await asyncio.wait({turn}, timeout=THREAT_SECONDS)
        urgent = [] if done else on_threat(self._content, incoming)
        if urgent:
            turn.add_done_callback(_note_failure)
            return urgent
        try:
            return await turn
        except StoreError as error:
            log.error("turn not kept: %s", type(error).__name__)
            return on_threat(self._content, incoming) or [unavailable(self._content)]

    async def _answer(self, token: str, incoming: Incoming) -> list[Reply]:
        message_id = incoming.message_id or secrets.token_hex(16)
        for _ in range(ATTEMPTS):
            stored = await self._load(token)
            result = await self._run(stored, incoming)
            if not result.complete:
                conversations = self._store.conversations
                if await asyncio.to_thread(conversations.already_answered, stored.id, message_id) is not None:
                    return await asyncio.to_thread(self._answered_before, stored, message_id)
                if result.state == stored.state and not result.effects:
                    return result.replies
                message_id = secrets.token_hex(16)
            try:
                return await asyncio.to_thread(self._commit, stored, result, message_id)
            except Conflict:
                continue
            except Duplicate:
                return await asyncio.to_thread(self._answered_before, stored, message_id)
            except ConversationGone:
                raise UnknownConversation from None
        raise Conflict("too many turns of one conversation at once")

    async def _run(self, stored: StoredConversation, incoming: Incoming) -> Result:
        session, changed = adopted(session_in(stored.state), self._content)
        state = _with_session(stored.state, session) if changed else stored.state
        offered = [Choice(**choice) for choice in stored.offered]
        decision = await asyncio.to_thread(decide, self._content, session, offered, incoming)
        before = [self._said("scan.content_changed")] if changed else []
        result = await self._act(decision, session, state)
        said = [*before, *decision.step.replies, *result.replies]
        if decision.repeat or (not result.complete and decision.step.then is None):
            said += _last_question(stored)
        return replace(result, replies=said)

    async def _act(self, decision: Decision, session: Session, state: State) -> Result:
        """Keep what the gate decided and, where it says so, run the turn through the engine."""
        step = decision.step
        if step.then is not None:
            state = state_with(state, step.session)
        elif step.session != session:
            state = _with_session(state, step.session)
        effects = list(step.effects)
        if decision.text is None and decision.choice is None:
            return Result(state, effects=effects)
        try:
            turn = await self._engine.turn(state, text=decision.text, choice=decision.choice)
        except EngineUnavailable as error:
            log.warning("engine away: %s", error)
            return Result(state, [unavailable(self._content)], effects, complete=False)
        return Result(turn.state, turn.replies, [*effects, *turn.effects])

    def _commit(self, stored: StoredConversation, result: Result, message_id: str) -> list[Reply]:
        """Commit the turn, then say what the commit confirms."""
        offered = _offered(result.replies) or [Choice(**choice) for choice in stored.offered]
        outcomes = self._store.turns.commit_turn(
            stored,
            state=result.state,
            offered=[choice.to_dict() for choice in offered],
            replies=[reply.to_dict() for reply in result.replies],
            effects=result.effects,
            external_id=message_id,
            now=self._now(),
            finished=session_in(result.state).planned or None,
        )
        return self._confirm(stored.id, message_id, result.replies, outcomes)

    def _answered_before(self, stored: StoredConversation, message_id: str) -> list[Reply]:
        """The replies to a message that came twice; confirmations that a crash kept back are said now."""
        conversations = self._store.conversations
        replies = [Reply.from_dict(one) for one in conversations.already_answered(stored.id, message_id) or []]
        return self._confirm(stored.id, message_id, replies, conversations.unconfirmed_outcomes(stored.id, message_id))

    def _confirm(
        self, conversation_id: str, message_id: str, replies: list[Reply], outcomes: list[Outcome]
    ) -> list[Reply]:
        if not outcomes:
            return replies
        said = [*replies, *(confirmation(self._content, self._with_link(outcome)) for outcome in outcomes)]
        offered = [choice.to_dict() for choice in _offered(said)]
        self._store.turns.record_replies(conversation_id, message_id, [reply.to_dict() for reply in said], offered)
        return said

    def _with_link(self, outcome: Outcome) -> Outcome:
        if outcome.kind != OFFER_REPORT:
            return outcome
        return replace(outcome, data={"url": f"{self._public_url}/rapport/{outcome.data['token']}"})

    async def _load(self, token: str) -> StoredConversation:
        stored = await asyncio.to_thread(self._store.conversations.load, token)
        if stored is None:
            raise UnknownConversation
        return stored

    def _said(self, key: str) -> Reply:
        return Reply(key, (text(self._content.messages[key]),))


def _note_failure(turn: asyncio.Task[list[Reply]]) -> None:
    """Somebody got the numbers to call without waiting for this turn; that it failed is still worth a line."""
    if not turn.cancelled() and turn.exception() is not None:
        log.error("turn not kept: %s", type(turn.exception()).__name__)


def _with_session(state: State, session: Session) -> State:
    """The same state, forms and all, with another session."""
    return {**state, "slots": {**(state.get("slots") or {}), "session": session.to_dict()}}


def _offered(replies: list[Reply]) -> list[Choice]:
    return [choice for reply in replies for choice in (*reply.choices, *reply.tools)]


def _last_question(stored: StoredConversation) -> list[Reply]:
    """What was asked last, to show again when a message could not be used."""
    return [Reply.from_dict(reply) for reply in stored.last_replies if _asks(reply)][-1:]


def _asks(reply: dict[str, Any]) -> bool:
    """Whether a reply asks something: it has answers to press, or it is a field of a request, which may have none."""
    return bool(reply["choices"]) or str(reply["id"]).startswith("booking.ask.")
