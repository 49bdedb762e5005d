"""An engine whose every answer is known: it remembers what it heard, in order, and asks endless questions."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.rasa import client
from bot.rasa.client import EngineTurn
from bot.turn import carrying_out
from bot.turn.result import Result
from tests.support.process import serve
from tests.support.waiting import eventually
from woningscan.conversation.effects import ERASE_CONVERSATION, SUBMIT_REQUEST, Effect
from woningscan.conversation.reply import Choice, Reply, text

TOKEN = "e" * 40
TURN_IN, AGREED = f"{client.__name__}.turn_in", f"{carrying_out.__name__}.agreed"
FIELDS = {"naam": "J. de Vries", "functie": "Raadslid", "contact": "j@devries.nl", "voorkeur": "maandag"}


class ScriptedEngine:
    """`aanvraag` sends a request, `wissen` erases; everything else is the answer to the question of now.

    While it is `held`, `holding` turns wait for their answer.
    """

    def __init__(self) -> None:
        self.held, self.holding = False, 0
        app = Starlette(routes=[Route("/turn", self._turn, methods=["POST"]), Route("/gereed", self._ready)])
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off", ws="none")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()
        eventually(lambda: self._server.started)

    def close(self) -> None:
        self._server.should_exit = self._server.force_exit = True
        self._thread.join(10)
        self._socket.close()

    async def _ready(self, request: Request) -> JSONResponse:
        return JSONResponse({"ready": True})

    async def _turn(self, request: Request) -> JSONResponse:
        asked: dict[str, Any] = await request.json()
        self.holding += 1
        while self.held:
            await asyncio.sleep(0.01)
        self.holding -= 1
        state = dict(asked["state"])
        slots = dict(state.get("slots") or {})
        heard = [*slots.get("heard", []), asked["text"] or asked["choice"]]
        effects = []
        if asked["text"] == "aanvraag":
            effects = [Effect(SUBMIT_REQUEST, {"kind": "woningscan", "fields": FIELDS})]
        if asked["text"] == "wissen":
            effects = [Effect(ERASE_CONVERSATION)]
        state["slots"] = {**slots, "heard": heard}
        replies = [] if effects else [question(len(heard))]
        body = {"state": state, "replies": [one.to_dict() for one in replies]}
        body |= {"intent": None, "confidence": 0.0, "error": None}
        return JSONResponse({**body, "effects": [one.to_dict() for one in effects]})


def believe(patch: pytest.MonkeyPatch) -> None:
    """Let this process do whatever the engine says. The app believes nothing that the core would not say itself."""
    patch.setattr(TURN_IN, json.loads)
    patch.setattr(AGREED, _as_said)


def serve_believing(port: int, environment: dict[str, str], limits: str) -> None:
    """The app in a process of its own, as `serve`, that does whatever the engine says."""
    believe(pytest.MonkeyPatch())
    serve(port, environment, limits)


def _as_said(_content: object, _state: object, _message: object, said: EngineTurn) -> Result:
    return Result(said.state, said.replies, said.effects)


def question(number: int) -> Reply:
    choices = tuple(Choice(f"antwoord:vraag{number}={value}", value.capitalize()) for value in ("ja", "nee"))
    tools = (Choice("skip", "Sla over"), Choice("report_threat", "Er is dreiging"))
    return Reply(f"scan.ask.vraag{number}", (text(f"Vraag {number} & <meer>?"),), choices, tools)
