"""The app as tests run it: behind a client without a socket, or listening for browsers and other clients."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.store import Store
from bot.turn.limits import RateLimits
from bot.web.protocol import BoundedProtocol
from tests.support.staff.members import Member, make_member
from tests.support.waiting import eventually

NOWHERE: dict[str, Any] = {"engine_url": "http://127.0.0.1:9", "engine_token": "t" * 32}
"""Settings of an app whose engine is away."""
PLENTY = "1000000/minute"


class Running:
    """An app that listens. `url` is where."""

    def __init__(self, app: Starlette, url: str) -> None:
        self.app = app
        self.url = url

    @property
    def store(self) -> Store:
        store: Store = self.app.state.services.store
        return store

    def member(self, role: str = "medewerker") -> Member:
        return make_member(self.store, role)


def without_limits(settings: Settings) -> Starlette:
    """The app of these settings, without limits on how often one may ask."""
    app = create_app(settings)
    app.state.services.limits = RateLimits(PLENTY, PLENTY, PLENTY)
    return app


@contextmanager
def serving(settings: Settings) -> Iterator[TestClient]:
    """The app behind a client that needs no socket."""
    with TestClient(without_limits(settings), raise_server_exceptions=False) as opened:
        yield opened


@contextmanager
def listening(app: Settings | Starlette, port: int = 0, **options: Any) -> Iterator[Running]:
    """An app, or the app of these settings, by default on a free port."""
    made = without_limits(app) if isinstance(app, Settings) else app
    options = {"http": BoundedProtocol, "log_level": "error", "access_log": False, **options}
    config = uvicorn.Config(made, host="127.0.0.1", port=port, **options)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    eventually(lambda: server.started or not thread.is_alive())
    assert thread.is_alive(), "the app did not start"
    yield Running(made, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}")
    server.should_exit = True
    thread.join(60)
