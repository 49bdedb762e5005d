"""The lines in which passphrases are verified: one at once, and no longer than somebody would wait.

Verifying one takes 64 MB and a core. Whoever logged in on this device before waits for their like alone: a flood of
strangers keeps nobody out who works here. Who would come too far behind is turned away at once, unread.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

LONGEST = 20
"""So many may be in a line: the last of them waits a few seconds."""


class LineFull(Exception):
    """Too many are before this one."""


class Line:
    """A semaphore belongs to the event loop it waits in, so there is one for each."""

    def __init__(self) -> None:
        self._places: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()
        self._taken: WeakKeyDictionary[asyncio.AbstractEventLoop, int] = WeakKeyDictionary()

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Raises LineFull."""
        loop = asyncio.get_running_loop()
        if self._taken.get(loop, 0) >= LONGEST:
            raise LineFull
        self._taken[loop] = self._taken.get(loop, 0) + 1
        try:
            async with self._places.setdefault(loop, asyncio.Semaphore(1)):
                yield
        finally:
            self._taken[loop] -= 1


strangers, known = Line(), Line()
