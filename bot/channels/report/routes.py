"""`/gezinskaart` and `/english`: the card to print.

`/rapport/<token>`: GET shows a button, POST opens the plan, once. `/rapport/<token>/pdf`: POST gives a pdf, once.
`/rapport/<token>/klaar`: POST keeps what was ticked off, and shows the plan with it.

The opened page holds the tokens of its copy and for ticking off (see `bot.store.conversation.report_links`). When the
pdf cannot be made after all, the answer is the page itself, which offers print: no plan is lost to a failed copy.
"""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.report.pages import Pages
from bot.channels.report.pdf import PdfPrinter, PdfUnavailable
from bot.services import services
from bot.store import StoreError
from bot.store.conversation.report_links import OpenedReport
from bot.web.forms import FormRules, read_form, require_own_page
from bot.web.headers import PAGES, SECRET
from bot.web.links import LONGEST_TOKEN, Handler, OneTimeLink, link_token

log = logging.getLogger("bot.report")
STATIC = Path(__file__).with_name("static")
# For "Snel weg" in a chat on another website: that can send away the tab it opened (widget/src/exit.ts), not read it.
# These pages use no cookie: who does not know the token learns nothing by opening them.
_OPENED_FROM_CHAT = {"cross-origin-opener-policy": "unsafe-none"}
# Says nothing of what it is to who sees a list of downloads.
_PDF_HEADERS = {**SECRET, "content-disposition": 'attachment; filename="plan.pdf"'}
_DONE, _WAS_DONE = "klaar:", "was:"
_TICKS = FormRules(most=16 * 1024, fields=256)
"""A field for each action that is done, one for each that was shown as done, and the token of the copy."""


def safely(handler: Handler) -> Handler:
    """The handler, and around it what a person sees with the database away; the link is not used up then."""

    async def handle(request: Request) -> Response:
        try:
            return await handler(request)
        except StoreError as error:
            log.error("plan not opened: %s", type(error).__name__)
            return HTMLResponse(pages_of(request).away(), 503, headers=SECRET)

    return handle


async def _card(request: Request) -> Response:
    return HTMLResponse(pages_of(request).card(), headers=PAGES)


async def _english(request: Request) -> Response:
    return HTMLResponse(pages_of(request).english(), headers=PAGES)


async def _door(request: Request) -> Response:
    return HTMLResponse(pages_of(request).door(), headers=headers_of(request))


async def _take(request: Request) -> OpenedReport | None:
    require_own_page(request, hides_origin=True)
    open_report = services(request).store.reports.open_report
    with_copy = await services(request).part(PdfPrinter).available()
    return await asyncio.to_thread(open_report, link_token(request), services(request).now(), with_copy=with_copy)


async def _show_plan(request: Request, opened: OpenedReport) -> Response:
    return _plan_page(request, opened, kept=False)


def _plan_page(request: Request, opened: OpenedReport, *, kept: bool) -> Response:
    html = pages_of(request).plan(
        opened.snapshot,
        services(request).now(),
        copy_token=opened.copy_token,
        tick_token=opened.tick_token,
        from_chat=_is_from_chat(request),
        kept=kept,
    )
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


async def keep_ticks(request: Request) -> Response:
    """What was ticked off on the page, kept in the conversation; the page with it."""
    require_own_page(request, hides_origin=True)
    form = await read_form(request, _TICKS)
    done, was_done = (
        {name.removeprefix(kind) for name in form if name.startswith(kind)} for kind in (_DONE, _WAS_DONE)
    )
    tick_off = services(request).store.reports.tick_off
    change = partial(pages_of(request).ticked, done=done, undone=was_done - done)
    now, copy = services(request).now(), form.get("pdf", "")[:LONGEST_TOKEN]
    opened = await asyncio.to_thread(tick_off, link_token(request), change, now, copy_token=copy)
    if opened is None:
        return HTMLResponse(pages_of(request).gone(ticking=True), 410, headers=headers_of(request))
    return _plan_page(request, opened, kept=True)


def headers_of(request: Request) -> dict[str, str]:
    """Those of a page behind a one-time link; one that was opened from the chat can be sent away by it."""
    return SECRET | _OPENED_FROM_CHAT if _is_from_chat(request) else SECRET


def _is_from_chat(request: Request) -> bool:
    return "chat" in request.query_params


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
    Route("/rapport/{token:str}/klaar", safely(keep_ticks), methods=["POST"]),
    Mount("/static", StaticFiles(directory=STATIC), name="static"),
]
