"""The OpenAPI document of the web API, from the models that check the requests."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

_TEXT = {"type": "string"}
_CHOICE = {"type": "object", "required": ["id", "label"], "properties": {"id": _TEXT, "label": _TEXT}}
_REPLY = {
    "type": "object",
    "description": "One message of the assistant: parts to show, choices that answer it, tools always at hand.",
    "required": ["id", "parts", "choices", "tools"],
    "properties": {
        "id": _TEXT,
        "parts": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"enum": ["text", "list", "link", "notice", "progress"]}},
            },
        },
        "choices": {"type": "array", "items": _CHOICE},
        "tools": {"type": "array", "items": _CHOICE},
    },
}
_REPLIES = {"type": "array", "items": {"$ref": "#/components/schemas/Reply"}}
_OPEN = {"type": "boolean", "description": "Whether a member of staff has the conversation, or is being waited for."}
_CHAT = {
    "type": "object",
    "required": ["open", "seq", "replies"],
    "properties": {
        "open": _OPEN,
        "seq": {"type": "integer", "description": "The number to ask after the next time."},
        "replies": _REPLIES,
        "notice": {**_TEXT, "description": "Who the official talks to; only while the chat is open."},
        "stop": {**_CHOICE, "description": "The choice that ends the chat; only while it is open."},
    },
}
_AFTER = {"name": "na", "in": "query", "schema": {"type": "integer", "minimum": 0, "maximum": 999999999}}
_PROBLEM = {
    "type": "object",
    "required": ["status", "melding"],
    "properties": {"status": {"type": "integer"}, "melding": _TEXT},
}
_PROBLEMS = {
    "400": "The request cannot be read: no JSON, or no number.",
    "401": "No usable token.",
    "404": "The conversation is unknown, expired or erased.",
    "413": "The body is too large.",
    "415": "The body is not announced as JSON.",
    "429": "Too many messages or conversations at once. A message about danger is never refused for this.",
    "422": "The message is not of the right form.",
}


def openapi_document(message: type[BaseModel]) -> dict[str, Any]:
    """The document; `message` is the model of a posted message."""
    replies = {"type": "object", "required": ["replies"], "properties": {"replies": _REPLIES}}
    opened = {
        **replies,
        "required": ["conversation", "replies"],
        "properties": {"conversation": _TEXT, "replies": _REPLIES},
    }
    last = {**replies, "required": ["replies", "chat"], "properties": {"replies": _REPLIES, "chat": _OPEN}}
    secured: dict[str, Any] = {"security": [{"conversation": []}]}
    posted = {"required": True, "content": _json({"$ref": "#/components/schemas/Message"})}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Woningscan chat", "version": "1"},
        "paths": {
            "/api/v1/conversations": {
                "post": {
                    "summary": "Begin a conversation",
                    "responses": {"201": _ok("Begun", opened), **_problems("429")},
                }
            },
            "/api/v1/messages": {
                "post": {
                    "summary": "Send a message",
                    **secured,
                    "requestBody": posted,
                    "responses": _answers("400 401 404 413 415 422 429", replies),
                }
            },
            "/api/v1/conversation": {
                "get": {"summary": "What was said last", **secured, "responses": _answers("401 404", last)},
                "delete": {
                    "summary": "Erase the conversation",
                    **secured,
                    "responses": {"204": {"description": "Erased"}, **_problems("401 404")},
                },
            },
            "/api/v1/chat": {
                "get": {
                    "summary": "What was said in a chat with a member of staff; ask every two seconds while it is open",
                    **secured,
                    "parameters": [_AFTER],
                    "responses": _answers("400 401 404 429", _CHAT),
                }
            },
        },
        "components": {
            "schemas": {"Message": message.model_json_schema(), "Reply": _REPLY, "Problem": _PROBLEM},
            "securitySchemes": {"conversation": {"type": "http", "scheme": "bearer"}},
        },
    }


def _answers(problems: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"200": _ok("Answered", schema), **_problems(problems)}


def _problems(statuses: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {status: {"description": _PROBLEMS[status], "content": _json(schema)} for status in statuses.split()}


def _ok(description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": _json(schema)}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
