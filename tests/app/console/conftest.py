"""The web application without an engine, and desks at its console."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.store import Store
from tests.support.running import NOWHERE
from tests.support.staff.members import Desk, Member, make_member


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data_dir=tmp_path, **NOWHERE)), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def store(client: TestClient) -> Store:
    opened: Store = client.app.state.services.store  # type: ignore[attr-defined]
    return opened


@pytest.fixture
def sit_down(client: TestClient, store: Store) -> Iterator[Callable[..., Desk]]:
    """A desk of its own each time, anonymous, or with the session of a member. `address` is where it calls from."""
    with ExitStack() as stack:

        def sit(member: Member | None = None, address: str = "198.51.100.1") -> Desk:
            http = TestClient(client.app, raise_server_exceptions=False, client=(address, 50000))
            stack.callback(http.close)
            return Desk(http, store, member.token if member else "")

        yield sit


@pytest.fixture
def member(store: Store) -> Member:
    return make_member(store)


@pytest.fixture
def administrator(store: Store) -> Member:
    return make_member(store, "beheerder")


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Answers that are slow on purpose are not slow here; each is noted."""
    slept: list[float] = []

    async def note(seconds: float, *_: Any) -> None:
        slept.append(seconds)

    monkeypatch.setattr("bot.console.login.routes.pause", note)
    return slept
