"""What the app takes in from a connection: hosts, heads, bodies, other websites; errors for who asked for a page."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import Settings
from bot.web import edges, protocol
from tests.support.running import Running, listening, serving
from tests.support.web.pages import read
from woningscan.content.model import Content

PUBLIC = "https://scan.example.org"
PAGE = {"accept": "text/html,application/xhtml+xml"}
SLASHED = ["/zelfscan/", "/aanvraag", "/rapport/abc/", "/api/v1/conversations/", "/secretariaat", "/demo", "/widget"]


@pytest.fixture(scope="module")
def public(settings: Callable[..., Settings]) -> Iterator[TestClient]:
    """The app behind a proxy, which says nothing about https."""
    with serving(settings(public_url=PUBLIC, embed_origins="https://gemeente.example.nl")) as client:
        client.base_url = "http://scan.example.org"  # type: ignore[assignment]
        yield client


@pytest.fixture(scope="module")
def server(settings: Callable[..., Settings]) -> Iterator[Running]:
    with listening(settings(), timeout_keep_alive=1) as running:
        yield running


@pytest.mark.parametrize("host", ["evil.example", "scan.example.org.evil.example", "evil.example:80", "", "["])
@pytest.mark.parametrize("path", ["/", "/zelfscan/", "/aanvraag/", "/api/v1/conversation", "/secretariaat/inloggen"])
def test_another_host_is_refused(public: TestClient, client: TestClient, host: str, path: str) -> None:
    for asked in (public, client):
        answer = asked.get(path, headers={"host": host}, follow_redirects=False)
        assert answer.status_code == 400 and "location" not in answer.headers
        assert "112" in answer.text


@pytest.mark.parametrize("host", ["scan.example.org", "scan.example.org:443", "SCAN.example.org", "127.0.0.1:8080"])
def test_our_own_host_is_not(public: TestClient, host: str) -> None:
    assert public.get("/gezond", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("path", SLASHED)
def test_no_redirect_names_a_host_or_a_scheme(public: TestClient, client: TestClient, path: str) -> None:
    for asked in (public, client):
        for method in ("GET", "POST"):
            answer = asked.request(method, path, follow_redirects=False)
            target = urlsplit(answer.headers.get("location", ""))
            assert (target.scheme, target.netloc) == ("", "")
            assert answer.status_code != 307


def test_an_address_with_or_without_its_slash_is_the_page(client: TestClient) -> None:
    assert client.get("/zelfscan/").url.path == "/zelfscan"
    assert client.get("/aanvraag").url.path == "/aanvraag/"


@pytest.mark.parametrize("own", [PUBLIC, "https://SCAN.example.org"])
def test_a_form_of_our_own_is_known_by_the_public_address(public: TestClient, own: str) -> None:
    sent = {"referentie": "WS-AAAA-AAAAA"}
    assert public.post("/aanvraag/", data=sent, headers={"origin": own}).status_code != 403
    for other in ("http://scan.example.org", "https://scan.example.org:8443", "https://evil.example"):
        assert public.post("/aanvraag/", data=sent, headers={"origin": other}).status_code == 403


@pytest.mark.parametrize("path", ["/rapport/abc", "/rapport/abc/pdf"])
def test_a_plan_is_opened_by_our_own_page_alone(public: TestClient, path: str) -> None:
    for headers in (
        {"origin": "https://evil.nl", "sec-fetch-site": "cross-site"},
        {"origin": "https://evil.nl"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": PUBLIC, "sec-fetch-site": "same-site"},
    ):
        assert public.post(path, headers=headers).status_code == 403
    for headers in ({}, {"origin": "null"}, {"origin": "null", "sec-fetch-site": "same-origin"}, {"origin": PUBLIC}):
        assert public.post(path, headers=headers).status_code == 410


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/api/v1/conversation", True),
        ("/widget/woningscan-chat.js", True),
        ("/", False),
        ("/zelfscan", False),
        ("/rapport/abc", False),
        ("/aanvraag/", False),
        ("/secretariaat/inloggen", False),
        ("/gereed", False),
        ("/static/rapport.css", False),
    ],
)
def test_another_website_may_read_the_widgets_api_alone(public: TestClient, path: str, shared: bool) -> None:
    answer = public.get(path, headers={"origin": "https://gemeente.example.nl"})
    assert ("access-control-allow-origin" in answer.headers) is shared


@pytest.mark.parametrize(
    "path",
    ["/static/{}.css", "/widget/{}.js", "/demo/{}.css", "/secretariaat/bestanden/{}.css", "/rapport/{}", "/{}"],
)
@pytest.mark.parametrize("name", ["a" * 300, "a" * 5000, "%2e%2e%2fsettings", "x%00y", "%ff%fe"])
def test_no_name_is_too_strange_to_be_absent(client: TestClient, path: str, name: str) -> None:
    answer = client.get(path.format(name))
    assert answer.status_code in ((200, 404) if "rapport" in path else (404,))


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/bestaat-niet", 404),
        ("PUT", "/zelfscan", 405),
        ("GET", "/static/niets.css", 404),
        ("POST", "/rapport/abc", 403),
        ("GET", "/demo/niets", 404),
    ],
)
def test_who_asks_for_a_page_gets_a_page_with_the_numbers(
    client: TestClient, method: str, path: str, status: int
) -> None:
    headers = {**PAGE, "origin": "https://evil.nl"}
    answer = client.request(method, path, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-store"
    assert ("112", "tel:112") in read(answer.text).links
    asked_by_program = client.request(method, path, headers={"origin": "https://evil.nl"})
    assert asked_by_program.headers["content-type"] == "application/json"


def test_what_nobody_foresaw_is_a_page_too(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("bot.channels.health.JSONResponse", broken)
    answer = client.get("/gezond", headers=PAGE)
    assert answer.status_code == 500 and ("112", "tel:112") in read(answer.text).links


def test_the_api_answers_programs_alone(client: TestClient, content: Content) -> None:
    answer = client.get("/api/v1/niets", headers=PAGE)
    assert answer.json() == {"status": 404, "melding": content.messages["web.not_here"]}


@pytest.mark.parametrize(
    "headers",
    [[("x", "y")] * (edges.MAX_HEADERS + 1), [("x", "y" * edges.MAX_HEADER_BYTES)]],
    ids=["many", "large"],
)
def test_too_many_or_too_large_headers(client: TestClient, headers: list[tuple[str, str]]) -> None:
    answer = client.get("/gezond", headers=headers)
    assert answer.status_code == 431 and "112" in answer.text


def exchange(running: Running, sent: bytes, seconds: float = 10) -> bytes:
    """What comes back until the server hangs up."""
    parts = urlsplit(running.url)
    with socket.create_connection((str(parts.hostname), int(parts.port or 0)), timeout=seconds) as line:
        line.sendall(sent)
        back = b""
        try:
            while chunk := line.recv(65536):
                back += chunk
        except ConnectionResetError:
            pass
        return back


LONG_HEAD = b"GET /gezond HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"x: y\r\n" * 20_000 + b"\r\n"
NO_HTTP = [
    LONG_HEAD,
    b"GET /gezond HTTP/1.1\r\nHost: 127.0.0.1\r\nx: " + b"y" * 1_000_000 + b"\r\n\r\n",
    b"GET /gezond HTTP/1.1\r\n\r\n",
    b"GET /gezond HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n",
    b"POST /zelfscan HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
    b"POST /zelfscan HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    b"POST /zelfscan HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n",
]


@pytest.mark.parametrize("sent", NO_HTTP, ids=range(len(NO_HTTP)))
def test_what_is_no_proper_head_is_refused(server: Running, sent: bytes) -> None:
    answer = exchange(server, sent)
    assert answer == b"" or answer.split()[1] in (b"400", b"431", b"501")


@pytest.mark.parametrize(
    "begun",
    [b"", b"GET /gezond HTTP/1.1\r\nHost: 127.0.0.1\r\nx: ", b"GET /gezond HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /"],
    ids=["nothing", "half a head", "half of the next"],
)
def test_who_does_not_finish_a_head_is_not_waited_for(
    server: Running, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.2)
    exchange(server, begun)  # ends, instead of timing out


def test_who_does_not_finish_a_body_is_told_so(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edges, "BODY_SECONDS", 0.2)
    head = b"POST /zelfscan HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    answer = exchange(server, head + b"Content-Length: 100\r\nConnection: close\r\n\r\ntekst=kom")
    assert answer.split()[1] == b"408" and b"tel:112" in answer


@pytest.mark.parametrize("upgrade", [b"websocket", b"h2c"])
def test_who_asks_for_an_upgrade_writes_nothing_in_the_log(
    server: Running, caplog: pytest.LogCaptureFixture, upgrade: bytes
) -> None:
    head = b"GET /gezond HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, close\r\nUpgrade: " + upgrade
    assert exchange(server, head + b"\r\n\r\n").split()[1] == b"200"
    assert caplog.text == ""


def test_the_demo_is_for_development_alone(settings: Callable[..., Settings]) -> None:
    made = create_app(settings(environment="production", public_url=PUBLIC))
    paths = [getattr(route, "path", "") for route in made.routes]
    assert "/demo" not in paths and "/widget" in paths
    assert "/demo" in [getattr(route, "path", "") for route in create_app(settings()).routes]


def test_in_production_the_start_is_the_plain_scan(settings: Callable[..., Settings]) -> None:
    asked = TestClient(create_app(settings(environment="production", public_url=PUBLIC)), base_url=PUBLIC)
    answer = asked.get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/zelfscan")
