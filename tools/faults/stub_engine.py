"""An engine without Rasa: the same requests and answers, and no more lenient; what is said comes from the core."""

from __future__ import annotations

import argparse
import os
import threading
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from engine.__main__ import _end_with_parent
from tests.support.talking.house import CoreEngine

_KEYS = {"state", "text", "choice", "reading"}


def create_app(token: str) -> Starlette:
    core = CoreEngine()

    async def turn(request: Request) -> JSONResponse:
        if request.headers.get("authorization") != f"Bearer {token}":
            return JSONResponse({"error": "forbidden"}, 403)
        body: dict[str, Any] = await request.json()
        if set(body) != _KEYS or (body["text"] is None) == (body["choice"] is None):
            return JSONResponse({"error": "bad request: keys"}, 400)
        turn = await core.turn(body["state"], text=body["text"], choice=body["choice"], reading=body["reading"])
        replies = [reply.to_dict() for reply in turn.replies]
        effects = [effect.to_dict() for effect in turn.effects]
        read = {"intent": turn.intent, "confidence": turn.confidence}
        return JSONResponse({"replies": replies, "effects": effects, "state": turn.state, "error": None, **read})

    async def ready(request: Request) -> JSONResponse:
        return JSONResponse({"gereed": True})

    return Starlette(routes=[Route("/turn", turn, methods=["POST"]), Route("/gereed", ready)])


def main() -> None:
    parser = argparse.ArgumentParser(prog="stub_engine", description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--with-parent", action="store_true")
    arguments = parser.parse_args()
    if arguments.with_parent:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    app = create_app(os.environ["WONINGSCAN_ENGINE_TOKEN"])
    uvicorn.run(app, host="127.0.0.1", port=arguments.port, log_level="critical", access_log=False, ws="none")


if __name__ == "__main__":
    main()
