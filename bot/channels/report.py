"""`/rapport/<token>`: GET shows a button, POST opens the plan, once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.report.pages import Pages
from bot.settings import ROOT

_HEADERS = {"cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex, nofollow"}


async def show_door(request: Request) -> Response:
    pages: Pages = request.app.state.pages
    return HTMLResponse(pages.door(), headers=_HEADERS)


async def open_plan(request: Request) -> Response:
    pages: Pages = request.app.state.pages
    now = datetime.now(UTC)
    state = await asyncio.to_thread(request.app.state.store.reports.open_report, request.path_params["token"], now)
    if state is None:
        return HTMLResponse(pages.gone(), 410, headers=_HEADERS)
    return HTMLResponse(pages.plan(state, now), headers=_HEADERS)


routes = [
    Route("/rapport/{token:str}", show_door, methods=["GET"]),
    Route("/rapport/{token:str}", open_plan, methods=["POST"]),
    Mount("/static", StaticFiles(directory=ROOT / "bot" / "report" / "static"), name="static"),
]
