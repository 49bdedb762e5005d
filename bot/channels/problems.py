"""What a channel answers when a request cannot be used: a status, and in Dutch what to do."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse

from woningscan.content.model import Content

# Which message of content/messages.yml belongs to which status.
_KEYS = {
    400: "web.bad_request",
    401: "web.no_token",
    404: "gate.expired",
    405: "web.not_here",
    413: "web.too_large",
    415: "web.not_json",
    422: "web.bad_message",
    429: "gate.busy",
    500: "gate.unavailable",
    503: "gate.unavailable",
}


class Problem(Exception):
    """Ends a request with a status and its Dutch message; carries nothing of what was sent."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


def problem_response(content: Content, status: int) -> JSONResponse:
    message = content.messages[_KEYS.get(status, "web.bad_request")]
    return JSONResponse({"status": status, "melding": message}, status)


async def on_problem(request: Request, error: Exception) -> JSONResponse:
    """Starlette's exception handler for `Problem`, for its own HTTP errors and for anything unforeseen."""
    status = getattr(error, "status", None) or getattr(error, "status_code", None) or 500
    return problem_response(request.app.state.content, status)
