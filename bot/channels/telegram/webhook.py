"""`POST /telegram/webhook`: for Telegram alone, which knows the secret. Stored before it is told that it arrived."""

from __future__ import annotations

import hmac
import json
import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram.service import TelegramChannel
from bot.services import services
from bot.web.forms import JSON, read_body
from bot.web.problems import Problem

log = logging.getLogger("bot.telegram")
PATH = "/telegram/webhook"
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the name of a header
MAX_BODY = 256 * 1024
_LARGEST_NUMBER = 2**63 - 1


async def receive(request: Request) -> Response:
    """200 once an update is kept, or when it is none of ours; 503 when it could not be kept: Telegram comes again."""
    channel: TelegramChannel | None = services(request).parts.get(TelegramChannel)
    if channel is None or not channel.secret:
        raise Problem(404)
    secret = request.headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
    if not hmac.compare_digest(secret, channel.secret.encode()):
        raise Problem(403)
    update = _update(await read_body(request, JSON, MAX_BODY))
    if update is None:
        raise Problem(400)
    await channel.receive(update)
    return Response(status_code=200)


def _update(body: bytes) -> dict[str, object] | None:
    """The update in a body: an object with a number; None for anything else."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = update.get("update_id") if isinstance(update, dict) else None
    usable = isinstance(number, int) and not isinstance(number, bool) and 0 <= number < _LARGEST_NUMBER
    return update if usable else None


routes = [Route(PATH, receive, methods=["POST"])]
