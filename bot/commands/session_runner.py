"""The whole assistant inside one command, without a web server: gate, engine, store and confirmations as they are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from bot.making import make_keys
from bot.rasa.client import EngineClient
from bot.rasa.process import EngineProcess
from bot.reader.encoder import packaged_encoder
from bot.settings import Settings
from bot.store import KeyRing, open_store
from bot.turn.service import TurnService
from woningscan.content import load_content

START_SECONDS = 120.0


@asynccontextmanager
async def running_engine(settings: Settings) -> AsyncIterator[EngineClient]:
    """The engine these settings name, or one of its own that answers. Raises EngineNotStarted when that fails."""
    if settings.engine_url:
        client = EngineClient(settings.engine_url, settings.engine_token, settings.engine_timeout)
        try:
            yield client
        finally:
            await client.close()
        return
    process = EngineProcess(settings)
    await process.start()
    try:
        await process.wait_ready(START_SECONDS)
        yield process.client
    finally:
        await process.stop()


@asynccontextmanager
async def running_turns(settings: Settings, database: str | None) -> AsyncIterator[TurnService]:
    """The turn service on a database URL, or in memory with keys of its own when there is none."""
    content = load_content(settings.content_dir)
    keys = make_keys(settings) if database else KeyRing.generate()
    store = open_store(database or "sqlite://", keys)
    try:
        async with running_engine(settings) as engine:
            await asyncio.to_thread(packaged_encoder)  # so that the first message does not wait for it
            now = lambda: datetime.now(UTC)  # noqa: E731
            yield TurnService(content, store, engine, now=now, public_url=settings.public_url, overheard=())
    finally:
        store.close()
