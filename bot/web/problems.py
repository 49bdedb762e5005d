"""What a channel answers when a request cannot be used: a status, and in Dutch what to do."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.services import services
from bot.store import StoreError
from bot.web.headers import NO_STORE

log = logging.getLogger("bot.web")

# Which message of content/messages.yml belongs to which status.
_KEYS = {
    400: "web.bad_request",
    401: "web.no_token",
    403: "web.refused",
    404: "gate.expired",
    405: "web.not_here",
    408: "web.too_slow",
    413: "web.too_large",
    415: "web.not_json",
    422: "web.bad_message",
    429: "gate.busy",
    431: "web.bad_request",
    500: "gate.unavailable",
    503: "gate.unavailable",
}
# An address or a method that does not exist: Starlette's own errors, nothing to do with a conversation.
_NOT_HERE = (404, 405)


class Problem(Exception):
    """Ends a request with a status; carries nothing of what was sent.

    That is a message in JSON, or for a browser that asks for a page a page; plain pages and console show their own.
    """

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


async def on_problem(request: Request, error: Exception) -> Response:
    """Starlette's exception handler for `Problem` and for its own HTTP errors."""
    if isinstance(error, HTTPException):
        key = "web.not_here" if error.status_code in _NOT_HERE else _KEYS.get(error.status_code, "web.bad_request")
        return _response(request, error.status_code, key, error.headers)
    return problem_response(request, error.status if isinstance(error, Problem) else 500)


def problem_response(request: Request, status: int) -> Response:
    """What says why a request ends with this status."""
    return _response(request, status, _KEYS[status])


class Unforeseen:
    """ASGI middleware: what nobody foresaw becomes an answer with the numbers to call, and one line in the log.

    So does a request that is cut because the app stops, without the line.

    Inside the security headers, so that this answer has them too; Starlette's own last resort is outside of them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except ClientDisconnect:
            return  # whoever sent it is gone
        except asyncio.CancelledError:  # the app is stopping and waits no longer
            if not begun and scope["type"] == "http":
                await problem_response(Request(scope), 503)(scope, receive, send)
            raise
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            log.error("request failed: %s", type(error).__name__)  # its text may hold what somebody typed
            status = 503 if isinstance(error, StoreError) else 500
            await problem_response(Request(scope), status)(scope, receive, send)


def _for_programs(request: Request) -> bool:
    return request.url.path.startswith(("/api/", "/telegram/"))


def _response(request: Request, status: int, key: str, headers: Mapping[str, str] | None = None) -> Response:
    page = services(request).error_page
    if page is not None and "text/html" in request.headers.get("accept", "") and not _for_programs(request):
        response = page(key, status)
        response.headers.update(headers or {})
        return response
    body = {"status": status, "melding": services(request).content.messages[key]}
    return JSONResponse(body, status, headers={**(headers or {}), **NO_STORE})
