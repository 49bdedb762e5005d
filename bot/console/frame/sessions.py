"""The console's cookies, and who sent a request."""

from __future__ import annotations

import asyncio
import ipaddress
import re
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from bot.console.frame.forms import origin_of
from bot.settings import Settings
from bot.store.staff.roles import SessionStage
from bot.store.staff.sessions import SignedIn, StaffSessions

_TOKEN = re.compile(r"[A-Za-z0-9_.-]{20,200}")
_DEVICE_DAYS = 90


class Cookies:
    """The session's token, and the mark of a device that logged in before. Never readable for scripts or other sites.

    Over https, and always in production, their names begin with `__Host-`: no other host can set them. Only a
    development run over http, on one's own machine, has plain names.
    """

    def __init__(self, settings: Settings) -> None:
        self.secure = settings.environment == "production" or settings.public_url.startswith("https:")
        self.own_origin = origin_of(settings.public_url) if self.secure else None
        start = "__Host-" if self.secure else ""
        self.session, self.device = f"{start}secretariaat", f"{start}apparaat"

    def read(self, request: Request, name: str) -> str | None:
        value = request.cookies.get(name, "")
        return value if _TOKEN.fullmatch(value) else None

    def set(self, response: Response, name: str, value: str) -> None:
        age = _DEVICE_DAYS * 86400 if name == self.device else None  # a session ends with the browser too
        response.set_cookie(name, value, age, path="/", secure=self.secure, httponly=True, samesite="strict")

    def delete(self, response: Response, name: str) -> None:
        response.set_cookie(name, "", 0, path="/", secure=self.secure, httponly=True, samesite="strict")


def cookies_of(request: Request) -> Cookies:
    cookies: Cookies = request.app.state.console.cookies
    return cookies


def store_of(request: Request) -> StaffSessions:
    sessions: StaffSessions = request.app.state.store.staff.sessions
    return sessions


def session_token(request: Request) -> str:
    """The token of this browser: the cookie's, or a new one that goes out with the answer and belongs to nobody yet."""
    cookies = cookies_of(request)
    token = getattr(request.state, "console_token", None) or cookies.read(request, cookies.session)
    if token is None:
        token = request.state.new_console_token = request.app.state.store.vault.new_token()
    request.state.console_token = token
    return str(token)


def form_token(request: Request) -> str:
    """What a form on this page carries, for this session alone."""
    signed_in: SignedIn | None = getattr(request.state, "staff", None)
    return store_of(request).form_token(session_token(request), signed_in)


async def load_signed_in(request: Request, *, touch: bool) -> SignedIn | None:
    cookies = cookies_of(request)
    token = cookies.read(request, cookies.session)
    if token is None:
        return None
    return await asyncio.to_thread(store_of(request).load, token, datetime.now(UTC), touch=touch)


async def still_signed_in(request: Request) -> bool:
    """For an answer that goes on for long, such as server-sent events: ask now and then, and end when it is False.

    Does not count as activity.
    """
    found = await load_signed_in(request, touch=False)
    return found is not None and found.stage is SessionStage.SIGNED_IN


def use_session(request: Request, response: Response, token: str) -> None:
    """From this answer on the browser has this session."""
    request.state.console_token, request.state.new_console_token = token, None
    cookies = cookies_of(request)
    cookies.set(response, cookies.session, token)


def client_of(request: Request) -> str:
    """The network address that limits count by. Of an IPv6 address the first half: the rest is one client's own."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or ipaddress.ip_network((address, 64), strict=False))
