"""A scripted server that keeps to the widget's API. It can be slow, refuse, break off, be stopped and started again."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.browser.widget import widget_script as script
from tests.support.places import WIDGET

FILES = {
    "/": (WIDGET / "demo/index.html", "text/html; charset=utf-8"),
    "/demo/demo.css": (WIDGET / "demo/demo.css", "text/css"),
    "/widget/woningscan-chat.js": (WIDGET / "dist/woningscan-chat.js", "text/javascript"),
}
HOST_PAGE = """<!doctype html><html lang="nl"><head><title>Gemeente</title>
<script src="{server}/widget/woningscan-chat.js" integrity="{integrity}" crossorigin="anonymous" defer></script></head>
<body><main><h1>Een andere website</h1></main>
<woningscan-chat server="{server}" exit-url="{server}/neutraal"></woningscan-chat></body></html>"""
WINDOW = "<!doctype html><html lang=nl><title>Venster</title><iframe title=Venster src='{path}'></iframe></html>"
"""A window of any size, for browsers whose own cannot be small: its frame shows the path behind the question mark."""
WINDOW_CSP = "default-src 'none'; frame-src 'self'; style-src 'unsafe-inline'"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'; require-trusted-types-for 'script'; trusted-types lit-html"
)


@dataclass
class Talk:
    """One conversation: how far it is, what was said last, and what each message was answered with."""

    at: int = -1
    last: list[dict[str, Any]] = field(default_factory=list)
    answered: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


class WidgetServer:
    """`refuse` is answered to API calls as (status, melding) while it is set; `broken` ends them without an answer.
    `lose_answers` is how many messages are taken while their answer gets lost on the way.

    `by_staff` is what a person has said since the conversation was handed over.

    While `holding()` lasts API calls wait for their answer; `page_delay` makes the neutral page of "Snel weg" slow.
    """

    def __init__(self) -> None:
        self.allowed_origin = ""
        self.host_page: tuple[str, str] | None = None
        self.talks: dict[str, Talk] = {}
        self.calls: list[tuple[str, str]] = []
        self.bodies: list[dict[str, Any]] = []
        self.refuse: tuple[int, str] | None = None
        self.broken = False
        self.by_staff: list[script.Reply] = []
        self.lose_answers = 0
        self._answering = threading.Event()
        self._answering.set()
        self.page_delay = 0.0
        self.connections: set[socket.socket] = set()
        self._port = 0
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        handler = type("Handler", (_Handler,), {"owner": self})
        self._http = ThreadingHTTPServer(("127.0.0.1", self._port), handler)
        self._port = self._http.server_port
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self) -> None:
        self._answering.set()
        self._http.shutdown()
        self._http.server_close()
        for connection in tuple(self.connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.connections.clear()

    @contextlib.contextmanager
    def holding(self) -> Iterator[None]:
        """No API call is answered until this ends; then all that waited are."""
        self._answering.clear()
        try:
            yield
        finally:
            self._answering.set()

    def wait_until_answering(self) -> None:
        self._answering.wait()

    def embed(self, other: WidgetServer) -> None:
        """From now on `/gastpagina` is a page of this origin that has the widget, and all it says, from `other`."""
        digest = base64.b64encode(hashlib.sha384(FILES["/widget/woningscan-chat.js"][0].read_bytes()).digest()).decode()
        policy = CSP.replace("script-src 'self'", f"script-src {other.url}").replace(
            "connect-src 'self'", f"connect-src {other.url}"
        )
        self.host_page = (HOST_PAGE.format(server=other.url, integrity=f"sha384-{digest}"), policy)

    def api_calls(self) -> list[tuple[str, str]]:
        return [call for call in self.calls if call[1].startswith("/api/")]

    def answer(self, talk: Talk, message: dict[str, Any]) -> list[dict[str, Any]]:
        """The replies to a message; the same `message_id` gets the same ones."""
        self.bodies.append(message)
        known = talk.answered.get(message["message_id"])
        if known is None:
            known = [reply.to_dict() for reply in self._replies(talk, message)]
            talk.answered[message["message_id"]] = known
            talk.last = known
        return known

    def _replies(self, talk: Talk, message: dict[str, Any]) -> list[script.Reply]:
        said = str(message.get("choice") or message.get("text"))
        labels = script.QUESTIONS[talk.at][3] if 0 <= talk.at < len(script.QUESTIONS) else ()
        if said == "hostile":
            return [script.hostile()]
        if said in ("antwoorden", "mens", "share"):
            waits = script.told("handoff.waiting", "U wacht op een medewerker.")
            return [{"antwoorden": script.all_answers, "mens": script.consent}.get(said, lambda: waits)()]
        if said == "wis":
            return [script.told("privacy.erased", "Uw gesprek en uw antwoorden zijn gewist.")]
        if said == "report_threat":
            return [script.threat()]
        if said == "ask_why":
            return [script.told("scan.why", "Goed licht maakt zichtbaar wie er staat."), script.question(talk.at)]
        if said == "pause":
            return [script.told("nav.pause", "Goed, we pauzeren.")]
        if said == "back":
            talk.at = max(0, talk.at - 1)
            return [script.question(talk.at)]
        if said in ("start_scan", "resume"):
            talk.at = max(0, talk.at)
            return [script.question(talk.at)]
        label = next((one for one in labels if one == said), None)
        if said.startswith("antwoord:"):
            label = labels[int(said.rpartition("=")[2])]
        if label is None and said != "skip":
            return [script.told("scan.clarify", "Ik weet niet zeker wat u bedoelt."), script.question(max(0, talk.at))]
        talk.at += 1
        heard = [script.tip(label)] if label else []
        return [*heard, script.question(talk.at) if talk.at < len(script.QUESTIONS) else script.plan()]


class _Handler(BaseHTTPRequestHandler):
    owner: WidgetServer
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        super().setup()
        self.owner.connections.add(self.connection)

    def finish(self) -> None:
        self.owner.connections.discard(self.connection)
        with contextlib.suppress(OSError):
            super().finish()

    def do_GET(self) -> None:
        self._handle("GET")

    def do_POST(self) -> None:
        self._handle("POST")

    def do_OPTIONS(self) -> None:
        self._respond(204, b"", "text/plain")

    def do_DELETE(self) -> None:
        self._handle("DELETE")

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: pytest shows what matters."""

    def _handle(self, method: str) -> None:
        owner, path = self.owner, self.path.partition("?")[0]
        owner.calls.append((method, path))
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        if not path.startswith("/api/"):
            return self._file(path)
        owner.wait_until_answering()
        if owner.broken:
            return self._break_off()
        if owner.refuse:
            status, melding = owner.refuse
            return self._json(status, {"status": status, "melding": melding})
        return self._api(method, path, body)

    def _api(self, method: str, path: str, body: bytes) -> None:
        owner = self.owner
        if (method, path) == ("POST", "/api/v1/conversations"):
            token = secrets.token_urlsafe(24)
            replies = [reply.to_dict() for reply in script.opening()]
            owner.talks[token] = Talk(last=replies)
            return self._json(201, {"conversation": token, "replies": replies})
        token = (self.headers.get("authorization") or "").removeprefix("Bearer ")
        talk = owner.talks.get(token)
        if talk is None:
            return self._json(
                404, {"status": 404, "melding": "Dit gesprek is verlopen of gewist. Begin een nieuw gesprek."}
            )
        if method == "DELETE":
            del owner.talks[token]
            return self._respond(204, b"", "application/json")
        if path == "/api/v1/chat":
            after = int(self.path.rpartition("=")[2])
            said = [reply.to_dict() for reply in owner.by_staff[max(0, after - 1) :]]
            return self._json(200, {**script.person(), "seq": 1 + len(owner.by_staff), "replies": said})
        replies = owner.answer(talk, json.loads(body)) if method == "POST" else talk.last
        if method == "POST" and owner.lose_answers:
            owner.lose_answers -= 1
            return self._respond(200, b"{", "application/json", length=1000)
        return self._json(200, {"replies": replies})

    def _break_off(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def _file(self, path: str) -> None:
        if path == "/neutraal":
            time.sleep(self.owner.page_delay)
            return self._respond(
                200, b"<!doctype html><html lang=nl><title>Weer</title><p>Het weer", "text/html; charset=utf-8"
            )
        if path == "/venster":
            page = WINDOW.format(path=self.path.partition("?")[2])
            return self._respond(200, page.encode(), "text/html; charset=utf-8", policy=WINDOW_CSP)
        if path == "/gastpagina" and self.owner.host_page:
            page, policy = self.owner.host_page
            return self._respond(200, page.encode(), "text/html; charset=utf-8", policy=policy)
        file, kind = FILES.get(path, (None, "text/plain"))
        if file is None:
            return self._respond(404, b"", kind)
        return self._respond(200, file.read_bytes(), kind)

    def _json(self, status: int, value: dict[str, Any]) -> None:
        self._respond(status, json.dumps(value).encode(), "application/json")

    def _respond(self, status: int, body: bytes, kind: str, length: int | None = None, policy: str = CSP) -> None:
        """`length` may promise more than there is: then the connection breaks off in the middle of the answer."""
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-security-policy", policy)
        if self.owner.allowed_origin and self.headers.get("origin") == self.owner.allowed_origin:
            self.send_header("access-control-allow-origin", self.owner.allowed_origin)
            self.send_header("access-control-allow-headers", "authorization, content-type")
            self.send_header("access-control-allow-methods", "GET, POST, DELETE")
        self.send_header("cache-control", "no-store")
        if status != 204:
            self.send_header("content-length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)
        if length:
            self._break_off()
