"""The mail about a visit and its calendar file: one visit in every calendar, moved and taken out again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from email.message import EmailMessage

import pytest
from icalendar import Calendar

from bot.mail import MailComposer
from bot.mail.message import NoRecipient
from bot.making import make_composer
from bot.settings import Settings
from bot.store import Store
from bot.store.mail import outbox
from bot.store.request import due_mail
from bot.store.request.visits import VisitDetails
from tests.support.request.requests import make_request
from woningscan.content import load_content

ANNE = "a" * 32
CANARY = {"naam": "Kanarie Naam", "functie": "Kanariefunctie", "contact": "j@example.org", "voorkeur": "Kanariedag"}
CONTENT = load_content(Settings().content_dir)


@pytest.fixture
def composer(store: Store) -> MailComposer:
    return make_composer(Settings(public_url="https://scan.example"), store, CONTENT)


def visit(now: datetime, **changes: object) -> VisitDetails:
    given = {"adviser": "Kanarie Adviseur", "place": "Kanarieplaats"} | changes
    return VisitDetails((now + timedelta(30)).date(), time(10), time(11, 30), **given)  # type: ignore[arg-type]


def sent(store: Store, composer: MailComposer, now: datetime) -> Iterator[EmailMessage]:
    """What would go out now to the official; a mail that is out of date is dropped as the sender does."""
    while (mail := due_mail.claim(store.database, now, timedelta(minutes=10))) is not None:
        try:
            message = composer.compose(mail)
        except NoRecipient:
            outbox.drop(store.database, mail)
            continue
        again = composer.compose(mail)
        assert bytes(again) == bytes(message)
        due_mail.mark_sent(store.database, mail)
        if message["To"] == "j@example.org":
            yield message


def calendar_of(message: EmailMessage) -> tuple[Calendar, dict[str, object]]:
    part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    calendar = Calendar.from_ical(part.get_content())
    assert part.get_param("method") == calendar["method"]
    event = calendar.walk("VEVENT")[0]
    return calendar, {name: event.get(name) for name in ("uid", "sequence", "status", "location", "summary", "class")}


def test_planned_moved_and_called_off_is_one_visit_in_a_calendar(store: Store, composer: MailComposer, now: datetime):
    reference = make_request(store, **CANARY)
    store.cases.claim(reference, ANNE, now)
    seen = []
    for version, details in enumerate((visit(now), visit(now, adviser="Ander")), start=1):
        store.cases.arrange_visit(reference, ANNE, details, version, now)
        seen += [calendar_of(one) for one in sent(store, composer, now)]
    store.cases.call_off_visit(reference, ANNE, 3, now)
    seen += [calendar_of(one) for one in sent(store, composer, now)]
    store.cases.arrange_visit(reference, ANNE, visit(now), 4, now)
    seen += [calendar_of(one) for one in sent(store, composer, now)]
    assert [str(calendar["method"]) for calendar, _ in seen] == ["REQUEST", "REQUEST", "CANCEL", "REQUEST"]
    assert [int(str(event["sequence"])) for _, event in seen] == [0, 1, 2, 3]
    assert len({str(event["uid"]) for _, event in seen}) == 1
    assert [str(event["status"]) for _, event in seen] == ["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"]


def test_the_file_says_when_in_dutch_time_and_nothing_about_whom(store: Store, composer: MailComposer, now: datetime):
    reference = make_request(store, **CANARY)
    store.cases.claim(reference, ANNE, now)
    store.cases.arrange_visit(reference, ANNE, visit(now), 1, now)
    (message,) = sent(store, composer, now)
    calendar, event = calendar_of(message)
    start = calendar.walk("VEVENT")[0]["dtstart"]
    assert (start.params["TZID"], start.dt.hour) == ("Europe/Amsterdam", 10)
    zone = calendar.walk("VTIMEZONE")[0]
    assert str(zone["tzid"]) == "Europe/Amsterdam" and zone.walk("DAYLIGHT")
    assert (str(event["summary"]), str(event["class"]), event["location"]) == ("Afspraak", "PRIVATE", None)
    parts = [part.get_content() for part in message.walk() if not part.is_multipart()]
    everything = "\n".join([*parts, *(str(value) for value in message.values())]).casefold()
    assert "kanarie" not in everything and "wethouder" not in everything
    assert reference.casefold() in everything and "https://scan.example/aanvraag/link/" in everything


def test_the_place_is_named_only_when_the_official_wants_it(store: Store, composer: MailComposer, now: datetime):
    reference = make_request(store, **CANARY)
    store.cases.claim(reference, ANNE, now)
    store.cases.arrange_visit(reference, ANNE, visit(now, place="Stadhuis", place_told=True), 1, now)
    (message,) = sent(store, composer, now)
    assert str(calendar_of(message)[1]["location"]) == "Stadhuis"
    assert "Plaats: Stadhuis" in message.get_body().get_content()  # type: ignore[union-attr]


def test_with_the_mail_server_away_only_how_it_is_now_is_sent(store: Store, composer: MailComposer, now: datetime):
    reference = make_request(store, **CANARY)
    store.cases.claim(reference, ANNE, now)
    for version in (1, 2, 3):
        store.cases.arrange_visit(reference, ANNE, visit(now), version, now)
    (message,) = sent(store, composer, now + timedelta(hours=24))
    assert int(str(calendar_of(message)[1]["sequence"])) == 2


def test_without_a_mail_address_nothing_is_sent(store: Store, composer: MailComposer, now: datetime):
    reference = make_request(store, at=now, **CANARY | {"contact": "0612345678"})
    store.cases.claim(reference, ANNE, now)
    store.cases.arrange_visit(reference, ANNE, visit(now), 1, now)
    assert list(sent(store, composer, now)) == []
    assert outbox.overview(store.database).waiting == 0


@pytest.mark.parametrize("month", [1, 7])
def test_winter_and_summer_are_the_same_time_on_the_wall(
    store: Store, composer: MailComposer, now: datetime, month: int
):
    reference = make_request(store, **CANARY)
    store.cases.claim(reference, ANNE, now)
    day = now.date().replace(year=2027, month=month, day=4)
    store.cases.arrange_visit(reference, ANNE, VisitDetails(day, time(10), None, "A", "B"), 1, now)
    (message,) = sent(store, composer, now)
    start = calendar_of(message)[0].walk("VEVENT")[0]["dtstart"].dt
    assert (start.hour, start.utcoffset()) == (10, timedelta(hours=1 if month == 1 else 2))
