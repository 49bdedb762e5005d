"""The real app with the real engine on one side, a strict Bot API on the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.talking.conversing import Assistant
from tests.support.telegram.bot_api import BotApi
from tests.support.telegram.official import Official, World
from tests.support.telegram.scripted_engine import TOKEN as ENGINE_TOKEN
from tests.support.telegram.scripted_engine import ScriptedEngine, believe
from tests.support.telegram.world import running, telegram_settings


@pytest.fixture
def world(tmp_path: Path, api: BotApi, assistant: Assistant) -> Iterator[World]:
    """With the real engine. Whatever a test does, nothing is sent that Telegram would not take."""
    with running(telegram_settings(tmp_path, api, **assistant.address), api) as opened:
        yield opened
    assert [(call.method, call.refused) for call in api.refused()] == []


@pytest.fixture
def official(world: World) -> Official:
    return Official(world)


@pytest.fixture(scope="session")
def engine() -> Iterator[ScriptedEngine]:
    started = ScriptedEngine()
    yield started
    started.close()


@pytest.fixture(scope="module")
def running_scripted(
    tmp_path_factory: pytest.TempPathFactory, started_api: BotApi, engine: ScriptedEngine
) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("telegram")
    settings = telegram_settings(folder, started_api, engine_url=engine.url, engine_token=ENGINE_TOKEN)
    with pytest.MonkeyPatch.context() as patch, running(settings, started_api) as opened:
        believe(patch)
        yield opened


@pytest.fixture
def scripted(running_scripted: World, api: BotApi) -> Iterator[World]:
    """With an engine whose answers are known: for everything about delivery. One app for the tests of a file."""
    yield running_scripted
    api.fault = lambda call: None
    running_scripted.settle()
    assert [(call.method, call.refused) for call in api.refused()] == []
