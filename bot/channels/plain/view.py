"""Turns a plain page into HTML. Every value is escaped; nothing that the assistant says is taken as markup."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.channels.plain.chat import Talk
from bot.channels.plain.form import BadForm, Form
from bot.channels.plain.page import is_problem, make_page, pieces, safe_url
from bot.store import StoreError
from bot.templates import template_environment
from bot.turn.incoming import readable
from bot.turn.last_resort import unavailable
from woningscan.content.model import Content
from woningscan.conversation.memory import Session
from woningscan.conversation.reply import Reply
from woningscan.conversation.talk import open_conversation

log = logging.getLogger("bot.plain")
Handler = Callable[[Request], Awaitable[Response]]
_AMONG_THE_MESSAGES = ("handoff.taken", "handoff.transferred", "handoff.colleague")
_REFUSED = {403: "plain.refused", 413: "web.too_large"}
NUMBERS = ("alarmnummer", "politie", "ondersteuningsteam", "ccv_telefoon")
# One script of our own, for leaving; all else works without. A form's origin is told to ourselves, where it is checked,
# and to nobody else.
HEADERS = {
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow",
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'",
}


class PlainView:
    def __init__(self, content: Content, templates: Path) -> None:
        self._content = content
        self._environment = template_environment(content, templates)
        self._environment.globals.update(
            numbers=[content.contacts[name] for name in NUMBERS],
            pieces=pieces(content.contacts.values()),
            safe_url=safe_url,
        )

    def first(self, problems: list[Reply] | None = None, status: int = 200, form: Form | None = None) -> HTMLResponse:
        """The page before there is a conversation: what this is, what happens to the answers, how to begin."""
        opening = list(open_conversation(self._content, Session()).replies)
        return self.conversation([*(problems or []), *opening], 0, status, form, first=True)

    def conversation(
        self,
        replies: list[Reply],
        turn: int,
        status: int = 200,
        form: Form | None = None,
        first: bool = False,
        talk: Talk | None = None,
    ) -> HTMLResponse:
        """What was said last, with the ways to answer. What was filled in on `form` is still there."""
        if talk is not None and talk.notice:
            return self._with_person(replies, turn, status, form, talk)
        page = make_page(dict(self._content.messages), dict(self._content.labels), replies)
        return self._render(
            "plain/page",
            status,
            page=page,
            first=first,
            talk=talk,
            turn=turn,
            stamp=form.stamp if form else secrets.token_urlsafe(16),
            chosen=form.choice if form else None,
            written=readable(form.text or "") if form else "",
        )

    def _with_person(self, replies: list[Reply], turn: int, status: int, form: Form | None, talk: Talk) -> HTMLResponse:
        """The page while a person has the conversation. What stands among the messages is not said again above them."""
        told = [reply for reply in replies if not is_problem(reply) and not reply.id.startswith(_AMONG_THE_MESSAGES)]
        return self._render(
            "plain/chat",
            status,
            talk=talk,
            said=told,
            problems=[reply for reply in replies if is_problem(reply)],
            turn=turn,
            stamp=form.stamp if form else secrets.token_urlsafe(16),
            written=readable(form.text or "") if form else "",
        )

    def message(self, key: str, status: int) -> HTMLResponse:
        """A page that says one thing and leads to the scan."""
        stamp = secrets.token_urlsafe(16)
        return self._render("plain/message", status, said=self._content.messages[key], stamp=stamp)

    def leaving(self) -> HTMLResponse:
        """An almost empty page that goes on to the neutral one by itself.

        A redirect would not do: a form's redirect to another website is blocked by our own policy.
        """
        return self._render("plain/leaving", 200)

    def safely(self, handler: Handler) -> Handler:
        """The handler, and around it what is shown when a form or the database cannot be used."""

        async def handle(request: Request) -> Response:
            try:
                return await handler(request)
            except BadForm as error:
                return self.message(_REFUSED.get(error.status, "plain.bad_form"), error.status)
            except StoreError as error:
                log.error("page not made: %s", type(error).__name__)
                return self.first([unavailable(self._content)], 503)

        return handle

    def _render(self, name: str, status: int, **values: object) -> HTMLResponse:
        template = self._environment.get_template(f"{name}.html.j2")
        return HTMLResponse(template.render(**values), status, headers=HEADERS)
