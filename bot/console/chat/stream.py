"""Tells an open chat page, and the list of chats, that there is something new. Only a number or a digest travels here.

While one of these is open, its member is on line. A page whose stream does not work asks by itself (`chat.news`).
"""

from __future__ import annotations

import asyncio
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.console.chat.routes import CHAT_PATH, PATH, chat_id_of, list_stamp_of
from bot.console.chat.view import away_since
from bot.console.frame.access import page, staff_of
from bot.console.frame.sessions import note_presence, still_at_the_desk
from bot.services import services
from bot.store.chat.staff import NotYours
from bot.web.events import Over, Pace, stamps

PACE = Pace(retry=500, look_every=0.7, lasts=15.0, asks_at_once=True)


async def watch_chat(request: Request) -> Response:
    """The number of the last message, and whether the official looks; `weg` once it is no longer this member's."""
    here, chat, me = services(request), chat_id_of(request), staff_of(request).staff_id

    async def look() -> str:
        try:
            number, looked_at = await asyncio.to_thread(here.store.staff_chats.mark, chat, me)
            return f"{number} {away_since(looked_at, here.now())}".strip()
        except NotYours:
            raise Over("weg") from None

    return stamps(look, partial(still_at_the_desk, request), PACE)


async def watch_list(request: Request) -> Response:
    look = partial(asyncio.to_thread, list_stamp_of, services(request).store, staff_of(request).staff_id)
    return stamps(look, partial(still_at_the_desk, request), PACE)


async def list_stamp(request: Request) -> Response:
    """The same for a page without a stream."""
    member = staff_of(request)
    await note_presence(request, member)
    return JSONResponse({"stand": await asyncio.to_thread(list_stamp_of, services(request).store, member.staff_id)})


routes = [
    page(f"{PATH}/live", watch_list, role="medewerker", background=True),
    page(f"{PATH}/stand", list_stamp, role="medewerker", background=True),
    page(f"{CHAT_PATH}/live", watch_chat, role="medewerker", background=True),
]
