"""The database is locked, read-only or gone: a safe answer, no confirmation, and the numbers to call at a threat."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.store import Store, StoreUnavailable
from bot.store.base.database import SQLITE_PATIENCE
from tests.support.databases import locked
from tests.support.talking.conversing import Talk


@contextmanager
def read_only(store: Store) -> Iterator[None]:
    def refuse(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA query_only=ON")

    engine = store.database._engine
    event.listen(engine, "checkout", refuse)
    try:
        yield
    finally:
        event.remove(engine, "checkout", refuse)
        engine.dispose()


def test_read_only_gives_a_safe_answer_and_no_confirmation(talk: Talk, store: Store) -> None:
    talk.to_review()
    with read_only(store):
        assert talk.press("veld:akkoord=ja", "consent") == ["gate.unavailable"]
        assert talk.say("er staat iemand met een mes voor mijn deur")[0] == "threat.route.acuut"
        assert talk.press("report_threat") == ["threat.check"]
    assert sum(store.requests.counts().values()) == 0
    assert talk.press("veld:akkoord=ja", "consent") == ["booking.confirmed.woningscan"]
    assert store.requests.counts()["new"] == 1


@pytest.mark.usefixtures("real_patience")
def test_locked_gives_a_safe_answer_and_a_threat_does_not_wait(talk: Talk, tmp_path: Path) -> None:
    with locked(tmp_path / "woningscan.db"):
        begun = time.monotonic()
        assert talk.say("er staat iemand met een mes voor mijn deur")[0] == "threat.route.acuut"
        assert time.monotonic() - begun < SQLITE_PATIENCE, "it does not wait for the database"
        assert talk.say("nee", "answer") == ["gate.unavailable"]
    assert talk.say("nee", "answer")[-1] in ("scan.ask.voorval", "threat.route.acuut.steps")
    assert talk.memory.answers["functie"] == "wethouder"


@pytest.mark.parametrize("call", ["commit_turn", "record_replies"])
def test_a_commit_that_fails_confirms_nothing(
    talk: Talk, store: Store, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise StoreUnavailable("no")

    talk.to_review()
    with monkeypatch.context() as patch:
        patch.setattr(store.turns, call, broken)
        assert talk.press("veld:akkoord=ja", "consent") == ["gate.unavailable"]
    assert talk.press("veld:akkoord=ja", "consent") == ["booking.confirmed.woningscan"]
    assert store.requests.counts()["new"] == 1
