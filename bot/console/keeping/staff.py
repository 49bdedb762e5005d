"""Members of staff, kept by an administrator: inviting, letting somebody begin again, ending, and what they may do."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console.frame.access import ROOT_PATH, fields_of, page, requires_fresh_login, staff_of
from bot.console.frame.shell import Console, Section, render
from bot.services import services
from bot.store.staff.accounts import Member, StaffProblem, WhyNot
from bot.store.staff.roles import Role
from bot.web.problems import Problem

PATH = f"{ROOT_PATH}medewerkers"
_SETUP_PATH = f"{ROOT_PATH}instellen/"
_ROLES = {"medewerker": Role.MEMBER, "beheerder": Role.ADMINISTRATOR}
_FRESH = requires_fresh_login(minutes=10)


async def show(request: Request) -> Response:
    return await _page(request)


@_FRESH
async def invite(request: Request) -> Response:
    """A link that makes an account: shown once, on the answer to this very click."""
    fields, here = fields_of(request), services(request)
    name, role = fields.get("naam", ""), _role(fields.get("rol", ""))
    try:
        token = await asyncio.to_thread(here.store.staff.add, name, role, here.now(), actor=_me(request))
    except StaffProblem as problem:
        return await _page(request, 422, why=problem.why, typed=name)
    return await _page(request, link=_link(request, token), invited=name)


@_FRESH
async def reset(request: Request) -> Response:
    """What this member logged in with works no more; the link to begin again is shown once."""
    member, here = await _member(request), services(request)
    try:
        token = await asyncio.to_thread(here.store.staff.reset, member.name, here.now(), actor=_me(request))
    except StaffProblem as problem:
        return await _page(request, 409, why=problem.why)
    return await _page(request, link=_link(request, token), invited=member.name)


@_FRESH
async def disable(request: Request) -> Response:
    member, here = await _member(request), services(request)
    return await _done(request, lambda: here.store.staff.disable(member.name, here.now(), actor=_me(request)))


@_FRESH
async def set_role(request: Request) -> Response:
    """Holds from the next page that the member asks for."""
    member, here, role = await _member(request), services(request), _role(fields_of(request).get("rol", ""))
    return await _done(request, lambda: here.store.staff.set_role(member.name, role, here.now(), actor=_me(request)))


async def _done(request: Request, deed: Callable[[], None]) -> Response:
    try:
        await asyncio.to_thread(deed)
    except StaffProblem as problem:
        return await _page(request, 409, why=problem.why)
    return RedirectResponse(PATH, 303)


async def _member(request: Request) -> Member:
    members = await asyncio.to_thread(services(request).store.staff.members)
    known = {member.id: member for member in members if member.name}
    if request.path_params["member"] not in known:
        raise Problem(404)
    return known[request.path_params["member"]]


async def _page(request: Request, status: int = 200, **values: Any) -> Response:
    store = services(request).store
    held = Counter[str]()
    for group in await asyncio.to_thread(store.work.groups, services(request).now().date()):
        held[group.holder or ""] += group.number
    return await render(
        request,
        "keeping/staff",
        status,
        members=await asyncio.to_thread(store.staff.members),
        held=held,
        why=values.pop("why", WhyNot.NOTHING),
        **{"link": "", "invited": "", "typed": "", **values},
    )


def _role(word: str) -> Role:
    if word not in _ROLES:
        raise Problem(400)
    return _ROLES[word]


def _link(request: Request, token: str) -> str:
    return f"{services(request).part(Console).public_url}{_SETUP_PATH}{token}"


def _me(request: Request) -> str:
    return str(staff_of(request).staff_id)


_ONE = f"{PATH}/{{member:str}}"
sections = [Section("staff", PATH, role="beheerder", order=65)]
routes = [
    page(PATH, show, role="beheerder"),
    page(PATH, invite, ["POST"], role="beheerder"),
    page(f"{_ONE}/opnieuw", reset, ["POST"], role="beheerder"),
    page(f"{_ONE}/uit", disable, ["POST"], role="beheerder"),
    page(f"{_ONE}/rol", set_role, ["POST"], role="beheerder"),
]
