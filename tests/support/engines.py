"""The engine: one real process for all tests of a worker that need one and do not kill it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.settings import Settings
from tests.support.talking.conversing import Assistant


@pytest.fixture(scope="session")
def shared_assistant() -> Iterator[Assistant]:
    """With a patience that no busy machine uses up."""
    started = Assistant(Settings(engine_timeout=60.0))
    yield started
    started.close()


@pytest.fixture(scope="session")
def assistant(shared_assistant: Assistant) -> Assistant:
    """Who kills it has a fixture of this name of its own."""
    return shared_assistant


@pytest.fixture(scope="session")
def engine_address(shared_assistant: Assistant) -> dict[str, str]:
    """Settings that lead an app to the running engine."""
    return shared_assistant.address
