"""Takes updates in: stored first, then acknowledged. What is about danger waits for no database and no queue."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.channels.telegram.buttons import NO_LONGER_ASKED, Asked, Pressed, Standing, pressed
from bot.channels.telegram.commands import EMERGENCY, command_in, danger_behind, said_by
from bot.channels.telegram.handler import Handler
from bot.channels.telegram.rendering import emergency_reply, messages_of
from bot.channels.telegram.sender import NO_PREVIEW, Sender
from bot.channels.telegram.updates import Blocked, Leave, Seen, seen_in, unread_in
from bot.channels.telegram.words import Raw
from bot.reader.reader import read
from bot.store import Store, StoreError
from bot.store.base import beats
from bot.turn.service import TurnService
from woningscan.content.model import Content
from woningscan.conversation.last_resort import unavailable
from woningscan.conversation.reply import Reply
from woningscan.reading.incoming import Incoming
from woningscan.safety.triage import danger_choices

log = logging.getLogger("bot.telegram")
# Whoever writes about a danger waits no longer than this for the database.
DANGER_SECONDS = 1.0
REMEMBERED = 1000
LEFT = timedelta(minutes=1)
"""So long after leaving a group, what was written there before is no reason to leave again."""
_NOTES = {Standing.OLD: "gate.old_choice", Standing.FOREIGN: "telegram.foreign", Standing.TWICE: "telegram.twice"}


class Receiver:
    def __init__(
        self,
        content: Content,
        bot: Bot,
        store: Store,
        turns: TurnService,
        handler: Handler,
        sender: Sender,
        now: Callable[[], datetime],
    ) -> None:
        self._content = content
        self._bot = bot
        self._store = store
        self._turns = turns
        self._handler = handler
        self._sender = sender
        self._now = now
        self._bot_id = int(bot.token.partition(":")[0])
        self._dangers = frozenset(danger_choices(content))
        self._told: OrderedDict[int, None] = OrderedDict()
        self._leaving: set[int] = set()
        self._left: dict[int, datetime] = {}
        self._background: set[asyncio.Task[Any]] = set()

    async def receive(self, update: Update, *, in_order: bool) -> None:
        """Take one update in; a second copy of it does nothing. Raises StoreError when it could not be kept."""
        await self._take(update.update_id, seen_in(update, self._bot_id), in_order)

    async def receive_unread(self, update_id: int, raw: Raw, *, in_order: bool) -> None:
        """Take in an update that could not be read: answered all the same, noted for the alarm. Raises StoreError."""
        if await self._take(update_id, unread_in(raw, self._bot_id), in_order):
            await asyncio.to_thread(beats.count, self._store.database, beats.UNREAD, self._now())

    async def _take(self, update_id: int, seen: Seen | Leave | Blocked | None, in_order: bool) -> bool:
        """Whether it is a new one."""
        if isinstance(seen, Seen):
            return await self._take_in(update_id, seen, in_order)
        new = await asyncio.to_thread(self._store.telegram.put, update_id, self._now())
        if isinstance(seen, Leave) and new and self._is_to_leave(seen):
            self._later(self._leave(seen.chat_id))
        if isinstance(seen, Blocked) and new:
            telegram = self._store.telegram
            await asyncio.to_thread(telegram.out_of_reach, telegram.chat_hash(seen.chat_id), self._now())
        return new

    async def stop(self) -> None:
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)

    async def _take_in(self, update_id: int, seen: Seen, in_order: bool) -> bool:
        button = None
        if seen.pressed is not None:
            button = await self._judged(seen)
        incoming, emergency = await asyncio.to_thread(self._incoming, seen, button)
        urgent = emergency or await self._turns.line.is_about_danger(str(seen.chat_id), read(incoming))
        messages = messages_of(self._content, [emergency_reply(self._content)], None) if emergency else ()
        twice = button is not None and button.standing is Standing.TWICE
        handled = emergency or twice
        if seen.other and not urgent:
            seen = replace(seen, text=None, heard=())  # nothing of it is needed any more
        put = asyncio.create_task(
            asyncio.to_thread(
                self._store.telegram.put,
                update_id,
                self._now(),
                chat_id=seen.chat_id,
                contents=None if handled else seen.contents(),
                urgent=urgent,
                in_order=in_order or button is not None,
                messages=messages,
            )
        )
        new = await self._kept(put, update_id, seen, incoming, emergency=emergency, urgent=urgent)
        if new and seen.query_id is not None:
            self._later(self._answer_query(seen.query_id, button))
        self._handler.wake.set()
        self._sender.wake.set()
        return new

    async def _kept(
        self,
        put: asyncio.Task[bool],
        update_id: int,
        seen: Seen,
        incoming: Incoming,
        *,
        emergency: bool,
        urgent: bool,
    ) -> bool:
        """The result of storing. Where that fails or takes too long for a danger, the numbers are told at once."""
        if urgent:
            done, _ = await asyncio.wait({put}, timeout=DANGER_SECONDS)
            if not done:
                await self._tell(update_id, seen, incoming, emergency)
        try:
            return await put
        except StoreError:
            await self._tell(update_id, seen, incoming, emergency)
            raise

    async def _tell(self, update_id: int, seen: Seen, incoming: Incoming, emergency: bool) -> None:
        """Without the database: the numbers to call, once for an update however often it comes."""
        if not _first_time(self._told, update_id):
            return
        replies: list[Reply]
        replies = [emergency_reply(self._content)] if emergency else await self._turns.line.numbers(read(incoming))
        messages = messages_of(self._content, replies or [unavailable(self._content)], None)
        if not await self._sender.send_now(seen.chat_id, messages):
            self._told.pop(update_id, None)

    async def _judged(self, seen: Seen) -> Pressed:
        """What a button is worth now. One about danger always counts, so nothing is looked up for it."""
        at_any_time = pressed(seen.pressed or "", None, self._dangers)
        if at_any_time.about_danger:
            return at_any_time
        asked: Asked | None = None
        telegram = self._store.telegram
        try:
            chat = await asyncio.to_thread(telegram.chat, telegram.chat_hash(seen.chat_id))
            asked, _ = await self._handler.asked(chat)
        except StoreError as error:
            log.error("button not looked up: %s", type(error).__name__)
        return pressed(seen.pressed or "", asked, self._dangers)

    async def _answer_query(self, query_id: str, button: Pressed | None) -> None:
        note = _NOTES.get(button.standing) if button is not None else None
        try:
            await self._bot.answer_callback_query(query_id, text=self._content.messages[note] if note else None)
        except TelegramError as error:  # the button stops waiting by itself
            log.info("button not acknowledged: %s", type(error).__name__)

    def _is_to_leave(self, seen: Leave) -> bool:
        """Whoever adds the bot is told each time; what is written there while it goes away begins nothing anew."""
        now = self._now()
        self._left = {chat: at for chat, at in self._left.items() if at <= now < at + LEFT}
        return seen.added or not (seen.chat_id in self._leaving or seen.chat_id in self._left)

    async def _leave(self, chat_id: int) -> None:
        """Say where the conversation can be had, if one may write there, and go."""
        self._leaving.add(chat_id)
        try:
            with contextlib.suppress(TelegramError):
                await self._say_goodbye(chat_id)
            await self._bot.leave_chat(chat_id)
            self._left[chat_id] = self._now()
        except TelegramError as error:
            log.info("group not left: %s", type(error).__name__)
        finally:
            self._leaving.discard(chat_id)

    async def _say_goodbye(self, chat_id: int) -> None:
        bot = await self._bot.get_me()
        goodbye = self._content.messages["telegram.group"].format(link=bot.link)
        await self._bot.send_message(chat_id, goodbye, link_preview_options=NO_PREVIEW)

    def _incoming(self, seen: Seen, button: Pressed | None) -> tuple[Incoming, bool]:
        """What is judged for danger, and whether it is the command for the numbers; words behind a command go first."""
        if button is not None:
            return Incoming(choice=button.choice or NO_LONGER_ASKED), False
        typed = seen.text or ""
        words, command = danger_behind(typed), command_in(typed)
        if words is not None or command is None:
            return Incoming(text=words or typed, heard=seen.heard), False
        incoming = said_by(self._content, command)
        meant = incoming.choice if incoming is not None and not (seen.edited or seen.other) else None
        return Incoming(choice=meant, text=None if meant else typed, heard=seen.heard), command.name == EMERGENCY

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)


def _first_time(known: OrderedDict[int, None], number: int) -> bool:
    if number in known:
        return False
    known[number] = None
    while len(known) > REMEMBERED:
        known.popitem(last=False)
    return True
