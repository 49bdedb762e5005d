"""An engine process that these tests may kill and stop, with a short patience, and databases on disk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.settings import Settings
from bot.store import KeyRing, Store, open_store
from tests.support.talking.conversing import Assistant, Talk

PATIENCE = 6.0
"""Seconds that a turn waits for an engine that hangs: who answers sooner, waited for none."""


@pytest.fixture(scope="session")
def assistant() -> Iterator[Assistant]:
    started = Assistant(Settings(engine_timeout=PATIENCE))
    yield started
    started.close()


@pytest.fixture
def store(sqlite_url: str, keys: KeyRing) -> Iterator[Store]:
    opened = open_store(sqlite_url, keys)
    yield opened
    opened.close()


@pytest.fixture
def talk(assistant: Assistant, store: Store) -> Iterator[Talk]:
    """A conversation in the middle of the scan; afterwards the engine is there again for the next test."""
    talk = Talk(assistant, store)
    for choice in ("start_scan", "antwoord:functie=wethouder"):
        talk.press(choice)
    assert talk.ids == ["scan.ask.gevaar_nu"]
    yield talk
    assistant.wait_ready(other_than=talk.killed)
