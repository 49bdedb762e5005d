"""The engine's process: what it gets to know of the app's environment."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.rasa.process import EngineProcess
from bot.settings import Settings

SECRETS = ("WONINGSCAN_KEYS", "WONINGSCAN_DATABASE_URL", "WONINGSCAN_TELEGRAM_TOKEN", "WONINGSCAN_SMTP_PASSWORD")


def test_the_engine_gets_no_secret_but_its_own(settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch):
    for name in (*SECRETS, "SOMETHING_ELSE"):
        monkeypatch.setenv(name, "geheim-van-de-app")
    given: dict[str, Any] = {}

    class Started(Exception):
        pass

    async def spawn(*arguments: str, **options: Any) -> None:
        given.update(options, arguments=arguments)
        raise Started

    monkeypatch.setattr(asyncio, "create_subprocess_exec", spawn)

    async def start() -> None:
        process = EngineProcess(settings())
        with pytest.raises(Started):
            await process._spawn()

    asyncio.run(start())
    ours = {name for name in given["env"] if name.startswith("WONINGSCAN_")}
    assert ours == {"WONINGSCAN_ENGINE_TOKEN", "WONINGSCAN_CONTENT_DIR"}
    assert "geheim-van-de-app" not in (*given["env"].values(), *given["arguments"])
    assert "SOMETHING_ELSE" not in given["env"]
