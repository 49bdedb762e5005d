"""What is taken in from a connection at all: for which host, with how many headers, and how slowly."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.settings import THIS_MACHINE, Settings
from bot.web.problems import Problem, problem_response

MAX_HEADERS = 100
MAX_HEADER_BYTES = 32 * 1024
BODY_SECONDS = 20.0
"""So long a whole body may take."""


class Edges:
    """ASGI middleware. What is refused here gets an answer like any other: in Dutch, with the alarm number."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._host = urlsplit(settings.public_url).hostname or ""
        self._strict = settings.environment == "production" or self._host not in THIS_MACHINE

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = self._refused(scope)
        if status:
            await problem_response(Request(scope), status)(scope, receive, send)
            return
        await self._app(scope, _in_time(receive), send)

    def _refused(self, scope: MutableMapping[str, Any]) -> int | None:
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        if len(headers) > MAX_HEADERS or sum(len(name) + len(value) for name, value in headers) > MAX_HEADER_BYTES:
            return 431
        hosts = [value for name, value in headers if name == b"host"]
        return None if len(hosts) == 1 and self._is_ours(hosts[0].decode("latin-1")) else 400

    def _is_ours(self, host: str) -> bool:
        """The public address; this machine, from where health is asked; in development any name that no other website
        can have: an address, or a name without a dot."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        if name in (self._host, *THIS_MACHINE):
            return True
        return not self._strict and bool(name) and ("." not in name or _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _in_time(receive: Receive) -> Receive:
    """The same, until the whole body is there; Problem(408) when that takes too long."""
    until = asyncio.get_running_loop().time() + BODY_SECONDS
    complete = False

    async def received() -> Message:
        nonlocal complete
        if complete:
            return await receive()
        try:
            async with asyncio.timeout_at(until):
                message = await receive()
        except TimeoutError:
            raise Problem(408) from None
        complete = not message.get("more_body", False)
        return message

    return received
