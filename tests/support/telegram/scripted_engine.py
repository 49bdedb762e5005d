"""An engine whose every answer is known: it remembers what it heard, in order, and asks endless questions."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from tests.support.waiting import eventually
from woningscan.conversation.effects import ERASE_CONVERSATION, SUBMIT_REQUEST, Effect
from woningscan.conversation.reply import Choice, Reply, text

TOKEN = "e" * 40
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
        return JSONResponse({**body, "effects": [one.to_dict() for one in effects]})


def question(number: int) -> Reply:
    choices = tuple(Choice(f"antwoord:vraag{number}={value}", value.capitalize()) for value in ("ja", "nee"))
    tools = (Choice("skip", "Sla over"), Choice("report_threat", "Er is dreiging"))
    return Reply(f"scan.ask.vraag{number}", (text(f"Vraag {number} & <meer>?"),), choices, tools)
