"""The web application as it is, on a database of its own: with no engine, or with one real engine for all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.app import create_app
from bot.limits import RateLimits
from bot.settings import ROOT, Settings
from woningscan.content import load_content
from woningscan.content.model import Content

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content(ROOT / "content")


@pytest.fixture(scope="session")
def engine(engine_address: dict[str, str]) -> dict[str, str]:
    """The environment that leads to a running engine."""
    return {f"WONINGSCAN_{name.upper()}": value for name, value in engine_address.items()}


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
    app.state.limits = RateLimits(per_conversation="1000/second", per_client="1000/second")
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


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
