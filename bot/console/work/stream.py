"""Tells an open work list that there is something new to show, by server-sent events. It sends no content itself."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from bot.console.frame.access import ROOT_PATH, page
from bot.console.frame.sessions import still_at_the_desk
from bot.console.work.items import BoardKeeper
from bot.services import services
from bot.web.events import Pace, stamps

STREAM_PATH = f"{ROOT_PATH}werklijst/live"
PACE = Pace(retry=300, look_every=0.5, lasts=20.0)


async def stream(request: Request) -> Response:
    """The board's stamp."""

    async def look() -> str:
        return (await services(request).part(BoardKeeper).look(request)).stamp

    return stamps(look, partial(still_at_the_desk, request), PACE)


routes = [page(STREAM_PATH, stream, role="medewerker", background=True)]
