"""The page of one request, and what its holder can do with it. Every view of it is written in the log."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console.frame.access import Handler, fields_of, page, staff_of
from bot.console.frame.shell import Console, render
from bot.console.work.overview import CASE_PATH, member_names
from bot.console.work.reaching import mail_writer, ways_to
from bot.console.work.visit_form import day_in
from bot.mail.visit import OWN_LINK_PATH
from bot.office_hours import local
from bot.services import services
from bot.store.base.errors import Tampered, Unreadable
from bot.store.base.references import normalise
from bot.store.request.case import Case, Refusal
from bot.store.request.cases import Cases
from bot.store.request.notes import MAX_NOTE
from bot.store.request.states import Action
from bot.store.staff.accounts import Member
from bot.store.staff.roles import Role, StaffStatus
from bot.web.problems import Problem
from woningscan.reading.text import readable

_PATH = f"{CASE_PATH}{{reference:str}}"
FARTHEST_REMINDER = timedelta(days=90)
"""An open request is an alarm after as long: whoever wants to wait longer closes it."""
_ENDS = {"afhandelen": Action.FINISH, "vervallen": Action.LAPSE}


async def show(request: Request) -> Response:
    return await show_case(request)


async def show_case(request: Request, refusal: Refusal | None = None, status: int = 200, **values: Any) -> Response:
    """The page, with at the top why something was not done. Raises Problem(404) for a reference that is unknown."""
    try:
        case = await open_case(request)
    except Unreadable:
        return await render(request, "work/broken", reference=normalise(request.path_params["reference"]))
    asked, filled = services(request).content.request_fields[case.kind.word], case.fields or {}
    return await render(
        request,
        "work/case",
        status,
        case=case,
        given=[(question.label, filled[question.id]) for question in asked if question.id in filled],
        refusal=refusal,
        names=await member_names(request),
        colleagues=await colleagues(request),
        mails=services(request).content.mails.values(),
        ways=ways_to(filled),
        mail_link=mail_writer(filled),
        longest_note=MAX_NOTE,
        mine=case.owner_id == staff_of(request).staff_id,
        local=local,
        **{"link": "", "choose": False, "wrong_day": "", "typed_day": "", **values},
    )


async def open_case(request: Request) -> Case:
    """The request of this address, read by this member of staff."""
    here, reference = services(request), request.path_params["reference"]
    case = await asyncio.to_thread(here.store.cases.open, reference, staff_of(request).staff_id, here.now())
    if case is None:
        raise Problem(404)
    return case


@dataclass(frozen=True)
class Act:
    """Something of the store to do with a request, and what it needs beside the request, the member and the time."""

    deed: Callable[..., Refusal | None]
    needs: Mapping[str, Any] = field(default_factory=dict)


# What a member can do with a request by one button, by the end of its address. A new one is a line here, with its
# words in content/templates/console/work/case.html.j2.
ACTS: dict[str, Callable[[Request, Cases], Act]] = {
    "oppakken": lambda request, cases: Act(cases.claim),
    # One's own; an administrator also one of somebody who is away.
    "teruggeven": lambda request, cases: Act(
        cases.release, {"of_anybody": staff_of(request).role is Role.ADMINISTRATOR}
    ),
    "gezien": lambda request, cases: Act(cases.seen),
    "geen-gehoor": lambda request, cases: Act(cases.not_reached),
    "notitie": lambda request, cases: Act(cases.note, {"text": typed_note(request)}),
    "heropenen": lambda request, cases: Act(cases.reopen),
    "afspraak/afzeggen": lambda request, cases: Act(cases.call_off_visit, {"version": version_on_screen(request)}),
}


def acting(act: Callable[[Request, Cases], Act]) -> Handler:
    """Does that with the request of the address, for this member; then the page again, or why it was not done."""

    async def handle(request: Request) -> Response:
        here, reference = services(request), request.path_params["reference"]
        made = act(request, here.store.cases)
        arguments = reference, staff_of(request).staff_id
        try:
            refusal = await asyncio.to_thread(made.deed, *arguments, now=here.now(), **made.needs)
        except (Tampered, Unreadable):
            return await show_case(request, status=409)
        if refusal is None:
            return RedirectResponse(f"{CASE_PATH}{reference}", 303)
        return await show_case(request, refusal, 409)

    return handle


async def close(request: Request) -> Response:
    action = _ENDS.get(fields_of(request).get("einde", ""))
    if action is None:
        return await show_case(request, status=422, choose=True)
    needs = {"action": action, "version": version_on_screen(request)}
    return await acting(lambda request, cases: Act(cases.close, needs))(request)


async def hand_over(request: Request) -> Response:
    """To a colleague who works here; a note goes along."""
    colleague = fields_of(request).get("collega", "")
    if colleague not in {member.id for member in await colleagues(request)}:
        return await show_case(request, Refusal("nobody"), 422)
    needs = {"colleague": colleague, "text": typed_note(request)}
    return await acting(lambda request, cases: Act(cases.hand_over, needs))(request)


async def remind(request: Request) -> Response:
    """Sets or changes the day on which to look at it again, or takes it away."""
    fields, here = fields_of(request), services(request)
    day, problem = None, ""
    if fields.get("weg") != "ja":
        day, problem = reminder_day(" ".join(fields.get("weer", "").split()), local(here.now()).date())
    if problem:
        return await show_case(request, status=422, wrong_day=problem, typed_day=fields.get("weer", ""))
    return await acting(lambda request, cases: Act(cases.remind, {"day": day}))(request)


def reminder_day(typed: str, today: date) -> tuple[date | None, str]:
    """The day that was typed, or what is wrong with it, as the page knows it."""
    day = day_in(typed)
    if day is None:
        return None, "unreadable" if typed else "empty"
    if day < today:
        return None, "past"
    return (day, "") if day <= today + FARTHEST_REMINDER else (None, "far")


async def colleagues(request: Request) -> list[Member]:
    """Who else works here now."""
    members = await asyncio.to_thread(services(request).store.staff.members)
    me = staff_of(request).staff_id
    return [member for member in members if member.status is StaffStatus.ACTIVE and member.id != me]


def typed_note(request: Request) -> str:
    lines = (readable(line) for line in fields_of(request).get("notitie", "").splitlines())
    return "\n".join(lines).strip()


async def make_link(request: Request) -> Response:
    """Shown once, on the answer to this very click, and kept nowhere."""
    here, reference = services(request), request.path_params["reference"]
    make = here.store.own_requests.make_link
    try:
        token = await asyncio.to_thread(make, reference, staff_of(request).staff_id, here.now())
    except Unreadable:
        return await show_case(request, status=409)
    if token is None:
        return await show_case(request, Refusal("not_yours"), 409)
    return await show_case(request, link=f"{here.part(Console).public_url}{OWN_LINK_PATH}{token}")


def version_on_screen(request: Request) -> int:
    """The version that the form was made from; one that never is when it is missing."""
    version = fields_of(request).get("versie", "")
    return int(version) if version.isascii() and version.isdigit() and len(version) < 10 else -1


routes = [
    page(_PATH, show, role="medewerker"),
    *(page(f"{_PATH}/{end}", acting(act), ["POST"], role="medewerker") for end, act in ACTS.items()),
    page(f"{_PATH}/overdragen", hand_over, ["POST"], role="medewerker"),
    page(f"{_PATH}/herinnering", remind, ["POST"], role="medewerker"),
    page(f"{_PATH}/sluiten", close, ["POST"], role="medewerker"),
    page(f"{_PATH}/link", make_link, ["POST"], role="medewerker"),
]
