"""`/gezond`: the process lives. `/gereed`: gate and engine answer a canary turn, the database takes a row, Telegram
brings what is written where there is a bot, and which alarms are on."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.telegram.service import TelegramChannel
from bot.jobs.alarms import TELEGRAM_SILENT, alarms
from bot.rasa.answer import EngineUnavailable
from bot.reader.reader import check, read
from bot.services import Services, services
from bot.store import StoreError
from bot.store.base import beats
from bot.web.headers import NO_STORE
from woningscan.conversation.memory import Memory
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.reading.threat import Action

CANARY_THREAT = "er staat nu iemand met een mes in mijn huis"


async def alive(request: Request) -> Response:
    return JSONResponse({"gezond": True}, headers=NO_STORE)


async def ready(request: Request) -> Response:
    """200 when all parts work, else 503 with which part does not. Alarms are named, but the app goes on serving."""
    here = services(request)
    parts, reason, alarming = await _looked_at(here)
    works = all(parts.values())
    state: dict[str, object] = {"gereed": works, **parts, "alarmen": alarming}
    if reason is not None:
        state["reden"] = reason
    return JSONResponse(state, 200 if works else 503, headers=NO_STORE)


async def readiness(here: Services) -> dict[str, bool]:
    """Which parts work, by their names in `/gereed`."""
    return (await _looked_at(here))[0]


routes = [Route("/gezond", alive), Route("/gereed", ready)]


async def _looked_at(here: Services) -> tuple[dict[str, bool], str | None, list[str] | None]:
    """Which parts work, why the database does not, and which alarms are on."""
    reason = await _store_problem(here)
    parts = {
        "poort": _gate_works(here),
        "motor": await _engine_works(here),
        "gegevens": reason is None,
    }
    alarming = await _alarms(here)
    if TelegramChannel in here.parts:
        parts["telegram"] = alarming is not None and TELEGRAM_SILENT not in alarming
    return parts, reason, alarming


def _gate_works(here: Services) -> bool:
    decision = decide(here.content, Memory(), [], read(Incoming(text=CANARY_THREAT)))
    return check(CANARY_THREAT).action is Action.ROUTE_ACUUT and decision.step.replies[0].id == "threat.route.acuut"


async def _engine_works(here: Services) -> bool:
    try:
        turn = await here.engine.turn({}, choice="help")
    except EngineUnavailable:
        return False
    return bool(turn.replies)


async def _alarms(here: Services) -> list[str] | None:
    """The codes of what somebody should look at; None when that is not known, because the database is away."""
    try:
        alarming = await asyncio.to_thread(alarms, here.store, here.now())
    except StoreError:
        return None
    return [alarm.code for alarm in alarming]


async def _store_problem(here: Services) -> str | None:
    """Why nothing can be read or written now: in words for the operator that hold no content. None when it can be."""
    try:
        await asyncio.to_thread(here.store.conversations.load, "canary")
        await asyncio.to_thread(beats.prove_writable, here.store.database, here.now())
    except StoreError as error:
        return str(error) or type(error).__name__
    return None
