"""What an adviser is told: when and which request, in mail, calendar file and own calendar; never of whom it is."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from email.message import EmailMessage

import pytest
from icalendar import Calendar

from bot.mail import MailComposer
from bot.mail.invitation import calendar_of
from bot.mail.message import NoRecipient
from bot.making import make_composer
from bot.settings import Settings
from bot.store import Store
from bot.store.adviser.advisers import AdviserDetails
from bot.store.mail import outbox
from bot.store.request import due_mail
from bot.store.request.states import Action
from bot.store.request.visits import VisitDetails
from tests.support.request.requests import make_request
from woningscan.content import load_content

STAFF = "a" * 32
CANARY = {"naam": "Kanarie Naam", "functie": "Kanariefunctie", "contact": "j@example.org", "voorkeur": "Kanariedag"}
CONTENT = load_content(Settings().content_dir)
FIRST, SECOND = "een@adviseurs.example", "twee@adviseurs.example"


@pytest.fixture
def composer(store: Store) -> MailComposer:
    return make_composer(Settings(public_url="https://scan.example"), store, CONTENT)


@pytest.fixture
def advisers(store: Store, now: datetime) -> list[str]:
    return [store.advisers.add(AdviserDetails(mail, mail), STAFF, now) for mail in (FIRST, SECOND)]


@pytest.fixture
def reference(store: Store, now: datetime) -> str:
    reference = make_request(store, **CANARY)
    store.cases.claim(reference, STAFF, now)
    return reference


def plan(store: Store, reference: str, adviser_id: str, now: datetime, days: int = 30) -> None:
    day = (now + timedelta(days)).date()
    details = VisitDetails(day, time(10), time(11, 30), "Kanarie Adviseur", "Kanarieplaats", True, adviser_id)
    case = store.cases.open(reference, STAFF, now)
    assert case and store.cases.arrange_visit(reference, STAFF, details, case.version, now) is None


def sent(store: Store, composer: MailComposer, now: datetime) -> list[EmailMessage]:
    """What goes out now to advisers."""
    messages = []
    while (mail := due_mail.claim(store.database, now, timedelta(minutes=10))) is not None:
        try:
            message = composer.compose(mail)
        except NoRecipient:
            outbox.drop(store.database, mail)
            continue
        due_mail.mark_sent(store.database, mail)
        if "adviseurs.example" in str(message["To"]):
            messages.append(message)
    return messages


def told(messages: list[EmailMessage]) -> list[tuple[str, str, int]]:
    """To whom, whether it is on or off, and the how many-th change."""
    shown = []
    for message in messages:
        part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
        calendar = Calendar.from_ical(part.get_content())
        event = calendar.walk("VEVENT")[0]
        shown.append((str(message["To"]), str(calendar["method"]), int(str(event["sequence"]))))
    return sorted(shown)


def test_planned_given_to_another_and_called_off(
    store: Store, composer: MailComposer, advisers: list[str], reference: str, now: datetime
):
    plan(store, reference, advisers[0], now)
    assert told(sent(store, composer, now)) == [(FIRST, "REQUEST", 0)]
    plan(store, reference, advisers[1], now)
    assert told(sent(store, composer, now)) == [(FIRST, "CANCEL", 1), (SECOND, "REQUEST", 1)]
    plan(store, reference, advisers[1], now, days=31)
    assert told(sent(store, composer, now)) == [(SECOND, "REQUEST", 2)]
    case = store.cases.open(reference, STAFF, now)
    assert case and store.cases.close(reference, STAFF, Action.LAPSE, case.version, now) is None
    assert told(sent(store, composer, now)) == [(SECOND, "CANCEL", 3)]


def test_with_the_mail_server_away_only_what_holds_is_told(
    store: Store, composer: MailComposer, advisers: list[str], reference: str, now: datetime
):
    for adviser_id in (advisers[0], advisers[1], advisers[0]):
        plan(store, reference, adviser_id, now)
    assert told(sent(store, composer, now)) == [(FIRST, "REQUEST", 2), (SECOND, "CANCEL", 2)]


def test_nothing_of_the_official_is_in_it(
    store: Store, composer: MailComposer, advisers: list[str], reference: str, now: datetime
):
    plan(store, reference, advisers[0], now)
    token = store.advisers.make_feed(advisers[0], STAFF, now) or ""
    (message,) = sent(store, composer, now)
    feed = calendar_of(store.advisers.feed(token) or [])
    parts = [part.get_content() for part in message.walk() if not part.is_multipart()]
    for text in (*parts, str(message["Subject"]), feed):
        assert not [canary for canary in ("Kanarie", "j@example.org", "raadslid") if canary in text]
    assert reference in str(message["Subject"]) and reference in feed


def test_a_calendar_shows_what_is_planned_until_its_link_is_withdrawn(
    store: Store, advisers: list[str], reference: str, now: datetime
):
    plan(store, reference, advisers[0], now)
    token = store.advisers.make_feed(advisers[0], STAFF, now) or ""
    assert [one for one, _ in store.advisers.feed(token) or []] == [reference]
    assert store.advisers.feed(token + "x") is None
    other = store.advisers.make_feed(advisers[1], STAFF, now) or ""
    assert store.advisers.feed(other) == []
    case = store.cases.open(reference, STAFF, now)
    assert case and store.cases.call_off_visit(reference, STAFF, case.version, now) is None
    assert store.advisers.feed(token) == []
    renewed = store.advisers.make_feed(advisers[0], STAFF, now) or ""
    assert store.advisers.feed(token) is None and store.advisers.feed(renewed) == []
    assert store.advisers.end_feed(advisers[0], STAFF, now) and store.advisers.feed(renewed) is None


def test_who_still_has_visits_is_not_taken_out_and_who_is_taken_out_is_erased(
    store: Store, advisers: list[str], reference: str, now: datetime
):
    plan(store, reference, advisers[0], now)
    assert store.advisers.remove(advisers[0], STAFF, now) == (reference,)
    assert store.advisers.find(advisers[0]) is not None
    assert store.advisers.remove(advisers[1], STAFF, now) == ()
    assert store.advisers.find(advisers[1]) is None
    assert [one.id for one in store.advisers.all()] == [advisers[0]]
    assert store.advisers.remove(advisers[1], STAFF, now) is None
