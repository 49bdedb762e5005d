"""The page of one request, and what its holder can do with it. Every view of it is written in the log."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console.frame.access import fields_of, page, staff_of
from bot.console.frame.forms import Refused
from bot.console.frame.shell import Console, render
from bot.console.work.overview import CASE_PATH, member_names
from bot.mail.visit import OWN_LINK_PATH
from bot.office_hours import AMSTERDAM
from bot.store.base.errors import Unreadable
from bot.store.base.references import normalise
from bot.store.request.cases import Case, Cases, Refusal
from bot.store.request.states import Action
from bot.store.staff.roles import Role

_PATH = f"{CASE_PATH}{{reference:str}}"
_ENDS = {"afhandelen": Action.FINISH, "vervallen": Action.LAPSE}


async def show(request: Request) -> Response:
    return await show_case(request)


async def show_case(request: Request, refusal: Refusal | None = None, status: int = 200, **values: Any) -> Response:
    """The page, with at the top why something was not done. Raises Refused(404) for a reference that is unknown."""
    try:
        case = await open_case(request)
    except Unreadable:
        return await render(request, "work_broken", reference=normalise(request.path_params["reference"]))
    fields = request.app.state.content.request_fields[case.kind.word]
    given = [(field.label, case.fields[field.id]) for field in fields if case.fields and field.id in case.fields]
    return await render(
        request,
        "work_case",
        status,
        case=case,
        given=given,
        refusal=refusal,
        names=await member_names(request),
        mine=case.owner_id == staff_of(request).staff_id,
        local=lambda moment: moment.astimezone(AMSTERDAM),
        **{"link": "", "choose": False, **values},
    )


async def open_case(request: Request) -> Case:
    """The request of this address, read by this member of staff."""
    reference, now = request.path_params["reference"], datetime.now(UTC)
    case = await asyncio.to_thread(cases_of(request).open, reference, staff_of(request).staff_id, now)
    if case is None:
        raise Refused(404)
    return case


async def act(request: Request, deed: Callable[..., Refusal | None], *given: Any, **named: Any) -> Response:
    """Does `deed` with this request, for this member of staff; then the page again, or why it was not done."""
    reference, staff_id = request.path_params["reference"], staff_of(request).staff_id
    try:
        refusal = await asyncio.to_thread(deed, reference, staff_id, *given, now=datetime.now(UTC), **named)
    except Unreadable:
        return await show_case(request, status=409)
    if refusal is None:
        return RedirectResponse(f"{CASE_PATH}{reference}", 303)
    return await show_case(request, refusal, 409)


async def claim(request: Request) -> Response:
    return await act(request, cases_of(request).claim)


async def release(request: Request) -> Response:
    """One's own case; an administrator also one of somebody who is away."""
    return await act(request, cases_of(request).release, of_anybody=staff_of(request).role is Role.ADMINISTRATOR)


async def seen(request: Request) -> Response:
    return await act(request, cases_of(request).seen)


async def close(request: Request) -> Response:
    action = _ENDS.get(fields_of(request).get("einde", ""))
    if action is None:
        return await show_case(request, status=422, choose=True)
    return await act(request, cases_of(request).close, action, version_on_screen(request))


async def make_link(request: Request) -> Response:
    """Shown once, on the answer to this very click, and kept nowhere."""
    own_requests, staff_id = request.app.state.store.own_requests, staff_of(request).staff_id
    reference = request.path_params["reference"]
    token = await asyncio.to_thread(own_requests.make_link, reference, staff_id, datetime.now(UTC))
    if token is None:
        return await show_case(request, Refusal("not_yours"), 409)
    console: Console = request.app.state.console
    return await show_case(request, link=f"{console.public_url}{OWN_LINK_PATH}{token}")


def cases_of(request: Request) -> Cases:
    cases: Cases = request.app.state.store.cases
    return cases


def version_on_screen(request: Request) -> int:
    """The version that the form was made from; one that never is when it is missing."""
    given = fields_of(request).get("versie", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else -1


routes = [
    page(_PATH, show, role="medewerker"),
    page(f"{_PATH}/oppakken", claim, ["POST"], role="medewerker"),
    page(f"{_PATH}/teruggeven", release, ["POST"], role="medewerker"),
    page(f"{_PATH}/gezien", seen, ["POST"], role="medewerker"),
    page(f"{_PATH}/sluiten", close, ["POST"], role="medewerker"),
    page(f"{_PATH}/link", make_link, ["POST"], role="medewerker"),
]
