"""Asks Telegram for updates, for a machine that Telegram cannot reach: development."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram.sender import waiting_time
from bot.channels.telegram.updates import ALLOWED
from bot.channels.telegram.words import Raw
from bot.store import StoreError

log = logging.getLogger("bot.telegram")
WAIT_SECONDS = 20
READ_SECONDS = 30.0
PAUSE, LONGEST_PAUSE = 1.0, 30.0


class Receive(Protocol):
    async def __call__(self, raw: Raw, *, in_order: bool) -> None: ...


async def poll(bot: Bot, receive: Receive, takes_in: Callable[[], Awaitable[None]]) -> None:
    """For ever: an update is asked for again until it was kept. One without a number is nothing that Telegram sends.

    `takes_in` hears each time that what there was is kept.
    """
    after, pause, wait = None, PAUSE, 0  # the first time only what is there: that it works is known at once
    while True:
        try:
            for raw in await _updates(bot, after, wait):
                number = raw.get("update_id") if isinstance(raw, dict) else None
                if isinstance(number, int):
                    await receive(raw, in_order=True)
                    after = number + 1
            await takes_in()
            pause, wait = PAUSE, WAIT_SECONDS
        except (TelegramError, StoreError) as error:
            log.warning("no updates: %s", type(error).__name__)
            asked = waiting_time(error).total_seconds() if isinstance(error, RetryAfter) else 0.0
            await asyncio.sleep(max(pause, asked))
            pause = min(pause * 2, LONGEST_PAUSE)
        except Exception as error:  # its text may hold what somebody typed
            log.error("updates not taken in: %s", type(error).__name__)
            await asyncio.sleep(pause)


async def _updates(bot: Bot, after: int | None, wait: int) -> list[Raw]:
    """As Telegram sends them. `Bot.get_updates` reads all at once: one that it cannot read would hide the others."""
    wanted = {"offset": after, "timeout": wait, "allowed_updates": list(ALLOWED)}
    updates = await bot._post("getUpdates", wanted, read_timeout=wait + READ_SECONDS)
    return updates if isinstance(updates, list) else []
