"""The ways out of the plain pages: "Snel weg", and what is shown after the conversation was erased."""

from __future__ import annotations

import logging

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.channels.plain_form import SessionCookie, require_own_page
from bot.channels.plain_view import HEADERS, NEUTRAL_PAGE, PlainView
from bot.store import StoreError
from bot.turn import UnknownConversation
from woningscan.content.model import Content

log = logging.getLogger("bot.plain")
ERASED, EXIT = "/zelfscan/gewist", "/zelfscan/weg"


class PlainExit:
    def __init__(self, content: Content, view: PlainView, cookie: SessionCookie) -> None:
        self._neutral = content.contacts[NEUTRAL_PAGE].url
        self._view = view
        self._cookie = cookie

    async def erased(self, request: Request) -> Response:
        return self._view.message("privacy.erased", 200)

    async def leave(self, request: Request) -> Response:
        """Erase the conversation and go to a neutral page. Whatever fails, nobody is kept here."""
        require_own_page(request)
        token = self._cookie.read(request)
        try:
            if token:
                await request.app.state.turns.erase(token)
        except UnknownConversation:
            pass
        except StoreError as error:
            log.error("conversation not erased: %s", type(error).__name__)
        response = self._view.leaving()
        self._cookie.delete(response)
        return response

    async def neutral(self, request: Request) -> Response:
        """For who comes back here: the neutral page again. It erases nothing, so that no link can."""
        return RedirectResponse(self._neutral, 303, HEADERS)
