"""The ways out of the plain pages: "Snel weg", and what is shown after the conversation was erased."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.plain.view import PlainView
from bot.services import Services
from bot.templates import NEUTRAL_PAGE
from bot.turn.service import UnknownConversation
from bot.web.cookies import Cookie
from bot.web.forms import require_own_page
from bot.web.headers import PAGES

log = logging.getLogger("bot.plain")
ERASED, EXIT = "/zelfscan/gewist", "/zelfscan/weg"
PATIENCE = 0.3
_unfinished: set[asyncio.Task[None]] = set()


async def without_waiting(work: Coroutine[Any, Any, None]) -> None:
    """Does the work; what takes longer than a moment goes on by itself. Whatever fails, nobody is kept on the page."""
    task = asyncio.create_task(_tried(work))
    _unfinished.add(task)
    task.add_done_callback(_unfinished.discard)
    await asyncio.wait({task}, timeout=PATIENCE)


async def _tried(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except UnknownConversation:
        pass
    except Exception as error:
        log.error("not erased on leaving: %s", type(error).__name__)


class PlainExit:
    def __init__(self, services: Services, view: PlainView, cookie: Cookie) -> None:
        self._services = services
        self._view = view
        self._cookie = cookie

    def routes(self) -> list[Route]:
        return [
            Route(ERASED, self._view.safely(self.erased), methods=["GET"]),
            Route(EXIT, self._view.safely(self.leave), methods=["POST"]),
            Route(EXIT, self._view.safely(self.neutral), methods=["GET"]),
        ]

    async def erased(self, request: Request) -> Response:
        return self._view.message("privacy.erased", 200)

    async def leave(self, request: Request) -> Response:
        """Erase the conversation and go to a neutral page."""
        require_own_page(request)
        token = self._cookie.read(request)
        if token:
            await without_waiting(self._services.turns.erase(token))
        response = self._view.leaving()
        self._cookie.delete(response)
        return response

    async def neutral(self, request: Request) -> Response:
        """For who comes back here: the neutral page again. It erases nothing, so that no link can."""
        return RedirectResponse(self._services.content.contacts[NEUTRAL_PAGE].url, 303, PAGES)
