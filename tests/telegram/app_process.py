"""The app with its Telegram channel in a process that can be killed, on a database and with an engine that stay."""

from __future__ import annotations

import multiprocessing
import os
import socket
import time
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette

from bot.store import KeyRing
from tests.telegram.bot_api import TOKEN, BotApi
from tests.telegram.official import HEADERS, SECRET
from tests.telegram.scripted_engine import TOKEN as ENGINE_TOKEN
from tests.telegram.scripted_engine import ScriptedEngine

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["bot.app", "uvicorn", "tests.telegram.app_process"])


def create() -> Starlette:
    """The app as it is, for officials who are faster than people."""
    from bot.app import create_app
    from bot.turn.limits import RateLimits

    app = create_app()
    app.state.services.limits = RateLimits("10000/second", "10000/second")
    return app


def serve(port: int, environment: dict[str, str]) -> None:
    os.environ.update(environment)
    import uvicorn

    uvicorn.run(create, factory=True, port=port, access_log=False, log_level="critical", ws="none")


class App:
    def __init__(self, folder: Path, api: BotApi, engine: ScriptedEngine, keys: KeyRing) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.database = f"sqlite:///{folder / 'app.db'}"
        self._environment = {
            "WONINGSCAN_DATA_DIR": str(folder),
            "WONINGSCAN_DATABASE_URL": self.database,
            "WONINGSCAN_KEYS": keys.to_text(),
            "WONINGSCAN_ENGINE_URL": engine.url,
            "WONINGSCAN_ENGINE_TOKEN": ENGINE_TOKEN,
            "WONINGSCAN_ENGINE_TIMEOUT": "60",  # whatever else this machine does, every message gets its answer
            "WONINGSCAN_TELEGRAM_TOKEN": TOKEN,
            "WONINGSCAN_TELEGRAM_API": api.url,
            "WONINGSCAN_TELEGRAM_MODE": "webhook",
            "WONINGSCAN_TELEGRAM_SECRET": SECRET,
        }
        self._url = f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        self._process = _FORKS.Process(target=serve, args=(self._port, self._environment), daemon=True)
        self._process.start()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if httpx.get(f"{self._url}/gezond", timeout=1).status_code == 200:
                    return
            except httpx.HTTPError:
                time.sleep(0.05)
        raise AssertionError("the app did not start")

    def kill(self) -> None:
        self._process.kill()
        self._process.join(10)

    def deliver(self, client: httpx.Client, update: dict[str, Any]) -> bool:
        """Bring an update once; False when the app did not take it."""
        try:
            answer = client.post(f"{self._url}/telegram/webhook", json=update, headers=HEADERS, timeout=20)
        except httpx.HTTPError:
            return False
        return answer.status_code == 200
