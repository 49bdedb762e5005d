"""`/`: the page that shows the widget as a website would embed it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from bot.settings import ROOT


async def no_icon(request: Request) -> Response:
    """Browsers ask for one by themselves; there is none."""
    return Response(status_code=204)


async def home(request: Request) -> Response:
    return FileResponse(ROOT / "widget" / "demo" / "index.html", media_type="text/html; charset=utf-8")
