"""Live chats at the console: who waits, taking a chat, answering, giving it to a colleague or back to the bot."""

from __future__ import annotations

import asyncio
import hashlib
import re
import secrets
from collections.abc import Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.console.chat.view import away_since, danger_shown, line_shown
from bot.console.frame.access import ROOT_PATH, Handler, fields_of, page, staff_of
from bot.console.frame.sessions import note_presence
from bot.console.frame.shell import Banner, Section, render
from bot.console.work.items import WorkItem
from bot.office_hours import AMSTERDAM
from bot.services import services
from bot.store import Conflict, Store
from bot.store.chat.staff import ChatView, NotYours
from bot.store.chat.states import ChatState, Refused
from bot.store.request.states import RequestStatus
from bot.web.forms import number_after
from bot.web.problems import Problem
from woningscan.chat import live
from woningscan.conversation.choices import ALWAYS
from woningscan.reading.text import MAX_TEXT, readable

PATH = f"{ROOT_PATH}gesprekken"
CHAT_PATH = f"{ROOT_PATH}gesprekken/{{chat:str}}"
_CLIENT_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_CHAT_ID = re.compile(r"[0-9a-f]{32}")
_GONE = {
    Refused.ELSEWHERE: ("elders", 409),
    Refused.CLOSED: ("gesloten", 410),
    Refused.ERASED: ("weg", 404),
}
"""What the page and its script are told, and the status."""


async def show_list(request: Request) -> Response:
    """Who waits, by reference only, the chats of the member who asks, and whether they take chats."""
    store, me = services(request).store, _me(request)
    stamp = await asyncio.to_thread(list_stamp_of, store, me)
    chats = await asyncio.to_thread(store.staff_chats.open_chats)
    names = {member.id: member.name for member in await asyncio.to_thread(store.staff.members)}
    past = await asyncio.to_thread(store.past_chats.of, me, services(request).now())
    return await render(
        request,
        "chat/chats",
        stamp=stamp,
        waiting=[chat for chat in chats if chat.state == ChatState.WAITING],
        mine=[chat for chat in chats if chat.staff_id == me],
        others=[(chat, names.get(chat.staff_id or "", "")) for chat in chats if chat.staff_id not in (None, me)],
        past=past,
        missed=await asyncio.to_thread(store.staff_chats.missed, services(request).now()),
        available=await asyncio.to_thread(store.desk.is_available, me),
        clock=lambda moment: moment.astimezone(AMSTERDAM).strftime("%H:%M"),
    )


async def set_available(request: Request) -> Response:
    here, wanted = services(request), fields_of(request).get("beschikbaar") == "ja"
    await asyncio.to_thread(here.store.desk.set_available, _me(request), wanted, here.now())
    return RedirectResponse(PATH, 303)


def with_own_chat(handler: Handler) -> Handler:
    """The handler, and around it what a member sees of a chat that is not theirs, or not any more."""

    @wraps(handler)
    async def handle(request: Request) -> Response:
        try:
            return await handler(request)
        except NotYours as problem:
            state, status = _GONE[problem.why]
            if _wants_json(request):
                return JSONResponse({}, status)
            return await render(request, "chat/gone", status, state=state)

    return handle


async def show_chat(request: Request) -> Response:
    """The chat, for the member who has it alone. Opening it is recorded."""
    here = services(request)
    view = await asyncio.to_thread(here.store.staff_chats.read, chat_id_of(request), _me(request), here.now())
    return await _shown(request, view)


async def take(request: Request) -> Response:
    await _tell(request, services(request).store.staff_chats.take, "handoff.taken")
    return RedirectResponse(f"{PATH}/{chat_id_of(request)}", 303)


async def transfer(request: Request) -> Response:
    await _tell(request, services(request).store.staff_chats.transfer, "handoff.transferred")
    return RedirectResponse(PATH, 303)


async def say(request: Request) -> Response:
    """A message of the member. The page's script asks for JSON; without a script the page comes again."""
    fields = fields_of(request)
    lines = (readable(line) for line in fields.get("tekst", "").splitlines())
    typed, client_id = "\n".join(lines).strip(), fields.get("nummer", "")
    if not _CLIENT_ID.fullmatch(client_id):
        raise Problem(400)
    problem = await _said(request, typed, client_id)
    if _wants_json(request):
        return JSONResponse({"probleem": problem}, 422 if problem else 200)
    if not problem:
        return RedirectResponse(f"{PATH}/{chat_id_of(request)}#schrijven", 303)
    chats = services(request).store.staff_chats
    view = await asyncio.to_thread(chats.news, chat_id_of(request), _me(request), 0)
    return await _shown(request, view, problem, typed)


async def put_in(request: Request) -> Response:
    """The page again, with a saved reply behind what was typed: nothing is sent. With a script the page does so."""
    fields, here = fields_of(request), services(request)
    saved = here.content.replies.get(fields.get("vast", ""))
    typed = fields.get("tekst", "").strip()
    written = "\n".join([*([typed] if typed else []), *(saved.text if saved else ())])
    view = await asyncio.to_thread(here.store.staff_chats.news, chat_id_of(request), _me(request), 0)
    return await _shown(request, view, written=written)


async def give_back(request: Request) -> Response:
    """The bot speaks again: at the question where it was, or, when the chat is only closed, when it is asked."""
    resume = fields_of(request).get("verder") != "nee"
    try:
        await services(request).turns.give_back(chat_id_of(request), _me(request), resume=resume)
    except Conflict:
        raise Problem(503) from None
    return RedirectResponse(PATH, 303)


