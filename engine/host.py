"""The engine over HTTP, for the app alone: `POST /turn`, `POST /nlu`, `GET /gereed`, behind a shared token."""

from __future__ import annotations

import hmac
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from engine.turn import Engine, TurnResult

MAX_BODY = 256 * 1024
log = logging.getLogger("engine")


def create_app(token: str, engine: Engine | None = None) -> Starlette:
    """The engine's web application. Loads the model at start unless one is given."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.engine = engine or await Engine.load()
        yield

    async def turn(request: Request) -> Response:
        body = await _body(request, token)
        if isinstance(body, Response):
            return body
        try:
            result = await request.app.state.engine.turn(
                body["state"], body.get("text"), body.get("choice"), body.get("reading")
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            return _answer({"error": f"bad request: {type(error).__name__}"}, 400)
        except Exception as error:  # a traceback may quote what somebody typed
            log.error("turn failed: %s", type(error).__name__)
            return _answer({"error": type(error).__name__}, 500)
        if result.error:
            log.error("action failed: %s", result.error)
        return _answer(result)

    async def nlu(request: Request) -> Response:
        body = await _body(request, token)
        if isinstance(body, Response):
            return body
        intent, confidence = await request.app.state.engine.parse(str(body.get("text", "")))
        return _answer({"intent": intent, "confidence": confidence})

    async def ready(request: Request) -> Response:
        return _answer({"gereed": True})

    routes = [Route("/turn", turn, methods=["POST"]), Route("/nlu", nlu, methods=["POST"]), Route("/gereed", ready)]
    return Starlette(routes=routes, lifespan=lifespan)


async def _body(request: Request, token: str) -> dict[str, Any] | Response:
    given = request.headers.get("authorization", "")
    if not hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
        return _answer({"error": "forbidden"}, 403)
    raw = b""
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > MAX_BODY:
            return _answer({"error": "too large"}, 413)
    try:
        body = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return _answer({"error": "not JSON"}, 400)
    return body if isinstance(body, dict) else _answer({"error": "not an object"}, 400)


def _answer(value: dict[str, Any] | TurnResult, status: int = 200) -> Response:
    return Response(orjson.dumps(value), status, media_type="application/json")
