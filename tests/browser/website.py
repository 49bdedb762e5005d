"""A website of somebody else on another port, with one page that embeds the widget as `woningscan embed` says."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bot.web.embedding import snippet
from tests.support.places import ROOT
from woningscan.content import load_content

CONTENT = load_content(ROOT / "content")
POLICY = (
    "default-src 'none'; script-src {app}; connect-src {app}; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types lit-html"
)
PAGE = "<!doctype html><html lang=nl><head><title>Website</title></head><body><h1>Website</h1>{snippet}</body></html>"


class Website:
    """A site of its own, with the widget of the app at `app_url`, under the strict policy or another."""

    def __init__(self, policy: str = "") -> None:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("content-type", "text/html; charset=utf-8")
                self.send_header("content-security-policy", policy or POLICY.format(app=site.app_url))
                self.end_headers()
                self.wfile.write(PAGE.format(snippet=snippet(site.app_url, CONTENT)).encode())

            def log_message(self, *_: object) -> None:
                return

        self.app_url = ""
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._http.shutdown()
        self._http.server_close()
