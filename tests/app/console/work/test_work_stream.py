"""The stream that tells an open work list to look again: at once, only when something changed, and not for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import httpx
import pytest

from bot.console.work import stream as work_stream
from bot.store.mail import outbox
from tests.support.request.requests import make_request
from tests.support.running import Running
from tests.support.waiting import GENEROUS, eventually

LIVE = "/secretariaat/werklijst/live"


def events(running: Running, token: str) -> Iterator[str]:
    """The stamps that come in, until the stream ends by itself."""
    with (
        httpx.Client(base_url=running.url, cookies={"secretariaat": token}, timeout=GENEROUS) as client,
        client.stream("GET", LIVE) as answer,
    ):
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-store"
        for line in answer.iter_lines():
            if line.startswith("data:"):
                yield line.removeprefix("data:").strip()


def test_it_tells_at_once_and_then_only_what_changed(server: Running, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        work_stream, "PACE", replace(work_stream.PACE, lasts=GENEROUS)
    )  # what comes, comes through this stream
    assert work_stream.PACE.look_every <= 1
    stream = events(server, server.member().token)
    first = next(stream)
    reference = make_request(server.store)
    second = next(stream)
    assert second != first
    server.store.cases.claim(reference, "a" * 32, datetime.now(UTC))
    third = next(stream)
    assert third not in (first, second)


def test_it_says_nothing_while_nothing_changes(server: Running, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(work_stream, "PACE", replace(work_stream.PACE, lasts=4.0))
    eventually(lambda: outbox.overview(server.store.database).waiting == 0)  # mail that goes out is seen too
    assert len(list(events(server, server.member().token))) == 1


def test_it_ends_by_itself(server: Running, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(work_stream, "PACE", replace(work_stream.PACE, lasts=1.0))
    assert list(events(server, server.member().token))


def test_it_ends_for_who_is_no_longer_logged_in(server: Running, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(work_stream, "PACE", replace(work_stream.PACE, ask_every=0.5, lasts=4 * GENEROUS))
    member = server.member()
    stream = events(server, member.token)
    next(stream)
    server.store.staff.disable(member.name, datetime.now(UTC))
    list(stream)


def test_nobody_else_gets_it(server: Running):
    assert httpx.get(f"{server.url}{LIVE}", timeout=GENEROUS).status_code == 401
    assert httpx.get(f"{server.url}/secretariaat/werklijst", timeout=GENEROUS).status_code == 401


def test_watching_does_not_keep_a_session_alive(server: Running):
    member = server.member()
    with server.store.database.reading() as session:
        from bot.store.staff.models import SessionRow

        seen = {row.token_hash: row.expires_at for row in session.query(SessionRow)}
    next(events(server, member.token))
    with server.store.database.reading() as session:
        after = {row.token_hash: row.expires_at for row in session.query(SessionRow)}
    assert {key: after[key] for key in seen} == seen
