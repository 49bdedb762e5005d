"""Tells an open work list that there is something new to show, by server-sent events. It sends no content itself."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.console.frame.access import ROOT_PATH, page, staff_of
from bot.console.frame.sessions import still_signed_in
from bot.console.work.items import BoardKeeper
from bot.store import StoreError

log = logging.getLogger("bot.console")
STREAM_PATH = f"{ROOT_PATH}werklijst/live"
_LOOK_EVERY = 0.5
_ASK_WHO_EVERY = 5.0
# A stream ends by itself and the browser opens the next: so a server that stops never waits long for one.
_LASTS = 20.0
_HEADERS = {"x-accel-buffering": "no"}


async def stream(request: Request) -> Response:
    return StreamingResponse(_events(request), media_type="text/event-stream", headers=_HEADERS)


async def _events(request: Request) -> AsyncIterator[str]:
    """The board's stamp at once, and again whenever it is another one."""
    yield "retry: 300\n\n"
    keeper: BoardKeeper = request.app.state.board_keeper
    began = asked = time.monotonic()
    last = ""
    while time.monotonic() - began < _LASTS:
        try:
            if time.monotonic() - asked > _ASK_WHO_EVERY:
                if not await still_signed_in(request):
                    return
                await asyncio.to_thread(_is_there, request)
                asked = time.monotonic()
                yield ": \n\n"
            stamp = (await keeper.look(request)).stamp
        except StoreError as error:
            log.error("work list not looked at: %s", type(error).__name__)
            return
        if stamp != last:
            yield f"event: stand\ndata: {stamp}\n\n"
            last = stamp
        await asyncio.sleep(_LOOK_EVERY)


def _is_there(request: Request) -> None:
    """Who has the list open is at the desk, so a chat may be offered."""
    request.app.state.store.desk.seen(staff_of(request).staff_id, datetime.now(UTC))


routes = [page(STREAM_PATH, stream, role="medewerker", background=True)]
