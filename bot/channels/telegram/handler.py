"""Answers the updates that wait: chat by chat in their order, what is about danger before everything else.

The turn's message id comes from the update's number, and the update is marked as handled in the transaction that puts
the answer in the queue. So an update that is handled again, because the app was killed, has its effects once.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.channels.telegram import CHANNEL
from bot.channels.telegram.buttons import NO_LONGER_ASKED, Asked, Buttons, Pressed, Standing, pressed
from bot.channels.telegram.commands import START, command_in, danger_behind, said_by
from bot.channels.telegram.rendering import Message, chosen_html, deleted, messages_of, settled
from bot.channels.telegram.sender import Sender
from bot.channels.telegram.updates import Seen
from bot.reader.reader import read
from bot.store import Store, StoredConversation, StoreError
from bot.store.conversation.owner import Owner
from bot.store.telegram.given import ClaimedUpdate, StoredChat
from bot.store.telegram.queue import deletable
from bot.turn.limits import RateLimits
from bot.turn.result import last_question
from bot.turn.service import TurnService, UnknownConversation
from woningscan.content.model import Content
from woningscan.conversation.choices import named_by
from woningscan.conversation.confirmations import confirmation
from woningscan.conversation.effects import ERASE_CONVERSATION, Outcome
from woningscan.conversation.last_resort import unavailable
from woningscan.conversation.memory import memory_in
from woningscan.conversation.reply import Reply, text
from woningscan.reading.incoming import Incoming
from woningscan.safety.triage import danger_choices
from woningscan.scan.dialogue import current_question

log = logging.getLogger("bot.telegram")
AT_ONCE = 6  # the database takes one writer at a time, or few
LEASE = timedelta(seconds=45)
ATTEMPTS = 5
LOOK_AGAIN = 0.5
SLOW_SECONDS = 0.8  # after that "typing" is shown
TYPING_LASTS = 4.5
ERASED, GREETED = "privacy.erased", "talk.greet"
_BEGINNING = 1  # the version of a conversation in which nothing was said yet


@dataclass(frozen=True)
class Answered:
    """What is said about an update. `label` stood on the button that was accepted; `asked` was open when it came;
    `numbers` are the messages that go where the conversation is erased."""

    replies: list[Reply]
    token: str | None = None
    label: str | None = None
    asked: str | None = None
    numbers: Sequence[int] = ()


class Handler:
    def __init__(
        self,
        content: Content,
        bot: Bot,
        store: Store,
        turns: TurnService,
        limits: RateLimits,
        sender: Sender,
        now: Callable[[], datetime],
    ) -> None:
        self._content = content
        self._bot = bot
        self._store = store
        self._turns = turns
        self._limits = limits
        self._sender = sender
        self._now = now
        self._dangers = frozenset(danger_choices(content))
        self._busy: set[asyncio.Task[None]] = set()
        self.wake = asyncio.Event()

    async def run(self) -> None:
        """Handle for ever; a database that is away is looked at again a little later."""
        while True:
            self.wake.clear()
            try:
                claimed = await self.claim()
            except StoreError as error:
                log.error("updates not read: %s", type(error).__name__)
                claimed = []
            for update in claimed:
                task = asyncio.create_task(self.handle(update))
                self._busy.add(task)
                task.add_done_callback(self._done)
            if not claimed:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self.wake.wait(), LOOK_AGAIN)

    async def stop(self) -> None:
        for task in self._busy:
            task.cancel()
        await asyncio.gather(*self._busy, return_exceptions=True)

    async def handle(self, claimed: ClaimedUpdate) -> None:
        """Answer one update. What goes wrong is tried again, and after some attempts said to have gone wrong."""
        seen = Seen.from_contents(claimed.contents)
        try:
            if claimed.attempts > ATTEMPTS:
                await self._complete(claimed, seen, Answered([unavailable(self._content)]))
                return
            async with self._typing(seen.chat_id):
                answered = await self._answer(claimed, seen)
            await self._complete(claimed, seen, answered)
        except StoreError as error:
            log.error("update not handled: %s", type(error).__name__)
            if claimed.attempts == 1:
                replies = await self._turns.line.numbers(read(self._as_typed(seen))) or [unavailable(self._content)]
                await self._sender.send_now(seen.chat_id, messages_of(self._content, replies, None))
        except Exception as error:  # its text may hold what somebody typed
            log.error("update not handled: %s", type(error).__name__)

    async def asked(self, chat: StoredChat | None) -> tuple[Asked | None, StoredConversation | None]:
        """What a chat is asked now, to judge a button by."""
        stored = None
        if chat is not None:
            stored = await asyncio.to_thread(self._store.conversations.load, chat.token)
        if chat is None or stored is None:
            return None, None
        offered = tuple(choice["id"] for choice in stored.offered)
        tag = self._store.telegram.button_tag(chat.token)
        return Asked(tag, stored.version, offered, chat.last_pressed), stored

    async def claim(self) -> list[ClaimedUpdate]:
        """The updates whose turn it is, as many as there is room for; those about danger always find room."""
        free = AT_ONCE - len(self._busy)
        claim = self._store.telegram.claim
        return await asyncio.to_thread(claim, self._now(), LEASE, max(free, 1), only_urgent=free <= 0)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._busy.discard(task)
        self.wake.set()

    async def _answer(self, claimed: ClaimedUpdate, seen: Seen) -> Answered:
        erasing = bool(claimed.contents.get("erasing"))
        if erasing and await asyncio.to_thread(self._store.telegram.chat, claimed.chat_hash) is None:
            erased = confirmation(self._content, Outcome(ERASE_CONVERSATION))
            return Answered([erased], numbers=claimed.contents.get("numbers", ()))
        if not claimed.urgent and not await self._limits.message_allowed(claimed.chat_hash):
            return Answered([self._said("gate.busy")])
        for _ in range(2):
            chat = await asyncio.to_thread(self._store.telegram.chat, claimed.chat_hash)
            try:
                return await (self._go_on(claimed, seen, chat) if chat else self._begin(claimed, seen))
            except UnknownConversation:
                continue  # erased this very moment: begin anew
        raise UnknownConversation

    async def _begin(self, claimed: ClaimedUpdate, seen: Seen) -> Answered:
        """The first message of a chat opens a conversation; one about danger is answered before any other word."""
        token, _ = await self._turns.open(CHANNEL.name)
        await asyncio.to_thread(self._store.telegram.bind, seen.chat_id, token, claimed.update_hash)
        chat = await asyncio.to_thread(self._store.telegram.chat, claimed.chat_hash)
        if chat is None:
            raise UnknownConversation
        return await self._go_on(claimed, seen, chat)

    async def _go_on(self, claimed: ClaimedUpdate, seen: Seen, chat: StoredChat) -> Answered:
        asked, stored = await self.asked(chat)
        if asked is None or stored is None:
            raise UnknownConversation
        begins = chat.begun_by == claimed.update_hash
        opening = self._turns.opening(CHANNEL.name) if begins and not claimed.urgent else []
        if seen.other and not claimed.urgent:
            return Answered(self._to_no_text(seen, chat, stored, opening), chat.token)
        button = None if seen.pressed is None else pressed(seen.pressed, asked, self._dangers)
        if button is not None and button.standing is Standing.TWICE:
            return Answered([], chat.token)
        at_the_beginning = begins or stored.version == _BEGINNING
        incoming = await asyncio.to_thread(self._incoming, seen, button, at_the_beginning)
        if seen.edited and at_the_beginning and not claimed.urgent:
            incoming = None  # what it was an answer to is gone
        if incoming is None:
            return Answered(opening or self._turns.opening(CHANNEL.name), chat.token)
        memory = memory_in(stored.state)
        numbers: list[int] = []
        if memory.aside == "erase":
            numbers = [*deletable(chat.numbers, self._now()), *([seen.number] if seen.number is not None else [])]
            await asyncio.to_thread(self._store.telegram.note, claimed, erasing=True, numbers=numbers)
        message_id = f"telegram-{claimed.position}"
        if seen.edited:
            incoming = replace(incoming, edited=True, edited_at=chat.asked.get(seen.number))
        incoming = replace(incoming, message_id=message_id)
        replies = await self._turns.answer(chat.token, incoming, client=claimed.chat_hash)
        if opening and [reply.id for reply in replies] == [GREETED]:
            replies = []  # the opening greets, with the same buttons
        accepted = button.choice if button is not None and button.standing is Standing.VALID else None
        label = self._label(accepted, stored) if accepted is not None else None
        asking = memory.aside is None and stored.owner != Owner.PERSON
        question = current_question(self._content, memory) if asking else None
        return Answered([*opening, *replies], chat.token, label, question.id if question else "", numbers)

    def _to_no_text(
        self, seen: Seen, chat: StoredChat, stored: StoredConversation, opening: list[Reply]
    ) -> list[Reply]:
        """What is said to a picture or anything else without text: once for an album, with the open question."""
        if seen.album is not None and seen.album == chat.album:
            return []
        asked = [] if opening or stored.owner == Owner.PERSON else last_question(stored)
        return [*opening, self._said("telegram.text_only"), *asked]

    def _incoming(self, seen: Seen, button: Pressed | None, at_the_beginning: bool) -> Incoming | None:
        """What is said to the assistant; None for what only begins a conversation."""
        if button is not None:
            if button.standing is Standing.VALID:
                return Incoming(choice=button.choice)
            return None if at_the_beginning else Incoming(choice=NO_LONGER_ASKED)
        typed = seen.text or ""
        words, command = danger_behind(typed), command_in(typed)
        if words is not None or command is None or seen.edited or seen.other:
            return Incoming(text=words or typed, heard=seen.heard)
        incoming = said_by(self._content, command)
        if incoming is None and command.name == START and not at_the_beginning:
            incoming = Incoming(choice="resume")
        return incoming if incoming is None else replace(incoming, heard=seen.heard)

    def _as_typed(self, seen: Seen) -> Incoming:
        if seen.pressed is not None:
            return Incoming(choice=pressed(seen.pressed, None, self._dangers).choice or NO_LONGER_ASKED)
        return Incoming(text=danger_behind(seen.text or "") or seen.text or "", heard=seen.heard)

    async def _complete(self, claimed: ClaimedUpdate, seen: Seen, answered: Answered) -> None:
        """Commit that the update is handled, with what is said about it."""
        stored = None
        if answered.token is not None:
            stored = await asyncio.to_thread(self._store.conversations.load, answered.token)
        erased = any(reply.id == ERASED for reply in answered.replies)
        if erased:
            answered = replace(answered, replies=[*answered.replies, self._said("telegram.erased")])
        messages = (*self._messages(seen, answered, stored), *(deleted(answered.numbers) if erased else ()))
        accepted = seen.pressed if answered.label is not None else None
        complete = self._store.telegram.complete
        asked = None if answered.asked is None or seen.edited or seen.number is None else (seen.number, answered.asked)
        known: dict[str, Any] = {"pressed": accepted, "asked": asked, "album": seen.album, "number": seen.number}
        await asyncio.to_thread(complete, claimed, seen.chat_id, messages, self._now(), **known)
        self._sender.wake.set()
        self.wake.set()

    def _messages(self, seen: Seen, answered: Answered, stored: StoredConversation | None) -> tuple[Message, ...]:
        buttons = None
        if stored is not None and answered.token is not None:
            buttons = Buttons(self._store.telegram.button_tag(answered.token), stored.version)
        pressed_html = chosen_html(self._content, seen.html, answered.label)
        messages = messages_of(self._content, answered.replies, buttons)
        asks = any(message["keyboard"] for message in messages)
        if not asks and answered.label is None:
            return messages
        before = buttons.turn if buttons is not None and asks else 0
        settle = settled(before, seen.message_id if answered.label is not None else None, pressed_html)
        # Nothing may come before the numbers to call: the buttons of the question before are taken away afterwards.
        first = 1 if answered.replies and answered.replies[0].id.startswith("threat.") else 0
        return (*messages[:first], settle, *messages[first:])

    def _label(self, choice: str, stored: StoredConversation) -> str:
        """What stood on the button that was pressed."""
        offered = {offer["id"]: offer["label"] for offer in stored.offered}
        question_id, value = named_by(choice)
        question = self._content.questions.get(question_id)
        answer = question.choice(value) if question is not None else None
        earlier = answer.label if answer is not None else ""
        return str(offered.get(choice) or self._content.labels.get(choice, earlier))

    def _said(self, key: str) -> Reply:
        return Reply(key, (text(self._content.messages[key]),))

    @contextlib.asynccontextmanager
    async def _typing(self, chat_id: int) -> AsyncIterator[None]:
        """Shows "typing" while an answer takes its time."""

        async def show() -> None:
            await asyncio.sleep(SLOW_SECONDS)
            while True:
                with contextlib.suppress(TelegramError):
                    await self._bot.send_chat_action(chat_id, ChatAction.TYPING)
                await asyncio.sleep(TYPING_LASTS)

        showing = asyncio.create_task(show())
        try:
            yield
        finally:
            showing.cancel()
