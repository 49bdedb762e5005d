"""The audit log to read, newest first, also of one request or one member. Names are looked up when it is shown."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from bot.console.frame.access import ROOT_PATH, page
from bot.console.frame.shell import Section, render
from bot.console.work.overview import member_names
from bot.office_hours import local
from bot.services import services
from bot.store import audit
from bot.store.base.references import normalise
from bot.web.forms import number_after

PATH = f"{ROOT_PATH}logboek"
PER_PAGE = 100
_LONGEST = 64


async def show(request: Request) -> Response:
    """`over` is a reference or the id of somebody, `wie` who did it, `na` the last row of the page before."""
    query, store = request.query_params, services(request).store
    about, actor = query.get("over", "")[:_LONGEST].strip(), query.get("wie", "")[:_LONGEST]
    before = number_after(request)
    wanted = audit.Wanted(normalise(about) or about, actor, before)
    rows = await asyncio.to_thread(audit.entries, store.database, PER_PAGE + 1, wanted)
    names = await member_names(request)
    advisers = await asyncio.to_thread(store.advisers.all)
    return await render(
        request,
        "keeping/audit",
        entries=rows[:PER_PAGE],
        older=rows[PER_PAGE - 1].seq if len(rows) > PER_PAGE else 0,
        names=names,
        objects=names | {adviser.id: adviser.details.name for adviser in advisers},
        about=about,
        actor=actor,
        local=local,
    )


sections = [Section("audit", PATH, role="beheerder", order=70)]
routes = [page(PATH, show, role="beheerder")]
