"""`/aanvraag/begin/<token>`: GET shows one button, POST begins the request, once, in a new conversation on plain pages.

Whoever has the link may open it, one time and within its lifetime. It came from a conversation that others can read
along with (decision D10); what follows stays between the browser and the app.
"""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.plain import CHANNEL
from bot.channels.plain.routes import PATH, conversation_cookie
from bot.channels.plain.view import PlainView
from bot.services import Services
from bot.store.telegram.request_links import BegunRequest
from bot.web.forms import require_own_page
from bot.web.headers import PAGES
from bot.web.links import OneTimeLink, link_token


def routes(services: Services, view: PlainView) -> list[Route]:
    cookie = conversation_cookie(services.settings)

    async def door(request: Request) -> Response:
        return view.render("request/begin/door")

    async def take(request: Request) -> BegunRequest | None:
        require_own_page(request)
        return await asyncio.to_thread(services.store.request_links.take, link_token(request), services.now())

    async def opened(request: Request, begun: BegunRequest) -> Response:
        response: Response = RedirectResponse(PATH, 303, PAGES)
        cookie.set(response, await services.turns.open_request(CHANNEL.name, begun))
        return response

    async def gone(request: Request) -> Response:
        return view.render("request/begin/gone", 410)

    link = OneTimeLink(door, take, opened, gone)
    address = "/aanvraag/begin/{token:str}"
    return [
        Route(address, view.safely(link.show), methods=["GET"]),
        Route(address, view.safely(link.open), methods=["POST"]),
    ]
