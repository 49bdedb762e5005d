"""When something is away nobody is told that an answer was kept that was not, and no bad request is stored."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.rasa.client import EngineTurn
from bot.settings import ROOT
from bot.store import KeyRing, Store, open_store
from bot.turn.service import TurnService
from tests.app.store.request.test_poisoned import WRONG_FIELDS
from tests.faults.test_database_away import locked, read_only
from tests.faults.test_engine_away import _kill
from tests.support.conversing import Talk
from tests.support.requests import FIELDS
from woningscan.content import load_content
from woningscan.conversation.effects import SUBMIT_REQUEST, Effect
from woningscan.conversation.reply import Reply
from woningscan.reading.incoming import Incoming

KEPT, NOT_HANDLED = "bewaard", "heb ik niet verwerkt"


def said(replies: list[Reply]) -> str:
    return " ".join(reply.text for reply in replies if reply.id == "gate.unavailable")


def test_without_the_engine_the_last_message_is_not_said_to_be_kept(talk: Talk) -> None:
    before = talk.memory.answers
    _kill(talk)
    for send in (lambda: talk.say("nee"), lambda: talk.press("antwoord:gevaar_nu=nee")):
        send()
        assert NOT_HANDLED in said(talk.replies)
        assert f"Wat u daarvoor hebt geantwoord, is {KEPT}" in said(talk.replies)
        assert talk.memory.answers == before == {"functie": "wethouder"}, "both sentences are true"


def test_without_the_engine_and_without_answers_nothing_is_said_to_be_kept(talk: Talk, store: Store) -> None:
    _kill(talk)
    fresh = Talk(talk.assistant, store)
    fresh.say("wat kost een woningscan")
    assert NOT_HANDLED in said(fresh.replies)
    assert KEPT not in said(fresh.replies)


def test_what_the_gate_did_handle_is_not_said_to_be_lost(talk: Talk) -> None:
    _kill(talk)
    talk.say("mijn adres staat op facebook")
    assert talk.memory.route == "doxing"
    assert said(talk.replies) and NOT_HANDLED not in said(talk.replies) and KEPT not in said(talk.replies)


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

    async def turn(self, state: dict[str, Any], *, text: str | None = None, choice: str | None = None) -> EngineTurn:
        submits = Effect(SUBMIT_REQUEST, {"kind": "terugbellen", "fields": self.fields})
        return EngineTurn({**state, "loop": "x"}, [Reply("talk.greet", ())], [submits])


@pytest.mark.parametrize("fields", WRONG_FIELDS)
def test_a_request_that_is_none_is_answered_as_if_the_engine_were_away(fields: Any) -> None:
    content = load_content(ROOT / "content")
    store = open_store("sqlite://", KeyRing.generate())
    engine = Liar(fields)
    service = TurnService(content, store, engine, now=lambda: datetime.now(UTC), public_url="x", overheard=())  # type: ignore[arg-type]

    async def talk() -> None:
        token, _ = await service.open("web")
        before = store.conversations.load(token)
        message = Incoming(text="hallo", message_id="message-1")
        assert [reply.id for reply in await service.answer(token, message)] == ["gate.unavailable"]
        assert store.conversations.load(token) == before
        assert sum(store.requests.counts().values()) == 0
        engine.fields = FIELDS
        told = [reply.id for reply in await service.answer(token, message)]
        assert told == ["talk.greet", "booking.confirmed.terugbellen"], "the same message again gets its real answer"

    asyncio.run(talk())
    store.close()
