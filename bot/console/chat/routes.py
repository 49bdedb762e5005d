"""Live chats at the console: who waits, taking a chat, answering, giving it to a colleague or back to the bot."""

from __future__ import annotations

import asyncio
import hashlib
import re
import secrets
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.console.chat.view import danger_shown, line_shown
from bot.console.frame.access import ROOT_PATH, fields_of, page, staff_of
from bot.console.frame.forms import Refused
from bot.console.frame.shell import Banner, Section, render
from bot.console.work.items import WorkItem
from bot.office_hours import AMSTERDAM
from bot.store import Conflict, Store
from bot.store.chat import states as chat
from bot.store.chat.staff import ChatView, NotYours
from bot.store.request.states import RequestStatus
from bot.turn.incoming import MAX_TEXT, readable
from woningscan.chat import live
from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS

PATH = f"{ROOT_PATH}gesprekken"
CHAT_PATH = f"{ROOT_PATH}gesprekken/{{chat:str}}"
_CLIENT_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_CHAT_ID = re.compile(r"[0-9a-f]{32}")
_GONE = {
    chat.Refused.ELSEWHERE: ("elders", 409),
    chat.Refused.CLOSED: ("gesloten", 410),
    chat.Refused.ERASED: ("weg", 404),
}
"""What the page and its script are told, and the status."""


async def show_list(request: Request) -> Response:
    """Who waits, by reference only, the chats of the member who asks, and whether they take chats."""
    store, me = _store(request), staff_of(request).staff_id
    stamp = await asyncio.to_thread(list_stamp_of, store, me)
    chats = await asyncio.to_thread(store.staff_chats.open_chats)
    names = {member.id: member.name for member in await asyncio.to_thread(store.staff.members)}
    return await render(
        request,
        "chats",
        stamp=stamp,
        waiting=[one for one in chats if one.state == chat.ChatState.WAITING],
        mine=[one for one in chats if one.staff_id == me],
        others=[(one, names.get(one.staff_id or "", "")) for one in chats if one.staff_id not in (None, me)],
        available=await asyncio.to_thread(store.desk.is_available, me),
        clock=lambda moment: moment.astimezone(AMSTERDAM).strftime("%H:%M"),
    )


async def set_available(request: Request) -> Response:
    wanted = fields_of(request).get("beschikbaar") == "ja"
    await asyncio.to_thread(_store(request).desk.set_available, staff_of(request).staff_id, wanted, _now())
    return RedirectResponse(PATH, 303)


async def show_chat(request: Request) -> Response:
    """The chat, for the member who has it alone. Opening it is recorded."""
    try:
        view = await asyncio.to_thread(_store(request).staff_chats.read, chat_id_of(request), _me(request), _now())
    except NotYours as problem:
        return await _not_yours(request, problem)
    return await _shown(request, view)


async def take(request: Request) -> Response:
    taken = [live.said(_content(request), "handoff.taken", tools=(live.STOP, *ALWAYS)).to_dict()]
    try:
        await asyncio.to_thread(_store(request).staff_chats.take, chat_id_of(request), _me(request), taken, _now())
    except NotYours as problem:
        return await _not_yours(request, problem)
    return RedirectResponse(f"{PATH}/{chat_id_of(request)}", 303)


async def say(request: Request) -> Response:
    """A message of the member. The page's script asks for JSON; without a script the page comes again."""
    fields = fields_of(request)
    lines = (readable(line) for line in fields.get("tekst", "").splitlines())
    typed, client_id = "\n".join(lines).strip(), fields.get("nummer", "")
    problem = "leeg" if not typed else "lang" if len(typed) > MAX_TEXT else ""
    if not _CLIENT_ID.fullmatch(client_id):
        raise Refused(400)
    try:
        if not problem:
            said = [live.staff_said(typed).to_dict()]
            arguments = (chat_id_of(request), _me(request), client_id, typed, said, _now())
            seq = await asyncio.to_thread(_store(request).staff_chats.say, *arguments)
            problem = "vol" if seq is None else ""
        if _wants_json(request):
            return JSONResponse({"probleem": problem}, 422 if problem else 200)
        if not problem:
            return RedirectResponse(f"{PATH}/{chat_id_of(request)}#schrijven", 303)
        view = await asyncio.to_thread(_store(request).staff_chats.news, chat_id_of(request), _me(request), 0)
    except NotYours as gone:
        return JSONResponse({}, _GONE[gone.why][1]) if _wants_json(request) else await _not_yours(request, gone)
    return await _shown(request, view, problem, typed)


async def give_back(request: Request) -> Response:
    """The bot speaks again: at the question where it was, or, when the chat is only closed, when it is asked."""
    resume = fields_of(request).get("verder") != "nee"
    try:
        await request.app.state.turns.give_back(chat_id_of(request), _me(request), resume=resume)
    except NotYours as problem:
        return await _not_yours(request, problem)
    except Conflict:
        raise Refused(503) from None
    return RedirectResponse(PATH, 303)


