"""Reading in turn: a piece of one client's text, a piece of the next one's, so that nobody waits for a long text.

A text is read in windows off the event loop. With one line for each client a flood of long texts costs whoever sends
it; who sends a short one waits for one piece of everybody else's.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from bot.metrics.instruments import Stage, timed
from woningscan.reading.incoming import Incoming
from woningscan.reading.reading import Reading

MOST_WAITING = 20
"""Texts that one client may have waiting; a further one is not read."""
READERS = 1
"""Pieces read at once. The encoder keeps a core busy, and the rest of the app needs one."""


class TooManyWaiting(Exception):
    """This client has as many texts waiting as it may have."""


@dataclass
class _Waiting:
    steps: Iterator[None]
    done: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class FairReading:
    """Belongs to one event loop."""

    def __init__(self) -> None:
        self._lines: OrderedDict[str, deque[_Waiting]] = OrderedDict()
        self._pool = ThreadPoolExecutor(READERS, thread_name_prefix="reading")
        self._worker: asyncio.Task[None] | None = None

    async def read(self, client: str, reading: Reading) -> None:
        """Have everything in a message read that a model reads. Raises TooManyWaiting; a cancelled one is left."""
        if not needs_reading(reading.incoming):
            return
        line = self._lines.setdefault(client, deque())
        if len(line) >= MOST_WAITING:
            raise TooManyWaiting
        waiting = _Waiting(reading.steps())
        line.append(waiting)
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
        with timed(Stage.READING):
            await waiting.done

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        while self._lines:
            client, line = next(iter(self._lines.items()))
            self._lines.move_to_end(client)
            waiting = line[0]
            if not waiting.done.cancelled():
                try:
                    more = await loop.run_in_executor(self._pool, _step, waiting.steps)
                except Exception as problem:
                    more = False
                    if not waiting.done.done():
                        waiting.done.set_exception(problem)
                if more:
                    continue
            line.popleft()
            if not line:
                del self._lines[client]
            if not waiting.done.done():
                waiting.done.set_result(None)


def needs_reading(incoming: Incoming) -> bool:
    """Whether a message holds text; a button is known without reading."""
    return bool(incoming.text) or bool(incoming.heard)


def _step(steps: Iterator[None]) -> bool:
    """Take one step; False after the last."""
    try:
        next(steps)
    except StopIteration:
        return False
    return True
