"""What a widget asks while a chat with staff is open: whether it still is, and what was said since."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.store.chat.chats import Feed
from bot.store.chat.states import ChatState
from bot.web.problems import Problem
from bot.web.tokens import token_of
from woningscan.chat.live import STOP
from woningscan.content.model import Content

_NOTICES = {ChatState.WAITING: "handoff.notice.wacht", ChatState.ACTIVE: "handoff.notice.actief"}


async def read_chat(request: Request) -> Response:
    """Open to whoever has the conversation's token. Counts apart from messages: asking must not use up those."""
    token = token_of(request)
    if not await request.app.state.limits.looking_allowed(token):
        raise Problem(429)
    after = request.query_params.get("na", "0")
    if not (after.isascii() and after.isdecimal() and len(after) < 10):
        raise Problem(400)
    store = request.app.state.store
    stored = await asyncio.to_thread(store.conversations.load, token)
    if stored is None:
        raise Problem(404)
    feed = await asyncio.to_thread(store.live_chats.feed, stored.id, int(after))
    answer = JSONResponse(_told(request.app.state.content, feed))
    answer.headers["cache-control"] = "no-store"
    return answer


def notice_of(content: Content, state: ChatState) -> str:
    """The line that says who the official talks to; empty when that is the bot."""
    return content.messages[_NOTICES[state]] if state in _NOTICES else ""


def _told(content: Content, feed: Feed | None) -> dict[str, object]:
    state = ChatState.CLOSED if feed is None else feed.state
    replies = [reply for message in (feed.messages if feed else ()) for reply in message.replies]
    told: dict[str, object] = {
        "open": state != ChatState.CLOSED,
        "seq": feed.last_seq if feed else 0,
        "replies": replies,
    }
    if state != ChatState.CLOSED:
        told |= {"notice": notice_of(content, state), "stop": {"id": STOP, "label": content.labels[STOP]}}
    return told


routes = [Route("/api/v1/chat", read_chat, methods=["GET"])]
