"""The one reader of what is sent to the app: bodies, forms and tokens with their limits, and where a form came from.

Starlette's own form reader has no limit on a body.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

from bot.services import services
from bot.settings import Settings
from bot.web.problems import Problem

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
MAX_TOKEN = 128


@dataclass(frozen=True)
class FormRules:
    """How much a form may send. `errors` is what happens to signs that are no text: `strict` refuses the form."""

    most: int
    fields: int
    errors: Literal["strict", "replace"] = "strict"


MOST = 1024 * 1024
"""Bytes that a visitor may send: far over what is answered, so that the gate can look for a threat in it."""
# What cannot be read is replaced: refused, a danger in it would be unread.
VISITORS = FormRules(most=MOST, fields=8, errors="replace")
STAFF = FormRules(most=64 * 1024, fields=64)


async def read_body(request: Request, media_type: str, most: int) -> bytes:
    """The body. Raises Problem: 415 for another kind, 413 for a larger one, as soon as that shows."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != media_type:
        raise Problem(415)
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > most:
        raise Problem(413)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise Problem(413)
    return bytes(body)


async def read_form(request: Request, rules: FormRules) -> dict[str, str]:
    """The posted fields, each once. Raises Problem: 415, 413 or 400 for what no page of ours sends."""
    body = await read_body(request, FORM, rules.most)
    try:
        text = body.decode("ascii", rules.errors)
        fields = parse_qs(text, keep_blank_values=True, errors=rules.errors, max_num_fields=rules.fields)
    except ValueError:
        raise Problem(400) from None
    return {name: values[0] for name, values in fields.items()}


def own_origin(settings: Settings) -> str | None:
    """Our own origin where it is certain: in production, or with a public address of https."""
    url = urlsplit(settings.public_url)
    return f"{url.scheme}://{url.netloc}" if is_secure(settings) else None


def is_secure(settings: Settings) -> bool:
    """Whether pages of these settings travel over https alone."""
    return settings.environment == "production" or urlsplit(settings.public_url).scheme == "https"


def require_own_page(request: Request, *, hides_origin: bool = False) -> None:
    """Refuse a form of another website, beside the cookie's SameSite. Raises Problem(403).

    A browser that tells neither where a form comes from is a text browser, in which no page can post by itself.
    `hides_origin`: the page with the form tells nobody where a click came from, so older browsers name "null".
    """
    fetched_from = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if fetched_from is not None:
        own = fetched_from in ("same-origin", "none")
    else:
        own = origin is None or (hides_origin and origin == "null") or origin.lower() == _own(request).lower()
    if not own:
        raise Problem(403)


def require_own_origin(request: Request) -> None:
    """The same for staff, without that exception: a browser that does not name the origin is refused too.

    Raises Problem(403).
    """
    own = _own(request)
    named = request.headers.get("origin")
    fetched_from = request.headers.get("sec-fetch-site", "same-origin")
    if named is None or named.lower() != own.lower() or fetched_from != "same-origin":
        raise Problem(403)


def _own(request: Request) -> str:
    """Our own origin; where that is not certain the address that was asked for."""
    asked = f"{request.url.scheme}://{request.headers.get('host', '')}"
    return own_origin(services(request).settings) or asked


def token_of(request: Request) -> str:
    """The conversation's token, sent as a bearer token. Raises Problem(401) for what cannot be one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not 0 < len(token) <= MAX_TOKEN or not token.isascii():
        raise Problem(401)
    return token


def number_after(request: Request) -> int:
    """The number in `?na=`, after which is asked for news. Raises Problem(400) for what is none."""
    after = request.query_params.get("na", "0")
    if not (after.isascii() and after.isdecimal() and len(after) < 10):
        raise Problem(400)
    return int(after)


def client_of(request: Request) -> str:
    """The network address that limits count by, empty where that is not known.

    Of an IPv6 address the first half: the rest is one client's own (RFC 6177, a site has at least a /64).
    """
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or ipaddress.ip_network((address, 64), strict=False))
