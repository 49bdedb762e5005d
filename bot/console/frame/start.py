"""The start page, the member's own account, files of the console, and what stands at an address that is not there."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from bot.console.frame.access import ROOT_PATH, page, refused, requires_fresh_login, staff_of
from bot.console.frame.shell import Section, render
from bot.services import services
from bot.settings import ROOT

ACCOUNT_PATH = f"{ROOT_PATH}account"
_FILES = ROOT / "bot" / "console" / "static"
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


async def show_start(request: Request) -> Response:
    return await render(request, "frame/start")


async def without_slash(request: Request) -> Response:
    return RedirectResponse(ROOT_PATH, 308)


async def show_account(request: Request) -> Response:
    setup = services(request).store.staff.setup
    left = await asyncio.to_thread(setup.recovery_codes_left, staff_of(request).staff_id)
    return await render(request, "frame/account", codes_left=left)


@requires_fresh_login(minutes=10)
async def new_recovery_codes(request: Request) -> Response:
    here = services(request)
    codes = await asyncio.to_thread(here.store.staff.setup.renew_recovery_codes, staff_of(request).staff_id, here.now())
    return await render(request, "frame/recovery_codes", codes=codes, first=False)


async def show_file(request: Request) -> Response:
    """A stylesheet or script that is in bot/console/static, by its name alone."""
    name = request.path_params["name"]
    path = next((file for file in _FILES.iterdir() if file.name == name and file.suffix in _KINDS), None)
    if path is None:
        return await refused(request, 404)
    return FileResponse(path, media_type=_KINDS[path.suffix], headers={"cache-control": "no-cache"})


async def not_here(request: Request) -> Response:
    return await refused(request, 404)


sections = [Section("account", ACCOUNT_PATH, order=90)]
routes = [
    page("/secretariaat", without_slash, role="anonymous"),
    page(ROOT_PATH, show_start, role="medewerker"),
    page(ACCOUNT_PATH, show_account, role="medewerker"),
    page(f"{ACCOUNT_PATH}/herstelcodes", new_recovery_codes, ["POST"], role="medewerker"),
    page(f"{ROOT_PATH}bestanden/{{name:str}}", show_file, role="anonymous", background=True),
]
last = [page(f"{ROOT_PATH}{{rest:path}}", not_here, role="anonymous")]
