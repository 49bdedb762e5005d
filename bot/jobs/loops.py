"""Runs jobs at intervals. A job that fails is logged by the class of its error and tried again at its next turn."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

log = logging.getLogger("bot.jobs")


class Loops:
    """Background jobs with a start and an end."""

    def __init__(self) -> None:
        self._tasks: list[asyncio.Task[None]] = []

    def every(self, seconds: float, name: str, job: Callable[[], object]) -> None:
        """Run a blocking `job` in a thread, now and then every so many seconds after it ended."""
        self._tasks.append(asyncio.create_task(_repeat(seconds, name, job), name=name))

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


async def _repeat(seconds: float, name: str, job: Callable[[], object]) -> None:
    while True:
        try:
            await asyncio.to_thread(job)
        except Exception as error:  # a job must never end the others, whatever it met
            log.error("job %s failed: %s", name, type(error).__name__)
        await asyncio.sleep(seconds)
