"""What is erased when: the terms, and of each closed request the day on which its personal data goes."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from bot.console.frame.access import ROOT_PATH, page
from bot.console.frame.shell import Section, render
from bot.making import make_limits
from bot.office_hours import local
from bot.services import services
from bot.store.chat.desk import KEPT
from bot.store.retention import ahead

PATH = f"{ROOT_PATH}bewaren"


async def show(request: Request) -> Response:
    here = services(request)
    limits = make_limits(here.settings)
    going = await asyncio.to_thread(ahead, here.store.database, here.now(), limits)
    return await render(request, "keeping/retention", going=going, limits=limits, chats=KEPT, local=local)


sections = [Section("retention", PATH, role="beheerder", order=75)]
routes = [page(PATH, show, role="beheerder")]
