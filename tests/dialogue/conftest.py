"""One real engine process for all dialogue tests; every test has a database of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.rasa.answer import EngineUnavailable
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


class NoEngine:
    """An engine that is away."""

    async def turn(self, *_: object, **__: object) -> None:
        raise EngineUnavailable("away")


@pytest.fixture(params=["engine there", "engine away"])
def either_way(request: pytest.FixtureRequest, talk: Talk) -> Talk:
    """A conversation with the engine, and one without: what is said may not differ."""
    if request.param == "engine away":
        talk.service._engine = NoEngine()  # type: ignore[assignment]
    return talk
