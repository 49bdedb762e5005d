"""What a widget asks while a chat with staff is open: whether it still is, and what was said since."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.services import services
from bot.store.chat.chats import Feed
from bot.store.chat.states import ChatState
from bot.web.forms import number_after, token_of
from bot.web.headers import no_store
from bot.web.problems import Problem
from woningscan.chat.live import STOP
from woningscan.content.model import Content

_NOTICES = {ChatState.WAITING: "handoff.notice.wacht", ChatState.ACTIVE: "handoff.notice.actief"}


async def read_chat(request: Request) -> Response:
    """Open to whoever has the conversation's token. Counts apart from messages: asking must not use up those."""
    here, token = services(request), token_of(request)
    if not await here.limits.looking_allowed(token):
        raise Problem(429)
    after = number_after(request)
    stored = await asyncio.to_thread(here.store.conversations.load, token)
    if stored is None:
        raise Problem(404)
    feed = await asyncio.to_thread(here.store.live_chats.feed, stored.id, after)
    if feed is not None and feed.state != ChatState.CLOSED:
        await asyncio.to_thread(here.store.live_chats.looked, stored.id, here.now())
    return no_store(JSONResponse(_news(here.content, feed)))


def notice_of(content: Content, state: ChatState) -> str:
    """The line that says who the official talks to; empty when that is the bot."""
    return content.messages[_NOTICES[state]] if state in _NOTICES else ""


def _news(content: Content, feed: Feed | None) -> dict[str, object]:
    state = ChatState.CLOSED if feed is None else feed.state
    replies = [reply for message in (feed.messages if feed else ()) for reply in message.replies]
    news: dict[str, object] = {
        "open": state != ChatState.CLOSED,
        "seq": feed.last_seq if feed else 0,
        "replies": replies,
    }
    if state != ChatState.CLOSED:
        news |= {"notice": notice_of(content, state), "stop": {"id": STOP, "label": content.labels[STOP]}}
    return news


routes = [Route("/api/v1/chat", read_chat, methods=["GET"])]