async def news(request: Request) -> Response:
    """What was said since a message, for the page's script."""
    after, here, me = number_after(request), services(request), _me(request)
    await note_presence(request, staff_of(request))
    try:
        view = await asyncio.to_thread(here.store.staff_chats.news, chat_id_of(request), me, after)
    except NotYours as problem:
        state, status = _GONE[problem.why]
        return JSONResponse({"stand": state}, status)
    names = await _names(request)
    return JSONResponse(
        {
            "laatste": view.last_seq,
            "dreiging": danger_shown(here.content, view.danger),
            "afwezig": away_since(view.looked_at, here.now()),
            "berichten": [line_shown(message, names) for message in view.messages],
        }
    )


async def work_source(request: Request) -> list[WorkItem]:
    """The open chats in the work list: somebody who waits comes before all other work."""
    chats = await asyncio.to_thread(services(request).store.staff_chats.open_chats)
    return [
        WorkItem(
            key=chat.reference,
            kind="chat",
            label=chat.reference,
            path=PATH if chat.state == ChatState.WAITING else f"{PATH}/{chat.id}",
            state=RequestStatus.NEW if chat.state == ChatState.WAITING else RequestStatus.CLAIMED,
            since=chat.since,
            urgent=chat.urgent,
            rank=0,
            answer_due=chat.state == ChatState.ACTIVE and chat.unanswered,
            holder=chat.staff_id,
            claim_path=f"{PATH}/{chat.id}/oppakken",
        )
        for chat in chats
    ]


async def waiting_banner(request: Request) -> list[Banner]:
    """On every page: somebody waits."""
    if request.url.path == PATH:
        return []
    chats = await asyncio.to_thread(services(request).store.staff_chats.open_chats)
    waiting = [chat for chat in chats if chat.state == ChatState.WAITING]
    urgent = any(chat.urgent for chat in waiting)
    values = {"count": len(waiting), "urgent": urgent}
    return [Banner("chat", "alarm" if urgent else "note", values)] if waiting else []


async def _tell(request: Request, deed: Callable[..., object], key: str) -> None:
    """Does `deed` with the chat, which tells the official so. Raises NotYours."""
    here = services(request)
    replies = [live.said(here.content, key, tools=(live.STOP, *ALWAYS)).to_dict()]
    await asyncio.to_thread(deed, chat_id_of(request), _me(request), replies, here.now())


async def _said(request: Request, typed: str, client_id: str) -> str:
    """Says it, and gives why it was not, or nothing. Raises NotYours."""
    if not typed or len(typed) > MAX_TEXT:
        return "lang" if typed else "leeg"
    here, replies = services(request), [live.staff_said(typed).to_dict()]
    arguments = chat_id_of(request), _me(request), client_id, typed, replies, here.now()
    return "vol" if await asyncio.to_thread(here.store.staff_chats.say, *arguments) is None else ""


async def _shown(request: Request, view: ChatView, problem: str = "", written: str = "") -> Response:
    names = await _names(request)
    return await render(
        request,
        "chat/chat",
        422 if problem else 200,
        chat=view,
        lines=[line_shown(message, names) for message in view.messages],
        may_file=not services(request).turns.is_overheard(view.channel),
        danger=danger_shown(services(request).content, view.danger),
        away=away_since(view.looked_at, services(request).now()),
        problem=problem,
        written=written,
        replies=services(request).content.replies.values(),
        longest=MAX_TEXT,
        new_id=lambda: secrets.token_hex(12),
    )


async def read_back(request: Request) -> Response:
    """A chat that is over, for the member who had it last. Opening it is recorded."""
    here = services(request)
    view = await asyncio.to_thread(here.store.past_chats.read, chat_id_of(request), _me(request), here.now())
    names = await _names(request)
    return await render(
        request, "chat/past", chat=view, lines=[line_shown(message, names) for message in view.messages]
    )


async def _names(request: Request) -> dict[str, str]:
    """What stands above what members typed: their names, and for the one who looks a word for that."""
    members = await asyncio.to_thread(services(request).store.staff.members)
    return {member.id: member.name for member in members if member.id != _me(request)}


def _wants_json(request: Request) -> bool:
    return request.headers.get("accept", "").startswith("application/json")


def list_stamp_of(store: Store, staff_id: str) -> str:
    """Another one as soon as the list would look different."""
    shown = repr((store.staff_chats.open_chats(), store.desk.is_available(staff_id)))
    return hashlib.sha256(shown.encode()).hexdigest()[:16]


def chat_id_of(request: Request) -> str:
    """The id of the chat in the address. Raises Problem(404) for what cannot be one."""
    chat = str(request.path_params["chat"])
    if not _CHAT_ID.fullmatch(chat):
        raise Problem(404)
    return chat


def _me(request: Request) -> str:
    return str(staff_of(request).staff_id)


sections = [Section("chats", PATH, order=20)]
banner_sources = [waiting_banner]
work_sources = [work_source]
routes = [
    page(PATH, show_list, role="medewerker"),
    page(f"{PATH}/beschikbaar", set_available, ["POST"], role="medewerker"),
    page(CHAT_PATH, with_own_chat(show_chat), role="medewerker"),
    page(f"{CHAT_PATH}/oppakken", with_own_chat(take), ["POST"], role="medewerker"),
    page(f"{CHAT_PATH}/bericht", with_own_chat(say), ["POST"], role="medewerker"),
    page(f"{CHAT_PATH}/vast", with_own_chat(put_in), ["POST"], role="medewerker"),
    page(f"{CHAT_PATH}/teruglezen", with_own_chat(read_back), role="medewerker"),
    page(f"{CHAT_PATH}/terug", with_own_chat(give_back), ["POST"], role="medewerker"),
    page(f"{CHAT_PATH}/overdragen", with_own_chat(transfer), ["POST"], role="medewerker"),
    page(f"{CHAT_PATH}/nieuws", news, role="medewerker", background=True),
]
