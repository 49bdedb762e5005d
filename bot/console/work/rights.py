"""What the secretariat does with a request for who asks by telephone or mail: take along, put right, erase."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.channels.report.kept import kept_file
from bot.console.frame.access import fields_of, page, staff_of
from bot.console.frame.shell import render
from bot.console.work.case import Act, acting, open_case, show_case, version_on_screen
from bot.console.work.overview import CASE_PATH, member_names
from bot.services import services
from bot.store.request.case import Case, Refusal
from bot.web.problems import Problem
from woningscan.content.model import Field
from woningscan.reading.text import readable
from woningscan.request.speaking import corrected

_CASE = f"{CASE_PATH}{{reference:str}}"
_PATH = f"{_CASE}/gegevens"
_LONGEST = 1000


async def show(request: Request) -> Response:
    """The form with what is there, and what else can be done."""
    case = await open_case(request)
    return await _form(request, case, dict(case.fields or {}))


async def take_along(request: Request) -> Response:
    """All that is kept of the request, as a file."""
    here, reference = services(request), request.path_params["reference"]
    kept = await asyncio.to_thread(here.store.cases.everything, reference, staff_of(request).staff_id, here.now())
    if kept is None:
        raise Problem(404)
    return kept_file(kept)


async def put_right(request: Request) -> Response:
    """Checked as in the chat; what was typed stays on the page."""
    case, sent = await open_case(request), fields_of(request)
    if case.fields is None:
        return await show_case(request, Refusal("closed"), 409)
    content = services(request).content
    asked = [field for field in content.request_fields[case.kind.word] if field.id in case.fields]
    typed = {field.id: readable(sent.get(field.id, "")[:_LONGEST]) for field in asked}
    values = {field.id: corrected(field, typed[field.id], content.answer_words) for field in asked}
    wrong = [field for field in asked if values[field.id] is None]
    if wrong:
        return await _form(request, case, typed, wrong)
    needs = {"changes": values, "version": version_on_screen(request)}
    return await acting(lambda request, cases: Act(cases.put_right, needs))(request)


async def erase(request: Request) -> Response:
    """Only with the box ticked: it cannot be undone."""
    if fields_of(request).get("zeker") != "ja":
        case = await open_case(request)
        return await _form(request, case, dict(case.fields or {}), unsure=True)
    needs = {"version": version_on_screen(request)}
    return await acting(lambda request, cases: Act(cases.erase, needs))(request)


async def _form(
    request: Request, case: Case, typed: dict[str, str], wrong: list[Field] | None = None, *, unsure: bool = False
) -> Response:
    if case.fields is None:
        return RedirectResponse(f"{CASE_PATH}{case.reference}", 303)
    fields = [field for field in services(request).content.request_fields[case.kind.word] if field.id in typed]
    mine = case.owner_id == staff_of(request).staff_id
    return await render(
        request,
        "work/rights",
        422 if wrong or unsure else 200,
        case=case,
        fields=fields,
        typed=typed,
        wrong={field.id: field.invalid for field in wrong or ()},
        unsure=unsure,
        names=await member_names(request),
        mine=mine,
    )


routes = [
    page(_PATH, show, role="medewerker"),
    page(f"{_PATH}/bestand", take_along, ["POST"], role="medewerker"),
    page(f"{_PATH}/verbeteren", put_right, ["POST"], role="medewerker"),
    page(f"{_PATH}/wissen", erase, ["POST"], role="medewerker"),
]
