"""Who may use which page. Every route under /secretariaat/ is made by `page`, and so says it.

Roles: `anonymous` (anybody) · `setup` (who opened a set-up link) · `medewerker` · `beheerder` (may also do all that a
medewerker may). A POST is only handed on with the right origin and the form token of its session.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import timedelta
from functools import wraps
from typing import Literal
from urllib.parse import quote, unquote, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.console.frame.sessions import cookies_of, load_signed_in, note_presence, require_form_token
from bot.console.frame.shell import render
from bot.services import services
from bot.store import StoreError
from bot.store.staff.roles import Role as StaffRole
from bot.store.staff.roles import SessionStage
from bot.store.staff.sessions import SignedIn
from bot.web.forms import STAFF, read_form, require_own_origin
from bot.web.headers import PAGES
from bot.web.problems import Problem

log = logging.getLogger("bot.console")
Role = Literal["anonymous", "setup", "medewerker", "beheerder"]
_ROLES = {"medewerker": StaffRole.MEMBER, "beheerder": StaffRole.ADMINISTRATOR}
Handler = Callable[[Request], Awaitable[Response]]
ROOT_PATH = "/secretariaat/"
LOGIN_PATH, CONFIRM_PATH = f"{ROOT_PATH}inloggen", f"{ROOT_PATH}bevestigen"


class ConsolePage(Route):
    """A route of the console that says who may use it. `background`: asked by a script, does not count as activity.

    `inner` is what answers to who may.
    """

    role: Role
    background: bool
    inner: Handler


def page(
    path: str, handler: Handler, methods: Iterable[str] = ("GET",), *, role: Role, background: bool = False
) -> ConsolePage:
    """A route. The handler finds who asks with `staff_of(request)` and posted fields with `fields_of(request)`."""

    async def guarded(request: Request) -> Response:
        return await _guarded(request, made)

    made = ConsolePage(path, guarded, methods=list(methods))
    made.role, made.background, made.inner = role, background, handler
    return made


def staff_of(request: Request) -> SignedIn:
    """Who is logged in (`staff_id`, `name`, `role`). Only on pages with a role other than anonymous."""
    signed_in: SignedIn = request.state.staff
    return signed_in


def fields_of(request: Request) -> Mapping[str, str]:
    """The posted fields, checked to come from a page of this session."""
    fields: Mapping[str, str] = request.state.fields
    return fields


def may(signed_in: SignedIn | None, role: Role) -> bool:
    """Whether this person may use what is for that role."""
    if role == "anonymous":
        return True
    if signed_in is None:
        return False
    if role == "setup":
        return signed_in.stage is SessionStage.SETUP
    return signed_in.stage is SessionStage.SIGNED_IN and signed_in.role in (_ROLES[role], StaffRole.ADMINISTRATOR)


def requires_fresh_login(minutes: int = 10) -> Callable[[Handler], Handler]:
    """For a handler that shows or changes more than usual: passphrase and code were given less than so long ago."""

    def around(handler: Handler) -> Handler:
        @wraps(handler)
        async def guarded(request: Request) -> Response:
            if services(request).now() - staff_of(request).fresh_at < timedelta(minutes=minutes):
                return await handler(request)
            return RedirectResponse(f"{CONFIRM_PATH}?terug={quote(_way_back(request), safe='')}", 303)

        return guarded

    return around


def own_path(path: str) -> str:
    """The path when it is one of the console's, otherwise its start: never a way to another website."""
    parts = urlsplit(path)
    own = not parts.scheme and not parts.netloc and parts.path.startswith(ROOT_PATH)
    seen = unquote(path)  # a browser takes "%2e%2e" for ".." too
    plain = path.isascii() and path.isprintable() and not any(signs in seen for signs in ("\\", "//", "..", "/./"))
    return path if own and plain else ROOT_PATH


def _way_back(request: Request) -> str:
    """After a GET the same page; after a POST the page its form was on."""
    if request.method in ("GET", "HEAD"):
        return own_path(request.url.path + (f"?{request.url.query}" if request.url.query else ""))
    return own_path(urlsplit(request.headers.get("referer", "")).path)


async def _guarded(request: Request, made: ConsolePage) -> Response:
    try:
        response = await _admitted(request, made)
    except Problem as problem:
        response = await refused(request, problem.status)
    except StoreError as error:
        log.error("page not made: %s", type(error).__name__)
        response = await refused(request, 503)
    new_token = getattr(request.state, "new_console_token", None)
    if new_token:
        cookies_of(request).session.set(response, new_token)
    for name, value in PAGES.items():
        response.headers.setdefault(name, value)
    return response


async def refused(request: Request, status: int) -> Response:
    """The page that says why there is nothing here."""
    return await render(request, "frame/refused", status, problem=status)


async def _admitted(request: Request, made: ConsolePage) -> Response:
    request.state.staff = None
    posted = request.method not in ("GET", "HEAD")
    if posted:
        require_own_origin(request)
    request.state.staff = await load_signed_in(request, touch=not made.background)
    if not may(request.state.staff, made.role):
        return await _turned_away(request, made)
    if made.role in _ROLES and not made.background:
        await note_presence(request, request.state.staff)
    if posted:
        request.state.fields = await read_form(request, STAFF)
        require_form_token(request, request.state.fields)
    return await made.inner(request)


async def _turned_away(request: Request, made: ConsolePage) -> Response:
    """Who is logged in but may not gets a page that says so; who is not, the login page."""
    signed_in: SignedIn | None = request.state.staff
    if signed_in is not None and signed_in.stage is SessionStage.SIGNED_IN:
        return await render(request, "frame/refused", 403, problem="role")
    if made.background:
        return Response(status_code=401)
    if made.role == "setup":
        return await render(request, "login/setup_gone", 410)
    if request.method in ("GET", "HEAD"):
        return RedirectResponse(f"{LOGIN_PATH}?terug={quote(_way_back(request), safe='')}", 303)
    return await render(request, "frame/refused", 401, problem="ended", back=_way_back(request))
