"""One-time links: GET shows a door with a button and uses nothing up, POST opens it, once.

Mail programs, scanners and chat programs open links by themselves: what they do must give nothing away and end nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

Handler = Callable[[Request], Awaitable[Response]]
LONGEST_TOKEN = 128
"""A longer one is none of ours, so no more of it is looked at."""


@dataclass(frozen=True)
class OneTimeLink[T]:
    """`take` uses the link of a request up and gives what is behind it, None once that is gone."""

    door: Handler
    take: Callable[[Request], Awaitable[T | None]]
    opened: Callable[[Request, T], Awaitable[Response]]
    gone: Handler

    async def show(self, request: Request) -> Response:
        return await self.door(request)

    async def open(self, request: Request) -> Response:
        behind = await self.take(request)
        return await self.gone(request) if behind is None else await self.opened(request, behind)


def link_token(request: Request) -> str:
    """The token in the address of a one-time link."""
    return str(request.path_params["token"])[:LONGEST_TOKEN]
