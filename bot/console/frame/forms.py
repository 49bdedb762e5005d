"""What the console's pages take in: posted fields, and the proof that a page of ours posted them."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

MAX_BODY = 64 * 1024
MAX_FIELDS = 64
FORM_FIELD = "formulier"  # the name of the hidden field


class Refused(Exception):
    """Ends a request with a status and a page of the console; carries nothing of what was sent."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


async def read_fields(request: Request) -> Mapping[str, str]:
    """The posted fields, each once. Raises Refused: 415, 413 or 400 for what no page of ours sends."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        raise Refused(415)
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise Refused(413)
    try:
        found = parse_qs(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS)
    except ValueError:
        raise Refused(400) from None
    return {name: values[0] for name, values in found.items()}


def require_own_origin(request: Request, origin: str | None) -> None:
    """Raises Refused(403) unless the form came from a page of this very website.

    `origin` is ours where it is certain (production); otherwise the address that was asked for. Browsers name the
    origin with every post; one that does not is refused too.
    """
    own = origin or f"{request.url.scheme}://{request.headers.get('host', '')}"
    given = request.headers.get("origin")
    fetched_from = request.headers.get("sec-fetch-site", "same-origin")
    if given is None or given.lower() != own.lower() or fetched_from != "same-origin":
        raise Refused(403)


def require_form_token(fields: Mapping[str, str], expected: str) -> None:
    """Raises Refused(403) when the form was not made for this session."""
    if not hmac.compare_digest(fields.get(FORM_FIELD, "").encode(), expected.encode()):
        raise Refused(403)


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
