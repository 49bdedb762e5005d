"""Talks to the assistant as a channel does: real gate, real engine process, real actions, a store of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from bot.app import CHANNELS
from bot.channels.base import overheard
from bot.rasa.process import EngineProcess
from bot.reader.encoder import packaged_encoder
from bot.settings import Settings
from bot.store import KeyRing, Store, open_store
from bot.turn.service import TurnService
from tests.support.talking.safe_triage import safely
from tests.support.waiting import eventually
from woningscan.content import load_content
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory, memory_in
from woningscan.conversation.reply import Choice, Reply
from woningscan.reading.incoming import Incoming

START_SECONDS = 600.0

T = TypeVar("T")


class Assistant:
    """One engine process for many conversations; its event loop runs in a thread, so tests read from top to bottom."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.content: Content = load_content(settings.content_dir)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.engine = self.run(self._started())
        packaged_encoder()  # loaded at the start, as in the app

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=660)

    def turns(self, store: Store) -> TurnService:
        return TurnService(
            self.content,
            store,
            self.engine.client,
            now=lambda: datetime.now(UTC),
            public_url="https://woningscan.test",
            overheard=overheard(CHANNELS),
        )

    @property
    def address(self) -> dict[str, str]:
        """Settings that lead an app to this engine."""
        return {"engine_url": f"unix:{self.engine._socket}", "engine_token": self.engine._token}

    def wait_ready(self, other_than: int | None = None) -> None:
        """Wait until the engine answers; after a kill, until another process than that one does."""
        eventually(lambda: self.engine.pid != other_than)
        self.run(self.engine.wait_ready(START_SECONDS))

    def close(self) -> None:
        self.run(self.engine.stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    async def _started(self) -> EngineProcess:
        process = EngineProcess(self.settings)
        await process.start()
        await process.wait_ready(START_SECONDS)
        return process


@dataclass
class Talk:
    """One conversation. `replies` are the last ones; `ids` and `offers` are what tests assert on."""

    assistant: Assistant
    store: Store
    token: str = ""
    killed: int | None = None
    replies: list[Reply] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.service = self.assistant.turns(self.store)
        if not self.token:
            self.token, self.replies = self.assistant.run(self.service.open("test"))

    @property
    def ids(self) -> list[str]:
        return [reply.id for reply in self.replies]

    @property
    def offered(self) -> list[Choice]:
        return [choice for reply in self.replies for choice in (*reply.choices, *reply.tools)]

    @property
    def memory(self) -> Memory:
        return memory_in(self.state)

    @property
    def state(self) -> dict[str, Any]:
        stored = self.store.conversations.load(self.token)
        assert stored is not None
        return stored.state

    @staticmethod
    def now() -> datetime:
        return datetime.now(UTC)

    def say(self, text: str, message_id: str | None = None) -> list[str]:
        return self._send(Incoming(text=text, message_id=message_id))

    def press(self, wanted: str, message_id: str | None = None) -> list[str]:
        """Press a button by its id or by what stands on it; an unknown one is sent as it is."""
        labelled = (choice.id for choice in self.offered if wanted in (choice.id, choice.label))
        return self._send(Incoming(choice=next(labelled, wanted), message_id=message_id))

    def to_review(self) -> None:
        """To the point where a request only has to be agreed to."""
        self.press("restart")
        self.press("affirm")
        safely(self.say("ik wil de woningscan aanvragen"), self.press)
        for typed in ("J. de Vries", "raadslid", "j@devries.nl", "geen voorkeur"):
            self.say(typed)
        assert self.ids == ["booking.review"]

    def _send(self, incoming: Incoming) -> list[str]:
        self.replies = self.assistant.run(self.service.answer(self.token, incoming))
        return self.ids


def memory_store() -> Store:
    return open_store("sqlite://", KeyRing.generate())
