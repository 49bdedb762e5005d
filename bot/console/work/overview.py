"""The work list, which is the start page: what waits, by urgency and age; finding a request; claiming from the list."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console.frame.access import ROOT_PATH, fields_of, page, staff_of
from bot.console.frame.shell import render
from bot.console.work.items import Board, WorkItem, load_board
from bot.office_hours import local
from bot.services import services
from bot.store.base.references import normalise
from bot.store.request.states import RequestKind, RequestStatus
from bot.store.request.work import RequestLine
from bot.web.problems import Problem

CASE_PATH = f"{ROOT_PATH}aanvraag/"
LIST_PATH, SEARCH_PATH = f"{ROOT_PATH}werklijst", f"{ROOT_PATH}zoeken"
_RANKS = {RequestKind.CALL_BACK: 1, RequestKind.SCAN_VISIT: 2}
_LONGEST_SEARCH = 64
ALL, VISITS, MINE, CLOSED = "alles", "afspraak", "mijn", "gesloten"
_FILTERS: dict[str, Callable[[WorkItem, str], bool]] = {
    ALL: lambda item, staff_id: True,
    "nieuw": lambda item, staff_id: item.waits,
    "opgepakt": lambda item, staff_id: item.state is RequestStatus.CLAIMED,
    VISITS: lambda item, staff_id: item.state is RequestStatus.VISIT,
    MINE: lambda item, staff_id: item.holder == staff_id,
    CLOSED: lambda item, staff_id: False,
}


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


async def requests_source(request: Request) -> list[WorkItem]:
    """The open requests, as work."""
    lines = await asyncio.to_thread(services(request).store.work.open_requests)
    return [item_of(line, _today(request)) for line in lines]


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
    )


async def member_names(request: Request) -> dict[str, str]:
    """The name of every member of staff by id, also of who left."""
    members = await asyncio.to_thread(services(request).store.staff.members)
    return {member.id: member.name for member in members}


async def _list_values(request: Request) -> dict[str, Any]:
    chosen = request.query_params.get("stand", ALL)
    if chosen not in _FILTERS:
        raise Problem(404)
    board = await load_board(request)
    if chosen == CLOSED:
        closed = await asyncio.to_thread(services(request).store.work.closed_requests)
        items = [item_of(line, _today(request)) for line in closed]
    else:
        items = [item for item in board.items if _FILTERS[chosen](item, staff_of(request).staff_id)]
    due = [item for item in items if item.due_for(staff_of(request).staff_id)]
    # Who waits urgently comes before a reminder; without one they are the first of the list anyway.
    urgent = [item for item in items if item.waits and item.urgent] if due else []
    due = [item for item in due if item not in urgent]
    visits: dict[str, datetime] = {}
    if chosen == VISITS:
        visits = await asyncio.to_thread(services(request).store.cases.planned_ahead)
        items.sort(key=lambda item: (item.key not in visits, visits.get(item.key, item.since)))
    return {
        "visits": visits,
        "board": board,
        "counts": _counts(board, staff_of(request).staff_id),
        "urgent": urgent,
        "due": due,
        "items": [item for item in items if item not in due and item not in urgent],
        "chosen": chosen,
        "names": await member_names(request),
        "local": local,
    }


def _counts(board: Board, staff_id: str) -> dict[str, int]:
    return {name: sum(fits(item, staff_id) for item in board.items) for name, fits in _FILTERS.items()}


def _today(request: Request) -> date:
    return local(services(request).now()).date()


work_sources = [requests_source]
routes = [
    page(ROOT_PATH, show, role="medewerker"),
    page(LIST_PATH, show_list, role="medewerker", background=True),
    page(SEARCH_PATH, search, ["POST"], role="medewerker"),
]
