"""With the engine or the database away: the numbers to call at once, nothing lost afterwards."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channels.telegram.receiver import DANGER_SECONDS
from bot.store import StoreUnavailable
from bot.store.base.database import SQLITE_PATIENCE
from tests.support.databases import locked
from tests.support.telegram.bot_api import BotApi
from tests.support.telegram.official import Official, World
from tests.support.telegram.world import running, telegram_settings
from tests.support.waiting import GENEROUS, eventually

THREAT = "er staat iemand met een mes voor mijn deur"

pytestmark = pytest.mark.usefixtures("real_patience")


@pytest.fixture
def alone(tmp_path: Path, api: BotApi) -> Iterator[World]:
    """Without an engine."""
    with running(telegram_settings(tmp_path, api), api) as opened:
        yield opened


def test_without_the_engine_danger_is_answered_and_the_rest_safely(alone: World) -> None:
    official = Official(alone)
    assert official.say(THREAT)[0] == "threat.route.acuut"
    assert "112" in official.heard()[0]
    assert official.say("hallo")[0] == "threat.route.acuut"
    other = Official(alone)
    other.say("/start")
    assert other.say("hallo")[0] == "talk.greet"
    before = len(other.heard())
    other.say("/nood")
    assert "112" in other.heard()[before]


@pytest.mark.parametrize("typed", [THREAT, "/nood"])
def test_a_locked_database_does_not_hold_up_the_numbers(alone: World, tmp_path: Path, typed: str) -> None:
    official = Official(alone)
    official.say("/start")
    before = len(official.heard())
    update = {"update_id": alone.number(), "message": official._message(typed)}
    with locked(tmp_path / "woningscan.db"):
        begun = time.monotonic()
        assert alone.deliver(update) == 503, "it was not kept, so Telegram has to come again"
        told = alone.api.done("sendMessage", official.chat)[before:]
        assert told and "112" in told[0].values["text"]
        assert time.monotonic() - begun > 2, "the lock was real"
    assert alone.deliver(update) == 200
    alone.settle()
    assert "112" in official.heard()[-2] + official.heard()[-1]


@pytest.mark.parametrize("what", ["typed", "pressed", "command"])
def test_the_numbers_do_not_wait_for_a_lock(alone: World, tmp_path: Path, what: str) -> None:
    official = Official(alone)
    official.say("/start")
    update = {
        "typed": {"message": official._message(THREAT)},
        "pressed": official.pressing("Er is dreiging"),
        "command": {"message": official._message("/nood")},
    }[what]
    before = len(official.heard())
    sending = threading.Thread(target=official.send, args=(update,), daemon=True)
    with locked(tmp_path / "woningscan.db"):
        begun = time.monotonic()
        sending.start()
        eventually(lambda: len(official.heard()) > before)
        assert DANGER_SECONDS <= 2 and time.monotonic() - begun < SQLITE_PATIENCE
        assert "112" in official.heard()[before]
    sending.join(GENEROUS)
    alone.settle()


def test_a_database_that_is_away_costs_nothing_but_time(alone: World, monkeypatch: pytest.MonkeyPatch) -> None:
    official = Official(alone)
    official.say("/start")
    before = len(official.heard())

    def away(*_: object, **__: object) -> None:
        raise StoreUnavailable("no")

    update = {"update_id": alone.number(), "message": official._message("hallo")}
    with monkeypatch.context() as patch:
        patch.setattr(alone.store.telegram, "put", away)
        assert [alone.deliver(update) for _ in range(3)] == [503] * 3
        assert len(official.heard()) == before + 1, "told once, however often it comes"
        assert "112" in official.heard()[-1]
    assert alone.deliver(update) == 200
    alone.settle()
    assert alone.turns[-1][0] == "talk.greet", "the core answers in the engine's absence"


@pytest.mark.parametrize("call", ["chat", "complete", "claim"])
def test_a_failure_half_way_is_made_good(alone: World, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    from datetime import timedelta

    from bot.channels.telegram import handler

    monkeypatch.setattr(handler, "LEASE", timedelta(seconds=1))
    official = Official(alone)
    official.say("/start")
    real, failed = getattr(alone.store.telegram, call), []

    def once(*arguments: object, **named: object) -> object:
        if not failed:
            failed.append(1)
            raise StoreUnavailable("no")
        return real(*arguments, **named)

    monkeypatch.setattr(alone.store.telegram, call, once)
    before = len(official.heard())
    official.say("wat kost het")
    assert failed and alone.idle()
    assert len(official.heard()) > before
