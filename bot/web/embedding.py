"""Which other websites may show the widget: an exact list of origins, nothing that looks like one, and no cookies."""

from __future__ import annotations

import base64
import hashlib

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from bot.settings import ROOT

BUNDLE = ROOT / "widget" / "dist" / "woningscan-chat.js"


def cors(origins: list[str]) -> list[Middleware]:
    """The middleware that lets these origins use the API and the bundle; without any, no other website can."""
    if not origins:
        return []
    methods, headers = ["GET", "POST", "DELETE"], ["authorization", "content-type"]
    return [
        Middleware(CORSMiddleware, allow_origins=origins, allow_methods=methods, allow_headers=headers, max_age=600)
    ]


def snippet(public_url: str) -> str:
    """The lines for the website: the bundle with its hash, so that a changed one is refused, and the element."""
    digest = base64.b64encode(hashlib.sha384(BUNDLE.read_bytes()).digest()).decode()
    server = public_url.rstrip("/")
    script = f'src="{server}/widget/woningscan-chat.js" integrity="sha384-{digest}" crossorigin="anonymous"'
    return f'<script {script} defer></script>\n<woningscan-chat server="{server}"></woningscan-chat>'
