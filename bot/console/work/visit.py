"""Planning and moving a visit."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console.frame.access import fields_of, page, staff_of
from bot.console.frame.shell import render
from bot.console.work.case import open_case, show_case, version_on_screen
from bot.console.work.overview import CASE_PATH, member_names
from bot.console.work.visit_form import Problem, VisitForm, checked
from bot.services import services
from bot.store.request.case import Case, Refusal

_PATH = f"{CASE_PATH}{{reference:str}}/afspraak"


async def show(request: Request) -> Response:
    """The form, with what was agreed already; only for who holds the request."""
    case = await open_case(request)
    refusal = refused(request, case)
    if refusal:
        return await show_case(request, refusal, 409)
    return await show_form(request, case, await planned(request, case))


def refused(request: Request, case: Case) -> Refusal | None:
    """Why this member cannot plan the visit of this request."""
    if not case.is_open:
        return Refusal("closed")
    if case.owner_id != staff_of(request).staff_id:
        return Refusal("held" if case.owner_id else "not_yours", case.owner_id)
    return None


async def planned(request: Request, case: Case) -> VisitForm:
    """The form as it begins: what was agreed already, or empty."""
    if case.visit is None or not case.visit.is_planned:
        return VisitForm()
    by_id = bool(await asyncio.to_thread(services(request).store.advisers.all))
    return VisitForm.from_details(case.visit.details, by_id=by_id)


async def arrange(request: Request) -> Response:
    """Plans or moves; with everything that is wrong at once, and nothing that was typed lost."""
    form, here = VisitForm.of(fields_of(request)), services(request)
    now = here.now()
    advisers = await asyncio.to_thread(here.store.advisers.all)
    details, problems = checked(form, here.hours, now, advisers)
    if details is None:
        return await show_form(request, await open_case(request), form, 422, problems=problems)
    clashes = await asyncio.to_thread(here.store.cases.clashes, request.path_params["reference"], details)
    if clashes and not form.double:
        problems = [Problem("dubbel", "dubbel")]
        return await show_form(request, await open_case(request), form, 422, problems=problems, clashes=clashes)
    reference, staff_id = request.path_params["reference"], staff_of(request).staff_id
    arguments = reference, staff_id, details, version_on_screen(request), now
    refusal = await asyncio.to_thread(here.store.cases.arrange_visit, *arguments)
    if refusal is None:
        return RedirectResponse(f"{CASE_PATH}{reference}", 303)
    if refusal.reason != "changed":
        return await show_case(request, refusal, 409)
    return await show_form(request, await open_case(request), form, 409, refusal=refusal)


async def show_form(request: Request, case: Case, form: VisitForm, status: int = 200, **values: Any) -> Response:
    """The page, with that in its fields."""
    problems: list[Problem] = values.pop("problems", [])
    return await render(
        request,
        "work/visit",
        status,
        case=case,
        form=form,
        problems=problems,
        advisers=await asyncio.to_thread(services(request).store.advisers.all),
        wrong={problem.field: problem.code for problem in problems},
        names=await member_names(request),
        **{"refusal": None, "clashes": (), **values},
    )


routes = [
    page(_PATH, show, role="medewerker"),
    page(_PATH, arrange, ["POST"], role="medewerker"),
]
