"""The app with its Telegram channel, on a Bot API of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from bot.settings import Settings
from tests.support.running import NOWHERE, serving
from tests.support.telegram.bot_api import TOKEN, BotApi
from tests.support.telegram.official import SECRET, World


def telegram_settings(folder: Path, api: BotApi, **changes: Any) -> Settings:
    values: dict[str, Any] = {
        "data_dir": folder,
        **NOWHERE,
        "engine_timeout": 60.0,
        "telegram_token": TOKEN,
        "telegram_api": api.url,
        "telegram_mode": "webhook",
        "telegram_secret": SECRET,
    }
    return Settings(**{**values, **changes})


@contextmanager
def running(settings: Settings, api: BotApi) -> Iterator[World]:
    with serving(settings) as client:
        assert isinstance(client.app, Starlette)
        world = World(client.app, client, api)
        world.record_turns()
        yield world
