"""An engine that says whatever it likes: no error page, nothing done that was not asked for, danger always answered."""

from __future__ import annotations

import asyncio
import copy
import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from bot.jobs.alarms import alarms
from bot.rasa.answer import MAX_ANSWER, EngineUnavailable
from bot.rasa.client import EngineClient
from bot.settings import ROOT
from bot.store import KeyRing, Store, open_store
from bot.turn.carrying_out import through_engine
from bot.turn.service import TurnService
from tests.app.rasa.test_client import answer
from tests.support.talking.house import CoreEngine
from woningscan.content import load_content
from woningscan.conversation import effects
from woningscan.conversation.memory import Memory, state_with
from woningscan.conversation.step import Decision, Step
from woningscan.reading.incoming import Incoming

CONTENT = load_content(ROOT / "content")
DANGER = "er staat nu iemand met een mes in mijn huis"
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
ANSWERS = 2_000
UNASKED = {
    effects.SUBMIT_REQUEST: {"kind": "woningscan", "fields": {"naam": "x", "contact": "y@example.nl"}, "urgent": True},
    effects.CANCEL_REQUEST: {"reference": "WS-ABCD-EFGHJ"},
    effects.OFFER_REPORT: {"stopped": False},
    effects.OFFER_REQUEST: {"kind": "woningscan", "with_answers": True},
    effects.OFFER_DATA: {},
    effects.ERASE_CONVERSATION: {},
    effects.OPEN_CHAT: {"share": True},
    effects.SAY_IN_CHAT: {"text": "x", "danger": ""},
    effects.CLOSE_CHAT: {"by": "official"},
    "something.else": {},
}
VALUES: list[Any] = [
    None,
    5,
    -1,
    True,
    "",
    "x" * 30_000,
    [],
    {},
    [[]],
    {"a": {}},
    float("nan"),
    float("inf"),
    "\ud800",
    "\x00",
]
GARBAGE = [
    b"",
    b"null",
    b"5",
    b'"x"',
    b"[]",
    b"{}",
    b"\xff\xfe",
    b"{" * 900,
    b"[" * 100_000,
    b'{"a":' * 900 + b"1" + b"}" * 900,
    b'{"state":NaN}',
    b" " * (MAX_ANSWER + 1),
    b"x" * 3_000_000,
]


class Engine(EngineClient):
    """Over a wire that `changes` what the core said, as bytes."""

    def __init__(self) -> None:
        self.distrusted = 0
        super().__init__("http://engine", "t" * 32, 5.0, on_bad_answer=self._count)
        self._core, self._seconds = CoreEngine(), 5.0
        self.changes: Callable[[dict[str, Any]], bytes] = honest
        self._http = httpx.AsyncClient(base_url="http://engine", transport=httpx.MockTransport(self._answer))

    def _count(self) -> None:
        self.distrusted += 1

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content)
        said = await self._core.turn(
            asked["state"], text=asked["text"], choice=asked["choice"], reading=asked["reading"]
        )
        body = {
            "state": said.state,
            "replies": [reply.to_dict() for reply in said.replies],
            "effects": [effect.to_dict() for effect in said.effects],
            "intent": said.intent,
            "confidence": said.confidence,
            "error": None,
        }
        return answer(self.changes(body))


def honest(body: dict[str, Any]) -> bytes:
    return json.dumps(body).encode()


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a JSON value: what holds it and under which key."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(pairs):
        yield value, key
        yield from places(inner)


def spoilt(body: dict[str, Any], chance: random.Random) -> bytes:
    """The answer with one thing wrong: a value, a key more or less, an effect more, a label, or no JSON at all."""
    body = copy.deepcopy(body)
    holder, key = chance.choice(list(places(body)))
    how = chance.randrange(6)
    if how == 0:
        return chance.choice(GARBAGE)
    if how == 1:
        kind = chance.choice(list(UNASKED))
        body["effects"] += [{"kind": kind, "data": UNASKED[kind]}] * chance.choice([1, 2, 200])
    elif how == 2:
        del holder[key]
    elif how == 3:
        (holder if isinstance(holder, dict) else body)["more"] = chance.choice(VALUES)
    elif how == 4 and body["replies"]:
        body["replies"][-1]["choices"].append({"id": "resume", "label": chance.choice([None, DANGER, "x"])})
    else:
        holder[key] = chance.choice(VALUES)
    return json.dumps(body).encode("utf-8", "surrogatepass")


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("sqlite://", KeyRing.generate())
    yield opened
    opened.close()


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def service(store: Store, engine: Engine) -> TurnService:
    return TurnService(CONTENT, store, engine, now=lambda: NOW, public_url="https://x.test", overheard=())


def ids(service: TurnService, token: str, **said: str) -> list[str]:
    return [reply.id for reply in asyncio.run(service.answer(token, Incoming(**said)))]  # type: ignore[arg-type]


STEPS = (
    {"choice": "start_scan"},
    {"text": "raadslid"},
    {"text": "wat kost het"},
    {"choice": "back"},
    {"text": "hallo"},
)


