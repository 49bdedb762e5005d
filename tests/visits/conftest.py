"""Requests as officials make them, staff at the console, and the app as it listens for browsers."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.store import Store
from bot.store.request import requests
from bot.store.request.states import RequestKind
from bot.turn.limits import RateLimits
from tests.console.conftest import NOWHERE
from tests.console.members import Desk, Member, make_member

FIELDS = {"naam": "J. de Vries", "functie": "Wethouder", "contact": "jo@example.org", "voorkeur": "dinsdag"}
DOMAIN = "example.org"
PLENTY = "100000/minute"


def make_request(
    store: Store, kind: str = "woningscan", *, urgent: bool = False, at: datetime | None = None, **fields: str
) -> str:
    """A request that was just submitted, or at a moment; returns its reference."""
    now = at or datetime.now(UTC)
    with store.database.writing() as session:
        return requests.submit(
            session, store.vault, RequestKind.of_word(kind), FIELDS | fields, DOMAIN, now, urgent=urgent
        )


class Running:
    """An app that listens. `url` is where."""

    def __init__(self, app: Starlette, url: str) -> None:
        self.app = app
        self.url = url

    @property
    def store(self) -> Store:
        store: Store = self.app.state.store
        return store

    def member(self, role: str = "medewerker") -> Member:
        return make_member(self.store, role)


@contextmanager
def listening(settings: Settings, port: int = 0) -> Iterator[Running]:
    """The app of these settings, by default on a free port, without limits on how often one may ask."""
    app = create_app(settings)
    app.state.limits = RateLimits(PLENTY, PLENTY)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the app did not start"
        time.sleep(0.05)
    yield Running(app, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}")
    server.should_exit = True
    thread.join(30)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with listening(Settings(data_dir=tmp_path_factory.mktemp("visits"), **NOWHERE)) as running:
        yield running


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The app without a socket, once for a module: each test makes its own requests and members."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("pages"), **NOWHERE)
    with TestClient(create_app(settings), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def app_store(client: TestClient) -> Store:
    opened: Store = client.app.state.store  # type: ignore[attr-defined]
    return opened


@pytest.fixture
def sit_down(client: TestClient, app_store: Store) -> Callable[..., Desk]:
    """A desk of its own for each member of staff."""

    def sit(member: Member | None = None, role: str = "medewerker") -> Desk:
        member = member or make_member(app_store, role)
        desk = Desk(TestClient(client.app, raise_server_exceptions=False), app_store, member.token)
        desk.member = member  # type: ignore[attr-defined]
        return desk

    return sit


def case_path(reference: str, act: str = "") -> str:
    return f"/secretariaat/aanvraag/{reference}{act}"


def screenshots() -> Path | None:
    """Where pictures go for who wants to look: set WONINGSCAN_SCREENSHOTS to a folder."""
    import os

    folder = os.environ.get("WONINGSCAN_SCREENSHOTS")
    return Path(folder) if folder else None


def keep(page: Any, name: str) -> None:
    folder = screenshots()
    if folder:
        page.screenshot(path=folder / f"{name}.png", full_page=True)
