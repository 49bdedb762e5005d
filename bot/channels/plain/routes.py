"""`/zelfscan`: the conversation as plain pages, for people whose browser runs no scripts. One question a page.

A form is posted, answered, and followed by a redirect, so that refreshing and going back are harmless. What was not
kept, because the engine is away or too much was asked, is shown at once with everything that was filled in.
"""

from __future__ import annotations

import asyncio
import logging

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.plain import CHANNEL
from bot.channels.plain.chat import talk_of
from bot.channels.plain.exit import ERASED, PlainExit
from bot.channels.plain.form import Form, form_in, read_fields, refusal
from bot.channels.plain.page import is_problem
from bot.channels.plain.view import PlainView
from bot.reader.reader import read
from bot.services import Services
from bot.settings import Settings
from bot.store import StoredConversation, StoreError
from bot.store.conversation.owner import Owner
from bot.turn.reading_line import NOBODY
from bot.turn.service import UnknownConversation
from bot.web.cookies import Cookie
from bot.web.forms import client_of, is_secure
from bot.web.headers import PAGES
from bot.web.problems import Problem
from woningscan.conversation.choices import ANY_TIME
from woningscan.conversation.last_resort import unavailable
from woningscan.conversation.reply import Reply, text
from woningscan.reading.incoming import Incoming
from woningscan.reading.reading import Reading
from woningscan.reading.text import MAX_TEXT

log = logging.getLogger("bot.plain")
PATH = "/zelfscan"


def conversation_cookie(settings: Settings) -> Cookie:
    """The token of the conversation of this browser."""
    return Cookie("zelfscan", is_secure(settings))


def routes(services: Services, view: PlainView) -> list[Route]:
    cookie = conversation_cookie(services.settings)
    pages = PlainPages(services, view, cookie)
    return [
        Route(PATH, view.safely(pages.show), methods=["GET"]),
        Route(f"{PATH}/", pages.to_start, methods=["GET"]),
        Route(PATH, view.safely(pages.receive), methods=["POST"]),
        *PlainExit(services, view, cookie).routes(),
    ]


class PlainPages:
    """Shows the page of now and takes in what is posted; `PlainView.safely` goes around each."""

    def __init__(self, services: Services, view: PlainView, cookie: Cookie) -> None:
        self._services = services
        self._content = services.content
        self._view = view
        self._cookie = cookie

    async def show(self, request: Request) -> Response:
        token = self._cookie.read(request)
        stored = await self._load(token)
        if stored is not None:
            replies = await asyncio.to_thread(self._services.turns.said_by_now, stored)
            return await self._page(stored, replies)
        response = self._view.first([self._note("gate.expired")] if token else None)
        if token:
            self._cookie.delete(response)
        return response

    async def to_start(self, request: Request) -> Response:
        return RedirectResponse(PATH, 303, PAGES)

    async def receive(self, request: Request) -> Response:
        fields = await read_fields(request)
        try:
            form = form_in(fields)
        except Problem:  # no form of ours; a danger in it is told all the same
            danger = await self._services.turns.line.numbers(read(Incoming(text=fields.get("tekst", ""))))
            if not danger:
                raise
            return self._view.conversation(danger, 0)
        try:
            return await self._taken_in(request, form)
        except StoreError as error:
            log.error("message not kept: %s", type(error).__name__)
            replies = await self._services.turns.line.numbers(read(form.incoming)) or [unavailable(self._content)]
            return self._view.conversation(replies, form.turn, 503, form)

    async def _taken_in(self, request: Request, form: Form) -> Response:
        token = self._cookie.read(request)
        stored = await self._load(token)
        reading = read(form.incoming)
        urgent = await self._services.turns.line.is_about_danger(token if token and stored else NOBODY, reading)
        if token is None or stored is None:
            return await self._begin(request, form, reading, urgent)
        if form.turn != stored.version and not urgent and form.choice not in ANY_TIME:
            return await self._old_page(form, stored)
        refused = None if urgent else refusal(form, reading)
        if refused:
            return await self._page(stored, [self._note(refused), *_last_replies(stored)], 422, form)
        if not await self._services.limits.message_allowed(token) and not urgent:
            return await self._page(stored, [self._note("gate.busy"), *_last_replies(stored)], 429, form)
        return await self._answer(request, token, form, reading, stored)

    async def _begin(self, request: Request, form: Form, reading: Reading, urgent: bool) -> Response:
        """The first message opens the conversation. A message about danger is answered, also where it cannot begin."""
        if form.turn and not urgent:
            response: Response = self._view.first([self._note("gate.expired")], 410, form)
            self._cookie.delete(response)
            return response
        refused = None if urgent else refusal(form, reading)
        if refused:
            return self._view.first([self._note(refused)], 422, form)
        if not await self._services.limits.opening_allowed(client_of(request)):
            danger = await self._services.turns.line.numbers(reading)
            if danger:
                return self._view.conversation(danger, 0)
            return self._view.first([self._note("gate.busy")], 429, form)
        token, _ = await self._services.turns.open(CHANNEL.name)
        response = await self._answer(request, token, form, reading, await self._load(token))
        self._cookie.set(response, token)
        return response

    async def _answer(
        self, request: Request, token: str, form: Form, reading: Reading, before: StoredConversation | None
    ) -> Response:
        client = client_of(request)
        try:
            replies = await self._services.turns.answer(token, form.incoming, reading, client=client)
            after = await self._load(token)
        except UnknownConversation:
            replies, after = [], None
        if after is None:
            response: Response = RedirectResponse(ERASED, 303, PAGES)
            self._cookie.delete(response)
            return response
        if [reply.to_dict() for reply in replies] == after.last_replies:
            return RedirectResponse(PATH, 303, PAGES)
        away = any(reply.id == "gate.unavailable" for reply in replies)
        if before is not None and all(is_problem(reply) for reply in replies):
            replies = [*replies, *(reply for reply in _last_replies(before) if not is_problem(reply))]
        return await self._page(after, replies, 503 if away else 200, form if away else None)

    async def _old_page(self, form: Form, stored: StoredConversation) -> Response:
        """A form of another page than the one of now: never an answer. Sent twice in a row it was the same press."""
        answered = self._services.store.conversations.already_answered
        again = await asyncio.to_thread(answered, stored.id, form.message_id)
        if form.turn == 0 or (again is not None and form.turn + 1 == stored.version):
            return RedirectResponse(PATH, 303, PAGES)
        note = self._note("gate.old_choice" if form.choice else "plain.old_page")
        return await self._page(stored, [note, *_last_replies(stored)], 409, form if form.text else None)

    async def _page(
        self,
        stored: StoredConversation,
        replies: list[Reply],
        status: int = 200,
        form: Form | None = None,
    ) -> Response:
        """The page of a conversation, with the chat with a person where there is one."""
        feed = None
        if stored.owner == Owner.PERSON or any(reply.id.startswith("handoff.") for reply in replies):
            feed = await asyncio.to_thread(self._services.store.live_chats.feed, stored.id, 0)
        talk = talk_of(self._content, stored.owner, feed, replies)
        return self._view.conversation(replies, stored.version, status, form, talk=talk)

    async def _load(self, token: str | None) -> StoredConversation | None:
        return None if token is None else await asyncio.to_thread(self._services.store.conversations.load, token)

    def _note(self, key: str) -> Reply:
        return Reply(key, (text(self._content.messages[key].format(limit=MAX_TEXT)),))


def _last_replies(stored: StoredConversation) -> list[Reply]:
    return [Reply.from_dict(reply) for reply in stored.last_replies]
