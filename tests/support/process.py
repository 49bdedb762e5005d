"""The web application in a process of its own that can be killed; forked from one that has loaded everything."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from bot.store import KeyRing
from tests.support.waiting import GENEROUS, eventually

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["bot.app", "uvicorn", "tests.support.process", "tests.support.warm"])


def serve(port: int, environment: dict[str, str], limits: str) -> None:
    """Run in the forked process: the application as `woningscan serve` makes it, or with other limits than its own."""
    os.environ.update(environment)
    import uvicorn

    from bot.app import create_app
    from bot.commands.main import STOP_SECONDS
    from bot.turn.limits import RateLimits
    from bot.web.protocol import BoundedProtocol

    app = create_app()
    if limits:
        app.state.services.limits = RateLimits(limits, limits, limits)
    options: dict[str, Any] = {"access_log": False, "log_level": "critical", "ws": "none", "http": BoundedProtocol}
    uvicorn.run(app, port=port, timeout_graceful_shutdown=STOP_SECONDS, **options)


class AppProcess:
    """Starts, is killed with SIGKILL, and starts again, on the same database and an engine that is there already.

    `settings` are those of the app, by their names there. `target` is what runs in the process.
    """

    target: Callable[[int, dict[str, str], str], None] = staticmethod(serve)

    def __init__(self, folder: Path, keys: KeyRing, limits: str = "", **settings: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        given = {"data_dir": str(folder), "database_url": f"sqlite:///{folder / 'app.db'}", "keys": keys.to_text()}
        given |= settings
        self.database = given["database_url"]
        self._environment = {f"WONINGSCAN_{name.upper()}": value for name, value in given.items()}
        self._limits = limits
        self.url = f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        arguments = (self._port, self._environment, self._limits)
        self._process = _FORKS.Process(target=self.target, args=arguments, daemon=True)
        self._process.start()
        eventually(self._answers)

    def _answers(self) -> bool:
        assert self._process.is_alive(), "the app ended at its start"
        with contextlib.suppress(httpx.HTTPError):
            return httpx.get(f"{self.url}/gezond", timeout=GENEROUS).status_code == 200
        return False

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def kill(self) -> None:
        self._process.kill()
        self._process.join(GENEROUS)

    def end_politely(self) -> None:
        """Ask it to stop, as a service manager does, and wait until it has."""
        self._process.terminate()
        self._process.join(GENEROUS)

    def open(self) -> str:
        token: str = httpx.post(f"{self.url}/api/v1/conversations", timeout=GENEROUS).json()["conversation"]
        return token

    def send(self, token: str, number: int, line: str) -> list[str]:
        """Say a line, or press a button when it begins with "!"; the ids of the replies."""
        message: dict[str, Any] = {"message_id": f"message-{number}"}
        message |= {"choice": line[1:]} if line.startswith("!") else {"text": line}
        headers = {"authorization": f"Bearer {token}"}
        answer = httpx.post(f"{self.url}/api/v1/messages", json=message, headers=headers, timeout=GENEROUS)
        assert answer.status_code == 200, answer.text
        return [reply["id"] for reply in answer.json()["replies"]]
