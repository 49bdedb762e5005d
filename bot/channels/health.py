"""`/gezond`: the process lives. `/gereed`: gate, engine and database answer a canary turn."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.engine_client import EngineUnavailable
from bot.gate import decide
from bot.incoming import Incoming
from bot.store import StoreError
from woningscan.session import Session
from woningscan.threat import Action, assess

_NO_STORE = {"cache-control": "no-store"}
CANARY_THREAT = "er staat nu iemand met een mes in mijn huis"


async def alive(request: Request) -> Response:
    return JSONResponse({"gezond": True}, headers=_NO_STORE)


async def ready(request: Request) -> Response:
    """200 when all parts work, else 503 with which part does not."""
    parts = {
        "poort": _gate_works(request),
        "motor": await _engine_works(request),
        "gegevens": await _store_works(request),
    }
    works = all(parts.values())
    return JSONResponse({"gereed": works, **parts}, 200 if works else 503, headers=_NO_STORE)


routes = [Route("/gezond", alive), Route("/gereed", ready)]


def _gate_works(request: Request) -> bool:
    decision = decide(request.app.state.content, Session(), [], Incoming(text=CANARY_THREAT))
    return assess(CANARY_THREAT).action is Action.ROUTE_ACUUT and decision.step.replies[0].id == "threat.route.acuut"


async def _engine_works(request: Request) -> bool:
    try:
        turn = await request.app.state.engine.turn({}, choice="help")
    except EngineUnavailable:
        return False
    return bool(turn.replies)


async def _store_works(request: Request) -> bool:
    try:
        await asyncio.to_thread(request.app.state.store.conversations.load, "canary")
    except StoreError:
        return False
    return True
