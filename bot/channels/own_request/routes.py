"""`/aanvraag/`: the official's own request. Plain pages that work without scripts.

| page | who may use it |
|---|---|
| `/aanvraag/` | anybody: asks for a reference, which only lets a link be mailed; with a session: the own request |
| `/aanvraag/link/<token>` | who has the link, once; GET uses nothing up: mail programs open links by themselves |
| `/aanvraag/wijzigen`, `/intrekken`, `/bestand`, `/wissen` under it | who opened a link, for half an hour |
| `/aanvraag/sluiten`, `/aanvraag/weg` | anybody: ends the own session |

What is answered to a reference is the same whether it exists or not, and what is done about it is done afterwards.
Whatever is typed is judged for danger first: then it is answered with who to call, and nothing is done with it.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.own_request.view import OwnRequestView
from bot.channels.plain.exit import without_waiting
from bot.channels.plain.typed import read_typed
from bot.channels.plain.view import PlainView
from bot.channels.report.kept import kept_file
from bot.services import Services
from bot.store import StoreError
from bot.store.base import beats
from bot.store.request.holder.own import OwnRequest, OwnRequests
from bot.web.cookies import Cookie
from bot.web.forms import client_of, is_secure, require_own_page
from bot.web.headers import PAGES
from bot.web.links import OneTimeLink, link_token
from woningscan.reading.text import readable
from woningscan.request.speaking import corrected

log = logging.getLogger("bot.plain")
PATH = "/aanvraag/"


def routes(services: Services, plain: PlainView) -> list[Route]:
    pages = OwnRequestPages(services, plain)
    made = {
        "": (pages.show, pages.ask_link),
        "link/{token:str}": (pages.link.show, pages.open_link),
        "wijzigen": (pages.show_change, pages.change),
        "intrekken": (pages.show_withdraw, pages.withdraw),
        "bestand": (pages.to_start, pages.take_along),
        "wissen": (pages.show_erase, pages.erase),
        "sluiten": (pages.to_start, pages.close),
        "weg": (pages.to_start, pages.leave),
    }
    return [
        Route(PATH.rstrip("/"), pages.to_start, methods=["GET"]),
        *(
            route
            for path, (shown, posted) in made.items()
            for route in (
                Route(f"{PATH}{path}", plain.safely(shown), methods=["GET"]),
                Route(f"{PATH}{path}", plain.safely(posted), methods=["POST"]),
            )
        ),
    ]


class OwnRequestPages:
    def __init__(self, services: Services, plain: PlainView) -> None:
        self._services = services
        self._content = services.content
        self._plain = plain
        self._view = OwnRequestView(services.content, plain)
        self._cookie = Cookie("aanvraag", is_secure(services.settings))
        self.link = OneTimeLink(self._door, self._take, self._let_in, self._gone)

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
        if not await self._services.limits.link_allowed(client_of(request)):
            return self._view.busy()
        database = self._services.store.database  # or the page would promise a mail for nothing
        await asyncio.to_thread(beats.prove_writable, database, self._services.now())
        response = self._view.asked()
        response.background = BackgroundTask(_mail_link, self._store, typed)
        return response

    async def open_link(self, request: Request) -> Response:
        require_own_page(request)
        if not await self._services.limits.link_allowed(client_of(request)):
            return self._view.busy()
        return await self.link.open(request)

    async def _door(self, request: Request) -> Response:
        return self._view.door()

    async def _take(self, request: Request) -> str | None:
        return await asyncio.to_thread(self._store.open_link, link_token(request), self._services.now())

    async def _let_in(self, request: Request, session: str) -> Response:
        response: Response = RedirectResponse(PATH, 303, PAGES)
        self._cookie.set(response, session)
        return response

    async def _gone(self, request: Request) -> Response:
        return self._view.gone()

    async def show_change(self, request: Request) -> Response:
        own = await self._own(request)
        if own is None or not own.is_open:
            return await self.to_start(request)
        return self._view.change(own, own.fields)

    async def change(self, request: Request) -> Response:
        """Checked as in the chat; what was typed stays on the page."""
        sent = await read_typed(request, self._content, *self._changeable)
        if sent.danger:
            return self._view.danger(sent, f"{PATH}wijzigen")
        own = await self._own(request)
        if own is None:
            return await self.to_start(request)
        known = {field.id: field for field in self._content.request_fields[own.kind.word] if field.id in own.fields}
        typed = {name: readable(sent.text(name)[:1000]) for name in known}
        words = self._content.answer_words
        read = {name: corrected(field, typed[name], words) for name, field in known.items()}
        changes = {name: value for name, value in read.items() if value is not None}
        wrong = [field for name, field in known.items() if name not in changes]
        if wrong:
            return self._view.change(own, typed, wrong)
        if not await asyncio.to_thread(self._store.change, self._token(request), changes, self._services.now()):
            return await self.to_start(request)
        return RedirectResponse(f"{PATH}?gewijzigd", 303, PAGES)

    async def show_withdraw(self, request: Request) -> Response:
        own = await self._own(request)
        return self._view.withdraw(own) if own is not None and own.is_open else await self.to_start(request)

    async def withdraw(self, request: Request) -> Response:
        require_own_page(request)
        await asyncio.to_thread(self._store.withdraw, self._token(request), self._services.now())
        return await self.to_start(request)

    async def take_along(self, request: Request) -> Response:
        """All that is kept of the request, as a file."""
        require_own_page(request)
        kept = await asyncio.to_thread(self._store.everything, self._token(request), self._services.now())
        return await self.to_start(request) if kept is None else kept_file(kept)

    async def show_erase(self, request: Request) -> Response:
        own = await self._own(request)
        return self._view.erase(own) if own is not None else await self.to_start(request)

    async def erase(self, request: Request) -> Response:
        """Says that it was done only once it is."""
        require_own_page(request)
        if not await asyncio.to_thread(self._store.erase, self._token(request), self._services.now()):
            return await self.show_erase(request)
        response = self._view.erased()
        self._cookie.delete(response)
        return response

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
        return RedirectResponse(PATH, 303, PAGES)

    async def _end(self, request: Request) -> None:
        token = self._token(request)
        if token:
            await asyncio.to_thread(self._store.end, token)

    async def _own(self, request: Request) -> OwnRequest | None:
        token = self._token(request)
        return await asyncio.to_thread(self._store.load, token, self._services.now()) if token else None

    @property
    def _changeable(self) -> list[str]:
        """The fields of every kind of request, each once: which it is, is known only after what was typed is judged."""
        return list(dict.fromkeys(field.id for fields in self._content.request_fields.values() for field in fields))

    @property
    def _store(self) -> OwnRequests:
        return self._services.store.own_requests

    def _token(self, request: Request) -> str:
        return self._cookie.read(request) or ""


async def _mail_link(store: OwnRequests, typed: str) -> None:
    try:
        await asyncio.to_thread(store.mail_link, typed, datetime.now(UTC))
    except StoreError as error:
        log.error("link not mailed: %s", type(error).__name__)
