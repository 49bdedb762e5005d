"""Planning a visit: what is typed, the clock that jumps, holidays, weekends, and everything wrong at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.work.visit_form import VisitForm, checked, day_in, exists, time_in
from bot.office_hours import OfficeHours
from bot.store.request.visits import VisitDetails

HOURS = OfficeHours(frozenset(range(5)), time(9), time(17))
NOW = datetime(2026, 3, 2, 10, 30, tzinfo=timezone.utc)
GOOD = VisitForm(day="2026-03-24", start="10:00", until="11:30", adviser="A. Adviseur")


def test_a_closing_day_is_asked_about():
    hours = OfficeHours(frozenset(range(5)), time(9), time(17), [(date(2026, 3, 23), date(2026, 3, 25))])
    assert [problem.code for problem in checked(GOOD, hours, NOW)[1]] == ["sluitingsdag"]
    assert checked(replace(GOOD, anyway=True), hours, NOW)[1] == []
    assert checked(replace(GOOD, day="2026-03-26"), hours, NOW)[1] == []


def codes(form: VisitForm, now: datetime = NOW) -> list[str]:
    return [problem.code for problem in checked(form, HOURS, now)[1]]


def test_what_is_right_is_taken_as_it_is():
    details, problems = checked(GOOD, HOURS, NOW)
    assert problems == []
    assert details == VisitDetails(date(2026, 3, 24), time(10), time(11, 30), "A. Adviseur", "op afspraak", False)


def test_everything_that_is_wrong_is_said_at_once():
    assert codes(VisitForm(place="")) == ["datum_leeg", "tijd_leeg", "adviseur_leeg", "plaats_leeg"]
    assert codes(replace(GOOD, adviser="x" * 121, place="y" * 121)) == ["te_lang", "te_lang"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"day": "2026-03-01"}, "datum_voorbij"),
        ({"day": "2027-12-01"}, "datum_te_ver"),
        ({"day": "31-02-2026"}, "datum_onleesbaar"),
        ({"day": "morgen"}, "datum_onleesbaar"),
        ({"start": "25:00"}, "tijd_onleesbaar"),
        ({"day": "2026-03-02", "start": "11:30", "until": ""}, "tijd_voorbij"),
        ({"until": "9:59"}, "tot_voor_begin"),
        ({"until": "10:00"}, "tot_voor_begin"),
        ({"until": "straks"}, "tot_onleesbaar"),
        ({"day": "2026-04-06"}, "feestdag"),  # tweede paasdag
        ({"day": "2026-04-27"}, "feestdag"),  # Koningsdag
        ({"day": "2026-12-25"}, "feestdag"),
        ({"day": "2026-03-28"}, "weekend"),
        ({"start": "08:59"}, "buiten_kantooruren"),
        ({"until": "17:01"}, "buiten_kantooruren"),
        ({"day": "2026-03-29", "start": "02:30", "until": ""}, "tijd_bestaat_niet"),
    ],
)
def test_what_is_wrong(changes: dict[str, str], code: str):
    assert codes(replace(GOOD, **changes)) == [code]


@pytest.mark.parametrize("changes", [{"day": "2026-04-06"}, {"day": "2026-03-28"}, {"start": "08:59"}])
def test_what_is_unusual_needs_a_tick_of_its_own(changes: dict[str, str]):
    assert codes(replace(GOOD, **changes, anyway=True)) == []


@pytest.mark.parametrize("changes", [{"day": "2026-03-01"}, {"day": "2026-03-29", "start": "02:30", "until": ""}])
def test_the_tick_does_not_allow_what_cannot_be(changes: dict[str, str]):
    assert codes(replace(GOOD, **changes, anyway=True)) != []


def test_later_today_is_not_past_in_dutch_time():
    """10:30 in UTC is 11:30 in the Netherlands in winter and 12:30 in summer."""
    assert codes(replace(GOOD, day="2026-03-02", start="11:31", until="")) == []
    summer = datetime(2026, 7, 1, 10, 30, tzinfo=timezone.utc)
    assert codes(replace(GOOD, day="2026-07-01", start="12:30", until=""), summer) == ["tijd_voorbij"]
    assert codes(replace(GOOD, day="2026-07-01", start="12:31", until=""), summer) == []


def test_an_hour_that_comes_twice_is_the_first_of_the_two():
    details, _ = checked(replace(GOOD, day="2026-10-25", start="02:30", until="", anyway=True), HOURS, NOW)
    assert details is not None
    assert details.starts_at.astimezone(timezone.utc) == datetime(2026, 10, 25, 0, 30, tzinfo=timezone.utc)


@pytest.mark.parametrize("typed", ["24-3-2026", "24/03/2026", "24.3.2026", "2026-03-24", "24 03 2026"])
def test_a_day_as_people_write_it(typed: str):
    assert day_in(typed) == date(2026, 3, 24)


@pytest.mark.parametrize("typed", ["9:30", "09.30", "9u30", "09:30:00", "9.30 uur"])
def test_a_time_as_people_write_it(typed: str):
    assert time_in(typed) == time(9, 30)


@given(st.text(max_size=20))
def test_nothing_that_is_typed_breaks_it(typed: str):
    form = VisitForm.of({"datum": typed, "tijd": typed, "tot": typed, "adviseur": typed, "plaats": typed})
    details, problems = checked(form, HOURS, NOW)
    assert (details is None) == bool(problems)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.times())
def test_only_one_hour_a_year_does_not_exist(day: date, at: time):
    missing = (day.month, day.weekday()) == (3, 6) and day.day > 24 and at.hour == 2
    assert exists(day, at) != missing
