"""What the plain pages take in: the fields of a posted form, the session's cookie, and where a form was posted from."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from woningscan.reading.incoming import MAX_CHOICE, Incoming
from woningscan.reading.text import MAX_TEXT, readable

KEPT_BODY = 32 * 1024  # what is looked at; a longer text is cut, so that the gate can look for a threat in it
MAX_BODY = 1024 * 1024
MAX_TYPED = 8 * 1024
MAX_TOKEN = 128
_STAMP = re.compile(r"[A-Za-z0-9_-]{16,32}")


class BadForm(Exception):
    """A form that these pages did not make; carries the status to answer with and nothing of what was sent."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


@dataclass(frozen=True)
class Form:
    """One posted form. `turn` is the conversation's version that the page showed, 0 on the first page.

    `stamp` is the page's own: with what was sent it makes the message's id, so that the same form with the same answer
    is one message, and another answer on an old page is another message.
    """

    stamp: str
    turn: int
    choice: str | None = None
    text: str | None = None

    @property
    def incoming(self) -> Incoming:
        said = f"keuze {self.choice}" if self.choice is not None else f"tekst {self.text}"
        digest = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:24]
        return Incoming(self.text, self.choice, f"{self.stamp}{digest}")


async def read_form(request: Request) -> Form:
    """The posted form. Raises BadForm: 403 from another website, 413 and 415 for what no page of ours sends, 400."""
    require_own_page(request)
    fields = await form_fields(request)
    stamp, turn, choice = fields.get("bericht", ""), fields.get("beurt", ""), fields.get("keuze") or None
    if not _STAMP.fullmatch(stamp) or not re.fullmatch(r"[0-9]{1,9}", turn) or len(choice or "") > MAX_CHOICE:
        raise BadForm(400)
    text = fields.get("tekst") if choice is None else None
    return Form(stamp, int(turn), choice, None if text is None else text[:MAX_TYPED])


def refusal(form: Form) -> str | None:
    """The message that says why there is nothing to answer, as the gate would say it, or None.

    Said before a turn, so that the question and what was typed stay where they are.
    """
    if form.choice is not None:
        return None
    if form.text is None:
        return "plain.choose_first"
    typed = readable(form.text)
    if not typed:
        return "gate.unreadable" if form.text.strip() else "gate.empty"
    return "gate.too_long" if len(typed) > MAX_TEXT else None


def require_own_page(request: Request) -> None:
    """Refuse a form of another website, beside the cookie's SameSite. Raises BadForm(403).

    A browser that tells neither where a form comes from is a text browser, in which no page can post by itself.
    """
    fetched_from = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if fetched_from is not None:
        own = fetched_from in ("same-origin", "none")
    else:
        own = origin is None or urlsplit(origin).netloc == request.headers.get("host")
    if not own:
        raise BadForm(403)


async def form_fields(request: Request) -> dict[str, str]:
    """The fields of a form; of a very long one the end is left out. Raises BadForm: 413, 415 or 400."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        raise BadForm(415)
    body, size = b"", 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MAX_BODY:
            raise BadForm(413)
        body += chunk[: max(0, KEPT_BODY - len(body))]
    try:
        found = parse_qs(body.decode("ascii", "replace"), keep_blank_values=True, errors="replace", max_num_fields=8)
    except ValueError:
        raise BadForm(400) from None
    return {name: values[0] for name, values in found.items()}


class SessionCookie:
    """The token of a conversation, or of what `name` says, in a cookie that scripts and other websites cannot use and
    that ends with the browser.

    Over https its name says `__Host-`: no other host can set it. Over http, on one's own machine, browsers refuse that.
    """

    def __init__(self, secure: bool, name: str = "zelfscan") -> None:
        self._secure = secure
        self._name = f"__Host-{name}" if secure else name

    def read(self, request: Request) -> str | None:
        token = request.cookies.get(self._name, "")
        return token if 0 < len(token) <= MAX_TOKEN and token.isascii() else None

    def set(self, response: Response, token: str) -> None:
        response.set_cookie(self._name, token, path="/", secure=self._secure, httponly=True, samesite="strict")

    def delete(self, response: Response) -> None:
        response.set_cookie(self._name, "", 0, path="/", secure=self._secure, httponly=True, samesite="strict")
