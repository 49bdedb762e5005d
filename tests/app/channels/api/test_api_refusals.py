"""What the web API refuses: with a fitting status, in Dutch, and with the conversation as it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.web.forms import MOST
from bot.web.problems import _KEYS
from woningscan.content.model import Content
from woningscan.reading.text import MOST_LOOKED_AT

MESSAGES = "/api/v1/messages"
GOOD = {"message_id": "bericht-1", "text": "hallo"}


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def post(client: TestClient, token: str, body: bytes | Iterator[bytes], **headers: str) -> Any:
    sent = {"content-type": "application/json", **bearer(token), **headers}
    return client.post(MESSAGES, content=body, headers=sent)


def assert_problem(response: Any, status: int, melding: str) -> None:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/json"
    assert response.headers["cache-control"] == "no-store"
    assert response.json() == {"status": status, "melding": melding}


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer ", "Basic abc", "abc", "Bearer " + "a" * 129, "Bearer é", "Token abc"]
)
@pytest.mark.parametrize(
    ("method", "path"), [("POST", MESSAGES), ("GET", "/api/v1/conversation"), ("DELETE", "/api/v1/conversation")]
)
def test_without_a_usable_token(
    client: TestClient, content: Content, method: str, path: str, header: str | None
) -> None:
    headers = {} if header is None else {"authorization": header.encode()}
    response = client.request(method, path, headers=headers, **({"json": GOOD} if method == "POST" else {}))
    assert_problem(response, 401, content.messages["web.no_token"])


@pytest.mark.parametrize("guessed", ["a", "00000000-0000-0000-0000-000000000000", "' OR 1=1 --", "../../etc/passwd"])
def test_a_guessed_token(client: TestClient, content: Content, guessed: str) -> None:
    for response in (
        client.post(MESSAGES, json=GOOD, headers=bearer(guessed)),
        client.get("/api/v1/conversation", headers=bearer(guessed)),
        client.delete("/api/v1/conversation", headers=bearer(guessed)),
    ):
        assert_problem(response, 404, content.messages["gate.expired"])


def test_the_scheme_may_be_written_in_any_case(client: TestClient, token: str) -> None:
    response = client.get("/api/v1/conversation", headers={"authorization": f"bEARER {token}"})
    assert response.status_code == 200


def test_an_erased_conversation(client: TestClient, token: str, content: Content) -> None:
    erased = client.delete("/api/v1/conversation", headers=bearer(token))
    assert (erased.status_code, erased.content, erased.headers["cache-control"]) == (204, b"", "no-store")
    assert_problem(client.post(MESSAGES, json=GOOD, headers=bearer(token)), 404, content.messages["gate.expired"])
    assert_problem(client.get("/api/v1/conversation", headers=bearer(token)), 404, content.messages["gate.expired"])
    assert_problem(client.delete("/api/v1/conversation", headers=bearer(token)), 404, content.messages["gate.expired"])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"hallo",
        b"{",
        b'{"message_id": "bericht-1", "text": "hallo"',
        b'{"message_id": "bericht-1", "text": "hallo"} en meer',
        b"\xff\xfe\x00",
        b'{"message_id": "bericht-1", "text": "\xff"}',
        b'{"message_id": "bericht-1", "text": "\\ud800"}',
        b'{"message_id": "bericht-1", "text": "\\udc00 en meer"}',
        b"[" * 10_000,
        b"[" * 8_000 + b"]" * 8_000,
        b'{"a":' * 2_500,
    ],
)
def test_what_is_no_json(client: TestClient, token: str, content: Content, body: bytes) -> None:
    assert_problem(post(client, token, body), 400, content.messages["web.bad_request"])


@pytest.mark.parametrize(
    "message",
    [
        None,
        [],
        "hallo",
        1,
        {},
        {"text": "hallo"},
        {"message_id": "bericht-1"},
        {"message_id": "bericht-1", "text": None},
        {**GOOD, "choice": "start_scan"},
        {**GOOD, "extra": 1},
        {**GOOD, "state": {"slots": {}}},
        {**GOOD, "message_id": "kort"},
        {**GOOD, "message_id": "a" * 65},
        {**GOOD, "message_id": 12345678},
        {**GOOD, "message_id": None},
        {**GOOD, "text": 1},
        {**GOOD, "text": ["hallo"]},
        {"message_id": "bericht-1", "choice": ""},
        {"message_id": "bericht-1", "choice": "a" * 121},
        {"message_id": "bericht-1", "choice": {"id": "start_scan"}},
    ],
)
def test_a_message_of_the_wrong_form(client: TestClient, token: str, content: Content, message: Any) -> None:
    response = post(client, token, json.dumps(message).encode())
    assert_problem(response, 422, content.messages["web.bad_message"])


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonx", "json"])
def test_a_body_that_is_not_announced_as_json(client: TestClient, token: str, content: Content, kind: str) -> None:
    response = post(client, token, json.dumps(GOOD).encode(), **{"content-type": kind})
    assert_problem(response, 415, content.messages["web.not_json"])


def test_the_charset_may_be_said(client: TestClient, token: str) -> None:
    body = json.dumps({"message_id": "bericht-1", "text": " "}).encode()
    assert post(client, token, body, **{"content-type": "Application/JSON; charset=utf-8"}).status_code == 200


@pytest.mark.parametrize("body", [b"x" * (MOST + 1), b" " * 2 * MOST])
def test_a_body_that_is_too_large(client: TestClient, token: str, content: Content, body: bytes) -> None:
    assert_problem(post(client, token, body), 413, content.messages["web.too_large"])
    chunked = iter([body[start : start + 65536] for start in range(0, len(body), 65536)])
    assert_problem(post(client, token, chunked), 413, content.messages["web.too_large"])


async def test_reading_stops_at_the_limit(settings: Callable[..., Settings]) -> None:
    """An endless body is not read on: the answer is there after the first bytes over the limit."""
    app, taken, sent = create_app(settings()), [], []

    async def receive() -> dict[str, Any]:
        taken.append(1)
        assert len(taken) < 100
        return {"type": "http.request", "body": b"x" * 65536, "more_body": True}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(_scope(app), receive, send)
    assert sent[0]["status"] == 413
    assert len(taken) == MOST // 65536 + 1


def _scope(app: Starlette) -> dict[str, Any]:
    headers = [(b"host", b"localhost"), (b"content-type", b"application/json"), (b"authorization", b"Bearer abc")]
    return {
        **{"type": "http", "method": "POST", "path": MESSAGES, "query_string": b"", "headers": headers, "app": app},
        **{"http_version": "1.1", "scheme": "http", "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80)},
    }


@pytest.mark.parametrize(
    ("message", "reply_id"),
    [
        ({"text": ""}, "gate.empty"),
        ({"text": " \n\t "}, "gate.empty"),
        ({"text": "\u0000\u0007"}, "gate.unreadable"),
        ({"text": "\u200b\u202e\ufeff"}, "gate.unreadable"),
        ({"text": "\u200d\u200d"}, "gate.unreadable"),
        ({"text": "////"}, "gate.unreadable"),
        ({"text": "a" * 1001}, "gate.too_long"),
        ({"text": "woord " * 1300}, "gate.too_long"),
        ({"text": "a" * MOST_LOOKED_AT}, "gate.too_long"),
        ({"text": "a" * (MOST_LOOKED_AT + 1)}, "gate.too_long.unread"),
        ({"choice": "bestaat_niet"}, "gate.unknown_choice"),
        ({"choice": "antwoord:functie=wethouder"}, "gate.old_choice"),
        ({"choice": "/restart"}, "gate.unknown_choice"),
    ],
)
def test_what_cannot_be_used_is_explained_and_the_choices_come_back(
    client: TestClient, token: str, message: dict[str, str], reply_id: str
) -> None:
    response = client.post(MESSAGES, json={"message_id": "bericht-1", **message}, headers=bearer(token))
    assert response.status_code == 200
    assert [reply["id"] for reply in response.json()["replies"]] == [reply_id, "opening.welcome"]


KNIFE = "er staat nu iemand met een mes in mijn huis"


@pytest.mark.parametrize(
    "text",
    [f"{KNIFE}. {'en ' * 30_000}", f"{KNIFE}. {chr(0x1F198) * 50_000}", f"{'mooi weer ' * 940} {KNIFE}"],
    ids=["words", "emoji", "at the end"],
)
def test_danger_in_a_text_that_is_far_too_long(client: TestClient, token: str, text: str) -> None:
    sent = {"message_id": "bericht-lang", "text": text}
    response = client.post(MESSAGES, json=sent, headers=bearer(token))
    assert response.status_code == 200
    assert response.json()["replies"][0]["id"] == "threat.route.acuut"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 413, 415, 422, 429, 500, 503])
def test_every_refusal_names_the_alarm_number(content: Content, status: int) -> None:
    assert content.contacts["alarmnummer"].value in content.messages[_KEYS[status]]


def test_a_text_whose_end_is_unread_is_told_so_with_the_numbers(client: TestClient, token: str) -> None:
    sent = {"message_id": "bericht-lang", "text": f"{'mooi weer ' * 1100} {KNIFE}"}
    (first, *_) = client.post(MESSAGES, json=sent, headers=bearer(token)).json()["replies"]
    told = first["parts"][0]["text"]
    assert "het einde niet gelezen" in told and "112" in told and "0900-8844" in told


@pytest.mark.parametrize(
    "message",
    [
        {**GOOD, "text": KNIFE, "choice": "start_scan"},
        {**GOOD, "text": KNIFE, "extra": 1},
        {**GOOD, "text": [KNIFE]},
        {"message_id": "kort", "text": KNIFE},
        {"text": KNIFE},
        {"message_id": "bericht-1", "choice": KNIFE * 3},
        {"message_id": "bericht-1", "message": {"tekst": KNIFE}},
        KNIFE,
    ],
)
def test_danger_in_a_message_of_the_wrong_form(client: TestClient, token: str, message: Any) -> None:
    response = post(client, token, json.dumps(message).encode())
    assert response.status_code == 200 and response.json()["replies"][0]["id"] == "threat.route.acuut"


@pytest.mark.parametrize("body", [KNIFE, '{"text": "' + KNIFE, "[" * 9000 + KNIFE])
def test_danger_in_what_is_no_json(client: TestClient, token: str, body: str) -> None:
    assert post(client, token, body.encode()).json()["replies"][0]["id"] == "threat.route.acuut"


def test_danger_without_a_token(client: TestClient) -> None:
    told = client.post(MESSAGES, json={**GOOD, "text": KNIFE})
    assert told.status_code == 200 and told.json()["replies"][0]["id"] == "threat.route.acuut"


def test_danger_in_a_conversation_that_is_gone(client: TestClient, token: str, content: Content) -> None:
    client.delete("/api/v1/conversation", headers=bearer(token))
    told = client.post(MESSAGES, json={**GOOD, "text": KNIFE}, headers=bearer(token))
    assert told.status_code == 200 and told.json()["replies"][0]["id"] == "threat.route.acuut"
    assert_problem(client.post(MESSAGES, json=GOOD, headers=bearer(token)), 404, content.messages["gate.expired"])


def test_after_all_that_the_conversation_is_as_it_was(client: TestClient, token: str) -> None:
    before = client.get("/api/v1/conversation", headers=bearer(token)).json()
    for body in (b"", b"x" * 100_000, b"[]", b'{"message_id": "bericht-1", "text": "\\ud800"}'):
        post(client, token, body)
    assert client.get("/api/v1/conversation", headers=bearer(token)).json() == before
