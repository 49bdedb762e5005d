"""`/zelfscan`: the conversation as plain pages, for people whose browser runs no scripts. One question a page.

A form is posted, answered, and followed by a redirect, so that refreshing and going back are harmless. What was not
kept, because the engine is away or too much was asked, is shown at once with everything that was filled in.
"""

from __future__ import annotations

import asyncio
import logging
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.plain.chat import talk_of
from bot.channels.plain.exit import ERASED, EXIT, PlainExit
from bot.channels.plain.form import Form, SessionCookie, read_form, refusal
from bot.channels.plain.page import is_problem
from bot.channels.plain.view import HEADERS, PlainView
from bot.settings import Settings
from bot.store import StoredConversation, StoreError
from bot.store.conversation.owner import Owner
from bot.turn.gate import ANY_TIME, may_be_about_danger
from bot.turn.incoming import MAX_TEXT
from bot.turn.last_resort import on_threat, unavailable
from bot.turn.service import UnknownConversation
from woningscan.content.model import Content
from woningscan.conversation.reply import Reply, text

log = logging.getLogger("bot.plain")
PATH = "/zelfscan"


def routes(content: Content, settings: Settings) -> list[Route]:
    view = PlainView(content, settings.content_dir / "templates")
    cookie = SessionCookie(secure=urlsplit(settings.public_url).scheme == "https")
    pages, leaving = PlainPages(content, view, cookie), PlainExit(content, view, cookie)
    return [
        Route(PATH, view.safely(pages.show), methods=["GET"]),
        Route(PATH, view.safely(pages.receive), methods=["POST"]),
        Route(ERASED, view.safely(leaving.erased), methods=["GET"]),
        Route(EXIT, view.safely(leaving.leave), methods=["POST"]),
        Route(EXIT, view.safely(leaving.neutral), methods=["GET"]),
    ]


class PlainPages:
    """Shows the page of now and takes in what is posted; `PlainView.safely` goes around each."""

    def __init__(self, content: Content, view: PlainView, cookie: SessionCookie) -> None:
        self._content = content
        self._view = view
        self._cookie = cookie

    async def show(self, request: Request) -> Response:
        token = self._cookie.read(request)
        stored = await _load(request, token)
        if stored is not None:
            said = await asyncio.to_thread(request.app.state.turns.said_by_now, stored)
            return await self._page(request, stored, said)
        response = self._view.first([self._note("gate.expired")] if token else None)
        if token:
            self._cookie.delete(response)
        return response

    async def receive(self, request: Request) -> Response:
        form = await read_form(request)
        try:
            return await self._taken_in(request, form)
        except StoreError as error:
            log.error("message not kept: %s", type(error).__name__)
            told = on_threat(self._content, form.incoming)
            return self._view.conversation(told or [unavailable(self._content)], form.turn, 503, form)

    async def _taken_in(self, request: Request, form: Form) -> Response:
        token = self._cookie.read(request)
        stored = await _load(request, token)
        urgent = may_be_about_danger(form.incoming, self._content)
        if token is None or stored is None:
            return await self._begin(request, form, urgent)
        if form.turn != stored.version and not urgent and form.choice not in ANY_TIME:
            return await self._old_page(request, form, stored)
        refused = None if urgent else refusal(form)
        if refused:
            return await self._page(request, stored, [self._note(refused), *_said(stored)], 422, form)
        if not await request.app.state.limits.message_allowed(token) and not urgent:
            return await self._page(request, stored, [self._note("gate.busy"), *_said(stored)], 429, form)
        return await self._answer(request, token, form, stored)

    async def _begin(self, request: Request, form: Form, urgent: bool) -> Response:
        """The first message opens the conversation. A message about danger is answered, also where it cannot begin."""
        if form.turn and not urgent:
            response: Response = self._view.first([self._note("gate.expired")], 410, form)
            self._cookie.delete(response)
            return response
        refused = None if urgent else refusal(form)
        if refused:
            return self._view.first([self._note(refused)], 422, form)
        if not await request.app.state.limits.opening_allowed(request.client.host if request.client else ""):
            told = on_threat(self._content, form.incoming)
            if told:
                return self._view.conversation(told, 0)
            return self._view.first([self._note("gate.busy")], 429, form)
        token, _ = await request.app.state.turns.open("plain")
        response = await self._answer(request, token, form, await _load(request, token))
        self._cookie.set(response, token)
        return response

    async def _answer(self, request: Request, token: str, form: Form, before: StoredConversation | None) -> Response:
        try:
            replies: list[Reply] = await request.app.state.turns.answer(token, form.incoming)
            after = await _load(request, token)
        except UnknownConversation:
            replies, after = [], None
        if after is None:
            response: Response = RedirectResponse(ERASED, 303, HEADERS)
            self._cookie.delete(response)
            return response
        if [reply.to_dict() for reply in replies] == after.last_replies:
            return RedirectResponse(PATH, 303, HEADERS)
        away = any(reply.id == "gate.unavailable" for reply in replies)
        if before is not None and all(is_problem(reply) for reply in replies):
            replies = [*replies, *(reply for reply in _said(before) if not is_problem(reply))]
        return await self._page(request, after, replies, 503 if away else 200, form if away else None)

    async def _old_page(self, request: Request, form: Form, stored: StoredConversation) -> Response:
        """A form of another page than the one of now: never an answer. Sent twice in a row it was the same press."""
        answered = request.app.state.store.conversations.already_answered
        again = await asyncio.to_thread(answered, stored.id, form.incoming.message_id)
        if form.turn == 0 or (again is not None and form.turn + 1 == stored.version):
            return RedirectResponse(PATH, 303, HEADERS)
        note = self._note("gate.old_choice" if form.choice else "plain.old_page")
        kept = form if form.text else None
        return await self._page(request, stored, [note, *_said(stored)], 409, kept)

    async def _page(
        self,
        request: Request,
        stored: StoredConversation,
        replies: list[Reply],
        status: int = 200,
        form: Form | None = None,
    ) -> Response:
        """The page of a conversation, with the chat with a person where there is one."""
        feed = None
        if stored.owner == Owner.PERSON or any(reply.id.startswith("handoff.") for reply in replies):
            feed = await asyncio.to_thread(request.app.state.store.live_chats.feed, stored.id, 0)
        talk = talk_of(self._content, stored.owner, feed, replies)
        return self._view.conversation(replies, stored.version, status, form, talk=talk)

    def _note(self, key: str) -> Reply:
        return Reply(key, (text(self._content.messages[key].format(limit=MAX_TEXT)),))


async def _load(request: Request, token: str | None) -> StoredConversation | None:
    if token is None:
        return None
    found: StoredConversation | None = await asyncio.to_thread(request.app.state.store.conversations.load, token)
    return found


def _said(stored: StoredConversation) -> list[Reply]:
    return [Reply.from_dict(reply) for reply in stored.last_replies]
