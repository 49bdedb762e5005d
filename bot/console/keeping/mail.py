"""The mail queue for an administrator: what waits, what failed and why, and a new start for one that failed."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console.frame.access import ROOT_PATH, page, staff_of
from bot.console.frame.shell import Section, render
from bot.office_hours import local
from bot.services import services
from bot.store.mail import outbox
from bot.store.mail.unsent import retry, unsent
from bot.store.queue import QueueStatus

PATH = f"{ROOT_PATH}mail"
MOST_SHOWN = 100


async def show(request: Request) -> Response:
    return await _page(request)


async def again(request: Request) -> Response:
    """Lets one mail wait again."""
    here, me = services(request), staff_of(request).staff_id
    done = await asyncio.to_thread(retry, here.store.database, request.path_params["mail"], me, here.now())
    return RedirectResponse(PATH, 303) if done else await _page(request, 409)


async def _page(request: Request, status: int = 200) -> Response:
    database = services(request).store.database
    return await render(
        request,
        "keeping/mail",
        status,
        overview=await asyncio.to_thread(outbox.overview, database),
        failed=await asyncio.to_thread(unsent, database, QueueStatus.FAILED, MOST_SHOWN),
        waiting=await asyncio.to_thread(unsent, database, QueueStatus.WAITING, MOST_SHOWN),
        gone=status == 409,
        local=local,
    )


sections = [Section("mail", PATH, role="beheerder", order=72)]
routes = [
    page(PATH, show, role="beheerder"),
    page(f"{PATH}/{{mail:str}}/opnieuw", again, ["POST"], role="beheerder"),
]
