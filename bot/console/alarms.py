"""Shows on every page of the console what is wrong just now (`bot.jobs.alarms`)."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from starlette.requests import Request

from bot.console.frame.access import ConsolePage
from bot.console.frame.shell import Banner
from bot.jobs.alarms import alarms
from bot.office_hours import AMSTERDAM


async def source(request: Request) -> list[Banner]:
    found = await asyncio.to_thread(alarms, request.app.state.store, datetime.now(UTC))
    return [
        Banner("alarm", values={"code": one.code, "count": one.count, "since": one.since.astimezone(AMSTERDAM)})
        for one in found
    ]


routes: list[ConsolePage] = []
banner_sources = [source]
