"""What Telegram is told: where updates go to, which is looked after, the commands of the menu, what this bot is."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from telegram import Bot, BotCommand, MenuButtonCommands, WebhookInfo
from telegram.error import TelegramError

from bot.channels.telegram.commands import MENU
from bot.channels.telegram.updates import ALLOWED
from bot.store import StoreError
from woningscan.content.model import Content

log = logging.getLogger("bot.telegram")
PAUSE, LONGEST_PAUSE = 1.0, 60.0
LOOK_EVERY = 20.0
JUST_NOW = timedelta(seconds=60)
"""A failure that Telegram tells of is one of now for so long: it tries again within a minute."""
LANGUAGE = "nl"


async def introduce(bot: Bot, content: Content, webhook_url: str, secret: str) -> None:
    """Tell it all, each until Telegram took it. `webhook_url` is empty where updates are asked for."""
    texts = content.messages
    commands = [BotCommand(name, texts[f"telegram.command.{name}"]) for name in MENU]
    steps: list[Callable[[], Awaitable[object]]] = [
        (lambda: _tell_where(bot, webhook_url, secret)) if webhook_url else bot.delete_webhook,
        lambda: bot.set_my_commands(commands),
        lambda: bot.set_my_commands(commands, language_code=LANGUAGE),
        lambda: bot.set_chat_menu_button(menu_button=MenuButtonCommands()),
        lambda: bot.set_my_description(texts["telegram.description"]),
        lambda: bot.set_my_short_description(texts["telegram.short_description"]),
    ]
    for step in steps:
        await _until_done(step)


async def look_after(
    bot: Bot, url: str, secret: str, takes_in: Callable[[], Awaitable[None]], now: Callable[[], datetime]
) -> None:
    """For ever: whether Telegram brings updates to `url`. Where it forgot that it should, it is told again.

    `takes_in` hears each time that it does. Not so while updates wait there and the last attempt failed.
    """
    while True:
        try:
            known = await bot.get_webhook_info()
            if known.url != url:
                log.warning("webhook lost, told again")
                await _tell_where(bot, url, secret)
            elif not fails_now(known, now()):
                await takes_in()
        except (TelegramError, StoreError) as error:
            log.warning("webhook not looked after: %s", type(error).__name__)
        await asyncio.sleep(LOOK_EVERY)


def fails_now(known: WebhookInfo, now: datetime) -> bool:
    """Whether updates wait at Telegram and the last attempt to bring one failed."""
    failed = known.last_error_date
    return known.pending_update_count > 0 and failed is not None and failed > now - JUST_NOW


async def _tell_where(bot: Bot, url: str, secret: str) -> bool:
    return await bot.set_webhook(url, secret_token=secret, allowed_updates=list(ALLOWED))


async def _until_done(step: Callable[[], Awaitable[object]]) -> None:
    pause = PAUSE
    while True:
        try:
            await step()
            return
        except TelegramError as error:
            log.warning("bot not introduced yet: %s", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
