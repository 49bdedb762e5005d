"""`/herinnering`: a file for one's own calendar, to look at the plan again. `/herinnering/bestand?over=3` gives it.

Anybody who sees the calendar may see this: a day and a neutral word, no plan, no home, no person, no way back to us.
Nothing is kept and nothing is sent.
"""

from __future__ import annotations

import calendar as months_of
import secrets
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.channels.report.pages import LOCAL
from bot.channels.report.routes import pages_of
from bot.services import services
from bot.web.headers import PAGES
from bot.web.problems import Problem

_SUMMARY = "Herinnering aan uzelf"
_PRODUCT = "-//Herinnering//NL"
_HEADERS = {**PAGES, "content-disposition": 'attachment; filename="herinnering.ics"'}
_AT = timedelta(hours=9)
MONTHS = range(1, 13)
USUAL = 3
"""Months after which most look again."""


def day_after(today: date, months: int) -> date:
    """The same day so many months later; the last of that month where it has no such day."""
    years, month = divmod(today.month - 1 + months, 12)
    year = today.year + years
    return date(year, month + 1, min(today.day, months_of.monthrange(year, month + 1)[1]))


def reminder(day: date, now: datetime) -> bytes:
    """The calendar file. Its number is drawn: two of them belong to nobody together."""
    event = Event()
    event.add("uid", secrets.token_hex(16))
    event.add("dtstamp", now)
    event.add("summary", _SUMMARY)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("dtstart", day)
    alarm = Alarm()
    for name, value in {"action": "DISPLAY", "description": _SUMMARY, "trigger": _AT}.items():
        alarm.add(name, value)
    event.add_component(alarm)
    calendar = Calendar()
    for name, value in {"prodid": _PRODUCT, "version": "2.0"}.items():
        calendar.add(name, value)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


async def _page(request: Request) -> Response:
    today = services(request).now().astimezone(LOCAL).date()
    days = [(months, day_after(today, months)) for months in MONTHS]
    return HTMLResponse(pages_of(request).reminder(days, USUAL), headers=PAGES)


async def _file(request: Request) -> Response:
    months = request.query_params.get("over", "")
    if months not in map(str, MONTHS):
        raise Problem(400)
    now = services(request).now()
    day = day_after(now.astimezone(LOCAL).date(), int(months))
    return Response(reminder(day, now), media_type="text/calendar", headers=_HEADERS)


routes = [
    Route("/herinnering", _page, methods=["GET"]),
    Route("/herinnering/bestand", _file, methods=["GET"]),
]
