"""The web API of the chat widget, under `/api/v1`. Its description is `openapi.json`, made from the same models."""

from __future__ import annotations

import asyncio
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.api import CHANNEL
from bot.channels.api.openapi import openapi_document
from bot.reader.reader import read
from bot.services import services
from bot.store.conversation.owner import Owner
from bot.turn.service import UnknownConversation
from bot.web.forms import JSON, client_of, read_body, token_of
from bot.web.headers import no_store
from bot.web.problems import Problem
from woningscan.conversation.reply import Reply
from woningscan.reading.incoming import MAX_CHOICE, MAX_MESSAGE_ID, Incoming

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
    if not await services(request).limits.opening_allowed(client_of(request)):
        raise Problem(429)
    token, replies = await services(request).turns.open(CHANNEL.name)
    return no_store(JSONResponse({"conversation": token, "replies": _listed(replies)}, 201))


async def post_message(request: Request) -> Response:
    here, token = services(request), token_of(request)
    try:
        message = MessageIn.model_validate_json(await read_body(request, JSON, MAX_BODY))
    except ValidationError as error:
        kinds = [problem["type"] for problem in error.errors(include_input=False, include_url=False)]
        raise Problem(400 if "json_invalid" in kinds else 422) from None
    text = None if message.text is None else message.text.lstrip()[:MAX_TYPED]
    incoming = Incoming(text, message.choice, message.message_id)
    reading = read(incoming)
    if not await here.limits.message_allowed(token) and not await here.turns.is_about_danger(token, reading):
        raise Problem(429)
    try:
        replies = await here.turns.answer(token, incoming, reading)
    except UnknownConversation:
        replies = await here.turns.numbers(reading)
        if not replies:  # who writes about danger gets the numbers, also when the conversation is gone
            raise Problem(404) from None
    return no_store(JSONResponse({"replies": _listed(replies)}))


async def read_conversation(request: Request) -> Response:
    here = services(request)
    stored = await asyncio.to_thread(here.store.conversations.load, token_of(request))
    if stored is None:
        raise Problem(404)
    replies = await asyncio.to_thread(here.turns.said_by_now, stored)
    return no_store(JSONResponse({"replies": _listed(replies), "chat": stored.owner == Owner.PERSON}))


async def erase_conversation(request: Request) -> Response:
    try:
        await services(request).turns.erase(token_of(request))
    except UnknownConversation:
        raise Problem(404) from None
    return no_store(Response(status_code=204))


async def openapi(request: Request) -> Response:
    return JSONResponse(openapi_document(MessageIn))


routes = [
    Route("/api/v1/conversations", open_conversation, methods=["POST"]),
    Route("/api/v1/messages", post_message, methods=["POST"]),
    Route("/api/v1/conversation", read_conversation, methods=["GET"]),
    Route("/api/v1/conversation", erase_conversation, methods=["DELETE"]),
    Route("/api/v1/openapi.json", openapi, methods=["GET"]),
]


def _listed(replies: list[Reply]) -> list[dict[str, Any]]:
    return [reply.to_dict() for reply in replies]
