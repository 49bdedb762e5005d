"""Logging in and out, and confirming who you are before something that asks for it."""

from __future__ import annotations

import asyncio
import math
from asyncio import sleep as pause

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console.frame.access import CONFIRM_PATH, LOGIN_PATH, ROOT_PATH, fields_of, own_path, page, staff_of
from bot.console.frame.sessions import cookies_of, session_token, use_session
from bot.console.frame.shell import render
from bot.console.login import line
from bot.console.login.line import LineFull
from bot.services import services
from bot.store.staff.login import Credentials, LoginResult
from bot.store.staff.roles import SessionStage
from bot.web.forms import client_of

SLOW_SECONDS = 2.0


async def show_login(request: Request) -> Response:
    if request.state.staff is not None and request.state.staff.stage is SessionStage.SIGNED_IN:
        return RedirectResponse(ROOT_PATH, 303)
    return await _login_page(request)


async def log_in(request: Request) -> Response:
    fields, here, device = fields_of(request), services(request), cookies_of(request).device
    credentials = Credentials(
        fields.get("naam", ""),
        fields.get("wachtzin", ""),
        fields.get("code", ""),
        client_of(request),
        device.read(request) or "",
    )
    login, earlier = here.store.staff.login, cookies_of(request).session.read(request)
    known = await asyncio.to_thread(login.is_known_device, credentials)
    wait = None if known else await asyncio.to_thread(login.has_to_wait, credentials, here.now())
    if wait is not None:
        return await _login_page(request, LoginResult(wait=wait))
    try:
        async with (line.known if known else line.strangers).place():
            result = await asyncio.to_thread(login.log_in, credentials, here.now())
    except LineFull:
        return await _login_page(request, LoginResult(busy=True))
    if result.slow:
        await pause(SLOW_SECONDS)
    if result.token is None:
        return await _login_page(request, result)
    if earlier is not None:  # this browser's session of before
        await asyncio.to_thread(here.store.staff.sessions.end, earlier, here.now())
    response = RedirectResponse(own_path(fields.get("terug", ROOT_PATH)), 303)
    use_session(request, response, result.token)
    device.set(response, result.device)
    return response


async def _login_page(request: Request, result: LoginResult | None = None) -> Response:
    exists = await asyncio.to_thread(services(request).store.staff.exists)
    back = own_path(request.query_params.get("terug", ROOT_PATH))
    if result is not None:
        back = own_path(fields_of(request).get("terug", ROOT_PATH))
    return await render(request, "login/login", _status(result), exists=exists, back=back, problem=_problem(result))


async def show_confirm(request: Request) -> Response:
    back = own_path(request.query_params.get("terug", ROOT_PATH))
    return await render(request, "login/confirm", back=back, problem=None)


async def confirm(request: Request) -> Response:
    fields, staff, here = fields_of(request), staff_of(request), services(request)
    back = own_path(fields.get("terug", ROOT_PATH))
    credentials = Credentials(staff.name, fields.get("wachtzin", ""), fields.get("code", ""), "")
    arguments = session_token(request), staff.staff_id, credentials, here.now()
    try:
        async with line.known.place():
            result = await asyncio.to_thread(here.store.staff.login.confirm, *arguments)
    except LineFull:
        result = LoginResult(busy=True)
    if result.token is None:
        return await render(request, "login/confirm", _status(result), back=back, problem=_problem(result))
    response = RedirectResponse(back, 303)
    use_session(request, response, result.token)
    return response


async def log_out(request: Request) -> Response:
    here = services(request)
    await asyncio.to_thread(here.store.staff.sessions.end, session_token(request), here.now())
    return _away(request)


async def log_out_everywhere(request: Request) -> Response:
    here = services(request)
    await asyncio.to_thread(here.store.staff.sessions.end_all, staff_of(request).staff_id, here.now())
    return _away(request)


def _away(request: Request) -> Response:
    response = RedirectResponse(f"{ROOT_PATH}uitgelogd", 303)
    cookies_of(request).session.delete(response)
    return response


async def logged_out(request: Request) -> Response:
    return await render(request, "login/logged_out")


def _status(result: LoginResult | None) -> int:
    if result is None:
        return 200
    return 503 if result.busy else 429 if result.wait else 422


def _problem(result: LoginResult | None) -> dict[str, int] | None:
    """What to say: that it did not work, that too many try, or for how many minutes to wait. Never which part was
    wrong."""
    if result is None:
        return None
    wait = math.ceil(result.wait.total_seconds() / 60) if result.wait else 0
    return {"wait": wait, "busy": result.busy}


routes = [
    page(LOGIN_PATH, show_login, role="anonymous"),
    page(LOGIN_PATH, log_in, ["POST"], role="anonymous"),
    page(CONFIRM_PATH, show_confirm, role="medewerker"),
    page(CONFIRM_PATH, confirm, ["POST"], role="medewerker"),
    page(f"{ROOT_PATH}uitloggen", log_out, ["POST"], role="medewerker"),
    page(f"{ROOT_PATH}uitloggen/overal", log_out_everywhere, ["POST"], role="medewerker"),
    page(f"{ROOT_PATH}uitgelogd", logged_out, role="anonymous"),
]
