"""What is filled in to plan a visit: read as people write it, and checked. Times are those of the clock on the wall."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.office_hours import AMSTERDAM, OfficeHours, is_holiday
from bot.store.adviser.advisers import Adviser
from bot.store.request.visits import VisitDetails

BY_APPOINTMENT = "op afspraak"
MAX_TEXT = 120
FARTHEST = timedelta(days=366)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.u](\d{2}))?(?::\d{2})?(?: ?(?:u|uur))?", re.IGNORECASE)


@dataclass(frozen=True)
class Problem:
    """Which field, and which sentence of the page says what is wrong with it."""

    field: str
    code: str


@dataclass(frozen=True)
class VisitForm:
    """The fields as typed: a page that is shown again has them all. `adviser` is an id where there are advisers to
    choose from, and otherwise a name."""

    day: str = ""
    start: str = ""
    until: str = ""
    adviser: str = ""
    place: str = BY_APPOINTMENT
    place_told: bool = False
    anyway: bool = False
    double: bool = False

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> VisitForm:
        day, start, until, adviser, place = (
            " ".join(fields.get(name, "").split()) for name in ("datum", "tijd", "tot", "adviseur", "plaats")
        )
        return cls(
            day=_as_field(day_in(day), day),
            start=_as_field(time_in(start), start),
            until=_as_field(time_in(until), until),
            adviser=adviser,
            place=place,
            place_told=fields.get("plaats_noemen") == "ja",
            anyway=fields.get("toch") == "ja",
            double=fields.get("dubbel") == "ja",
        )

    @classmethod
    def from_details(cls, details: VisitDetails, *, by_id: bool = False) -> VisitForm:
        return cls(
            day=details.day.isoformat(),
            start=details.start.strftime("%H:%M"),
            until=details.until.strftime("%H:%M") if details.until else "",
            adviser=details.adviser_id if by_id else details.adviser,
            place=details.place,
            place_told=details.place_told,
        )


def checked(
    form: VisitForm, hours: OfficeHours, now: datetime, advisers: Sequence[Adviser] = ()
) -> tuple[VisitDetails | None, list[Problem]]:
    """What was agreed, or every problem at once, in the order of the form."""
    chosen = next((adviser for adviser in advisers if adviser.id == form.adviser), None)
    day, start, until = day_in(form.day), time_in(form.start), time_in(form.until)
    problems = [
        _day_problem(form.day, day, now),
        _start_problem(form.start, day, start, now),
        _until_problem(form.until, start, until, day),
        _adviser_problem(form.adviser, chosen, advisers),
        Problem("plaats", "plaats_leeg") if not form.place else _length("plaats", form.place),
    ]
    wrong = [problem for problem in problems if problem]
    if wrong or day is None or start is None:
        return None, wrong
    name, adviser_id = (chosen.details.name, chosen.id) if chosen else (form.adviser, "")
    details = VisitDetails(day, start, until, name, form.place, form.place_told, adviser_id)
    unusual = unusual_moment(details, hours)
    if unusual is None and chosen and not chosen.details.works_at(details):
        unusual = "uren_adviseur"
    if unusual and not form.anyway:
        return None, [Problem("toch", unusual)]
    return details, []


def unusual_moment(details: VisitDetails, hours: OfficeHours) -> str | None:
    """Why nobody would expect a visit then: a public holiday, a closing day, a weekend, outside office hours."""
    if is_holiday(details.day):
        return "feestdag"
    if hours.closed_on(details.day):
        return "sluitingsdag"
    if not hours.works_on(details.day):
        return "weekend"
    last = details.ends_at - timedelta(minutes=1) if details.ends_at else details.starts_at
    return None if hours.is_open(details.starts_at) and hours.is_open(last) else "buiten_kantooruren"


def day_in(typed: str) -> date | None:
    """2026-12-14 as browsers write it, 14-12-2026 or 14/12/2026 as people do."""
    iso, dutch = _ISO_DAY.fullmatch(typed), _DUTCH_DAY.fullmatch(typed)
    numbers = iso.groups() if iso else dutch.groups()[::-1] if dutch else None
    try:
        return date(*map(int, numbers)) if numbers else None
    except ValueError:
        return None


def time_in(typed: str) -> time | None:
    """10:30, 10.30, 10u30, 10 or 10 uur."""
    read = _CLOCK.fullmatch(typed)
    try:
        return time(int(read[1]), int(read[2] or 0)) if read else None
    except ValueError:
        return None


def exists(day: date, at: time) -> bool:
    """Whether the clock shows that time on that day: in spring one hour is left out."""
    wall = datetime.combine(day, at, AMSTERDAM)
    return wall.astimezone(UTC).astimezone(AMSTERDAM).replace(tzinfo=None) == wall.replace(tzinfo=None)


def _as_field(read: date | time | None, typed: str) -> str:
    """As the browser's own fields for days and times want it; what cannot be read as it was typed."""
    if read is None:
        return typed
    return read.isoformat("minutes") if isinstance(read, time) else read.isoformat()


def _day_problem(typed: str, day: date | None, now: datetime) -> Problem | None:
    today = now.astimezone(AMSTERDAM).date()
    if day is None:
        return Problem("datum", "datum_onleesbaar" if typed else "datum_leeg")
    if day < today:
        return Problem("datum", "datum_voorbij")
    return Problem("datum", "datum_te_ver") if day > today + FARTHEST else None


def _start_problem(typed: str, day: date | None, start: time | None, now: datetime) -> Problem | None:
    if start is None:
        return Problem("tijd", "tijd_onleesbaar" if typed else "tijd_leeg")
    if day is None:
        return None
    if not exists(day, start):
        return Problem("tijd", "tijd_bestaat_niet")
    passed = day == now.astimezone(AMSTERDAM).date() and datetime.combine(day, start, AMSTERDAM) <= now
    return Problem("tijd", "tijd_voorbij") if passed else None


def _until_problem(typed: str, start: time | None, until: time | None, day: date | None) -> Problem | None:
    if not typed:
        return None
    if until is None:
        return Problem("tot", "tot_onleesbaar")
    if day is not None and not exists(day, until):
        return Problem("tot", "tot_onleesbaar")
    return Problem("tot", "tot_voor_begin") if start is not None and until <= start else None


def _adviser_problem(typed: str, chosen: Adviser | None, advisers: Sequence[Adviser]) -> Problem | None:
    if not typed:
        return Problem("adviseur", "adviseur_leeg")
    if advisers:
        return None if chosen else Problem("adviseur", "adviseur_weg")
    return _length("adviseur", typed)


def _length(field: str, typed: str) -> Problem | None:
    return Problem(field, "te_lang") if len(typed) > MAX_TEXT else None
