"""`/aanvraag/begin/<token>`: GET shows one button, POST begins the request, once, in a new conversation on plain pages.

Whoever has the link may open it, one time and within its lifetime. It came from a conversation that others can read
along with (decision D10); what follows stays between the browser and the app.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.channels.plain.form import SessionCookie, require_own_page
from bot.channels.plain.routes import PATH
from bot.channels.plain.view import HEADERS, PlainView
from bot.settings import Settings
from bot.store.telegram.request_links import RequestLinks
from bot.templates import template_environment
from bot.turn.service import TurnService
from woningscan.content.model import Content

_CHANNEL = "plain"
_LONGEST_TOKEN = 128


def routes(content: Content, settings: Settings) -> list[Route]:
    pages = RequestLinkPages(content, settings)
    view = PlainView(content, settings.content_dir / "templates")
    address = "/aanvraag/begin/{token:str}"
    return [
        Route(address, view.safely(pages.show_door), methods=["GET"]),
        Route(address, view.safely(pages.begin), methods=["POST"]),
    ]


class RequestLinkPages:
    def __init__(self, content: Content, settings: Settings) -> None:
        self._cookie = SessionCookie(secure=urlsplit(settings.public_url).scheme == "https")
        self._environment = template_environment(content, settings.content_dir / "templates")
        self._environment.globals.update(contacts=content.contacts)

    async def show_door(self, request: Request) -> Response:
        """Tells nothing and uses nothing up: chat programs open links by themselves."""
        return self._page("request/begin/door", 200)

    async def begin(self, request: Request) -> Response:
        require_own_page(request)
        links: RequestLinks = request.app.state.store.request_links
        turns: TurnService = request.app.state.turns
        token = request.path_params["token"][:_LONGEST_TOKEN]
        begun = await asyncio.to_thread(links.take, token, datetime.now(UTC))
        if begun is None:
            return self._page("request/begin/gone", 410)
        conversation = await turns.open_request(_CHANNEL, begun)
        response: Response = RedirectResponse(PATH, 303, HEADERS)
        self._cookie.set(response, conversation)
        return response

    def _page(self, name: str, status: int) -> HTMLResponse:
        return HTMLResponse(self._environment.get_template(f"{name}.html.j2").render(), status, headers=HEADERS)
