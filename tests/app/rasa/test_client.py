"""What the engine says that is no turn is as good as no answer: nothing of it is said, kept or done."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.rasa.answer import EngineUnavailable
from bot.rasa.client import EngineClient, EngineTurn
from woningscan.conversation.reply import Choice, Reply, text

REPLY = Reply("talk.greet", (text("Hallo."),), (Choice("help", "Help"),)).to_dict()
STATE: dict[str, Any] = {"slots": {"memory": {"started": True}}, "loop": None}
READ = {"intent": "greet", "confidence": 0.9}
TURN: dict[str, Any] = {"replies": [REPLY], "effects": [], "state": STATE, "error": None, **READ}
NONSENSE = {
    "a number": 5,
    "a list": [],
    "nothing": {},
    "no replies": {key: value for key, value in TURN.items() if key != "replies"},
    "replies that are none": {**TURN, "replies": 5},
    "a reply without parts": {**TURN, "replies": [{"id": "x"}]},
    "a part of no kind": {**TURN, "replies": [{**REPLY, "parts": [{"kind": "x"}]}]},
    "a part that is a text": {**TURN, "replies": [{**REPLY, "parts": ["x"]}]},
    "a button without a label": {**TURN, "replies": [{**REPLY, "choices": [{"id": "x"}]}]},
    "an id that is none": {**TURN, "replies": [{**REPLY, "id": 5}]},
    "an effect without data": {**TURN, "effects": [{"kind": "request.submit"}]},
    "data that are none": {**TURN, "effects": [{"kind": "request.submit", "data": 5}]},
    "no state": {**TURN, "state": None},
    "an empty state": {**TURN, "state": {}},
    "slots that are none": {**TURN, "state": {**STATE, "slots": 5}},
}


def answer(body: bytes) -> httpx.Response:
    """As it comes over a connection."""

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(body), 65_536):
            yield body[start : start + 65_536]

    return httpx.Response(200, content=pieces())


def answering(body: Any) -> EngineTurn:
    """The turn that the client makes of it."""

    async def turn() -> EngineTurn:
        client = EngineClient("http://engine", "t" * 32, 1.0)
        client._http = httpx.AsyncClient(
            base_url="http://engine", transport=httpx.MockTransport(lambda request: answer(json.dumps(body).encode()))
        )
        return await client.turn({}, text="hallo")

    return asyncio.run(turn())


def test_a_turn() -> None:
    turn = answering(TURN)
    assert [reply.id for reply in turn.replies] == ["talk.greet"]
    assert turn.state == STATE


def test_a_redirect_of_the_engine_leads_nowhere() -> None:
    asked: list[str] = []

    def elsewhere(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(307, headers={"location": "http://elsewhere.example.org/"})

    client = EngineClient("http://engine", "t" * 32, 1.0)
    client._http._transport = httpx.MockTransport(elsewhere)
    with pytest.raises(EngineUnavailable):
        asyncio.run(client.turn({}, text="hallo"))
    assert asked == ["engine"]


@pytest.mark.parametrize("body", NONSENSE.values(), ids=list(NONSENSE))
def test_what_is_no_turn(body: Any) -> None:
    with pytest.raises(EngineUnavailable):
        answering(body)
