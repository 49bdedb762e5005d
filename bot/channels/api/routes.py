"""The web API of the chat widget, under `/api/v1`. Its description is `openapi.json`, made from the same models."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
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
from bot.web.forms import JSON, MOST, client_of, read_body, token_of
from bot.web.headers import no_store
from bot.web.problems import Problem
from woningscan.conversation.reply import Reply
from woningscan.reading.incoming import MAX_CHOICE, MAX_MESSAGE_ID, Incoming


class MessageIn(BaseModel):
    """One message: a typed text or a pressed choice. The same `message_id` twice is the same message."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        json_schema_extra={"oneOf": [{"required": ["text"]}, {"required": ["choice"]}]},
    )

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
    here, body = services(request), await read_body(request, JSON, MOST)
    try:
        token, incoming = token_of(request), _incoming_in(body)
    except Problem:  # no message; a danger in it is told all the same, a doubt about its signs is none
        reading = read(Incoming(text=texts_in(body)))
        replies = await here.turns.line.numbers(reading)
        if not replies or not reading.danger.certain:
            raise
        return no_store(JSONResponse({"replies": _listed(replies)}))
    reading = read(incoming)
    if not await here.limits.message_allowed(token) and not await here.turns.line.is_about_danger(token, reading):
        raise Problem(429)
    try:
        replies = await here.turns.answer(token, incoming, reading, client=client_of(request))
    except UnknownConversation:
        replies = await here.turns.line.numbers(reading)
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


def _incoming_in(body: bytes) -> Incoming:
    """The message in a body. Raises Problem: 400 for what is no JSON, 422 for what is no message."""
    try:
        message = MessageIn.model_validate_json(body)
    except ValidationError as error:
        kinds = [problem["type"] for problem in error.errors(include_input=False, include_url=False)]
        raise Problem(400 if "json_invalid" in kinds else 422) from None
    return Incoming(message.text, message.choice, message.message_id)


def texts_in(body: bytes) -> str:
    """Every text in a body, whatever its form; the body itself where that is no JSON."""
    try:
        return "\n".join(_texts(json.loads(body)))
    except (ValueError, RecursionError):
        return body.decode("utf-8", "replace")


def _texts(value: Any) -> Iterator[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, str):
        yield value
    for each in inner:
        yield from _texts(each)


def _listed(replies: list[Reply]) -> list[dict[str, Any]]:
    return [reply.to_dict() for reply in replies]
