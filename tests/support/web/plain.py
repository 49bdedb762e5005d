"""The app with the engine, once for a worker, and a second one on the same database without an engine."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.support.running import Running, listening
from tests.support.waiting import until_ready


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plain")


@pytest.fixture(scope="session")
def server(data_dir: Path, engine_address: dict[str, str]) -> Iterator[Running]:
    with listening(Settings(data_dir=data_dir, **engine_address)) as started:
        until_ready(started.url)
        yield started


@pytest.fixture(scope="session")
def without_engine(server: Running, data_dir: Path) -> Iterator[Running]:
    """Another app with the same database and keys, whose engine is not there."""
    nowhere = f"unix:{data_dir / 'no-engine.sock'}"
    with listening(Settings(data_dir=data_dir, engine_url=nowhere, engine_token=secrets.token_hex(32))) as started:
        yield started
