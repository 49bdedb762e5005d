"""Sends what waits, in order per chat. What Telegram will not take now stays; what it never takes goes, with a line.

After 429 a chat waits as long as Telegram says; when Telegram is away, longer after every attempt. Where the official
blocked the bot, what waits to be said goes; the conversation stays for its term, for who comes back.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.channels.telegram.rendering import Message
from bot.store import StoreError
from bot.store.queue import BackOff
from bot.store.telegram.queue import ClaimedMessage
from bot.store.telegram.updates import Telegram as TelegramStore

log = logging.getLogger("bot.telegram")
AT_ONCE = 6
LEASE = timedelta(seconds=40)
SEND_SECONDS = 25.0  # shorter than the lease: nobody else sends a message that is still on its way
LOOK_AGAIN = 1.0
LONGEST_PAUSE = 60.0
PAUSES = BackOff(timedelta(seconds=1), timedelta(seconds=LONGEST_PAUSE), spread=(0.7, 1.0))
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)  # Telegram would open the link to make one
_CHAT_IS_GONE = ("chat not found", "user is deactivated", "peer_id_invalid")


class Sender:
    def __init__(self, bot: Bot, store: TelegramStore, now: Callable[[], datetime]) -> None:
        self._bot = bot
        self._store = store
        self._now = now
        self.wake = asyncio.Event()

    async def run(self) -> None:
        """Send for ever. When the database is away, look again a little later."""
        while True:
            self.wake.clear()
            try:
                sent = await self.send_due()
            except StoreError as error:
                log.error("messages not read: %s", type(error).__name__)
                sent = 0
            if not sent:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self.wake.wait(), LOOK_AGAIN)

    async def send_due(self) -> int:
        """Send the first message of every chat that is due; returns how many were taken up."""
        claimed = await asyncio.to_thread(self._store.queue.claim, self._now(), LEASE, AT_ONCE)
        done = await asyncio.gather(*(self._deliver(message) for message in claimed), return_exceptions=True)
        for failure in done:
            if isinstance(failure, BaseException):
                log.error("message not sent: %s", type(failure).__name__)
        return len(claimed)

    async def send_now(self, chat_id: int, messages: tuple[Message, ...]) -> bool:
        """Send without the database, for who cannot wait for it; False when Telegram did not take it all."""
        try:
            for message in messages:
                await self._send(chat_id, message)
        except TelegramError as error:
            log.error("message not sent: %s", type(error).__name__)
            return False
        return True

    async def _deliver(self, claimed: ClaimedMessage) -> None:
        queue = self._store.queue
        try:
            async with asyncio.timeout(SEND_SECONDS):
                if claimed.message["do"] == "settle":
                    await self._settle(claimed)
                elif claimed.message["do"] == "delete":
                    await self._delete(claimed)
                else:
                    message_id = await self._send(claimed.chat_id, claimed.message)
                    await asyncio.to_thread(queue.sent_as, claimed, message_id, self._now())
        except Forbidden:
            await asyncio.to_thread(self._store.out_of_reach, claimed.chat_hash, self._now())
        except RetryAfter as error:
            await asyncio.to_thread(queue.later, claimed, self._now() + waiting_time(error))
        except BadRequest as error:
            if any(sign in error.message.lower() for sign in _CHAT_IS_GONE):
                await asyncio.to_thread(self._store.out_of_reach, claimed.chat_hash, self._now())
                return
            log.error("message refused by Telegram and dropped")
            await asyncio.to_thread(queue.sent, claimed)
        except (TelegramError, TimeoutError) as error:
            log.warning("Telegram away: %s", type(error).__name__)
            await asyncio.to_thread(queue.later, claimed, self._now() + PAUSES.delay(claimed.claim.attempts))
        except StoreError:
            raise
        except Exception as error:  # done, and told in a form that is still unknown: once more would be twice
            log.error("answer of Telegram not read: %s", type(error).__name__)
            await asyncio.to_thread(queue.sent, claimed)

    async def _delete(self, claimed: ClaimedMessage) -> None:
        """What Telegram does not delete stays; the official was told that it may."""
        try:
            await self._bot.delete_messages(claimed.chat_id, claimed.message["numbers"])
        except BadRequest as error:
            log.info("messages not deleted: %s", type(error).__name__)
        await asyncio.to_thread(self._store.queue.sent, claimed)

    async def _send(self, chat_id: int, message: Message) -> int:
        options: dict[str, Any] = {
            "reply_markup": _markup(message),
            "disable_notification": message["quiet"],
            "link_preview_options": NO_PREVIEW,
        }
        try:
            sent = await self._bot.send_message(chat_id, message["html"], parse_mode=ParseMode.HTML, **options)
        except BadRequest as error:
            if "parse entities" not in error.message.lower():
                raise
            sent = await self._bot.send_message(chat_id, message["plain"], **options)
        return sent.message_id

    async def _settle(self, claimed: ClaimedMessage) -> None:
        """The buttons of what was asked go. What cannot be changed any more stays as it is."""
        message = claimed.message
        shown = await asyncio.to_thread(self._store.shown, claimed.chat_hash, message["before"])
        others = [message_id for message_id in shown if message_id != message["message"]]
        if message["message"] is not None and not await self._show_chosen(claimed.chat_id, message):
            others.append(message["message"])
        gone = [] if message["message"] in others else [message["message"]]
        try:
            for message_id in others:
                await self._take_buttons(claimed.chat_id, message_id)
                gone.append(message_id)
        except TelegramError:  # the next attempt goes on from here
            await asyncio.to_thread(self._store.queue.buttons_gone, claimed, gone)
            raise
        await asyncio.to_thread(self._store.queue.settled, claimed, message["before"])

    async def _show_chosen(self, chat_id: int, message: Message) -> bool:
        """The pressed message says what was chosen and loses its buttons; False when that could not be."""
        if message["html"] is None:
            return False
        try:
            await self._bot.edit_message_text(
                message["html"],
                chat_id,
                message["message"],
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as error:
            return "not modified" in error.message.lower()
        return True

    async def _take_buttons(self, chat_id: int, message_id: int) -> None:
        try:
            await self._bot.edit_message_reply_markup(chat_id, message_id, reply_markup=None)
        except BadRequest as error:  # too old, or removed by the official
            log.info("buttons not taken away: %s", type(error).__name__)


def _markup(message: Message) -> InlineKeyboardMarkup | None:
    rows = message["keyboard"]
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )


def waiting_time(error: RetryAfter) -> timedelta:
    """How long Telegram wants to hear nothing."""
    return error._retry_after  # the public one warns that its type will change to this
