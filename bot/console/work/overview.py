"""The work list, which is the start page: what waits, by urgency and age; finding a request; claiming from the list."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console.frame.access import ROOT_PATH, fields_of, page, staff_of
from bot.console.frame.shell import render
from bot.console.work.items import WorkItem, load_board
from bot.console.work.pages import page_of, part_of
from bot.console.work.view import STANDS, VISITS, View
from bot.office_hours import local
from bot.services import services
from bot.store.base.references import normalise
from bot.store.request.states import RequestKind
from bot.store.request.work import RequestLine

CASE_PATH = f"{ROOT_PATH}aanvraag/"
LIST_PATH, SEARCH_PATH = f"{ROOT_PATH}werklijst", f"{ROOT_PATH}zoeken"
_RANKS = {RequestKind.CALL_BACK: 1, RequestKind.SCAN_VISIT: 2}
_LONGEST_SEARCH = 64


async def show(request: Request) -> Response:
    """The whole page."""
    return await render(request, "work/overview", **await _list_values(request))


async def show_list(request: Request) -> Response:
    """Only the list, for the script that keeps the page up to date."""
    return await render(request, "work/list", **await _list_values(request))


async def search(request: Request) -> Response:
    """Straight to the request when the whole reference is known; otherwise what looks like it."""
    typed = fields_of(request).get("zoek", "")[:_LONGEST_SEARCH]
    lines = await asyncio.to_thread(services(request).store.work.search, typed)
    if len(lines) == 1 and lines[0].reference == normalise(typed):
        return RedirectResponse(f"{CASE_PATH}{lines[0].reference}", 303)
    names = await member_names(request)
    items = [item_of(line, _today(request)) for line in lines]
    return await render(request, "work/found", items=items, names=names, typed=typed, local=local)


def item_of(line: RequestLine, today: date) -> WorkItem:
    return WorkItem(
        key=line.reference,
        kind=line.kind.word,
        label=line.reference,
        path=f"{CASE_PATH}{line.reference}",
        state=line.status,
        since=line.created_at,
        urgent=line.urgent,
        rank=_RANKS[line.kind],
        holder=line.owner_id,
        claim_path=f"{CASE_PATH}{line.reference}/oppakken",
        changed=line.changed,
        withdrawal_asked=line.withdrawal_asked,
        broken=line.broken,
        look_again_on=line.look_again_on,
        due=line.look_again_on is not None and line.look_again_on <= today,
        closed_at=line.closed_at,
    )


async def member_names(request: Request) -> dict[str, str]:
    """The name of every member of staff by id, also of who left."""
    members = await asyncio.to_thread(services(request).store.staff.members)
    return {member.id: member.name for member in members}


async def _list_values(request: Request) -> dict[str, Any]:
    me, store = staff_of(request).staff_id, services(request).store
    names, board = await member_names(request), await load_board(request)
    view = View.of(request.query_params, names)
    visits: dict[str, datetime] = {}
    if view.stand == VISITS:
        planned = await asyncio.to_thread(store.cases.planned_ahead)
        visits = dict(sorted(planned.items(), key=lambda visit: visit[1]))
    shown = await page_of(
        store.work,
        view.wanted(me, board.day, names, visits),
        view.blad,
        [item for item in board.others if view.fits(item, me)],
        lambda line: item_of(line, board.day),
        among=view.in_parts,
    )
    due = [item for item in shown.items if part_of(item, me) == 1] if view.in_parts else []
    # Who waits urgently comes before a reminder; without one they are the first of the list anyway.
    urgent = [item for item in shown.items if part_of(item, me) == 0] if due else []
    return {
        "view": replace(view, blad=shown.number),
        "shown": shown,
        "visits": visits,
        "board": board,
        "counts": {name: board.count(fits, me) for name, (_, fits) in STANDS.items()},
        "urgent": urgent,
        "due": due,
        "items": [item for item in shown.items if item not in due and item not in urgent],
        "kinds": [kind.word for kind in RequestKind],
        "names": names,
        "local": local,
    }


def _today(request: Request) -> date:
    return local(services(request).now()).date()


routes = [
    page(ROOT_PATH, show, role="medewerker"),
    page(LIST_PATH, show_list, role="medewerker", background=True),
    page(SEARCH_PATH, search, ["POST"], role="medewerker"),
]
