"""Turns a plain page into HTML. Every value is escaped; nothing that the assistant says is taken as markup."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.channels.plain.chat import Talk
from bot.channels.plain.form import Form
from bot.channels.plain.page import is_problem, make_page, pieces, safe_url
from bot.store import StoreError
from bot.templates import template_environment
from bot.web.headers import PAGES
from bot.web.problems import Problem
from woningscan.content.model import Content
from woningscan.conversation.last_resort import unavailable
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply
from woningscan.conversation.talk import open_conversation
from woningscan.reading.text import looked_at

log = logging.getLogger("bot.plain")
Handler = Callable[[Request], Awaitable[Response]]
_AMONG_THE_MESSAGES = ("handoff.taken", "handoff.transferred", "handoff.colleague")
_REFUSED = {403: "plain.refused", 413: "web.too_large"}


class PlainView:
    def __init__(self, content: Content, templates: Path) -> None:
        self._content = content
        self._environment = template_environment(content, templates)
        self._environment.globals.update(pieces=pieces(content.contacts.values()), safe_url=safe_url)

    def first(self, problems: list[Reply] | None = None, status: int = 200, form: Form | None = None) -> HTMLResponse:
        """The page before there is a conversation: what this is, what happens to the answers, how to begin."""
        opening = list(open_conversation(self._content, Memory()).replies)
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
        values = {"page": page, "first": first, "talk": talk, "chosen": form.choice if form else None}
        return self.render("plain/page", status, **values, **_form_values(turn, form))

    def _with_person(self, replies: list[Reply], turn: int, status: int, form: Form | None, talk: Talk) -> HTMLResponse:
        """The page while a person has the conversation. What stands among the messages is not said again above them."""
        problems = [reply for reply in replies if is_problem(reply)]
        above = [reply for reply in replies if reply not in problems and not reply.id.startswith(_AMONG_THE_MESSAGES)]
        values = {"talk": talk, "said": above, "problems": problems}
        return self.render("plain/chat", status, **values, **_form_values(turn, form))

    def message(self, key: str, status: int) -> HTMLResponse:
        """A page that says one thing and leads to the scan."""
        return self.render("plain/message", status, said=self._content.messages[key], stamp=new_stamp())

    def leaving(self) -> HTMLResponse:
        """An almost empty page that goes on to the neutral one by itself.

        A redirect would not do: a form's redirect to another website is blocked by our own policy.
        """
        return self.render("plain/leaving")

    def safely(self, handler: Handler) -> Handler:
        """The handler, and around it what is shown when a form or the database cannot be used."""

        async def handle(request: Request) -> Response:
            try:
                return await handler(request)
            except Problem as error:
                return self.message(_REFUSED.get(error.status, "plain.bad_form"), error.status)
            except StoreError as error:
                log.error("page not made: %s", type(error).__name__)
                return self.first([unavailable(self._content)], 503)

        return handle

    def render(self, name: str, status: int = 200, **values: object) -> HTMLResponse:
        """Any page for visitors, from content/templates/<name>.html.j2."""
        template = self._environment.get_template(f"{name}.html.j2")
        return HTMLResponse(template.render(**values), status, headers=PAGES)


def new_stamp() -> str:
    """What a new page puts in its forms: see `Form`."""
    return secrets.token_urlsafe(16)


def _form_values(turn: int, form: Form | None) -> dict[str, object]:
    """What the page's form begins with: what was filled in before, with the stamp it had."""
    if form is None:
        return {"turn": turn, "stamp": new_stamp(), "written": ""}
    return {"turn": turn, "stamp": form.stamp, "written": looked_at(form.text or "")}
