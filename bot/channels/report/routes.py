"""`/gezinskaart` and `/english`: the card to print.

`/rapport/<token>`: GET shows a button, POST opens the plan, once. `/rapport/<token>/pdf`: POST gives a pdf, once.

The opened page holds the token of its copy (see `bot.store.conversation.report_links`). When the pdf cannot be made
after all, the answer is the page itself, which offers print: the plan is never lost to a failed copy.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.report.pages import Pages
from bot.channels.report.pdf import PdfPrinter, PdfUnavailable
from bot.services import services
from bot.store import StoreError
from bot.web.forms import require_own_page
from bot.web.headers import PAGES, SECRET
from bot.web.links import Handler, OneTimeLink, link_token

log = logging.getLogger("bot.report")
STATIC = Path(__file__).with_name("static")
# For "Snel weg" in a chat on another website: that can send away the tab it opened (widget/src/exit.ts), not read it.
# These pages use no cookie: who does not know the token learns nothing by opening them.
_OPENED_FROM_CHAT = {"cross-origin-opener-policy": "unsafe-none"}
# Says nothing of what it is to who sees a list of downloads.
_PDF_HEADERS = {**SECRET, "content-disposition": 'attachment; filename="plan.pdf"'}


def safely(handler: Handler) -> Handler:
    """The handler, and around it what a person sees with the database away; the link is not used up then."""

    async def handle(request: Request) -> Response:
        try:
            return await handler(request)
        except StoreError as error:
            log.error("plan not opened: %s", type(error).__name__)
            return HTMLResponse(pages_of(request).away(), 503, headers=SECRET)

    return handle


@dataclass(frozen=True)
class OpenedPlan:
    """What a link gave: the answers, and the token of the copy where a pdf can be made."""

    state: dict[str, Any]
    copy_token: str | None = None


async def _card(request: Request) -> Response:
    return HTMLResponse(pages_of(request).card(), headers=PAGES)


async def _english(request: Request) -> Response:
    return HTMLResponse(pages_of(request).english(), headers=PAGES)


async def _door(request: Request) -> Response:
    return HTMLResponse(pages_of(request).door(), headers=headers_of(request))


async def _take(request: Request) -> OpenedPlan | None:
    require_own_page(request, hides_origin=True)
    reports, token, now = services(request).store.reports, link_token(request), services(request).now()
    if await services(request).part(PdfPrinter).available():
        pair = await asyncio.to_thread(reports.open_with_copy, token, now)
        return None if pair is None else OpenedPlan(*pair)
    state = await asyncio.to_thread(reports.open_report, token, now)
    return None if state is None else OpenedPlan(state)


async def _show_plan(request: Request, plan: OpenedPlan) -> Response:
    html = pages_of(request).plan(plan.state, services(request).now(), copy_token=plan.copy_token)
    return HTMLResponse(html, headers=headers_of(request))


async def _gone(request: Request) -> Response:
    return HTMLResponse(pages_of(request).gone(), 410, headers=headers_of(request))


async def save_pdf(request: Request) -> Response:
    require_own_page(request, hides_origin=True)
    pages, now = pages_of(request), services(request).now()
    state = await asyncio.to_thread(services(request).store.reports.open_copy, link_token(request), now)
    if state is None:
        return HTMLResponse(pages.gone(), 410, headers=SECRET)
    try:
        made = await services(request).part(PdfPrinter).render(pages.for_pdf(state, now))
    except PdfUnavailable:
        return HTMLResponse(pages.plan(state, now, copy_token=None), 503, headers=SECRET)
    return Response(made, media_type="application/pdf", headers=_PDF_HEADERS)


def headers_of(request: Request) -> dict[str, str]:
    """Those of a page behind a one-time link; one that was opened from the chat can be sent away by it."""
    return SECRET | _OPENED_FROM_CHAT if "chat" in request.query_params else SECRET


def pages_of(request: Request) -> Pages:
    """What the pages look like."""
    return services(request).part(Pages)


link = OneTimeLink(_door, _take, _show_plan, _gone)
routes = [
    Route("/gezinskaart", _card, methods=["GET"]),
    Route("/english", _english, methods=["GET"]),
    Route("/rapport/{token:str}", link.show, methods=["GET"]),
    Route("/rapport/{token:str}", safely(link.open), methods=["POST"]),
    Route("/rapport/{token:str}/pdf", safely(save_pdf), methods=["POST"]),
    Mount("/static", StaticFiles(directory=STATIC), name="static"),
]
