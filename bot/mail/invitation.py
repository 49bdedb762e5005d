"""A visit as a calendar file, for mail to the official and the adviser, and for the adviser's own calendar (RFC 5545).

Anybody who sees a calendar may see this: a neutral title, private, no name, no function, and a place only when the
official said that it may be in there, and then only for the official. The same visit gives the same file every time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date

from icalendar import Calendar, Event, vCalAddress, vText

from bot.mail.message import Attachment
from bot.store.request.visits import Visit

_SUMMARY = "Afspraak"
_PRODUCT = "-//Afspraak//NL"
_FILENAME = "afspraak.ics"


def invitation(visit: Visit, organizer: str, attendee: str, *, reference: str = "") -> Attachment:
    """The file that puts the visit in a calendar, moves it there, or takes it out when it was called off.

    `organizer` and `attendee` are mail addresses: without them programs do not take a change for one. With `reference`
    it is for the adviser: the title has it, and there is no place.
    """
    method = "REQUEST" if visit.is_planned else "CANCEL"
    event = _event(visit, f"{_SUMMARY} {reference}" if reference else _SUMMARY)
    if visit.details.place_told and not reference:
        event.add("location", visit.details.place)
    event.add("organizer", vCalAddress(f"MAILTO:{organizer}"))
    invited = vCalAddress(f"MAILTO:{attendee}")
    invited.params["rsvp"] = vText("FALSE")
    event.add("attendee", invited)
    content = _calendar(method, [event], [visit.details.day])
    return Attachment(_FILENAME, content, parameters={"method": method})


def calendar_of(visits: Iterable[tuple[str, Visit]]) -> str:
    """All visits of an adviser, each by the reference of its request and nothing else."""
    listed = sorted(visits, key=lambda pair: (pair[1].details.starts_at, pair[0]))
    events = [_event(visit, f"{_SUMMARY} {reference}") for reference, visit in listed]
    return _calendar("PUBLISH", events, [visit.details.day for _, visit in listed])


def _calendar(method: str, events: Iterable[Event], days: list[date]) -> str:
    calendar = Calendar()
    for name, value in {"prodid": _PRODUCT, "version": "2.0", "method": method}.items():
        calendar.add(name, value)
    for event in events:
        calendar.add_component(event)
    if days:
        first, last = min(days), max(days)
        calendar.add_missing_timezones(
            first.replace(month=1, day=1), last.replace(year=last.year + 1, month=12, day=31)
        )
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(visit: Visit, title: str) -> Event:
    event = Event()
    event.add("uid", visit.uid)
    event.add("sequence", visit.sequence)
    event.add("dtstamp", visit.updated_at.astimezone(UTC))
    event.add("summary", title)
    event.add("class", "PRIVATE")
    event.add("status", "CONFIRMED" if visit.is_planned else "CANCELLED")
    event.add("dtstart", visit.details.starts_at)
    event.add("dtend", visit.details.ends_about)
    return event
