"""Security headers on every answer: nothing from third parties, no inline script or style, Trusted Types."""

from __future__ import annotations

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def _policy(trusted_types: str) -> str:
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        f"require-trusted-types-for 'script'; trusted-types {trusted_types}"
    )


NO_STORE = {"cache-control": "no-store"}
_UNLISTED = {"x-robots-tag": "noindex, nofollow"}
# The three policies. Of everything, unless a route says otherwise:
EVERYWHERE = {
    b"content-security-policy": _policy("lit-html").encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
}
# Of pages with forms, for visitors and staff. A form's origin is told to ourselves, where it is checked, and to nobody
# else. No script but files of our own, and none that makes markup.
PAGES = {
    **NO_STORE,
    "referrer-policy": "same-origin",
    **_UNLISTED,
    "content-security-policy": _policy("'none'"),
}
# Of pages behind a one-time link that leads to somebody's answers: not even we are told where a click came from.
SECRET = {**NO_STORE, "referrer-policy": "no-referrer", **_UNLISTED}


def no_store(response: Response) -> Response:
    """The same answer, which nothing on its way may keep."""
    response.headers.update(NO_STORE)
    return response


class SecurityHeaders:
    """ASGI middleware; a header that a route set itself stays."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *((n, v) for n, v in EVERYWHERE.items() if n not in present)]
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
