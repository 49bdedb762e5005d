"""When an adviser is free: by their hours, the office's, closing days and what they have already."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.console.work.free import FreeDay, free_days
from bot.office_hours import OfficeHours, local
from bot.store import Store
from bot.store.adviser.advisers import AdviserDetails
from bot.store.request.visits import VisitDetails
from tests.support.request.requests import case_path, make_request
from tests.support.staff.members import Desk

Sit = Callable[..., Desk]
MONDAY = date(2026, 12, 7)
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
HOURS = OfficeHours(frozenset(range(5)), time(9), time(17))
ANNE = AdviserDetails("A. Adviseur", "a@example.org", days=(0, 1), opens=time(9), closes=time(12))


def week(*taken: VisitDetails, now: datetime = NOW, monday: date = MONDAY, hours: OfficeHours = HOURS) -> list[FreeDay]:
    return free_days(ANNE, taken, monday, hours, now)


def test_within_the_hours_of_the_adviser_and_the_office():
    first, second, third, *_ = week()
    assert first == FreeDay(MONDAY, (time(9), time(9, 30), time(10), time(10, 30)))
    assert second.starts == first.starts
    assert (third.starts, third.why) == ((), "away")
    late = OfficeHours(frozenset(range(5)), time(10), time(17))
    assert week(hours=late)[0].starts == (time(10), time(10, 30))


def test_what_is_planned_is_taken_also_without_an_end():
    until_half_past = VisitDetails(MONDAY, time(8), time(9, 30))
    assert week(until_half_past)[0].starts == (time(9, 30), time(10), time(10, 30))
    assert week(VisitDetails(MONDAY, time(10)))[0] == FreeDay(MONDAY, (), "full")
    assert week(VisitDetails(MONDAY + timedelta(days=7), time(10)))[0].starts == week()[0].starts


def test_why_there_is_nothing():
    closed = OfficeHours(frozenset(range(5)), time(9), time(17), [(MONDAY, MONDAY)])
    assert week(hours=closed)[0].why == "closed"
    assert week(monday=date(2027, 3, 29))[0].why == "holiday", "Easter Monday"
    later = datetime(2026, 12, 8, 9, 10, tzinfo=UTC)  # ten past ten on the wall
    past, today, *_ = week(now=later)
    assert (past.why, today.starts) == ("past", (time(10, 30),))


def test_each_moment_that_is_free_can_be_planned(sit_down: Sit, app_store: Store, adviser: str):
    """What the page offers, the form takes without asking anything."""
    desk, reference = holder(sit_down, app_store)
    moment = offered(desk, reference, adviser)[0]
    form = desk.post(case_path(reference, "/afspraak/vrij"), {"moment": moment, "adviseur": adviser})
    day, clock = moment.split(" ")
    assert form.status_code == 200
    assert f'value="{day}"' in form.text and f'value="{clock}"' in form.text
    assert f'value="{adviser}" selected' in form.text
    fields = {"datum": day, "tijd": clock, "tot": field(form.text, "tot"), "adviseur": adviser}
    fields |= {"plaats": field(form.text, "plaats"), "versie": field(form.text, "versie")}
    assert desk.post(case_path(reference, "/afspraak"), fields).status_code == 303
    assert moment in offered(desk, reference, adviser), "to be moved, its own visit takes no place"
    other, second = holder(sit_down, app_store)
    assert moment not in offered(other, second, adviser)


def test_only_for_who_holds_the_request_and_no_moment_in_an_address(sit_down: Sit, app_store: Store, adviser: str):
    desk, reference = holder(sit_down, app_store)
    colleague = sit_down()
    assert colleague.get(case_path(reference, "/afspraak/vrij")).status_code == 409
    fields = {"moment": f"{MONDAY} 10:00", "adviseur": adviser}
    assert colleague.post(case_path(reference, "/afspraak/vrij"), fields).status_code == 409
    page = desk.get(case_path(reference, "/afspraak/vrij")).text
    links = re.findall(r'href="([^"]*afspraak/vrij[^"]*)"', page)
    assert links and not [link for link in links if re.search(r"\d\d:\d\d|\d{4}-\d\d-\d\d", link)]
    assert "/afspraak/vrij" in desk.get(case_path(reference, "/afspraak")).text


@pytest.mark.parametrize("query", ["week=2020-W01", "week=2026-W99", "week=x", "week=2099-W01", "adviseur=x"])
def test_an_address_that_no_link_leads_to(sit_down: Sit, app_store: Store, adviser: str, query: str):
    desk, reference = holder(sit_down, app_store)
    assert desk.get(case_path(reference, f"/afspraak/vrij?{query}")).status_code == 404


@pytest.mark.parametrize("moment", ["", "morgen 10:00", "2026-12-07", "2026-12-07 25:00"])
def test_a_moment_that_is_none(sit_down: Sit, app_store: Store, adviser: str, moment: str):
    desk, reference = holder(sit_down, app_store)
    assert desk.post(case_path(reference, "/afspraak/vrij"), {"moment": moment}).status_code == 400


@pytest.fixture
def adviser(app_store: Store) -> str:
    now = datetime.now(UTC)
    details = AdviserDetails("A. Adviseur", "a@example.org", days=(0, 1, 2, 3, 4))
    return app_store.advisers.add(details, "a" * 32, now)


def holder(sit_down: Sit, store: Store) -> tuple[Desk, str]:
    desk, reference = sit_down(), make_request(store)
    assert desk.post(case_path(reference, "/oppakken")).status_code == 303
    return desk, reference


def offered(desk: Desk, reference: str, adviser: str) -> list[str]:
    """The moments of the first week after the next that has any."""
    today = local(datetime.now(UTC)).date()
    for weeks in range(2, 8):
        year, number, _ = (today + timedelta(weeks=weeks)).isocalendar()
        page = desk.get(case_path(reference, f"/afspraak/vrij?adviseur={adviser}&week={year}-W{number:02d}"))
        moments = re.findall(r'name="moment" value="([^"]+)"', page.text)
        if moments:
            return moments
    raise AssertionError("nothing is free for weeks")


def field(page: str, name: str) -> str:
    (value,) = re.findall(rf'name="{name}" value="([^"]*)"', page)
    return html.unescape(value)
