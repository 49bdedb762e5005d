"""`/`: in development the page that shows the widget as a website would embed it, in production the plain scan."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.settings import ROOT, Settings

_DEMO = ROOT / "widget" / "demo"


def routes(settings: Settings) -> list[BaseRoute]:
    icon = Route("/favicon.ico", no_icon)
    if settings.environment == "production":
        return [Route("/", to_scan), icon]
    return [Route("/", home), icon, Mount("/demo", StaticFiles(directory=_DEMO))]


async def no_icon(request: Request) -> Response:
    """Browsers ask for one by themselves; there is none."""
    return Response(status_code=204)


async def home(request: Request) -> Response:
    return FileResponse(_DEMO / "index.html", media_type="text/html; charset=utf-8")


async def to_scan(request: Request) -> Response:
    return RedirectResponse("/zelfscan", 303)
