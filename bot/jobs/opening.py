"""Opens the store when the app starts, and where it is away again and again until it is there.

The app serves meanwhile: every store raises `StoreUnavailable` then, and each channel has its answer to that.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.store import Store, StoreUnavailable

log = logging.getLogger("bot.store")
PATIENCE = 10.0
"""So many seconds the start of the app waits for a database that does not answer."""
PAUSE, LONGEST_PAUSE = 0.5, 5.0
Step = Callable[[], Awaitable[None]]


class Opening:
    """One store on its way to be open: `start`, then `begin` what needs it, at the end `stop`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._steps: list[Step] = []
        self._trying: asyncio.Task[None] | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Try once, for a while. A database that is away is no reason not to start.

        Raises KeyProblem, Tampered and UnsafeSettings: those no waiting will mend.
        """
        self._trying = asyncio.create_task(asyncio.to_thread(self._store.prepare))
        await asyncio.wait({self._trying}, timeout=PATIENCE)
        if not self._trying.done():
            return
        try:
            self._trying.result()
        except StoreUnavailable as error:
            log.error("store not opened: %s", error)

    async def begin(self, steps: Sequence[Step]) -> None:
        """Take each step once, in their order: now, or as soon as the store is open. Raises what a step raises now."""
        self._steps = list(steps)
        if self._trying is not None and self._trying.done() and self._trying.exception() is None:
            try:
                await self._take_steps()
                return
            except StoreUnavailable as error:
                log.error("store away again: %s", error)
        self._task = asyncio.create_task(self._keep_trying(), name="opening")

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _keep_trying(self) -> None:
        """By now the app serves, so keys that turn out not to fit only leave the store closed."""
        pause = PAUSE
        while True:
            try:
                if self._trying is not None:
                    await self._trying
                await self._take_steps()
            except Exception as error:  # whatever it is, somebody may be mending it
                log.error("store not opened, trying again: %s", type(error).__name__)
            else:
                log.warning("store opened")
                return
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
            self._trying = asyncio.create_task(asyncio.to_thread(self._store.prepare))

    async def _take_steps(self) -> None:
        while self._steps:
            await self._steps[0]()
            self._steps.pop(0)
