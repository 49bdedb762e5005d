"""The line in which texts wait to be read, each client's in turn, and what of danger is known from reading alone."""

from __future__ import annotations

import asyncio
from weakref import WeakKeyDictionary

from bot.reader.fair_reading import FairReading, TooManyWaiting
from woningscan.content.model import Content
from woningscan.conversation.gate import may_be_about_danger
from woningscan.conversation.last_resort import on_threat
from woningscan.conversation.reply import Reply
from woningscan.reading.reading import Reading

READING_SECONDS = 3.0
"""How long a text may wait to be read."""
NOBODY = ""
"""Who has no conversation, as a client."""


class ReadingLine:
    def __init__(self, content: Content) -> None:
        self._content = content
        # one for each event loop: commands and tests run a service in several
        self._lines: WeakKeyDictionary[asyncio.AbstractEventLoop, FairReading] = WeakKeyDictionary()

    async def has_read(self, client: str, reading: Reading) -> bool:
        """Have a message read in turn with those of others; False where that cannot be done in time."""
        try:
            line = self._lines.setdefault(asyncio.get_running_loop(), FairReading())
            await asyncio.wait_for(line.read(client, reading), READING_SECONDS)
        except (TooManyWaiting, TimeoutError):
            return False
        return True

    async def is_about_danger(self, client: str, reading: Reading) -> bool:
        """Whether a message must be answered whatever the limits say; False where it cannot be read in time."""
        if not await self.has_read(client, reading):
            return False
        return await asyncio.to_thread(may_be_about_danger, reading, self._content)

    async def numbers(self, reading: Reading) -> list[Reply]:
        """What is said about danger to whoever has no conversation here. They all wait in one line, so that tokens
        that somebody invents keep nobody else waiting."""
        if not await self.has_read(NOBODY, reading):
            return []
        return await asyncio.to_thread(on_threat, self._content, reading)
