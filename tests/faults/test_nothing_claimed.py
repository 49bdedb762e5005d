"""When something is away nobody is told that an answer was kept that was not, and no bad request is stored."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.rasa.client import EngineTurn
from bot.settings import ROOT
from bot.store import KeyRing, Store, open_store
from bot.turn import carrying_out
from bot.turn.service import TurnService
from tests.app.store.request.test_poisoned import WRONG_FIELDS
from tests.faults.test_database_away import locked, read_only
from tests.faults.test_engine_away import _kill
from tests.support.request.requests import FIELDS
from tests.support.talking.conversing import Talk
from woningscan.content import load_content
from woningscan.conversation.effects import SUBMIT_REQUEST, Effect
from woningscan.conversation.memory import memory_in
from woningscan.conversation.reply import Reply
from woningscan.conversation.step import Step
from woningscan.reading.incoming import Incoming

KEPT, NOT_HANDLED = "bewaard", "heb ik niet verwerkt"


def said(replies: list[Reply]) -> str:
    return " ".join(reply.text for reply in replies if reply.id == "gate.unavailable")


def test_with_the_engine_away_what_is_said_to_be_done_is_done(talk: Talk) -> None:
    _kill(talk)
    talk.press("antwoord:gevaar_nu=nee")
    assert talk.memory.answers == {"functie": "wethouder", "gevaar_nu": "nee"}
    assert not said(talk.replies)


@pytest.mark.parametrize("answered", [True, False])
def test_with_the_core_failing_too_the_last_message_is_not_said_to_be_kept(
    talk: Talk, store: Store, monkeypatch: pytest.MonkeyPatch, answered: bool
) -> None:
    _kill(talk)
    monkeypatch.setattr(carrying_out, "turn_of_the_core", _fails)
    here = talk if answered else Talk(talk.assistant, store)
    before = here.memory.answers
    here.say("wat kost een woningscan")
    assert NOT_HANDLED in said(here.replies)
    assert (KEPT in said(here.replies)) is answered
    assert here.memory.answers == before, "both sentences are true"


def test_what_the_gate_did_handle_is_not_said_to_be_lost(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    _kill(talk)
    monkeypatch.setattr(carrying_out, "turn_of_the_core", _fails)
    talk.say("mijn adres staat op facebook")
    assert talk.memory.route == "doxing"
    assert said(talk.replies) and NOT_HANDLED not in said(talk.replies) and KEPT not in said(talk.replies)


def _fails(*_: object) -> Step:
    raise RuntimeError("no core")


@pytest.mark.parametrize("how", ["read_only", "locked"])
def test_without_the_database_nothing_is_claimed(talk: Talk, store: Store, tmp_path: Any, how: str) -> None:
    away = read_only(store) if how == "read_only" else locked(tmp_path / "woningscan.db")
    with away:
        talk.say("nee")
        assert talk.ids == ["gate.unavailable"]
    assert KEPT not in said(talk.replies) and NOT_HANDLED not in said(talk.replies)


class Liar:
    """An engine that asks for a request of which the fields are what they are."""

    def __init__(self, fields: Any) -> None:
        self.fields = fields
        self.refused = False

    async def turn(self, state: dict[str, Any], **said: Any) -> EngineTurn:
        submits = Effect(SUBMIT_REQUEST, {"kind": "terugbellen", "fields": self.fields})
        return EngineTurn({**state, "loop": "x"}, [Reply("talk.greet", ())], [submits], "greet")

    def distrust(self) -> None:
        self.refused = True


@pytest.mark.parametrize("fields", WRONG_FIELDS)
def test_a_request_that_nobody_asked_for_is_answered_as_if_the_engine_were_away(fields: Any) -> None:
    content = load_content(ROOT / "content")
    store = open_store("sqlite://", KeyRing.generate())
    engine = Liar(fields)
    turns = TurnService(content, store, engine, now=lambda: datetime.now(UTC), public_url="x", overheard=())  # type: ignore[arg-type]

    async def talk() -> None:
        token, _ = await turns.open("web")
        before = store.conversations.load(token)
        message = Incoming(text="hallo", message_id="message-1")
        assert [reply.id for reply in await turns.answer(token, message)] == ["talk.greet"]
        assert engine.refused
        after = store.conversations.load(token)
        assert before is not None and after is not None
        assert memory_in(after.state).answers == memory_in(before.state).answers == {}
        assert sum(store.requests.counts().values()) == 0
        engine.fields = FIELDS
        told = [reply.id for reply in await turns.answer(token, message)]
        assert told == ["talk.greet"], "nobody asked for it"
        assert sum(store.requests.counts().values()) == 0

    asyncio.run(talk())
    store.close()
