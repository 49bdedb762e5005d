"""A page for a new colleague: how the desk works, in the order of a day."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.console.frame.access import ROOT_PATH, page
from bot.console.frame.shell import Section, render

PATH = f"{ROOT_PATH}hulp"


async def show(request: Request) -> Response:
    return await render(request, "help")


sections = [Section("help", PATH, order=95)]
routes = [page(PATH, show, role="medewerker")]
