"""When the secretariat works: the hours of `content/booking.yml`, in Dutch time, without Dutch public holidays.

Nor on the closing days that stand in the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import holidays

from woningscan.content.loading import load_office_hours

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NOTHING = timedelta(0)


class OfficeHours:
    """Answers every question about office time. Moments have a time zone; the answers are in Dutch time."""

    def __init__(
        self, days: frozenset[int], opens: time, closes: time, closed: Iterable[tuple[date, date]] = ()
    ) -> None:
        """`days` counts from Monday, 0; `closed` has the first and last of each run of closing days.

        Raises ValueError for hours in which nobody would ever be there.
        """
        if not days or opens >= closes:
            raise ValueError("office hours without a minute in them")
        self._days = days
        self._opens = opens
        self._closes = closes
        self._closed = tuple(closed)

    @classmethod
    def of(cls, hours: Mapping[str, Any]) -> OfficeHours:
        """From the section `office_hours` of the content."""
        days = frozenset(_DAYS.index(day) for day in hours["days"])
        closed = [
            (date.fromisoformat(run["from"]), date.fromisoformat(run.get("until", run["from"])))
            for run in hours.get("closed", ())
        ]
        return cls(days, time.fromisoformat(hours["from"]), time.fromisoformat(hours["until"]), closed)

    @classmethod
    def load(cls, content_dir: Path) -> OfficeHours:
        return cls.of(load_office_hours(content_dir))

    def works_on(self, day: date) -> bool:
        """Whether it is a day of work: not a weekend, not a public holiday, not a closing day."""
        return day.weekday() in self._days and not is_holiday(day) and not self.closed_on(day)

    def closed_on(self, day: date) -> bool:
        """Whether it is a closing day of the secretariat's own."""
        return any(first <= day <= last for first, last in self._closed)

    def is_open(self, moment: datetime) -> bool:
        local = moment.astimezone(AMSTERDAM)
        return self.works_on(local.date()) and self._opens <= local.time().replace(tzinfo=None) < self._closes

    def elapsed(self, since: datetime, until: datetime, *, at_least: timedelta | None = None) -> timedelta:
        """How much office time lies between; none when `until` comes first. Counting may stop at `at_least`."""
        total, day = _NOTHING, since.astimezone(AMSTERDAM).date()
        last = until.astimezone(AMSTERDAM).date()
        while day <= last and (at_least is None or total < at_least):
            if self.works_on(day):
                opens, closes = self._span(day)
                # Moments of one time zone are subtracted by the clock on the wall: compare them by the world's clock.
                total += max(_NOTHING, _gap(max(since, opens, key=_stamp), min(until, closes, key=_stamp)))
            day += timedelta(days=1)
        return total

    def _span(self, day: date) -> tuple[datetime, datetime]:
        return datetime.combine(day, self._opens, AMSTERDAM), datetime.combine(day, self._closes, AMSTERDAM)


def local(moment: datetime) -> datetime:
    """A moment by the clock on the wall in the Netherlands."""
    return moment.astimezone(AMSTERDAM)


def is_holiday(day: date) -> bool:
    """Whether the Netherlands has a public holiday on that day."""
    return day in _holidays(day.year)


@cache
def _holidays(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("NL", years=year, expand=False)


def _stamp(moment: datetime) -> float:
    return moment.timestamp()


def _gap(earlier: datetime, later: datetime) -> timedelta:
    return timedelta(seconds=later.timestamp() - earlier.timestamp())
