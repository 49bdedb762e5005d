"""The web API of the chat widget, under `/api/v1`. Its description is `openapi.json`, made from the same models."""

from __future__ import annotations

import asyncio
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.api.openapi import openapi_document
from bot.store.conversation.owner import Owner
from bot.turn.gate import may_be_about_danger
from bot.turn.incoming import MAX_CHOICE, MAX_MESSAGE_ID, Incoming
from bot.turn.last_resort import on_threat
from bot.turn.limits import RateLimits
from bot.turn.service import TurnService, UnknownConversation
from bot.web.problems import Problem
from bot.web.tokens import token_of
from woningscan.conversation.reply import Reply

MAX_BODY = 64 * 1024
# So much of a text is looked at: far over what is answered, so that the gate can look for a threat in it. A longer one
# is cut and not refused: refused, it would be unread.
MAX_TYPED = 8 * 1024


class MessageIn(BaseModel):
    """One message: a typed text or a pressed choice. The same `message_id` twice is the same message."""

    model_config = ConfigDict(extra="forbid", strict=True)

    message_id: str = Field(min_length=8, max_length=MAX_MESSAGE_ID)
    text: str | None = None
    choice: str | None = Field(default=None, min_length=1, max_length=MAX_CHOICE)

    @model_validator(mode="after")
    def one_of_two(self) -> MessageIn:
        if (self.text is None) == (self.choice is None):
            raise ValueError("give text or choice")
        return self


async def open_conversation(request: Request) -> Response:
    if not await _limits(request).opening_allowed(request.client.host if request.client else ""):
        raise Problem(429)
    token, replies = await _turns(request).open("web")
    return _no_store(JSONResponse({"conversation": token, "replies": _told(replies)}, 201))


async def post_message(request: Request) -> Response:
    token = token_of(request)
    try:
        message = MessageIn.model_validate_json(await _body(request))
    except ValidationError as error:
        not_json = any(one["type"] == "json_invalid" for one in error.errors(include_input=False, include_url=False))
        raise Problem(400 if not_json else 422) from None
    text = None if message.text is None else message.text[:MAX_TYPED]
    incoming = Incoming(text, message.choice, message.message_id)
    urgent = may_be_about_danger(incoming, request.app.state.content)
    if not await _limits(request).message_allowed(token) and not urgent:
        raise Problem(429)
    try:
        replies = await _turns(request).answer(token, incoming)
    except UnknownConversation:
        replies = await asyncio.to_thread(on_threat, request.app.state.content, incoming)
        if not replies:  # who writes about danger gets the numbers, also when the conversation is gone
            raise Problem(404) from None
    return _no_store(JSONResponse({"replies": _told(replies)}))


async def read_conversation(request: Request) -> Response:
    stored = await asyncio.to_thread(request.app.state.store.conversations.load, token_of(request))
    if stored is None:
        raise Problem(404)
    replies = await asyncio.to_thread(_turns(request).said_by_now, stored)
    return _no_store(JSONResponse({"replies": _told(replies), "chat": stored.owner == Owner.PERSON}))


async def erase_conversation(request: Request) -> Response:
    try:
        await _turns(request).erase(token_of(request))
    except UnknownConversation:
        raise Problem(404) from None
    return _no_store(Response(status_code=204))


async def openapi(request: Request) -> Response:
    return JSONResponse(openapi_document(MessageIn))


routes = [
    Route("/api/v1/conversations", open_conversation, methods=["POST"]),
    Route("/api/v1/messages", post_message, methods=["POST"]),
    Route("/api/v1/conversation", read_conversation, methods=["GET"]),
    Route("/api/v1/conversation", erase_conversation, methods=["DELETE"]),
    Route("/api/v1/openapi.json", openapi, methods=["GET"]),
]


def _turns(request: Request) -> TurnService:
    service: TurnService = request.app.state.turns
    return service


def _limits(request: Request) -> RateLimits:
    limits: RateLimits = request.app.state.limits
    return limits


async def _body(request: Request) -> bytes:
    """The request's body. Reading stops at the limit, so a large one costs nothing."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Problem(415)
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise Problem(413)
    return body


def _told(replies: list[Reply]) -> list[dict[str, Any]]:
    return [reply.to_dict() for reply in replies]


def _no_store(response: Response) -> Response:
    response.headers["cache-control"] = "no-store"
    return response
