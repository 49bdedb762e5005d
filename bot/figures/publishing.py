"""Which figures may be seen, so that none leads to a person. Rules, for who knows them and remembers earlier pages too:

- Only weeks that are over: a count that grows while one looks would show each visit.
- A count below ten is hidden, zero as well.
- A total, and the share of answers per theme, is of a whole quarter and comes when that is over: the difference of two
  running totals would be a hidden week.
- A total is hidden too where it would narrow down a hidden week: each hidden week must still be able to be any
  number from 0 to 9. Weeks once shown are never hidden later; that would be known to who saw them.
- A share stands only on at least ten scans, ten answers "to do" and ten others. On how many is not told: beside the
  number of scans it would show how few skipped a theme.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.store.figures import AMSTERDAM, monday_of

LEAST = 10
Counts = Mapping[str, Mapping[str, int]]
_WEEKS = 13
_QUARTERS = 4


@dataclass(frozen=True)
class Series:
    """One figure over the weeks of a quarter; None stands for hidden, or in `total` for not yet."""

    name: str
    weeks: tuple[int | None, ...]
    total: int | None


@dataclass(frozen=True)
class Quarter:
    """`id` is `2026-K4`. `weeks` are those that are over and were counted; `shares` are percentages per theme."""

    id: str
    weeks: tuple[str, ...]
    closed: bool
    series: tuple[Series, ...]
    shares: dict[str, int | None]


def published(counts: Counts, names: Iterable[str], themes: Iterable[str], now: datetime) -> list[Quarter]:
    """The quarters there are figures of, the newest first."""
    today = now.astimezone(AMSTERDAM).date()
    quarters: dict[str, list[str]] = {}
    for week in _weeks_over(counts, today):
        quarters.setdefault(quarter_of(week), []).append(week)
    names, themes = tuple(names), tuple(themes)
    made = [_quarter(quarter, tuple(weeks), counts, names, themes, today) for quarter, weeks in quarters.items()]
    return sorted(made, key=lambda quarter: quarter.id, reverse=True)


def quarter_of(week: str) -> str:
    """Quarters of thirteen ISO weeks; the last has the 53rd week of a long year as well."""
    year, _, number = week.partition("-W")
    return f"{year}-K{min(_QUARTERS, (int(number) - 1) // _WEEKS + 1)}"


def shown(count: int) -> int | None:
    return count if count >= LEAST else None


def total_of(counts: Iterable[int]) -> int | None:
    """The sum, or None where it would say more of a hidden count than that it is below ten."""
    counts = tuple(counts)
    hidden = [count for count in counts if count < LEAST]
    most = LEAST - 1
    safe = not hidden or most <= sum(hidden) <= most * (len(hidden) - 1)
    return shown(sum(counts)) if safe else None


def share_of(scans: int, answers: int, to_do: int) -> int | None:
    """How many in a hundred answers came to "to do"."""
    if min(scans, to_do, answers - to_do) < LEAST:
        return None
    return round(100 * to_do / answers)


def _weeks_over(counts: Counts, today: date) -> list[str]:
    """Every week since the first count, also those without any, up to the last that is over."""
    if not counts:
        return []
    day, weeks = monday_of(min(counts)), []
    while day + timedelta(days=7) <= today:
        year, number, _ = day.isocalendar()
        weeks.append(f"{year}-W{number:02d}")
        day += timedelta(days=7)
    return weeks


def _quarter(
    quarter: str, weeks: tuple[str, ...], counts: Counts, names: tuple[str, ...], themes: tuple[str, ...], today: date
) -> Quarter:
    after = monday_of(weeks[-1]) + timedelta(days=7)
    year, number, _ = after.isocalendar()
    closed = quarter_of(f"{year}-W{number:02d}") != quarter

    def number_of(week: str, name: str) -> int:
        return counts.get(week, {}).get(name, 0)

    series = []
    for name in names:
        numbers = [number_of(week, name) for week in weeks]
        series.append(Series(name, tuple(map(shown, numbers)), total_of(numbers) if closed else None))
    shares = {}
    for theme in themes if closed else ():
        sums = (sum(number_of(week, f"thema.{theme}.{part}") for week in weeks) for part in _PARTS)
        shares[theme] = share_of(*sums)
    return Quarter(quarter, weeks, closed, tuple(series), shares)


_PARTS = ("scans", "antwoorden", "te_doen")
