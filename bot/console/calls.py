"""Waiting work calls whoever is logged in, on every page and outside its tab: a number, and nothing of what waits."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.console.frame.access import ROOT_PATH, page, staff_of
from bot.console.frame.sessions import note_presence, still_at_the_desk
from bot.console.work.items import BoardKeeper
from bot.services import services
from bot.web.events import Pace, stamps

PATH = f"{ROOT_PATH}oproep"
PACE = Pace(retry=500, look_every=1.0, lasts=15.0, asks_at_once=True)


async def watch(request: Request) -> Response:
    """How much waits for this member, now and whenever that changes. While it is open its member is there."""
    return stamps(partial(_number, request), partial(still_at_the_desk, request), PACE)


async def ask(request: Request) -> Response:
    """The same for a page without a stream."""
    await note_presence(request, staff_of(request))
    return JSONResponse({"wacht": int(await _number(request))})


async def _number(request: Request) -> str:
    board = await services(request).part(BoardKeeper).look(request)
    return str(board.calling(str(staff_of(request).staff_id)))


routes = [
    page(PATH, ask, role="medewerker", background=True),
    page(f"{PATH}/live", watch, role="medewerker", background=True),
]
