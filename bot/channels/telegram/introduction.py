"""What Telegram is told at the start: where updates go to, the commands of the menu, what this bot is."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram import Bot, BotCommand, MenuButtonCommands
from telegram.error import TelegramError

from bot.channels.telegram.commands import MENU
from bot.channels.telegram.updates import ALLOWED
from woningscan.content.model import Content

log = logging.getLogger("bot.telegram")
PAUSE, LONGEST_PAUSE = 1.0, 60.0
LANGUAGE = "nl"


async def introduce(bot: Bot, content: Content, webhook_url: str, secret: str) -> None:
    """Tell it all, each until Telegram took it. `webhook_url` is empty where updates are asked for."""
    texts = content.messages
    commands = [BotCommand(name, texts[f"telegram.command.{name}"]) for name in MENU]
    steps: list[Callable[[], Awaitable[object]]] = [
        (lambda: bot.set_webhook(webhook_url, secret_token=secret, allowed_updates=list(ALLOWED)))
        if webhook_url
        else bot.delete_webhook,
        lambda: bot.set_my_commands(commands),
        lambda: bot.set_my_commands(commands, language_code=LANGUAGE),
        lambda: bot.set_chat_menu_button(menu_button=MenuButtonCommands()),
        lambda: bot.set_my_description(texts["telegram.description"]),
        lambda: bot.set_my_short_description(texts["telegram.short_description"]),
    ]
    for step in steps:
        await _until_done(step)


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
