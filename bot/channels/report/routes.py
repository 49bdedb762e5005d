"""`/rapport/<token>`: GET shows a button, POST opens the plan, once. `/rapport/<token>/pdf`: POST gives a pdf, once.

The opened page holds the token of its copy (see `bot.store.conversation.report_links`). When the pdf cannot be made
after all, the answer is the page itself, which offers print: the plan is never lost to a failed copy.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.report.pages import Pages
from bot.channels.report.pdf import PdfPrinter, PdfUnavailable
from bot.store import StoreError
from bot.store.conversation.report_links import Reports

log = logging.getLogger("bot.report")
STATIC = Path(__file__).with_name("static")
_HEADERS = {"cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex, nofollow"}
# For "Snel weg" in a chat on another website: that can send away the tab it opened (widget/src/exit.ts), not read it.
# These pages use no cookie: who does not know the token learns nothing by opening them.
_OPENED_FROM_CHAT = {"cross-origin-opener-policy": "unsafe-none"}
# Says nothing of what it is to who sees a list of downloads.
_PDF_HEADERS = {**_HEADERS, "content-disposition": 'attachment; filename="plan.pdf"'}


def _headers(request: Request) -> dict[str, str]:
    return _HEADERS | _OPENED_FROM_CHAT if "chat" in request.query_params else _HEADERS


async def show_door(request: Request) -> Response:
    pages: Pages = request.app.state.pages
    return HTMLResponse(pages.door(), headers=_headers(request))


def safely(handler: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """The handler, and around it what a person sees with the database away; the link is not used up then."""

    async def handle(request: Request) -> Response:
        try:
            return await handler(request)
        except StoreError as error:
            log.error("plan not opened: %s", type(error).__name__)
            pages: Pages = request.app.state.pages
            return HTMLResponse(pages.away(), 503, headers=_HEADERS)

    return handle


async def open_plan(request: Request) -> Response:
    pages: Pages = request.app.state.pages
    pdf: PdfPrinter = request.app.state.pdf
    reports: Reports = request.app.state.store.reports
    token, now, copy_token = request.path_params["token"], datetime.now(UTC), None
    if await pdf.available():
        opened = await asyncio.to_thread(reports.open_with_copy, token, now)
        state, copy_token = opened or (None, None)
    else:
        state = await asyncio.to_thread(reports.open_report, token, now)
    if state is None:
        return HTMLResponse(pages.gone(), 410, headers=_headers(request))
    return HTMLResponse(pages.plan(state, now, copy_token=copy_token), headers=_headers(request))


async def save_pdf(request: Request) -> Response:
    pages: Pages = request.app.state.pages
    pdf: PdfPrinter = request.app.state.pdf
    now = datetime.now(UTC)
    state = await asyncio.to_thread(request.app.state.store.reports.open_copy, request.path_params["token"], now)
    if state is None:
        return HTMLResponse(pages.gone(), 410, headers=_HEADERS)
    try:
        made = await pdf.render(pages.for_pdf(state, now))
    except PdfUnavailable:
        return HTMLResponse(pages.plan(state, now, copy_token=None), 503, headers=_HEADERS)
    return Response(made, media_type="application/pdf", headers=_PDF_HEADERS)


routes = [
    Route("/rapport/{token:str}", show_door, methods=["GET"]),
    Route("/rapport/{token:str}", safely(open_plan), methods=["POST"]),
    Route("/rapport/{token:str}/pdf", safely(save_pdf), methods=["POST"]),
    Mount("/static", StaticFiles(directory=STATIC), name="static"),
]
