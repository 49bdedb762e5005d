"""Tells an open chat page, and the list of chats, that there is something new. Only a number or a digest travels here.

While one of these is open, its member is on line. A page whose stream does not work asks by itself (`chat.news`).
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot.console.chat.routes import CHAT_PATH, PATH, chat_id_of, list_stamp_of
from bot.console.frame.access import page, staff_of
from bot.console.frame.sessions import still_signed_in
from bot.store import Store, StoreError
from bot.store.chat.staff import NotYours

log = logging.getLogger("bot.console")
_LOOK_EVERY = 0.7
_ASK_WHO_EVERY = 5.0
# A stream ends by itself and the browser opens the next: so a server that stops never waits long for one.
_LASTS = 15.0
_HEADERS = {"x-accel-buffering": "no"}


async def watch_chat(request: Request) -> Response:
    """The number of the last message, whenever it is another one; `weg` once the chat is no longer this member's."""
    store, chat, me = _store(request), chat_id_of(request), staff_of(request).staff_id
    return _stream(request, lambda: str(store.staff_chats.mark(chat, me)))


async def watch_list(request: Request) -> Response:
    return _stream(request, lambda: list_stamp_of(_store(request), staff_of(request).staff_id))


async def list_stamp(request: Request) -> Response:
    """The same for a page without a stream."""
    store, me = _store(request), staff_of(request).staff_id
    await asyncio.to_thread(store.desk.seen, me, datetime.now(UTC))
    return JSONResponse({"stand": await asyncio.to_thread(list_stamp_of, store, me)})


def _stream(request: Request, look: Callable[[], str]) -> StreamingResponse:
    return StreamingResponse(_events(request, look), media_type="text/event-stream", headers=_HEADERS)


async def _events(request: Request, look: Callable[[], str]) -> AsyncIterator[str]:
    yield "retry: 500\n\n"
    desk, me = _store(request).desk, staff_of(request).staff_id
    began, asked, last = time.monotonic(), 0.0, ""
    while time.monotonic() - began < _LASTS:
        try:
            if time.monotonic() - asked > _ASK_WHO_EVERY:
                if not await still_signed_in(request):
                    return
                await asyncio.to_thread(desk.seen, me, datetime.now(UTC))
                asked = time.monotonic()
                yield ": \n\n"
            stamp = await asyncio.to_thread(look)
        except NotYours:
            yield "event: stand\ndata: weg\n\n"
            return
        except StoreError as error:
            log.error("chats not looked at: %s", type(error).__name__)
            return
        if stamp != last:
            yield f"event: stand\ndata: {stamp}\n\n"
            last = stamp
        await asyncio.sleep(_LOOK_EVERY)


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


routes = [
    page(f"{PATH}/live", watch_list, role="medewerker", background=True),
    page(f"{PATH}/stand", list_stamp, role="medewerker", background=True),
    page(f"{CHAT_PATH}/live", watch_chat, role="medewerker", background=True),
]
