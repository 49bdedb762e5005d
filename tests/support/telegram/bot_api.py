"""A Bot API of our own on loopback, stricter than Telegram's: what Telegram refuses is refused, and all is recorded.

It keeps the messages of each chat, refuses unchanged edits, a second answer to a button, too long texts and data, HTML
that does not close and methods nobody knows, and brings 429, 403, 502 and time-outs in on request.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.support.telegram.bot_api_rules import TAGS, Refused, at_most, checked_keyboard, checked_text

TOKEN = "123456789:" + "t" * 35
BOT = {"id": 123456789, "is_bot": True, "first_name": "Woningscan", "username": "woningscan_bot"}


@dataclass
class Call:
    """One call: `refused` says why, "" when it was done."""

    method: str
    values: dict[str, Any]
    refused: str = ""

    @property
    def chat(self) -> int:
        return int(self.values["chat_id"])


@dataclass
class Fault:
    """What goes wrong with a call: a status, or nothing at all (0: no answer). `taken` says that it was done first."""

    status: int
    retry_after: int = 0
    taken: bool = False


@dataclass
class Shown:
    """A message as its chat shows it."""

    text: str
    keyboard: list[list[dict[str, Any]]] = field(default_factory=list)


class BotApi:
    """Serves in a thread of its own. `fault` decides what goes wrong with a call, `newer` how it is answered."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.chats: dict[int, dict[int, Shown]] = {}
        self.updates: list[dict[str, Any]] = []
        self.webhook: dict[str, Any] = {"url": ""}
        self.fault: Callable[[Call], Fault | None] = lambda call: None
        self.newer: Callable[[Any], Any] = lambda result: result
        self._answered: set[str] = set()
        self._next_message = 1000
        self._lock = threading.Lock()
        app = Starlette(routes=[Route("/bot{token}/{method}", self._called, methods=["GET", "POST"])])
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off", ws="none")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def close(self) -> None:
        self._server.should_exit = True
        self._server.force_exit = True
        self._thread.join(10)
        self._socket.close()

    def reset(self) -> None:
        with self._lock:
            self.calls, self.chats, self.updates = [], {}, []
        self.fault, self.newer = lambda call: None, lambda result: result

    def done(self, method: str, chat: int | None = None) -> list[Call]:
        """The calls of a method that were not refused."""
        with self._lock:
            calls = [call for call in self.calls if call.method == method and not call.refused]
        return [call for call in calls if chat is None or call.chat == chat]

    def refused(self) -> list[Call]:
        """The calls that Telegram would not have taken, whatever went wrong on the way."""
        with self._lock:
            return [call for call in self.calls if call.refused and not call.refused.startswith("fault")]

    def texts(self, chat: int) -> list[str]:
        """What was said in a chat, in order, as people read it."""
        return [unescape(TAGS.sub("", call.values["text"])) for call in self.done("sendMessage", chat)]

    def last_keyboard(self, chat: int) -> tuple[int, list[dict[str, Any]]]:
        """The newest message of a chat that shows buttons, and its buttons."""
        shown = self.chats.get(chat, {})
        number = max((one for one, message in shown.items() if message.keyboard), default=0)
        return number, [button for row in shown[number].keyboard for button in row] if number else []

    def shows_buttons(self, chat: int) -> list[int]:
        return [number for number, message in self.chats.get(chat, {}).items() if message.keyboard]

    async def _called(self, request: Request) -> Response:
        method, values = request.path_params["method"], await _values(request)
        if request.path_params["token"] != TOKEN:
            return _error(401, "Unauthorized")
        call = Call(method, values)
        if method == "getUpdates":
            return await self._updates(values)
        fault = self.fault(call)
        if fault is not None and not fault.taken:
            call.refused = f"fault {fault.status}"
            self._record(call)
            return await _failed(fault)
        try:
            with self._lock:
                handler = getattr(self, f"_{method}", None)
                if handler is None:
                    raise Refused(f"method {method} not found")
                result = handler(values)
                self.calls.append(call)
        except Refused as refused:
            call.refused = str(refused)
            self._record(call)
            return _error(400, f"Bad Request: {refused}")
        if fault is not None:
            return await _failed(fault)
        return JSONResponse({"ok": True, "result": self.newer(result)})

    def _record(self, call: Call) -> None:
        with self._lock:
            self.calls.append(call)

    async def _updates(self, values: dict[str, Any]) -> Response:
        offset, until = int(values.get("offset", 0)), time.monotonic() + min(float(values.get("timeout", 0)), 2)
        while True:
            found = [one for one in self.updates if one["update_id"] >= offset]
            if found or time.monotonic() > until:
                return JSONResponse({"ok": True, "result": found[:100]})
            await asyncio.sleep(0.05)

    def _sendMessage(self, values: dict[str, Any]) -> dict[str, Any]:
        text = checked_text(values)
        keyboard = checked_keyboard(values)
        if not json.loads(values.get("link_preview_options", "{}")).get("is_disabled"):
            raise Refused("a preview would open the link")
        self._next_message += 1
        self.chats.setdefault(int(values["chat_id"]), {})[self._next_message] = Shown(text, keyboard)
        return self._message(int(values["chat_id"]), self._next_message)

    def _editMessageText(self, values: dict[str, Any]) -> dict[str, Any]:
        message = self._found(values)
        text, keyboard = checked_text(values), checked_keyboard(values)
        if (text, keyboard) == (message.text, message.keyboard):
            raise Refused("message is not modified")
        message.text, message.keyboard = text, keyboard
        return self._message(int(values["chat_id"]), int(values["message_id"]))

    def _editMessageReplyMarkup(self, values: dict[str, Any]) -> dict[str, Any]:
        message, keyboard = self._found(values), checked_keyboard(values)
        if keyboard == message.keyboard:
            raise Refused("message is not modified")
        message.keyboard = keyboard
        return self._message(int(values["chat_id"]), int(values["message_id"]))

    def _answerCallbackQuery(self, values: dict[str, Any]) -> bool:
        query = values["callback_query_id"]
        if query in self._answered:
            raise Refused("query is too old or was answered")
        if len(values.get("text", "")) > 200:
            raise Refused("text is too long")
        self._answered.add(query)
        return True

    def _setMyCommands(self, values: dict[str, Any]) -> bool:
        for command in json.loads(values["commands"]):
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]) or not 1 <= len(command["description"]) <= 256:
                raise Refused("command is invalid")
        return True

    def _setMyDescription(self, values: dict[str, Any]) -> bool:
        return at_most(values["description"], 512)

    def _setMyShortDescription(self, values: dict[str, Any]) -> bool:
        return at_most(values["short_description"], 120)

    def _setWebhook(self, values: dict[str, Any]) -> bool:
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", values.get("secret_token", "")):
            raise Refused("secret token is invalid")
        self.webhook = {"url": values["url"]}
        return True

    def _getWebhookInfo(self, values: dict[str, Any]) -> dict[str, Any]:
        return {"has_custom_certificate": False, "pending_update_count": 0, **self.webhook}

    def _deleteMessages(self, values: dict[str, Any]) -> bool:
        """Numbers that are no messages are passed over, as Telegram does."""
        numbers = json.loads(values["message_ids"])
        if not 1 <= len(numbers) <= 100:
            raise Refused("too many message identifiers specified")
        shown = self.chats.get(int(values["chat_id"]), {})
        for number in numbers:
            shown.pop(number, None)
        return True

    def _getMe(self, values: dict[str, Any]) -> dict[str, Any]:
        return BOT

    def _true(self, values: dict[str, Any]) -> bool:
        return True

    _deleteWebhook = _setChatMenuButton = _sendChatAction = _leaveChat = _true

    def _found(self, values: dict[str, Any]) -> Shown:
        message = self.chats.get(int(values["chat_id"]), {}).get(int(values["message_id"]))
        if message is None:
            raise Refused("message to edit not found")
        return message

    def _message(self, chat: int, number: int) -> dict[str, Any]:
        return message_json(chat, number, self.chats[chat][number].text, by_bot=True)


