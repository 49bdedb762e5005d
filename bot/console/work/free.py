"""When an adviser is free in a week, to choose a moment for a visit from: by their hours, closing days and visits."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from starlette.requests import Request
from starlette.responses import Response

from bot.console.frame.access import fields_of, page
from bot.console.frame.shell import render
from bot.console.work.case import open_case, show_case
from bot.console.work.overview import CASE_PATH
from bot.console.work.visit import planned, refused, show_form
from bot.console.work.visit_form import FARTHEST, day_in, time_in, unusual_moment
from bot.office_hours import OfficeHours, is_holiday, local
from bot.services import services
from bot.store.adviser.advisers import Adviser, AdviserDetails
from bot.store.request.visits import USUAL_LENGTH, VisitDetails
from bot.web.problems import Problem

_PATH = f"{CASE_PATH}{{reference:str}}/afspraak/vrij"
_STEP = timedelta(minutes=30)
_WEEK = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True)
class FreeDay:
    """When a visit of the usual length can begin on a day. `why` says why there is no such moment, as the page knows
    it."""

    day: date
    starts: tuple[time, ...]
    why: str = ""


def free_days(
    adviser: AdviserDetails, taken: Iterable[VisitDetails], monday: date, hours: OfficeHours, now: datetime
) -> list[FreeDay]:
    """The days of a week: from Monday to Friday, and others on which the adviser works."""
    taken = tuple(taken)
    listed = []
    for number in range(7):
        if number > 4 and number not in adviser.days:
            continue
        day = monday + timedelta(days=number)
        starts = tuple(visit.start for visit in _moments(adviser, day) if _is_free(visit, adviser, taken, hours, now))
        listed.append(FreeDay(day, starts, "" if starts else _why(day, adviser, hours, now)))
    return listed


def _moments(adviser: AdviserDetails, day: date) -> Iterable[VisitDetails]:
    """Visits of the usual length, one after each step, within the hours of the adviser."""
    start, closes = datetime.combine(day, adviser.opens), datetime.combine(day, adviser.closes)
    while start + USUAL_LENGTH <= closes:
        yield VisitDetails(day, start.time(), (start + USUAL_LENGTH).time())
        start += _STEP


def _is_free(
    visit: VisitDetails, adviser: AdviserDetails, taken: tuple[VisitDetails, ...], hours: OfficeHours, now: datetime
) -> bool:
    usual = adviser.works_at(visit) and unusual_moment(visit, hours) is None
    return usual and visit.starts_at > now and not any(visit.overlaps(other) for other in taken)


def _why(day: date, adviser: AdviserDetails, hours: OfficeHours, now: datetime) -> str:
    reasons = {
        "past": day < local(now).date(),
        "holiday": is_holiday(day),
        "closed": hours.closed_on(day),
        "away": day.weekday() not in adviser.days,
        "weekend": not hours.works_on(day),
    }
    return next((reason for reason, met in reasons.items() if met), "full")


async def show(request: Request) -> Response:
    """A week of an adviser, by default this one of the first; only for who holds the request."""
    here, case = services(request), await open_case(request)
    refusal = refused(request, case)
    if refusal:
        return await show_case(request, refusal, 409)
    advisers = await asyncio.to_thread(here.store.advisers.all)
    chosen, monday = _chosen(request, advisers), _monday(request)
    week = [monday + timedelta(days=number) for number in range(7)]
    taken = await asyncio.to_thread(here.store.advisers.visits_on, chosen, week, besides=case.reference)
    before, after = monday - timedelta(weeks=1), monday + timedelta(weeks=1)
    today = local(here.now()).date()
    return await render(
        request,
        "work/free",
        case=case,
        advisers=advisers,
        chosen=chosen,
        days=free_days(chosen.details, taken, monday, here.hours, here.now()),
        week=_name(monday),
        before=_name(before) if before + timedelta(days=6) >= today else "",
        after=_name(after) if after <= today + FARTHEST else "",
    )


async def choose(request: Request) -> Response:
    """The form of the visit with that moment in it. Nothing is kept yet, and no moment stands in an address."""
    fields, case = fields_of(request), await open_case(request)
    refusal = refused(request, case)
    if refusal:
        return await show_case(request, refusal, 409)
    day, _, clock = fields.get("moment", "").partition(" ")
    start, on = time_in(clock), day_in(day)
    if start is None or on is None:
        raise Problem(400)
    until = (datetime.combine(on, start) + USUAL_LENGTH).time()
    form = replace(
        await planned(request, case),
        day=on.isoformat(),
        start=start.isoformat("minutes"),
        until=until.isoformat("minutes"),
        adviser=fields.get("adviseur", ""),
    )
    return await show_form(request, case, form)


def _chosen(request: Request, advisers: list[Adviser]) -> Adviser:
    """Raises Problem(404) where there is none."""
    wanted = request.query_params.get("adviseur") or (advisers[0].id if advisers else "")
    chosen = next((adviser for adviser in advisers if adviser.id == wanted), None)
    if chosen is None:
        raise Problem(404)
    return chosen


def _monday(request: Request) -> date:
    """Of the week in the address, which may be this one or a later one. Raises Problem(404)."""
    today = local(services(request).now()).date()
    this_week = today - timedelta(days=today.weekday())
    typed = _WEEK.fullmatch(request.query_params.get("week") or _name(this_week))
    try:
        monday = date.fromisocalendar(int(typed[1]), int(typed[2]), 1) if typed else date.min
    except ValueError:
        monday = date.min
    if not this_week <= monday <= today + FARTHEST:
        raise Problem(404)
    return monday


def _name(monday: date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02d}"


routes = [
    page(_PATH, show, role="medewerker"),
    page(_PATH, choose, ["POST"], role="medewerker"),
]
