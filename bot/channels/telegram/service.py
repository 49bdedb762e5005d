"""Puts the parts of the Telegram channel together, and starts and ends them with the app."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot, Update
from telegram.request import HTTPXRequest

from bot.channels.telegram.handler import Handler
from bot.channels.telegram.introduction import introduce, look_after
from bot.channels.telegram.polling import poll
from bot.channels.telegram.quiet import hush
from bot.channels.telegram.receiver import Receiver
from bot.channels.telegram.sender import Sender
from bot.settings import Settings
from bot.store import Store, StoreError
from bot.store.base import beats
from bot.turn.limits import RateLimits
from bot.turn.service import TurnService
from woningscan.content.model import Content

log = logging.getLogger("bot.telegram")
CONNECTIONS = 32
SIGN_EVERY = timedelta(seconds=15)


def make_bot(settings: Settings) -> Bot:
    """The client of the Bot API, at the address of these settings or at Telegram's own."""
    hush(settings.telegram_token)
    request = HTTPXRequest(connection_pool_size=CONNECTIONS, connect_timeout=5, read_timeout=10, pool_timeout=5)
    waiting = HTTPXRequest(connection_pool_size=1, connect_timeout=5)
    if not settings.telegram_api:
        return Bot(settings.telegram_token, request=request, get_updates_request=waiting)
    base = f"{settings.telegram_api.rstrip('/')}/bot"
    return Bot(settings.telegram_token, base_url=base, request=request, get_updates_request=waiting)


def webhook_address(settings: Settings) -> str:
    """Where Telegram brings updates to; `webhook.py` serves it."""
    return f"{settings.public_url.rstrip('/')}/telegram/webhook"


class TelegramChannel:
    """One bot. `receive` takes an update in; what is left to do is done by its tasks."""

    def __init__(
        self,
        settings: Settings,
        content: Content,
        store: Store,
        turns: TurnService,
        limits: RateLimits,
        now: Callable[[], datetime],
        bot: Bot | None = None,
    ) -> None:
        self._settings = settings
        self._content = content
        self._store = store
        self._now = now
        self.secret = settings.telegram_secret
        self.bot = bot or make_bot(settings)
        self.sender = Sender(self.bot, store.telegram, now)
        self.handler = Handler(content, self.bot, store, turns, limits, self.sender, now)
        self.receiver = Receiver(content, self.bot, store, turns, self.handler, self.sender, now)
        self._tasks: list[asyncio.Task[None]] = []

    async def receive(self, raw: dict[str, Any], *, in_order: bool = False) -> None:
        """Take in an update as Telegram sent it, with its number. Raises StoreError alone.

        One that cannot be read is answered from what there is of it and noted for the alarm, so that it is in nobody's
        way and nobody gets no answer.
        """
        try:
            update = Update.de_json(raw, self.bot)
            await self.receiver.receive(update, in_order=in_order)
            return
        except StoreError:
            raise
        except Exception as error:  # its text may hold what somebody typed
            log.error("update not read: %s", type(error).__name__)
        try:
            await self.receiver.receive_unread(raw["update_id"], raw, in_order=in_order)
        except StoreError:
            raise
        except Exception as error:
            log.error("update not taken in: %s", type(error).__name__)
            await asyncio.to_thread(beats.count, self._store.database, beats.UNREAD, self._now())

    async def begin_handling(self) -> None:
        """Go on with what is stored, which needs the database. Raises StoreError, and has begun nothing then."""
        await asyncio.to_thread(self._store.telegram.start_over, self._now())
        self._begin(self.handler.run(), "handler")
        self._begin(self.sender.run(), "sender")

    def take_in(self) -> None:
        """Let updates come, also with the database away: a danger is answered then, and nothing is lost."""
        polls = self._settings.telegram_polls
        url = "" if polls else webhook_address(self._settings)
        self._begin(introduce(self.bot, self._content, url, self.secret), "introduction")
        if polls:
            self._begin(poll(self.bot, self.receive, self._takes_in), "polling")
        else:
            self._begin(look_after(self.bot, url, self.secret, self._takes_in, self._now), "webhook")

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.receiver.stop()
        await self.handler.stop()

    async def _takes_in(self) -> None:
        """A sign of life, for the alarm and for `/gereed`. Raises StoreError."""
        await asyncio.to_thread(beats.beat, self._store.database, beats.TAKES_IN, self._now(), SIGN_EVERY)

    def _begin(self, work: object, name: str) -> None:
        self._tasks.append(asyncio.create_task(work, name=f"telegram {name}"))  # type: ignore[arg-type]
