"""The conversation's token in a request to the web API."""

from __future__ import annotations

from starlette.requests import Request

from bot.web.problems import Problem

MAX_TOKEN = 128


def token_of(request: Request) -> str:
    """What the client sent as its bearer token. Raises Problem(401) for what cannot be one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not 0 < len(token) <= MAX_TOKEN or not token.isascii():
        raise Problem(401)
    return token
