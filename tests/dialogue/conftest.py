"""One real engine process for all dialogue tests; every test has a database of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.store import Store
from tests.support.talking.conversing import Assistant, Talk, memory_store


@pytest.fixture
def store() -> Iterator[Store]:
    opened = memory_store()
    yield opened
    opened.close()


@pytest.fixture
def talk(assistant: Assistant, store: Store) -> Talk:
    return Talk(assistant, store)
