"""The app with its Telegram channel in a process that can be killed, on a database and with an engine that stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx

from bot.store import KeyRing
from tests.support.process import AppProcess
from tests.support.telegram.bot_api import TOKEN, BotApi
from tests.support.telegram.official import HEADERS, SECRET
from tests.support.telegram.scripted_engine import TOKEN as ENGINE_TOKEN
from tests.support.telegram.scripted_engine import ScriptedEngine, serve_believing
from tests.support.waiting import GENEROUS


class TelegramProcess(AppProcess):
    """For officials who are faster than people."""

    target = staticmethod(serve_believing)

    def __init__(self, folder: Path, api: BotApi, engine: ScriptedEngine, keys: KeyRing) -> None:
        super().__init__(
            folder,
            keys,
            "10000/second",
            engine_url=engine.url,
            engine_token=ENGINE_TOKEN,
            engine_timeout="60",  # whatever else this machine does, every message gets its answer
            telegram_token=TOKEN,
            telegram_api=api.url,
            telegram_mode="webhook",
            telegram_secret=SECRET,
        )

    def deliver(self, client: httpx.Client, update: dict[str, Any]) -> bool:
        """Bring an update once; False when the app did not take it."""
        try:
            answer = client.post(f"{self.url}/telegram/webhook", json=update, headers=HEADERS, timeout=GENEROUS)
        except httpx.HTTPError:
            return False
        return answer.status_code == 200
