"""The real app with its real engine, once for this folder, and a second one on the same database without an engine."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from bot.app import create_app
from bot.limits import RateLimits
from bot.settings import Settings
from tests.plain.visitor import PlainVisitor
from tests.support.waiting import eventually

PLENTY = "100000/minute"


class Running:
    """An app that listens. `url` is where."""

    def __init__(self, app: Starlette, url: str) -> None:
        self.app = app
        self.url = url


@contextmanager
def running(settings: Settings) -> Iterator[Running]:
    app = create_app(settings)
    app.state.limits = RateLimits(PLENTY, PLENTY)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    eventually(lambda: server.started or not thread.is_alive())
    assert thread.is_alive(), "the app did not start"
    yield Running(app, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}")
    server.should_exit = True
    thread.join(15)


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plain")


@pytest.fixture(scope="session")
def server(data_dir: Path, engine_address: dict[str, str]) -> Iterator[Running]:
    with running(Settings(data_dir=data_dir, **engine_address)) as started:
        eventually(lambda: httpx.get(f"{started.url}/gereed").status_code == 200)
        yield started


@pytest.fixture(scope="session")
def without_engine(server: Running, data_dir: Path) -> Iterator[Running]:
    """Another app with the same database and keys, whose engine is not there."""
    nowhere = f"unix:{data_dir / 'no-engine.sock'}"
    with running(Settings(data_dir=data_dir, engine_url=nowhere, engine_token=secrets.token_hex(32))) as started:
        yield started


@pytest.fixture
def visit(server: Running) -> Iterator[Callable[..., PlainVisitor]]:
    """A new visitor on the first page; afterwards no address may have held the conversation's token."""
    with ExitStack() as stack:
        visitors: list[PlainVisitor] = []

        def arrive(url: str = server.url) -> PlainVisitor:
            visitors.append(stack.enter_context(PlainVisitor(url)))
            return visitors[-1]

        yield arrive
        for visitor in visitors:
            assert not visitor.token or not any(visitor.token in address for address in visitor.asked)
