"""`/adviseur/agenda/<token>`: the visits of one adviser as a calendar, for a program that comes and asks.

Whoever has the link sees when there are visits and the references of their requests, and nothing of whom they are to.
"""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.mail.invitation import calendar_of
from bot.services import services
from bot.web.headers import SECRET
from bot.web.problems import Problem

FEED_PATH = "/adviseur/agenda/"


async def show(request: Request) -> Response:
    here, token = services(request), request.path_params["token"]
    if not await here.limits.looking_allowed(token):
        raise Problem(429)
    visits = await asyncio.to_thread(here.store.advisers.feed, token)
    if visits is None:
        raise Problem(404)
    return Response(calendar_of(visits), media_type="text/calendar", headers=SECRET)


routes = [Route(f"{FEED_PATH}{{token:str}}", show, methods=["GET"])]
