"""The engine over HTTP: only for the app, only small, and never a traceback."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from engine.host import MAX_BODY, create_app

TOKEN = "t" * 40
ALLOWED = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def host(engine) -> Any:
    with TestClient(create_app(TOKEN, engine)) as client:
        yield client


def test_a_turn(host) -> None:
    answer = host.post("/turn", json={"state": {}, "choice": "start_scan"}, headers=ALLOWED)
    assert answer.status_code == 200
    assert [reply["id"] for reply in answer.json()["replies"]] == ["scan.ask.functie"]
    assert answer.json()["error"] is None and answer.json()["state"]["loop"] == "scan_form"


def test_the_language_model_alone(host) -> None:
    answer = host.post("/nlu", json={"text": "wat kost de woningscan"}, headers=ALLOWED).json()
    assert answer["intent"] == "ask_costs" and 0 < answer["confidence"] <= 1


@pytest.mark.parametrize(
    "given", [None, "", "Bearer", "Bearer ", f"Bearer {TOKEN}x", TOKEN, f"bearer {TOKEN}", "Bearer é"]
)
@pytest.mark.parametrize("path", ["/turn", "/nlu"])
def test_without_the_token_nothing_is_answered(host, path, given) -> None:
    headers = {} if given is None else {"authorization": given.encode()}
    answer = host.post(path, json={"state": {}, "text": "hallo"}, headers=headers)
    assert answer.status_code == 403 and answer.json() == {"error": "forbidden"}


def test_a_body_that_is_too_large_is_refused(host) -> None:
    answer = host.post("/turn", content=b"x" * (MAX_BODY + 1), headers=ALLOWED)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b"\xff\xfe",
        b"{}",
        b'{"state": {}}',
        b'{"state": 3, "text": "hallo"}',
        b'{"state": {}, "text": "a", "choice": "b"}',
        b'{"state": {}, "text": 5}',
        b'{"state": {}, "text": "' + b"a" * 1001 + b'"}',
    ],
)
def test_a_body_that_is_no_turn_is_a_400(host, body) -> None:
    answer = host.post("/turn", content=body, headers=ALLOWED)
    assert answer.status_code == 400 and "error" in answer.json()


def test_a_failure_inside_is_a_500_without_its_words(host, engine, monkeypatch, caplog) -> None:
    async def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("geheim")

    monkeypatch.setattr(engine, "turn", broken)
    answer = host.post("/turn", json={"state": {}, "text": "hallo"}, headers=ALLOWED)
    assert (answer.status_code, answer.json()) == (500, {"error": "RuntimeError"})
    assert "geheim" not in caplog.text + answer.text


def test_ready_and_nothing_else(host) -> None:
    assert host.get("/gereed").json() == {"gereed": True}
    for path in ("/", "/status", "/conversations/x/tracker", "/model", "/webhooks/rest/webhook", "/docs"):
        assert host.get(path).status_code == 404
