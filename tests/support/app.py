"""The app's parts as tests have them: made as the app makes them, with what is slow on purpose made quick."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from argon2.profiles import CHEAPEST

from bot.channels.telegram.receiver import DANGER_SECONDS
from bot.store import KeyRing, Store, open_store
from bot.store.base import database, migrating
from bot.store.staff import accounts
from bot.store.staff.secrets import Passphrases
from bot.turn.reading_line import READING_SECONDS
from bot.turn.service import THREAT_SECONDS
from tests.support import databases
from tests.support.waiting import GENEROUS

_SAFE = database._SQLITE_SETTINGS
PATIENCE = {
    "bot.turn.service.THREAT_SECONDS": THREAT_SECONDS,
    "bot.turn.reading_line.READING_SECONDS": READING_SECONDS,
    "bot.channels.telegram.receiver.DANGER_SECONDS": DANGER_SECONDS,
}
"""Seconds after which a threat is answered before its turn is over, and a text is not read any more. On a busy machine
that would be any."""


@pytest.fixture(scope="session", autouse=True)
def quick() -> Iterator[None]:
    """Passphrases are hashed cheaply, a new database is what migrations made before, no disk is waited for."""
    swift = tuple(one.replace("synchronous=FULL", "synchronous=OFF") for one in database._SQLITE_SETTINGS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "_SQLITE_SETTINGS", swift)
        for name in PATIENCE:
            patch.setattr(name, GENEROUS)
        patch.setattr(accounts, "Passphrases", partial(Passphrases, CHEAPEST))
        patch.setattr(migrating, "upgrade", databases.upgrade)
        yield


@pytest.fixture
def real_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what is said while something else is slow."""
    for name, seconds in PATIENCE.items():
        monkeypatch.setattr(name, seconds)


@pytest.fixture
def safe_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what survives: SQLite writes as it does in use."""
    monkeypatch.setattr(database, "_SQLITE_SETTINGS", _SAFE)


@pytest.fixture
def keys() -> KeyRing:
    return KeyRing.generate()


@pytest.fixture
def store(database_url: str, keys: KeyRing) -> Iterator[Store]:
    opened = open_store(database_url, keys)
    yield opened
    opened.close()
