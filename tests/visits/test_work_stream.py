"""The stream that tells an open work list to look again: at once, only when something changed, and not for ever."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest

from bot.console.work import stream as work_stream
from tests.visits.conftest import Running, make_request

LIVE = "/secretariaat/werklijst/live"


def events(running: Running, token: str, seconds: float) -> Iterator[str]:
    """The stamps that come in, until so long after the last one was asked for."""
    with httpx.Client(base_url=running.url, cookies={"secretariaat": token}, timeout=seconds) as client:
        try:
            with client.stream("GET", LIVE) as answer:
                assert answer.headers["content-type"].startswith("text/event-stream")
                assert answer.headers["cache-control"] == "no-store"
                for line in answer.iter_lines():
                    if line.startswith("data:"):
                        yield line.removeprefix("data:").strip()
        except httpx.ReadTimeout:
            return


def test_it_tells_at_once_and_then_only_what_changed(server: Running):
    stream = events(server, server.member().token, 3)
    first = next(stream)
    began = time.monotonic()
    reference = make_request(server.store)
    second = next(stream)
    assert time.monotonic() - began < 2 and second != first
    server.store.cases.claim(reference, "a" * 32, datetime.now(UTC))
    third = next(stream)
    assert third not in (first, second)


def test_it_says_nothing_while_nothing_changes(server: Running, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(work_stream, "_LASTS", 4.0)
    time.sleep(4)  # mail of earlier tests goes out, and that is seen too
    assert len(list(events(server, server.member().token, 10))) == 1


def test_it_ends_by_itself(server: Running, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(work_stream, "_LASTS", 1.0)
    began = time.monotonic()
    list(events(server, server.member().token, 30))
    assert time.monotonic() - began < 5


def test_it_ends_for_who_is_no_longer_logged_in(server: Running, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(work_stream, "_ASK_WHO_EVERY", 0.5)
    member = server.member()
    stream = events(server, member.token, 10)
    next(stream)
    server.store.staff.disable(member.name, datetime.now(UTC))
    began = time.monotonic()
    list(stream)
    assert time.monotonic() - began < 5


def test_nobody_else_gets_it(server: Running):
    assert httpx.get(f"{server.url}{LIVE}").status_code == 401
    assert httpx.get(f"{server.url}/secretariaat/werklijst").status_code == 401


def test_watching_does_not_keep_a_session_alive(server: Running):
    member = server.member()
    with server.store.database.reading() as session:
        from bot.store.staff.models import SessionRow

        seen = {row.token_hash: row.expires_at for row in session.query(SessionRow)}
    next(events(server, member.token, 5))
    with server.store.database.reading() as session:
        after = {row.token_hash: row.expires_at for row in session.query(SessionRow)}
    assert {key: after[key] for key in seen} == seen
