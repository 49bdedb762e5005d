"""Server-sent events: a stamp at once and again whenever it is another one, for as long as who asked may see it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from starlette.responses import StreamingResponse

from bot.store import StoreError

log = logging.getLogger("bot.web")
_HEADERS = {"x-accel-buffering": "no"}


class Over(Exception):
    """There is nothing more to look at; `word` is the last that is sent."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


@dataclass(frozen=True)
class Pace:
    """In seconds, but for `retry` (milliseconds): how soon a browser opens the next stream.

    A stream ends by itself after `lasts`: so a server that stops never waits long for one. `asks_at_once`: whether who
    looks is asked for before the first look, and not only `ask_every` so long after.
    """

    retry: int
    look_every: float
    lasts: float
    ask_every: float = 5.0
    asks_at_once: bool = False


def stamps(
    look: Callable[[], Awaitable[str]], may_look: Callable[[], Awaitable[bool]], pace: Pace
) -> StreamingResponse:
    """A stream of what `look` gives. It ends when `may_look` says no, when `look` raises Over, or with the store."""
    return StreamingResponse(_events(look, may_look, pace), media_type="text/event-stream", headers=_HEADERS)


async def _events(
    look: Callable[[], Awaitable[str]], may_look: Callable[[], Awaitable[bool]], pace: Pace
) -> AsyncIterator[str]:
    yield f"retry: {pace.retry}\n\n"
    began = asked = time.monotonic()
    first, last = pace.asks_at_once, ""
    while time.monotonic() - began < pace.lasts:
        try:
            if first or time.monotonic() - asked > pace.ask_every:
                if not await may_look():
                    return
                first, asked = False, time.monotonic()
                yield ": \n\n"
            stamp = await look()
        except Over as over:
            yield _event(over.word)
            return
        except StoreError as error:
            log.error("news not looked at: %s", type(error).__name__)
            return
        if stamp != last:
            yield _event(stamp)
            last = stamp
        await asyncio.sleep(pace.look_every)


def _event(stamp: str) -> str:
    return f"event: stand\ndata: {stamp}\n\n"
