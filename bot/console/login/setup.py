"""Setting up an account from a one-time link: a passphrase, a second factor, and recovery codes that are shown once."""

from __future__ import annotations

import asyncio

import segno
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console.frame.access import ROOT_PATH, fields_of, page, staff_of
from bot.console.frame.sessions import use_session
from bot.console.frame.shell import render
from bot.console.login import line
from bot.console.login.line import LineFull
from bot.services import services
from bot.store.staff.secrets import MIN_PASSPHRASE, totp_uri
from bot.store.staff.setup import Finished, StaffSetup
from bot.web.links import OneTimeLink, link_token

SETUP_PATH = f"{ROOT_PATH}instellen"
ISSUER = "Woningscan"


async def _door(request: Request) -> Response:
    """Only a button, and not even that for a link that no longer works."""
    usable = await asyncio.to_thread(_setup(request).is_open, link_token(request), services(request).now())
    return await render(request, "login/setup_door") if usable else await _gone(request)


async def _take(request: Request) -> str | None:
    return await asyncio.to_thread(_setup(request).begin, link_token(request), services(request).now())


async def _let_in(request: Request, session: str) -> Response:
    response = RedirectResponse(SETUP_PATH, 303)
    use_session(request, response, session)
    return response


async def _gone(request: Request) -> Response:
    return await render(request, "login/setup_gone", 410)


link = OneTimeLink(_door, _take, _let_in, _gone)


async def show_form(request: Request) -> Response:
    return await _form(request)


async def finish(request: Request) -> Response:
    fields, member = fields_of(request), staff_of(request)
    passphrase = fields.get("wachtzin", "")
    if passphrase != fields.get("herhaling", ""):
        return await _form(request, Finished("repetition"))
    arguments = member.staff_id, member.name, passphrase, fields.get("code", ""), services(request).now()
    try:
        async with line.known.place():
            finished = await asyncio.to_thread(_setup(request).finish, *arguments)
    except LineFull:
        finished = Finished("busy")
    if finished.problem == "gone":
        return await _gone(request)
    if finished.problem:
        return await _form(request, finished)
    request.state.console_token = finished.token
    response = await render(request, "frame/recovery_codes", codes=finished.recovery_codes, first=True)
    use_session(request, response, finished.token)
    return response


async def _form(request: Request, finished: Finished | None = None) -> Response:
    member = staff_of(request)
    secret = await asyncio.to_thread(_setup(request).secret, member.staff_id)
    if secret is None:
        return await _gone(request)
    return await render(
        request,
        "login/setup",
        422 if finished else 200,
        login=member.name,
        secret=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        picture=_picture(totp_uri(secret, member.name, ISSUER)),
        least=MIN_PASSPHRASE,
        problem=(finished.weakness or finished.problem) if finished else None,
    )


def _picture(uri: str) -> Markup:
    """The QR code as SVG without styles, black on white also in a dark theme."""
    code = segno.make(uri, error="m", micro=False)
    return Markup(code.svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True, title=None))  # noqa: S704


def _setup(request: Request) -> StaffSetup:
    return services(request).store.staff.setup


routes = [
    page(SETUP_PATH, show_form, role="setup"),
    page(SETUP_PATH, finish, ["POST"], role="setup"),
    page(f"{SETUP_PATH}/{{token:str}}", link.show, role="anonymous"),
    page(f"{SETUP_PATH}/{{token:str}}", link.open, ["POST"], role="anonymous"),
]