def test_an_engine_that_says_anything_is_believed_in_nothing(engine: Engine) -> None:
    """Each answer is refused, or what it comes to is to the letter what the core makes of the message."""
    chance = random.Random(20261130)

    async def refused(decision: Decision, state: dict[str, Any], times: int) -> int:
        engine.changes = honest
        expected = await through_engine(CONTENT, engine, decision, state)
        engine.changes = lambda body: spoilt(body, chance)
        count = 0
        for _ in range(times):
            try:
                result = await through_engine(CONTENT, engine, decision, state)
                assert replace(result, state={**result.state, "recent": 0}) == replace(
                    expected, state={**expected.state, "recent": 0}
                )
            except EngineUnavailable:
                count += 1
        return count

    memory = Memory(version=CONTENT.version, started=True)
    states = [state_with({}, memory, "scan"), state_with({}, memory.answered("functie", "raadslid"))]
    decided = [Decision(Step(memory), choice=choice) for choice in ("start_scan", "back", "help", "send_report")]
    decided += [Decision(Step(memory), text=text, intent=intent) for text, intent in (("hallo", "greet"), ("hm", None))]
    times = ANSWERS // (len(states) * len(decided)) + 1
    counts = [asyncio.run(refused(one, state, times)) for state in states for one in decided]
    assert sum(counts) > ANSWERS * 0.85, "but for those of which the change changes nothing"


def test_talking_goes_on_with_an_engine_that_says_anything(
    service: TurnService, store: Store, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(20261130)
    done: list[str] = []
    run = type(store.turns)._run
    monkeypatch.setattr(
        type(store.turns), "_run", lambda self, effect, turn: done.append(effect.kind) or run(self, effect, turn)
    )
    token, _ = asyncio.run(service.open("web"))
    plain, _ = asyncio.run(service.open("web"))
    for number in range(120):
        step = STEPS[number % len(STEPS)]
        engine.changes = honest
        expected = ids(service, plain, **step)
        engine.changes = lambda body: spoilt(body, chance)
        assert ids(service, token, **step) == expected, "the core's own answer"
    assert done == []
    (alarm,) = [one for one in alarms(store, NOW) if one.code == "motor_geweigerd"]
    assert alarm.count == engine.distrusted > 90
    assert ids(service, token, text=DANGER)[0] == "threat.route.acuut"


def test_danger_is_answered_after_every_kind_of_answer(service: TurnService, engine: Engine) -> None:
    chance = random.Random(7)
    for _ in range(40):
        token, _ = asyncio.run(service.open("web"))
        engine.changes = lambda body: spoilt(body, chance)
        ids(service, token, choice="start_scan")
        assert ids(service, token, text=DANGER)[0] == "threat.route.acuut"


@pytest.mark.parametrize("kind", UNASKED)
def test_no_effect_that_was_not_asked_for(service: TurnService, store: Store, engine: Engine, kind: str) -> None:
    token, _ = asyncio.run(service.open("web"))
    engine.changes = lambda body: honest({**body, "effects": [{"kind": kind, "data": UNASKED[kind]}]})
    for said in ({"text": "hallo"}, {"choice": "help"}, {"text": "jahoor dat mag wel hoor qwrt"}):
        assert ids(service, token, **said)
    assert engine.distrusted >= 2
    assert store.conversations.load(token) is not None
    assert sum(store.requests.counts().values()) == 0


def test_a_memory_that_was_changed_is_not_kept(service: TurnService, store: Store, engine: Engine) -> None:
    """A draft that agrees already, or a question whose yes erases, would make the next press do what nobody meant."""
    for changed in ({"aside": "erase"}, {"draft": {"kind": "terugbellen", "fields": {"naam": "x"}}}, {"route": None}):
        token, _ = asyncio.run(service.open("web"))

        def lying(body: dict[str, Any], changed: dict[str, Any] = changed) -> bytes:
            body["state"]["slots"]["memory"] |= changed
            return honest(body)

        engine.changes = lying
        ids(service, token, text="hallo")
        stored = store.conversations.load(token)
        assert stored is not None
        assert not set(changed) & set(stored.state["slots"]["memory"])
    engine.changes = honest
    assert ids(service, token, text="hallo")[0] == "talk.greet", "usable as soon as the engine is well"


def test_an_answer_that_comes_drop_by_drop_is_not_waited_for() -> None:
    """The time is that of the turn, not of a read."""

    async def drops() -> Any:
        for _ in range(100):
            await asyncio.sleep(0.05)
            yield b" "

    late: list[bool] = []
    engine = EngineClient("http://engine", "t" * 32, 0.3, lambda: late.append(True))
    slow = httpx.MockTransport(lambda request: httpx.Response(200, content=drops()))
    engine._http = httpx.AsyncClient(base_url="http://engine", transport=slow)

    async def turn() -> None:
        with pytest.raises(EngineUnavailable):
            await engine.turn({}, text="hallo")

    begun = time.monotonic()
    asyncio.run(turn())
    assert time.monotonic() - begun < 3
    assert late == [True]
