"""`/aanvraag/`: the official's own request. Plain pages that work without scripts.

| page | who may use it |
|---|---|
| `/aanvraag/` | anybody: asks for a reference, which only lets a link be mailed; with a session: the own request |
| `/aanvraag/link/<token>` | who has the link, once; GET uses nothing up: mail programs open links by themselves |
| `/aanvraag/wijzigen`, `/aanvraag/intrekken` | who opened a link, for half an hour |
| `/aanvraag/sluiten`, `/aanvraag/weg` | anybody: ends the own session |

What is answered to a reference is the same whether it exists or not, and what is done about it is done afterwards.
Whatever is typed is judged for danger first: then it is answered with who to call, and nothing is done with it.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from urllib.parse import urlsplit

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.own_request.view import OwnRequestView
from bot.channels.plain.exit import without_waiting
from bot.channels.plain.form import SessionCookie, require_own_page
from bot.channels.plain.typed import read_typed
from bot.channels.plain.view import HEADERS, PlainView
from bot.settings import Settings
from bot.store import StoreError
from bot.store.base import beats
from bot.store.request.own import OwnRequest, OwnRequests
from bot.turn.incoming import readable
from woningscan.content.model import Content, Field
from woningscan.request.fields import NO_PREFERENCE, checked

log = logging.getLogger("bot.plain")
PATH = "/aanvraag/"
CHANGEABLE = ("contact", "voorkeur")
_LONGEST_TOKEN = 128


def routes(content: Content, settings: Settings) -> list[Route]:
    plain = PlainView(content, settings.content_dir / "templates")
    pages = OwnRequestPages(content, settings, plain)
    made = {
        "": (pages.show, pages.ask_link),
        "link/{token:str}": (pages.show_door, pages.open_link),
        "wijzigen": (pages.show_change, pages.change),
        "intrekken": (pages.show_withdraw, pages.withdraw),
        "sluiten": (pages.to_start, pages.close),
        "weg": (pages.to_start, pages.leave),
    }
    return [
        route
        for path, (shown, posted) in made.items()
        for route in (
            Route(f"{PATH}{path}", plain.safely(shown), methods=["GET"]),
            Route(f"{PATH}{path}", plain.safely(posted), methods=["POST"]),
        )
    ]


class OwnRequestPages:
    def __init__(self, content: Content, settings: Settings, plain: PlainView) -> None:
        self._content = content
        self._plain = plain
        self._view = OwnRequestView(content, settings.content_dir / "templates")
        self._cookie = SessionCookie(secure=urlsplit(settings.public_url).scheme == "https", name="aanvraag")

    async def show(self, request: Request) -> Response:
        own = await self._own(request)
        if own is not None:
            return self._view.own(own, changed="gewijzigd" in request.query_params)
        response = self._view.ask(expired=bool(self._cookie.read(request)))
        self._cookie.delete(response)
        return response

    async def ask_link(self, request: Request) -> Response:
        """The same page for every reference, known or not; the work follows after the answer."""
        sent = await read_typed(request, self._content, "referentie")
        if sent.danger:
            return self._view.danger(sent, PATH)
        typed = sent.text("referentie")[:64]
        if not typed.strip():
            return self._view.ask(empty=True, status=422)
        if not await request.app.state.limits.link_allowed(_client(request)):
            return self._view.busy()
        database = request.app.state.store.database
        await asyncio.to_thread(beats.prove_writable, database, _now())  # or the page would promise a mail for nothing
        response = self._view.asked()
        response.background = BackgroundTask(_mail_link, _store(request), typed)
        return response

    async def show_door(self, request: Request) -> Response:
        return self._view.door()

    async def open_link(self, request: Request) -> Response:
        require_own_page(request)
        if not await request.app.state.limits.link_allowed(_client(request)):
            return self._view.busy()
        token = request.path_params["token"][:_LONGEST_TOKEN]
        session = await asyncio.to_thread(_store(request).open_link, token, _now())
        if session is None:
            return self._view.gone()
        response: Response = RedirectResponse(PATH, 303, HEADERS)
        self._cookie.set(response, session)
        return response

    async def show_change(self, request: Request) -> Response:
        own = await self._own(request)
        if own is None or not own.is_open:
            return await self.to_start(request)
        return self._view.change(own, {name: str(own.fields.get(name, "")) for name in CHANGEABLE})

    async def change(self, request: Request) -> Response:
        """Checked as in the chat; what was typed stays on the page."""
        sent = await read_typed(request, self._content, *CHANGEABLE)
        if sent.danger:
            return self._view.danger(sent, f"{PATH}wijzigen")
        own = await self._own(request)
        if own is None:
            return await self.to_start(request)
        known = {field.id: field for field in self._content.request_fields[own.kind.word] if field.id in CHANGEABLE}
        typed = {name: readable(sent.text(name)[:1000]) for name in known}
        read = {name: _read(field, typed[name], self._content) for name, field in known.items()}
        if None in read.values():
            return self._view.change(own, typed, wrong=[known[name] for name, value in read.items() if value is None])
        changes = {name: value for name, value in read.items() if value is not None}
        if not await asyncio.to_thread(_store(request).change, self._token(request), changes, _now()):
            return await self.to_start(request)
        return RedirectResponse(f"{PATH}?gewijzigd", 303, HEADERS)

    async def show_withdraw(self, request: Request) -> Response:
        own = await self._own(request)
        return self._view.withdraw(own) if own is not None and own.is_open else await self.to_start(request)

    async def withdraw(self, request: Request) -> Response:
        require_own_page(request)
        await asyncio.to_thread(_store(request).withdraw, self._token(request), _now())
        return await self.to_start(request)

    async def close(self, request: Request) -> Response:
        require_own_page(request)
        await self._end(request)
        response = self._view.closed()
        self._cookie.delete(response)
        return response

    async def leave(self, request: Request) -> Response:
        """Away at once, to a neutral page."""
        require_own_page(request)
        await without_waiting(self._end(request))
        response = self._plain.leaving()
        self._cookie.delete(response)
        return response

    async def to_start(self, request: Request) -> Response:
        return RedirectResponse(PATH, 303, HEADERS)

    async def _end(self, request: Request) -> None:
        token = self._token(request)
        if token:
            await asyncio.to_thread(_store(request).end, token)

    async def _own(self, request: Request) -> OwnRequest | None:
        token = self._token(request)
        return await asyncio.to_thread(_store(request).load, token, _now()) if token else None

    def _token(self, request: Request) -> str:
        return self._cookie.read(request) or ""


def _read(field: Field, typed: str, content: Content) -> str | None:
    """The value as in the chat; a moment may be left open there too."""
    if field.kind == "moments" and not typed.strip():
        return NO_PREFERENCE
    return checked(field, typed, content.answer_words)


async def _mail_link(store: OwnRequests, typed: str) -> None:
    try:
        await asyncio.to_thread(store.mail_link, typed, _now())
    except StoreError as error:
        log.error("link not mailed: %s", type(error).__name__)


def _store(request: Request) -> OwnRequests:
    store: OwnRequests = request.app.state.store.own_requests
    return store


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


def _now() -> datetime:
    return datetime.now(UTC)
