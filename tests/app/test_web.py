"""What holds of every address: security headers, Dutch errors, no cookies for the widget; and the health checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.store import StoreUnavailable
from woningscan.content.model import Content

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types lit-html",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
# Every kind of answer: pages, files, the API, and each way to go wrong.
REQUESTS = [
    *(("GET", "/"), ("GET", "/widget/woningscan-chat.js"), ("GET", "/demo/demo.css"), ("GET", "/static/rapport.css")),
    *(("GET", "/api/v1/openapi.json"), ("POST", "/api/v1/conversations"), ("GET", "/api/v1/conversation")),
    *(("POST", "/api/v1/messages"), ("GET", "/gezond"), ("GET", "/gereed"), ("GET", "/rapport/geraden")),
    *(("POST", "/rapport/geraden"), ("GET", "/bestaat-niet"), ("GET", "/widget/bestaat-niet.js")),
    *(("PUT", "/api/v1/messages"), ("DELETE", "/"), ("HEAD", "/"), ("OPTIONS", "/api/v1/messages"), ("GET", "/kapot")),
]


async def left(request: Request) -> Response:
    raise ClientDisconnect


async def broken(request: Request) -> Response:
    raise RuntimeError("wat iemand typte")


async def without_database(request: Request) -> Response:
    raise StoreUnavailable("weg")


@pytest.fixture
def breaking_client(client: TestClient) -> TestClient:
    assert isinstance(client.app, Starlette)
    if not any(getattr(route, "path", "") == "/kapot" for route in client.app.routes):
        client.app.router.routes += [
            Route("/kapot", broken),
            Route("/weg", left),
            Route("/zonder-gegevens", without_database),
        ]
    return client


@pytest.mark.parametrize(("method", "path"), REQUESTS)
def test_every_answer_has_the_security_headers_and_no_cookie(
    breaking_client: TestClient, method: str, path: str
) -> None:
    response = breaking_client.request(method, path)
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
    assert "set-cookie" not in response.headers
    assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize("path", ["/", "/widget/woningscan-chat.js", "/demo/demo.css", "/static/rapport.css"])
def test_the_pages_are_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/bestaat-niet", "/api/v1/bestaat-niet", "/api/v2/messages", "/widget/bestaat-niet.js", "/static/../cli.py"],
)
def test_an_unknown_address_is_told_in_dutch(client: TestClient, content: Content, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.json() == {"status": 404, "melding": content.messages["web.not_here"]}


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/api/v1/messages", {"POST"}),
        ("PUT", "/api/v1/messages", {"POST"}),
        ("GET", "/api/v1/conversations", {"POST"}),
        ("POST", "/gezond", {"GET", "HEAD"}),
    ],
)
def test_a_wrong_method_says_which_is_right(
    client: TestClient, content: Content, method: str, path: str, allowed: set[str]
) -> None:
    response = client.request(method, path)
    assert response.status_code == 405
    assert response.json() == {"status": 405, "melding": content.messages["web.not_here"]}
    assert set(response.headers["allow"].split(", ")) == allowed


@pytest.mark.parametrize(("path", "status"), [("/kapot", 500), ("/zonder-gegevens", 503)])
def test_what_nobody_foresaw_gives_the_numbers_to_call_and_leaks_nothing(
    breaking_client: TestClient, content: Content, caplog: Any, path: str, status: int
) -> None:
    response = breaking_client.get(path)
    assert response.status_code == status
    assert response.json() == {"status": status, "melding": content.messages["gate.unavailable"]}
    assert content.contacts["alarmnummer"].value in response.json()["melding"]
    assert "wat iemand typte" not in response.text + caplog.text
    assert "request failed" in caplog.text


def test_a_client_that_goes_away_is_no_failure(breaking_client: TestClient, caplog: Any) -> None:
    breaking_client.get("/weg")
    assert "request failed" not in caplog.text


def test_other_websites_may_not_read_the_answers(client: TestClient) -> None:
    for origin in ("https://elders.example", "null"):
        response = client.post("/api/v1/conversations", headers={"origin": origin})
        assert "access-control-allow-origin" not in response.headers
        asked = client.options("/api/v1/messages", headers={"origin": origin, "access-control-request-method": "POST"})
        assert asked.status_code == 405


def test_alive_needs_nothing(client: TestClient) -> None:
    response = client.get("/gezond")
    assert (response.status_code, response.json()) == (200, {"gezond": True})
    assert response.headers["cache-control"] == "no-store"


def test_not_ready_without_an_engine_and_it_says_which_part(client: TestClient) -> None:
    response = client.get("/gereed")
    assert response.status_code == 503
    assert response.json() == {"gereed": False, "poort": True, "motor": False, "gegevens": True, "alarmen": []}


def test_ready_with_all_parts(whole_client: TestClient) -> None:
    response = whole_client.get("/gereed")
    assert response.status_code == 200
    assert response.json() == {"gereed": True, "poort": True, "motor": True, "gegevens": True, "alarmen": []}


def test_not_ready_with_the_wrong_engine_token(settings: Callable[..., Settings], engine: dict[str, str]) -> None:
    wrong = settings(engine_url=engine["WONINGSCAN_ENGINE_URL"], engine_token="v" * 40)
    with TestClient(create_app(wrong)) as client:
        assert client.get("/gereed").json()["motor"] is False
