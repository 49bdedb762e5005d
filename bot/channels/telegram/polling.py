"""Asks Telegram for updates, for a machine that Telegram cannot reach: development."""

from __future__ import annotations

import asyncio
import logging

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram.receiver import Receiver
from bot.channels.telegram.sender import waiting_time
from bot.channels.telegram.updates import ALLOWED
from bot.store import StoreError

log = logging.getLogger("bot.telegram")
WAIT_SECONDS = 20
READ_SECONDS = 30.0
PAUSE, LONGEST_PAUSE = 1.0, 30.0


async def poll(bot: Bot, receiver: Receiver) -> None:
    """For ever: an update is asked for again until it was kept."""
    after, pause = None, PAUSE
    while True:
        try:
            updates = await bot.get_updates(
                offset=after, timeout=WAIT_SECONDS, allowed_updates=list(ALLOWED), read_timeout=READ_SECONDS
            )
            for update in updates:
                await receiver.receive(update, in_order=True)
                after = update.update_id + 1
            pause = PAUSE
        except (TelegramError, StoreError) as error:
            log.warning("no updates: %s", type(error).__name__)
            asked = waiting_time(error).total_seconds() if isinstance(error, RetryAfter) else 0.0
            await asyncio.sleep(max(pause, asked))
            pause = min(pause * 2, LONGEST_PAUSE)
        except Exception as error:  # its text may hold what somebody typed
            log.error("updates not taken in: %s", type(error).__name__)
            await asyncio.sleep(pause)
