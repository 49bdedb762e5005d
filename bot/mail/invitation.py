"""The visit as a calendar file, for the mail to the official (RFC 5545 and 5546).

Anybody who sees a calendar may see this: a neutral title, private, no name, no function, and a place only when the
official said that it may be in there. The same visit gives the same file every time.
"""

from __future__ import annotations

from datetime import UTC

from icalendar import Calendar, Event, vCalAddress, vText

from bot.mail.message import Attachment
from bot.store.request.visits import Visit

_SUMMARY = "Afspraak"
_PRODUCT = "-//Afspraak//NL"
_FILENAME = "afspraak.ics"


def invitation(visit: Visit, organizer: str, attendee: str) -> Attachment:
    """The file that puts the visit in a calendar, moves it there, or takes it out when it was called off.

    `organizer` and `attendee` are mail addresses: without them programs do not take a change for one.
    """
    method = "REQUEST" if visit.is_planned else "CANCEL"
    calendar = Calendar()
    for name, value in {"prodid": _PRODUCT, "version": "2.0", "method": method}.items():
        calendar.add(name, value)
    calendar.add_component(_event(visit, organizer, attendee))
    day = visit.details.day
    calendar.add_missing_timezones(day.replace(month=1, day=1), day.replace(year=day.year + 1, month=12, day=31))
    return Attachment(_FILENAME, calendar.to_ical().decode(), parameters={"method": method, "name": _FILENAME})


def _event(visit: Visit, organizer: str, attendee: str) -> Event:
    event = Event()
    event.add("uid", visit.uid)
    event.add("sequence", visit.sequence)
    event.add("dtstamp", visit.updated_at.astimezone(UTC))
    event.add("summary", _SUMMARY)
    event.add("class", "PRIVATE")
    event.add("status", "CONFIRMED" if visit.is_planned else "CANCELLED")
    event.add("dtstart", visit.details.starts_at)
    if visit.details.ends_at is not None:
        event.add("dtend", visit.details.ends_at)
    if visit.details.place_told:
        event.add("location", visit.details.place)
    event.add("organizer", vCalAddress(f"MAILTO:{organizer}"))
    invited = vCalAddress(f"MAILTO:{attendee}")
    invited.params["rsvp"] = vText("FALSE")
    event.add("attendee", invited)
    return event
