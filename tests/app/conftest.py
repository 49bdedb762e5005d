"""The web application as it is, on a database of its own: with no engine, or with one real engine for all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.settings import ROOT, Settings
from tests.support.running import NOWHERE, serving
from tests.support.telegram.bot_api import BotApi
from woningscan.content import load_content
from woningscan.content.model import Content


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content(ROOT / "content")


@pytest.fixture(scope="session")
def engine(engine_address: dict[str, str]) -> dict[str, str]:
    """The environment that leads to a running engine."""
    return {f"WONINGSCAN_{name.upper()}": value for name, value in engine_address.items()}


@pytest.fixture(scope="session")
def started_api() -> Iterator[BotApi]:
    started = BotApi()
    yield started
    started.close()


@pytest.fixture
def api(started_api: BotApi) -> BotApi:
    """Without anything of an earlier test."""
    started_api.reset()
    return started_api


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Settings]:
    def make(**changes: Any) -> Settings:
        values = {"data_dir": tmp_path_factory.mktemp("gegevens"), **NOWHERE}
        return Settings(**{**values, **changes})

    return make


@pytest.fixture(scope="module")
def client(settings: Callable[..., Settings]) -> Iterator[TestClient]:
    """The application without an engine: enough for everything that never reaches one."""
    with serving(settings()) as opened:
        yield opened


@pytest.fixture(scope="module")
def whole_client(settings: Callable[..., Settings], engine_address: dict[str, str]) -> Iterator[TestClient]:
    """The application with the real engine."""
    with serving(settings(**engine_address)) as opened:
        yield opened


@pytest.fixture
def token(client: TestClient) -> str:
    return str(client.post("/api/v1/conversations").json()["conversation"])
