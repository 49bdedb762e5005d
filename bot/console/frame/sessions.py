"""The console's cookies, who sent a request, and the proof that a form was made for the session that posts it."""

from __future__ import annotations

import asyncio
import hmac
import re
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from bot.services import services
from bot.settings import Settings
from bot.store.staff.roles import SessionStage
from bot.store.staff.sessions import SignedIn
from bot.web.cookies import Cookie
from bot.web.forms import is_secure
from bot.web.problems import Problem

FORM_FIELD = "formulier"  # the name of the hidden field
_TOKEN = re.compile(r"[A-Za-z0-9_.-]{20,200}")
_DEVICE_SECONDS = 90 * 86400


class Cookies:
    """`session` holds the session's token and ends with the browser, `device` the mark of one that logged in before."""

    def __init__(self, settings: Settings) -> None:
        secure = is_secure(settings)
        self.session = Cookie("secretariaat", secure, shape=_TOKEN)
        self.device = Cookie("apparaat", secure, _DEVICE_SECONDS, _TOKEN)


def cookies_of(request: Request) -> Cookies:
    return services(request).part(Cookies)


def session_token(request: Request) -> str:
    """The token of this browser: the cookie's, or a new one that goes out with the answer and belongs to nobody yet."""
    token = getattr(request.state, "console_token", None) or cookies_of(request).session.read(request)
    if token is None:
        token = request.state.new_console_token = services(request).store.vault.new_token()
    request.state.console_token = token
    return str(token)


def form_token(request: Request) -> str:
    """What a form on this page carries, for this session alone."""
    signed_in: SignedIn | None = getattr(request.state, "staff", None)
    return services(request).store.staff.sessions.form_token(session_token(request), signed_in)


def require_form_token(request: Request, fields: Mapping[str, str]) -> None:
    """Raises Problem(403) when the form was not made for this session."""
    if not hmac.compare_digest(fields.get(FORM_FIELD, "").encode(), form_token(request).encode()):
        raise Problem(403)


async def load_signed_in(request: Request, *, touch: bool) -> SignedIn | None:
    token = cookies_of(request).session.read(request)
    if token is None:
        return None
    here = services(request)
    return await asyncio.to_thread(here.store.staff.sessions.load, token, here.now(), touch=touch)


async def still_at_the_desk(request: Request) -> bool:
    """For server-sent events: whether who looks is still logged in, who is then noted to be there.

    So a chat may be offered while a page of the console is open.
    """
    signed_in = await load_signed_in(request, touch=False)
    if signed_in is None or signed_in.stage is not SessionStage.SIGNED_IN:
        return False
    await note_presence(request, signed_in)
    return True


async def note_presence(request: Request, signed_in: SignedIn) -> None:
    """A page of this member is open. Who takes chats is on watch, and is not logged out because it is quiet."""
    here = services(request)
    await asyncio.to_thread(here.store.desk.seen, signed_in.staff_id, here.now())
    if await asyncio.to_thread(here.store.desk.is_available, signed_in.staff_id):
        await load_signed_in(request, touch=True)


def use_session(request: Request, response: Response, token: str) -> None:
    """From this answer on the browser has this session."""
    request.state.console_token, request.state.new_console_token = token, None
    cookies_of(request).session.set(response, token)
