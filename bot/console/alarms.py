"""Shows on every page of the console what is wrong just now (`bot.jobs.alarms`)."""

from __future__ import annotations

import asyncio

from starlette.requests import Request

from bot.console.frame.access import ConsolePage
from bot.console.frame.shell import Banner
from bot.jobs.alarms import alarms
from bot.office_hours import AMSTERDAM
from bot.services import services


async def source(request: Request) -> list[Banner]:
    alarming = await asyncio.to_thread(alarms, services(request).store, services(request).now())
    return [
        Banner("alarm", values={"code": alarm.code, "count": alarm.count, "since": alarm.since.astimezone(AMSTERDAM)})
        for alarm in alarming
    ]


routes: list[ConsolePage] = []
banner_sources = [source]
