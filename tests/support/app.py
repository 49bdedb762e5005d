"""The app's parts as tests have them: made as the app makes them, with what is slow on purpose made quick."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from argon2.profiles import CHEAPEST

from bot.store import KeyRing, Store, database, migrating, open_store, staff
from bot.store.staff_secrets import Passphrases
from tests.support import databases

_SAFE = database._SQLITE_SETTINGS


@pytest.fixture(scope="session", autouse=True)
def quick() -> Iterator[None]:
    """Passphrases are hashed cheaply, a new database is what migrations made before, and no disk is waited for."""
    swift = tuple(one.replace("synchronous=FULL", "synchronous=OFF") for one in database._SQLITE_SETTINGS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "_SQLITE_SETTINGS", swift)
        patch.setattr(staff, "Passphrases", partial(Passphrases, CHEAPEST))
        patch.setattr(migrating, "upgrade", databases.upgrade)
        yield


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
