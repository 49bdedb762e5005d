"""`/gegevens/<token>`: GET shows a button, POST opens all that is kept of a conversation, once.

`/gegevens/<token>/bestand`: POST gives the same as a JSON file, once, for half an hour (`bot/store/kept.py`).
"""

from __future__ import annotations

import asyncio
import json

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.channels.report.routes import headers_of, pages_of, safely
from bot.services import services
from bot.store.kept import Kept
from bot.web.forms import require_own_page
from bot.web.headers import SECRET
from bot.web.links import OneTimeLink, link_token

# Says nothing of what it is to who sees a list of downloads.
_FILE_HEADERS = {**SECRET, "content-disposition": 'attachment; filename="bestand.json"'}


def kept_file(kept: Kept) -> Response:
    """What is kept, as a file to take along."""
    written = json.dumps(kept, ensure_ascii=False, indent=2)
    return Response(written, media_type="application/json", headers=_FILE_HEADERS)


async def _door(request: Request) -> Response:
    return HTMLResponse(pages_of(request).kept_door(), headers=headers_of(request))


async def _take(request: Request) -> tuple[Kept, str] | None:
    require_own_page(request, hides_origin=True)
    links, now = services(request).store.kept_links, services(request).now()
    return await asyncio.to_thread(links.open, link_token(request), now)


async def _show(request: Request, opened: tuple[Kept, str]) -> Response:
    return HTMLResponse(pages_of(request).kept(*opened), headers=headers_of(request))


async def _gone(request: Request) -> Response:
    return HTMLResponse(pages_of(request).kept_gone(), 410, headers=headers_of(request))


async def _save_file(request: Request) -> Response:
    require_own_page(request, hides_origin=True)
    links, now = services(request).store.kept_links, services(request).now()
    kept = await asyncio.to_thread(links.open_file, link_token(request), now)
    return await _gone(request) if kept is None else kept_file(kept)


link = OneTimeLink(_door, _take, _show, _gone)
routes = [
    Route("/gegevens/{token:str}", link.show, methods=["GET"]),
    Route("/gegevens/{token:str}", safely(link.open), methods=["POST"]),
    Route("/gegevens/{token:str}/bestand", safely(_save_file), methods=["POST"]),
]
