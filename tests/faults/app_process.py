"""The web application in a process of its own that can be killed; forked from one that has imported everything."""

from __future__ import annotations

import multiprocessing
import os
import socket
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from bot.store import KeyRing
from tests.support.conversing import Assistant

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["bot.app", "uvicorn", "tests.faults.app_process"])


def serve(port: int, environment: dict[str, str]) -> None:
    """Run in the forked process: the application as `woningscan serve` makes it."""
    os.environ.update(environment)
    import uvicorn

    uvicorn.run("bot.app:create_app", factory=True, port=port, access_log=False, log_level="critical", ws="none")


class App:
    """Starts, is killed with SIGKILL, and starts again, on the same database and an engine that is there already."""

    def __init__(
        self, folder: Path, assistant: Assistant, keys: KeyRing, settings: Mapping[str, str] | None = None
    ) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._environment = {
            "WONINGSCAN_DATA_DIR": str(folder),
            "WONINGSCAN_DATABASE_URL": f"sqlite:///{folder / 'app.db'}",
            "WONINGSCAN_KEYS": keys.to_text(),
            "WONINGSCAN_ENGINE_URL": f"unix:{assistant.engine._socket}",
            "WONINGSCAN_ENGINE_TOKEN": assistant.engine._token,
            **(settings or {}),
        }
        self.url = f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        self._process = _FORKS.Process(target=serve, args=(self._port, self._environment), daemon=True)
        self._process.start()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if httpx.get(f"{self.url}/gezond", timeout=1).status_code == 200:
                    return
            except httpx.HTTPError:
                time.sleep(0.05)
        raise AssertionError("the app did not start")

    def kill(self) -> None:
        self._process.kill()
        self._process.join(10)

    def open(self) -> str:
        token: str = httpx.post(f"{self.url}/api/v1/conversations", timeout=20).json()["conversation"]
        return token

    def send(self, token: str, number: int, line: str) -> list[str]:
        """Say a line, or press a button when it begins with "!"; the ids of the replies."""
        message: dict[str, Any] = {"message_id": f"message-{number}"}
        message |= {"choice": line[1:]} if line.startswith("!") else {"text": line}
        headers = {"authorization": f"Bearer {token}"}
        answer = httpx.post(f"{self.url}/api/v1/messages", json=message, headers=headers, timeout=20)
        assert answer.status_code == 200, answer.text
        return [reply["id"] for reply in answer.json()["replies"]]
