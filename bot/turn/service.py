"""One message, one turn, one transaction: gate, engine, commit, and only then what the commit confirms."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.metrics.instruments import Ended, Kind, Measure, Stage, measured, timed
from bot.office_hours import OfficeHours
from bot.rasa.answer import BadAnswer, EngineUnavailable
from bot.rasa.client import EngineClient
from bot.reader.reader import read
from bot.store import Conflict, ConversationGone, Duplicate, Store, StoredConversation, StoreError
from bot.store.base import beats
from bot.store.chat.states import EndedBy
from bot.store.conversation.owner import Owner
from bot.store.telegram.request_links import BegunRequest
from bot.turn.carrying_out import carry_out, through_engine
from bot.turn.committing import Committing
from bot.turn.desk import Reception
from bot.turn.notices import with_notices
from bot.turn.reading_line import NOBODY, ReadingLine
from bot.turn.result import Result, last_question, offered_in, with_memory
from woningscan.chat.live import no_chat
from woningscan.chat.live import said as said_about_chat
from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, command
from woningscan.conversation.effects import CLOSE_CHAT, OPEN_CHAT, Effect
from woningscan.conversation.gate import decide
from woningscan.conversation.last_resort import busy, on_threat, unavailable
from woningscan.conversation.memory import Memory, adopted, memory_in, state_with
from woningscan.conversation.reply import Choice, Reply, text
from woningscan.conversation.step import Decision, Step
from woningscan.conversation.talk import open_conversation
from woningscan.reading.incoming import Incoming
from woningscan.reading.reading import Reading
from woningscan.scan.speaking import changed_reply

log = logging.getLogger("bot.turn")
ATTEMPTS = 8
# Whoever writes about a threat waits no longer than this for the numbers to call, whatever is slow.
THREAT_SECONDS = 1.0
KNOWN_SECONDS = 0.2
"""How long it is waited for whether a conversation exists."""
REQUEST_COMMANDS = {"woningscan": "book_scan", "terugbellen": "start_callback"}
BEGUN = "aanvraag-begonnen"


class UnknownConversation(Exception):
    """The token belongs to no conversation: never issued, expired or erased."""


class TurnService:
    """Opens conversations and answers messages, for every channel alike.

    A turn is a pure function of the stored state, so one that loses against another turn of the same conversation is
    simply run again; only the commit decides.
    """

    def __init__(
        self,
        content: Content,
        store: Store,
        engine: EngineClient,
        *,
        now: Callable[[], datetime],
        public_url: str,
        overheard: Collection[str],
        hours: OfficeHours | None = None,
        live: Collection[str] = (),
        chat_allowed: Callable[[str], Awaitable[bool]] | None = None,
    ) -> None:
        """`hours` is when staff can be chatted with; None where they cannot at all. `live` are the channels where they
        can; `chat_allowed` says whether a client may ask for one now. `overheard` are the channels of others, who can
        read along (decision D10): nobody may forget to say it."""
        self._content = content
        self._store = store
        self._engine = engine
        self._now = now
        self._public_url = public_url
        self._overheard = overheard
        self._chat_allowed = chat_allowed
        self._committing = Committing(content, store, now, public_url)
        self.line = ReadingLine(content)
        self._reception = Reception(content, store, hours, live, now=now)

    def is_overheard(self, channel: str) -> bool:
        """Whether others than the official can read along in this channel."""
        return channel in self._overheard

    async def open(self, channel: str) -> tuple[str, list[Reply]]:
        """Begin a conversation: its token, for the client alone, and the first words."""
        step = self._opening(channel)
        token = await self._create(channel, step.memory, list(step.replies), offered_in(list(step.replies)))
        return token, list(step.replies)

    def opening(self, channel: str) -> list[Reply]:
        """The first words again, for a channel that has to repeat them."""
        return list(self._opening(channel).replies)

    def _opening(self, channel: str) -> Step:
        begun = Memory(overheard=self.is_overheard(channel))
        return open_conversation(self._content, begun, f"{self._public_url}/zelfscan")

    async def open_request(self, channel: str, begun: BegunRequest) -> str:
        """Begin a conversation with a request that was begun elsewhere, under the route that holds there: its token."""
        memory, _ = adopted(Memory(answers=begun.answers, route=begun.route, alarmed=begun.alarmed), self._content)
        step = open_conversation(self._content, memory)
        asked = command(self._content, REQUEST_COMMANDS[begun.kind.word])
        token = await self._create(channel, step.memory, list(step.replies), [asked], begun.filer)
        await self.answer(token, Incoming(choice=asked.id, message_id=BEGUN))
        return token

    async def _create(
        self, channel: str, memory: Memory, replies: list[Reply], offered: list[Choice], filer: str = ""
    ) -> str:
        return await asyncio.to_thread(
            self._store.conversations.create,
            channel,
            state_with({}, memory),
            [choice.to_dict() for choice in offered],
            [reply.to_dict() for reply in replies],
            self._now(),
            filer=filer,
        )

    async def last_replies(self, token: str) -> list[Reply]:
        """What was said last, for a client that comes back. Raises UnknownConversation."""
        stored = await self._load(token)
        return await asyncio.to_thread(self.said_by_now, stored)

    def said_by_now(self, stored: StoredConversation) -> list[Reply]:
        """What was said last, with what became known since: a request made here that nobody picked up in time."""
        replies = [Reply.from_dict(reply) for reply in stored.last_replies]
        return with_notices(self._content, self._store, replies, self._store.requests.forsaken(stored.requests))

    async def erase(self, token: str) -> None:
        """Erase a conversation and everything in it. Raises UnknownConversation."""
        stored = await self._load(token)
        await asyncio.to_thread(self._store.conversations.erase, stored.id, now=self._now())

    async def give_back(self, chat_id: str, staff_id: str, *, resume: bool = True) -> None:
        """A member of staff is done: the bot speaks again, at the same question. Raises NotYours.

        Without `resume` it waits until it is spoken to.

        What is said then is told to the official in the transaction that ends the chat. With the engine away the
        official gets a button to go on with.
        """
        for _ in range(ATTEMPTS):
            conversation_id = await asyncio.to_thread(self._store.staff_chats.conversation_of, chat_id, staff_id)
            stored = await asyncio.to_thread(self._store.conversations.load_by_id, conversation_id)
            if stored is None or stored.owner != Owner.PERSON:
                continue
            result = await self._resumed(stored, resume)
            told = [reply.to_dict() for reply in result.replies]
            closes = Effect(CLOSE_CHAT, {"by": EndedBy.STAFF, "actor": staff_id, "chat": chat_id, "tell": told})
            result = replace(result, effects=[closes, *result.effects])
            try:
                await asyncio.to_thread(self._committing.commit, stored, result, f"terug-{chat_id}")
            except (Conflict, ConversationGone):
                continue
            return
        raise Conflict("too many turns of one conversation at once")

    async def _resumed(self, stored: StoredConversation, resume: bool) -> Result:
        """What the bot says when it gets the conversation back, before it is committed."""
        back = said_about_chat(self._content, "handoff.back.staff", ("resume",), ALWAYS)
        if not resume:
            return Result(stored.state, [back])
        decision = Decision(Step(memory_in(stored.state)), choice="resume")
        try:
            result = await through_engine(self._content, self._engine, decision, stored.state)
        except EngineUnavailable as error:
            log.warning("engine away: %s", error)
            await self._note_engine(refused=isinstance(error, BadAnswer))
            return Result(stored.state, [back])
        return replace(result, replies=[self._said("handoff.back.staff"), *result.replies])

    async def _note_engine(self, *, refused: bool) -> None:
        """Somebody has to look at an engine whose answer was refused; that this can be noted, nobody waits for."""
        if refused:
            with contextlib.suppress(StoreError):
                await asyncio.to_thread(beats.count, self._store.database, beats.REFUSED, self._now())

    async def answer(
        self, token: str, incoming: Incoming, reading: Reading | None = None, *, client: str = NOBODY
    ) -> list[Reply]:
        """Answer one message, exactly once for its id; safely when it cannot be kept. Raises UnknownConversation.

        `reading` is that of `incoming`, where it was read already; `client` is who sends it, as far as
        known. A text that cannot be read in time is not handled: the answer is the numbers to call and that it has to
        be sent again.
        """
        with measured(Kind.TEXT if incoming.choice is None else Kind.BUTTON, UnknownConversation) as measure:
            return await self._answered(token, reading or read(incoming), client, measure)

    async def _answered(self, token: str, reading: Reading, client: str, measure: Measure) -> list[Reply]:
        await self._refuse_unknown(token)
        if not await self.line.has_read(token, reading):
            measure.ended = Ended.BUSY
            return [busy(self._content)]
        turn = asyncio.create_task(self._answer(token, reading, client))
        done, _ = await asyncio.wait({turn}, timeout=THREAT_SECONDS)
        urgent = [] if done else on_threat(self._content, reading)
        if urgent:
            measure.ended = Ended.NOT_KEPT
            turn.add_done_callback(_note_failure)
            return urgent
        try:
            return await turn
        except StoreError as error:
            measure.ended = Ended.NOT_KEPT
            log.error("turn not kept: %s", type(error).__name__)
            return on_threat(self._content, reading) or [unavailable(self._content)]

    async def _refuse_unknown(self, token: str) -> None:
        """Whoever invents a token has nothing read for it. A database that is slow or away keeps nobody waiting."""
        loading = asyncio.create_task(self._load(token))
        loading.add_done_callback(_failed)
        await asyncio.wait({loading}, timeout=KNOWN_SECONDS)
        if loading.done() and isinstance(loading.exception(), UnknownConversation):
            raise UnknownConversation

    async def _answer(self, token: str, reading: Reading, client: str) -> list[Reply]:
        message_id = reading.incoming.message_id or secrets.token_hex(16)
        may_chat: bool | None = None  # asking counts, so it is asked once
        for _ in range(ATTEMPTS):
            stored = await self._load(token)
            result = await self._run(stored, reading)
            if self._chat_allowed and any(effect.kind == OPEN_CHAT for effect in result.effects):
                may_chat = await self._chat_allowed(client) if may_chat is None else may_chat
                result = result if may_chat else self._without_chat(result)
            if not result.complete:
                conversations = self._store.conversations
                if await asyncio.to_thread(conversations.already_answered, stored.id, message_id) is not None:
                    return await asyncio.to_thread(self._committing.answered_before, stored, message_id)
                if result.state == stored.state and not result.effects:
                    return result.replies
                message_id = secrets.token_hex(16)
            try:
                return await asyncio.to_thread(self._committing.commit, stored, result, message_id)
            except Conflict:
                continue
            except Duplicate:
                return await asyncio.to_thread(self._committing.answered_before, stored, message_id)
            except ConversationGone:
                raise UnknownConversation from None
        raise Conflict("too many turns of one conversation at once")

    async def _run(self, stored: StoredConversation, reading: Reading) -> Result:
        memory, dropped = adopted(memory_in(stored.state), self._content)
        state = with_memory(stored.state, memory) if dropped else stored.state
        place = self._reception.place(stored)
        with timed(Stage.GATE):
            decision = await asyncio.to_thread(decide, self._content, memory, place, reading)
        before = [changed_reply(self._content, memory, dropped)] if dropped else []
        result = await carry_out(self._content, self._engine, decision, memory, state)
        await self._note_engine(refused=result.refused)
        at_danger = any(reply.id.startswith("threat.") for reply in decision.step.replies)
        if at_danger:  # then nothing else is said: neither first nor, where it is read, last
            before = []
        said = [*before, *decision.step.replies, *result.replies]
        if decision.repeat or (not result.complete and decision.step.then is None):
            said += last_question(stored)
        said = await asyncio.to_thread(self._reception.offering, stored, memory_in(result.state), said)
        return replace(result, replies=said)

    def _without_chat(self, result: Result) -> Result:
        """The same turn, in which no chat begins: its client asked too often."""
        others = [effect for effect in result.effects if effect.kind != OPEN_CHAT]
        why = no_chat(self._content, memory_in(result.state), "handoff.too_often")
        return replace(result, effects=others, replies=[*result.replies, why])

    async def _load(self, token: str) -> StoredConversation:
        with timed(Stage.LOADING):
            stored = await asyncio.to_thread(self._store.conversations.load, token)
        if stored is None:
            raise UnknownConversation
        return stored

    def _said(self, key: str) -> Reply:
        return Reply(key, (text(self._content.messages[key]),))


def _failed(task: asyncio.Task[Any]) -> bool:
    """Whether a task ended with an exception, which is then known."""
    return not task.cancelled() and task.exception() is not None


def _note_failure(turn: asyncio.Task[list[Reply]]) -> None:
    """Somebody got the numbers to call without waiting for this turn; that it failed is still worth a line."""
    if _failed(turn):
        log.error("turn not kept: %s", type(turn.exception()).__name__)
