"""Office time: working days, Dutch public holidays, the hours of the content, the days on which the clock changes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.office_hours import AMSTERDAM, OfficeHours, is_holiday
from bot.settings import ROOT

HOURS = OfficeHours(frozenset(range(5)), time(9), time(17))
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
moments = st.integers(1_704_067_200, 1_956_441_600).map(lambda second: datetime.fromtimestamp(second, timezone.utc))


def at(text: str) -> datetime:
    """A moment by the clock on a Dutch wall."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def test_the_hours_of_the_content_can_be_read():
    hours = OfficeHours.load(ROOT / "content")
    assert hours.is_open(at("2026-11-24 10:30"))
    assert not hours.is_open(at("2026-11-22 10:30"))


@pytest.mark.parametrize(
    ("moment", "open_now"),
    [
        ("2026-11-24 08:59:59", False),
        ("2026-11-24 09:00", True),
        ("2026-11-24 16:59:59", True),
        ("2026-11-24 17:00", False),
        ("2026-11-28 11:00", False),
        ("2026-12-25 11:00", False),
        ("2026-12-24 11:00", True),
        ("2026-04-27 11:00", False),
        ("2025-04-26 11:00", False),
        ("2026-04-06 11:00", False),
        ("2026-05-14 11:00", False),
    ],
)
def test_open_or_not(moment: str, open_now: bool):
    assert HOURS.is_open(at(moment)) is open_now
    assert HOURS.is_open(at(moment).astimezone(timezone.utc)) is open_now


@pytest.mark.parametrize(
    ("day", "closed"),
    [("2026-12-23", False), ("2026-12-24", True), ("2026-12-31", True), ("2027-01-04", False), ("2027-05-07", True)],
)
def test_closing_days_are_no_days_of_work(day: str, closed: bool):
    runs = [{"from": "2026-12-24", "until": "2026-12-31"}, {"from": "2027-05-07"}]
    hours = OfficeHours.of(
        {"days": ["monday", "wednesday", "thursday", "friday"], "from": "09:00", "until": "17:00", "closed": runs}
    )
    assert hours.works_on(date.fromisoformat(day)) is not closed
    assert hours.is_open(at(f"{day} 10:00")) is not closed
    assert hours.elapsed(at(f"{day} 09:00"), at(f"{day} 17:00")) == (0 if closed else 8) * HOUR
    assert hours.elapsed(at("2026-12-23 16:00"), at("2027-01-04 10:00")) == 2 * HOUR


def test_the_kings_birthday_moves_away_from_a_sunday():
    assert is_holiday(date(2025, 4, 26)) and not is_holiday(date(2025, 4, 28))
    assert is_holiday(date(2031, 4, 26))


@pytest.mark.parametrize(
    ("since", "until", "minutes"),
    [
        ("2026-11-24 10:00", "2026-11-24 10:30", 30),
        ("2026-11-24 10:30", "2026-11-24 10:00", 0),
        ("2026-11-20 16:45", "2026-11-23 09:15", 30),
        ("2026-11-21 03:00", "2026-11-22 23:00", 0),
        ("2026-12-24 16:00", "2026-12-28 10:00", 120),
        ("2026-12-31 16:30", "2027-01-04 09:30", 60),
        ("2026-04-02 16:30", "2026-04-07 09:10", 40),
        ("2026-03-27 16:00", "2026-03-30 10:00", 120),
        ("2026-10-23 16:00", "2026-10-26 10:00", 120),
        ("2026-11-23 00:00", "2026-11-30 00:00", 5 * 8 * 60),
    ],
)
def test_how_much_office_time_lies_between(since: str, until: str, minutes: int):
    assert HOURS.elapsed(at(since), at(until)) == minutes * MINUTE


def test_hours_over_the_change_of_the_clock_are_hours_of_the_world():
    night = OfficeHours(frozenset(range(7)), time(0), time(12))
    assert night.elapsed(at("2026-03-29 00:00"), at("2026-03-29 12:00")) == 11 * HOUR
    assert night.elapsed(at("2026-10-25 00:00"), at("2026-10-25 12:00")) == 13 * HOUR


@given(moments, moments, moments)
def test_office_time_adds_up(one: datetime, two: datetime, three: datetime):
    first, middle, last = sorted((one, two, three))
    if last - first > timedelta(days=120):
        last, middle = first + timedelta(days=120), min(middle, first + timedelta(days=60))
    whole = HOURS.elapsed(first, last)
    assert whole == HOURS.elapsed(first, middle) + HOURS.elapsed(middle, last)
    assert timedelta(0) <= whole <= last - first
    assert HOURS.elapsed(first, last, at_least=HOUR) >= min(HOUR, whole)


@pytest.mark.parametrize(
    ("days", "opens", "closes"), [([], "09:00", "17:00"), ([0], "17:00", "09:00"), ([0], "9:", "17")]
)
def test_hours_in_which_nobody_would_be_there_are_refused(days: list[int], opens: str, closes: str):
    with pytest.raises(ValueError):
        OfficeHours(frozenset(days), time.fromisoformat(opens), time.fromisoformat(closes))
