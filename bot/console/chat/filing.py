"""A request made out of a chat: by the member who has it, after a yes of the official, told to the official at once."""

from __future__ import annotations

import asyncio
import re
import secrets
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console.chat.routes import CHAT_PATH, PATH, chat_id_of, with_own_chat
from bot.console.frame.access import fields_of, page, staff_of
from bot.console.frame.shell import render
from bot.console.work.overview import CASE_PATH
from bot.services import services
from bot.store import Conflict
from bot.store.chat.staff import ChatView
from bot.store.request.states import RequestKind
from bot.turn.filing import Filing, file_request
from bot.web.problems import Problem
from woningscan.content.model import Field
from woningscan.reading.text import readable
from woningscan.request.speaking import corrected

_LONGEST = 1000
_NUMBER = re.compile(r"[0-9a-f]{24}")


async def show(request: Request) -> Response:
    view = await _chat(request)
    return await _form(request, view, {"soort": RequestKind.CALL_BACK.word})


async def file(request: Request) -> Response:
    """Checked as in the chat; what was typed stays on the page until all of it is right and the official said yes."""
    view, here, sent = await _chat(request), services(request), fields_of(request)
    kind = sent.get("soort", "")
    if kind not in _kinds(view) or not _NUMBER.fullmatch(sent.get("nummer", "")):
        raise Problem(400)
    asked = here.content.request_fields[kind]
    typed = {field.id: readable(sent.get(field.id, "")[:_LONGEST]) for field in asked}
    values = {field.id: corrected(field, typed[field.id], here.content.answer_words) for field in asked}
    wrong = [field for field in asked if values[field.id] is None]
    unsure = sent.get("akkoord") != "ja"
    if wrong or unsure:
        return await _form(request, view, {**typed, "soort": kind}, wrong, unsure=unsure)
    urgent = view.urgent and kind == RequestKind.CALL_BACK.word
    filled = {name: value for name, value in values.items() if value is not None}
    filing = Filing(view.id, str(staff_of(request).staff_id), sent["nummer"], kind, filled, urgent)
    try:
        reference = await asyncio.to_thread(file_request, here.content, here.store, filing, here.now())
    except Conflict:
        raise Problem(503) from None
    return RedirectResponse(f"{CASE_PATH}{reference}" if reference else f"{PATH}/{view.id}", 303)


async def _chat(request: Request) -> ChatView:
    """The chat, for whoever has it. Raises NotYours, and Problem(404) where others can read along: there nobody may
    type a name or number, and the official gets a link to our own page instead."""
    me = str(staff_of(request).staff_id)
    view = await asyncio.to_thread(services(request).store.staff_chats.news, chat_id_of(request), me, 0)
    if services(request).turns.is_overheard(view.channel):
        raise Problem(404)
    return view


def _kinds(view: ChatView) -> tuple[str, ...]:
    """A woningscan is for whoever is under no threat; after a danger it is a call back."""
    kinds = (RequestKind.CALL_BACK, RequestKind.SCAN_VISIT)
    return tuple(kind.word for kind in (kinds[:1] if view.urgent else kinds))


async def _form(
    request: Request, view: ChatView, typed: dict[str, str], wrong: list[Field] | None = None, **values: Any
) -> Response:
    content = services(request).content
    return await render(
        request,
        "chat/filing",
        422 if wrong or values.get("unsure") else 200,
        chat=view,
        fields=content.request_fields[RequestKind.CALL_BACK.word],
        kinds=_kinds(view),
        typed=typed,
        wrong={field.id: field.invalid for field in wrong or ()},
        new_id=lambda: secrets.token_hex(12),
        **{"unsure": False, **values},
    )


_PATH = f"{CHAT_PATH}/aanvraag"
routes = [
    page(_PATH, with_own_chat(show), role="medewerker"),
    page(_PATH, with_own_chat(file), ["POST"], role="medewerker"),
]
