"""The web application as it is, on a database of its own: with no engine, or with one real engine for all tests."""

from __future__ import annotations

import asyncio
import os
import secrets
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.app import create_app
from bot.rasa.client import EngineClient
from bot.settings import ROOT, Settings
from bot.turn.limits import RateLimits
from woningscan.content import load_content
from woningscan.content.model import Content

NOWHERE = "http://127.0.0.1:9"
START_SECONDS = 120


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content(ROOT / "content")


@pytest.fixture(scope="session")
def engine() -> Iterator[dict[str, str]]:
    """The environment that leads to a running engine."""
    token = secrets.token_urlsafe(32)
    with tempfile.TemporaryDirectory(prefix="woningscan-") as folder:
        socket = Path(folder) / "engine.sock"
        process = subprocess.Popen(
            [ROOT / ".venv-engine" / "bin" / "python", "-m", "engine", "--socket", str(socket), "--with-parent"],
            cwd=ROOT,
            env={**os.environ, "WONINGSCAN_ENGINE_TOKEN": token, "PYTHONWARNINGS": "ignore"},
            stdin=subprocess.PIPE,
        )
        try:
            _wait(process, EngineClient(f"unix:{socket}", token, 1))
            yield {"WONINGSCAN_ENGINE_URL": f"unix:{socket}", "WONINGSCAN_ENGINE_TOKEN": token}
        finally:
            process.terminate()
            process.wait(10)


def _wait(process: subprocess.Popen[bytes], client: EngineClient) -> None:
    async def until_ready() -> None:
        while not await client.ready():
            assert process.poll() is None, "the engine ended at its start"
            await asyncio.sleep(0.1)
        await client.close()

    asyncio.run(asyncio.wait_for(until_ready(), START_SECONDS))


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Settings]:
    def make(**changes: Any) -> Settings:
        values = {"data_dir": tmp_path_factory.mktemp("gegevens"), "engine_url": NOWHERE, "engine_token": "t" * 32}
        return Settings(**{**values, **changes})

    return make


@contextmanager
def serving(settings: Settings) -> Iterator[TestClient]:
    """The application behind a client that may open as many conversations as the tests need."""
    app = create_app(settings)
    app.state.services.limits = RateLimits(per_conversation="1000/second", per_client="1000/second")
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(settings: Callable[..., Settings]) -> Iterator[TestClient]:
    """The application without an engine: enough for everything that never reaches one."""
    with serving(settings()) as opened:
        yield opened


@pytest.fixture(scope="module")
def whole_client(settings: Callable[..., Settings], engine: dict[str, str]) -> Iterator[TestClient]:
    """The application with the real engine."""
    url, token = engine["WONINGSCAN_ENGINE_URL"], engine["WONINGSCAN_ENGINE_TOKEN"]
    with serving(settings(engine_url=url, engine_token=token)) as opened:
        yield opened


@pytest.fixture
def token(client: TestClient) -> str:
    return str(client.post("/api/v1/conversations").json()["conversation"])


@pytest.fixture
def run_command(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run `woningscan …` as another program would, with bytes on its standard input."""

    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("WONINGSCAN_")}
        return subprocess.run(
            [ROOT / ".venv" / "bin" / "python", "-m", "bot", *arguments],
            input=stdin,
            capture_output=True,
            cwd=ROOT,
            env={**inherited, "WONINGSCAN_DATA_DIR": str(tmp_path), **environment},
            timeout=90,
        )

    return run
