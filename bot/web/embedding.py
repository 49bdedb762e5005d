"""Which other websites may show the widget: an exact list of origins, nothing that looks like one, and no cookies."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.settings import ROOT
from woningscan.content.model import Content

_SHARED = ("/api/", "/widget/")
_NUMBERS = ("alarmnummer", "politie")
BUNDLE = ROOT / "widget" / "dist" / "woningscan-chat.js"


def cors(origins: list[str]) -> list[Middleware]:
    """The middleware that lets these origins use the API and the bundle; without any, no other website can."""
    if not origins:
        return []
    return [Middleware(_WidgetAlone, origins)]


class _WidgetAlone:
    """CORS for what the widget uses: its API and its files. Everything else is no other website's."""

    def __init__(self, app: ASGIApp, origins: list[str]) -> None:
        methods, headers = ["GET", "POST", "DELETE"], ["authorization", "content-type"]
        self._app = app
        self._shared = CORSMiddleware(app, origins, methods, headers, max_age=600)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        shared = scope["type"] == "http" and scope["path"].startswith(_SHARED)
        await (self._shared if shared else self._app)(scope, receive, send)


def snippet(public_url: str, content: Content) -> str:
    """The lines for the website: the bundle with its hash, so that a changed one is refused, and the element.

    What stands in the element is seen where the script cannot run: whom to call in danger, and the plain pages.
    """
    digest = base64.b64encode(hashlib.sha384(BUNDLE.read_bytes()).digest()).decode()
    server = escape(public_url.rstrip("/"))
    script = f'src="{server}/widget/woningscan-chat.js" integrity="sha384-{digest}" crossorigin="anonymous"'
    away, plain = (escape(content.messages[f"embed.{key}"]) for key in ("away", "plain"))
    contacts = [content.contacts[name] for name in _NUMBERS]
    numbers = [f'<a href="{to.url}">{escape(to.value)}</a> {escape(to.label)}' for to in contacts]
    told = [f'{away} <a href="{server}/zelfscan">{plain}</a>', *numbers]
    return "\n".join(
        [
            f"<script {script} defer></script>",
            f'<woningscan-chat server="{server}">',
            *(f"  <p>{line}</p>" for line in told),
            "</woningscan-chat>",
        ]
    )
