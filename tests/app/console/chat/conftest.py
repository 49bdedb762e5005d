"""The console beside officials who chat, in one app without an engine of its own process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.store import Store
from bot.turn.limits import RateLimits
from tests.support.running import NOWHERE
from tests.support.staff.members import Desk, Member, make_member
from tests.support.staff.offices import Always
from tests.support.staff.visitors import CHATS, Visitor
from tests.support.talking.house import CoreEngine


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("console")
    with TestClient(create_app(Settings(data_dir=folder, **NOWHERE)), raise_server_exceptions=False) as opened:
        opened.app.state.services.limits = RateLimits("1000/second", "1000/second", "1000/second")  # type: ignore[attr-defined]
        turns = opened.app.state.services.turns  # type: ignore[attr-defined]
        turns._engine = CoreEngine()
        turns._reception._hours = Always()
        yield opened


@pytest.fixture(scope="module")
def store(client: TestClient) -> Store:
    opened: Store = client.app.state.services.store  # type: ignore[attr-defined]
    return opened


@pytest.fixture(scope="module")
def desks(client: TestClient, store: Store) -> Iterator[list[Desk]]:
    with ExitStack() as stack:
        made = []
        for _ in range(2):
            http = TestClient(client.app, raise_server_exceptions=False)
            stack.callback(http.close)
            member: Member = make_member(store)
            made.append(Desk(http, store, member.token))
            made[-1].me = member.id  # type: ignore[attr-defined]
        assert made[0].post(f"{CHATS}/beschikbaar", {"beschikbaar": "ja"}).status_code == 303
        yield made


@pytest.fixture
def visitor(client: TestClient, desks: list[Desk]) -> Visitor:
    return Visitor(client)