async def transfer(request: Request) -> Response:
    told = [live.said(_content(request), "handoff.transferred", tools=(live.STOP, *ALWAYS)).to_dict()]
    try:
        await asyncio.to_thread(_store(request).staff_chats.transfer, chat_id_of(request), _me(request), told, _now())
    except NotYours as problem:
        return await _not_yours(request, problem)
    return RedirectResponse(PATH, 303)


async def news(request: Request) -> Response:
    """What was said since a message, for the page's script."""
    after = request.query_params.get("na", "0")
    if not (after.isascii() and after.isdecimal() and len(after) < 10):
        raise Refused(400)
    store, me = _store(request), _me(request)
    await asyncio.to_thread(store.desk.seen, me, _now())
    try:
        view = await asyncio.to_thread(store.staff_chats.news, chat_id_of(request), me, int(after))
    except NotYours as problem:
        state, status = _GONE[problem.why]
        return JSONResponse({"stand": state}, status)
    content = _content(request)
    return JSONResponse(
        {
            "laatste": view.last_seq,
            "dreiging": danger_shown(content, view.danger),
            "berichten": [line_shown(content, one) for one in view.messages],
        }
    )


async def work_source(request: Request) -> list[WorkItem]:
    """The open chats in the work list: somebody who waits comes before all other work."""
    chats = await asyncio.to_thread(_store(request).staff_chats.open_chats)
    return [
        WorkItem(
            key=one.reference,
            kind="chat",
            label=one.reference,
            path=PATH if one.state == chat.ChatState.WAITING else f"{PATH}/{one.id}",
            state=RequestStatus.NEW if one.state == chat.ChatState.WAITING else RequestStatus.CLAIMED,
            since=one.since,
            urgent=one.state == chat.ChatState.WAITING,
            rank=0,
            holder=one.staff_id,
            claim_path=f"{PATH}/{one.id}/oppakken",
        )
        for one in chats
    ]


async def waiting_banner(request: Request) -> list[Banner]:
    """On every page: somebody waits."""
    if request.url.path == PATH:
        return []
    chats = await asyncio.to_thread(_store(request).staff_chats.open_chats)
    waiting = sum(one.state == chat.ChatState.WAITING for one in chats)
    return [Banner("chat", "note", {"count": waiting})] if waiting else []


async def _shown(request: Request, view: ChatView, problem: str = "", written: str = "") -> Response:
    content = _content(request)
    return await render(
        request,
        "chat",
        422 if problem else 200,
        chat=view,
        lines=[line_shown(content, one) for one in view.messages],
        danger=danger_shown(content, view.danger),
        problem=problem,
        written=written,
        longest=MAX_TEXT,
        new_id=lambda: secrets.token_hex(12),
    )


async def _not_yours(request: Request, problem: NotYours) -> Response:
    state, status = _GONE[problem.why]
    return await render(request, "chat_gone", status, state=state)


def _wants_json(request: Request) -> bool:
    return request.headers.get("accept", "").startswith("application/json")


def list_stamp_of(store: Store, staff_id: str) -> str:
    """Another one as soon as the list would look different."""
    shown = repr((store.staff_chats.open_chats(), store.desk.is_available(staff_id)))
    return hashlib.sha256(shown.encode()).hexdigest()[:16]


def chat_id_of(request: Request) -> str:
    """The id of the chat in the address. Raises Refused(404) for what cannot be one."""
    chat = str(request.path_params["chat"])
    if not _CHAT_ID.fullmatch(chat):
        raise Refused(404)
    return chat


def _me(request: Request) -> str:
    return str(staff_of(request).staff_id)


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def _content(request: Request) -> Content:
    content: Content = request.app.state.content
    return content


def _now() -> datetime:
    return datetime.now(UTC)


sections = [Section("chats", PATH, order=20)]
banner_sources = [waiting_banner]
work_sources = [work_source]
routes = [
    page(PATH, show_list, role="medewerker"),
    page(f"{PATH}/beschikbaar", set_available, ["POST"], role="medewerker"),
    page(CHAT_PATH, show_chat, role="medewerker"),
    page(f"{CHAT_PATH}/oppakken", take, ["POST"], role="medewerker"),
    page(f"{CHAT_PATH}/bericht", say, ["POST"], role="medewerker"),
    page(f"{CHAT_PATH}/terug", give_back, ["POST"], role="medewerker"),
    page(f"{CHAT_PATH}/overdragen", transfer, ["POST"], role="medewerker"),
    page(f"{CHAT_PATH}/nieuws", news, role="medewerker", background=True),
]
