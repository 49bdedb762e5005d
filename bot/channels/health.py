"""`/gezond`: the process lives. `/gereed`: gate, engine and database answer a canary turn, and which alarms are on."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.alarms import alarms
from bot.engine_client import EngineUnavailable
from bot.gate import decide
from bot.incoming import Incoming
from bot.store import StoreError
from bot.threat_check import check
from woningscan.session import Session
from woningscan.threat import Action

_NO_STORE = {"cache-control": "no-store"}
CANARY_THREAT = "er staat nu iemand met een mes in mijn huis"


async def alive(request: Request) -> Response:
    return JSONResponse({"gezond": True}, headers=_NO_STORE)


async def ready(request: Request) -> Response:
    """200 when all parts work, else 503 with which part does not. Alarms are named, but the app goes on serving."""
    parts = {
        "poort": _gate_works(request),
        "motor": await _engine_works(request),
        "gegevens": await _store_works(request),
    }
    works = all(parts.values())
    told = {"gereed": works, **parts, "alarmen": await _alarms(request)}
    return JSONResponse(told, 200 if works else 503, headers=_NO_STORE)


routes = [Route("/gezond", alive), Route("/gereed", ready)]


def _gate_works(request: Request) -> bool:
    decision = decide(request.app.state.content, Session(), [], Incoming(text=CANARY_THREAT))
    return check(CANARY_THREAT).action is Action.ROUTE_ACUUT and decision.step.replies[0].id == "threat.route.acuut"


async def _engine_works(request: Request) -> bool:
    try:
        turn = await request.app.state.engine.turn({}, choice="help")
    except EngineUnavailable:
        return False
    return bool(turn.replies)


async def _alarms(request: Request) -> list[str] | None:
    """The codes of what somebody should look at; None when that is not known, because the database is away."""
    try:
        found = await asyncio.to_thread(alarms, request.app.state.store, datetime.now(UTC))
    except StoreError:
        return None
    return [alarm.code for alarm in found]


async def _store_works(request: Request) -> bool:
    try:
        await asyncio.to_thread(request.app.state.store.conversations.load, "canary")
    except StoreError:
        return False
    return True
