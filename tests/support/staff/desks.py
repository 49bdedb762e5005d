"""The console of an app without an engine, for tests that make their own requests and members in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.store import Store
from tests.support.running import NOWHERE, Running, listening
from tests.support.staff.members import Desk, Member, make_member


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with listening(Settings(data_dir=tmp_path_factory.mktemp("console"), **NOWHERE)) as running:
        yield running


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The app without a socket, once for a module."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("pages"), **NOWHERE)
    with TestClient(create_app(settings), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def app_store(client: TestClient) -> Store:
    opened: Store = client.app.state.services.store  # type: ignore[attr-defined]
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