def message_json(chat: int, number: int, text: str | None, by_bot: bool = False) -> dict[str, Any]:
    sender = BOT if by_bot else {"id": chat, "is_bot": False, "first_name": "Kanarie", "username": "kanarievogel"}
    message = {"message_id": number, "date": int(time.time()), "chat": {"id": chat, "type": "private"}, "from": sender}
    return message if text is None else {**message, "text": text}


def randomly(share: float, seed: int) -> Callable[[Call], Fault | None]:
    """A share of the calls goes wrong: told to wait, a bad gateway, or a server error."""
    chance = random.Random(seed)
    faults = [Fault(429, retry_after=1), Fault(502), Fault(500)]
    return lambda call: chance.choice(faults) if chance.random() < share else None


async def _values(request: Request) -> dict[str, Any]:
    return dict(await request.form()) if request.method == "POST" else dict(request.query_params)


async def _failed(fault: Fault) -> Response:
    if fault.status == 0:
        await asyncio.sleep(30)
    if fault.status == 429:
        return _error(429, "Too Many Requests: retry later", {"retry_after": fault.retry_after})
    if fault.status == 403:
        return _error(403, "Forbidden: bot was blocked by the user")
    return Response("<html>bad gateway</html>", fault.status)


def _error(status: int, description: str, parameters: dict[str, Any] | None = None) -> Response:
    body = {"ok": False, "error_code": status, "description": description}
    return JSONResponse({**body, **({"parameters": parameters} if parameters else {})}, status)
