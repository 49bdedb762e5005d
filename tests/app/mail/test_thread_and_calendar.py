"""A visit as mail programs get it from a real server: an appointment they can take in, in one conversation."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from email.message import EmailMessage

import pytest
from icalendar import Calendar, Event

from bot.mail import SmtpTransport, deliver_due
from bot.making import make_composer
from bot.settings import Settings
from bot.store import Store
from bot.store.adviser.advisers import AdviserDetails
from bot.store.mail.models import OutboxRow
from bot.store.queue import QueueStatus
from bot.store.request.visits import USUAL_LENGTH, VisitDetails
from bot.store.retention import sweep
from tests.support.mail_server import ScriptedServer
from tests.support.request.requests import FIELDS
from tests.support.request.steps import submit
from tests.support.rows import changed
from woningscan.content import load_content

STAFF = "a" * 32
DESK, OFFICIAL, ADVISER = "desk@example.org", "jo@example.org", "adviseur@example.org"
SETTINGS = Settings(mail_to=DESK, mail_from="CCV <zelfscan@example.org>", public_url="https://scan.example")
CONTENT = load_content(SETTINGS.content_dir)


class Post:
    """Real mail of one request, over SMTP."""

    def __init__(self, store: Store, server: ScriptedServer, smtp: SmtpTransport, now: datetime) -> None:
        self.store, self.server, self.smtp, self.now = store, server, smtp, now
        self.reference = self.ask()
        self.adviser = store.advisers.add(AdviserDetails("A", ADVISER), STAFF, now)
        store.cases.claim(self.reference, STAFF, now)

    def ask(self) -> str:
        conversation = self.store.conversations.load(self.store.conversations.create("web", {}, [], [], self.now))
        effects = [submit("woningscan", **FIELDS | {"contact": OFFICIAL})]
        (outcome,) = self.store.turns.commit_turn(
            conversation, state={}, offered=[], replies=[], effects=effects, external_id="m1", now=self.now
        )
        return str(outcome.data["reference"])

    def deliver(self) -> list[EmailMessage]:
        before = len(self.server.received)
        deliver_due(self.store.database, self.smtp, self.now, composer=make_composer(SETTINGS, self.store, CONTENT))
        return self.server.received[before:]

    def arrange(self, days: int, until: time | None = None) -> list[EmailMessage]:
        day = (self.now + timedelta(days)).date()
        details = VisitDetails(day, time(10), until, "A", "op afspraak", False, self.adviser)
        assert self.store.cases.arrange_visit(self.reference, STAFF, details, self._version(), self.now) is None
        return self.deliver()

    def call_off(self) -> list[EmailMessage]:
        assert self.store.cases.call_off_visit(self.reference, STAFF, self._version(), self.now) is None
        return self.deliver()

    def _version(self) -> int:
        case = self.store.cases.open(self.reference, STAFF, self.now)
        assert case is not None
        return case.version


@pytest.fixture
def post(store: Store, server: ScriptedServer, smtp: SmtpTransport, now: datetime) -> Post:
    return Post(store, server, smtp, now)


def calendars(message: EmailMessage) -> list[tuple[str, str, Event]]:
    """Of each calendar in it: how it stands there, its method, and the visit."""
    listed = []
    for part in message.walk():
        if part.get_content_type() == "text/calendar":
            calendar = Calendar.from_ical(part.get_content())
            assert part.get_param("method") == calendar["method"]
            how = part.get_content_disposition() or "beside the text"
            listed.append((how, str(calendar["method"]), calendar.walk("VEVENT")[0]))
    return listed


def test_the_visit_stands_beside_the_text_and_as_a_file(post: Post):
    for message in post.arrange(30, time(11, 30)):
        if str(message["To"]) == DESK:
            continue
        beside, attached = calendars(message)
        assert (beside[0], attached[0]) == ("beside the text", "attachment")
        assert beside[1:] == attached[1:] and beside[1] == "REQUEST"
        mixed, alternative = message, next(message.iter_parts())
        assert (mixed.get_content_type(), alternative.get_content_type()) == (
            "multipart/mixed",
            "multipart/alternative",
        )
        assert [part.get_content_type() for part in alternative.iter_parts()] == ["text/plain", "text/calendar"]
        assert post.reference in message.get_body().get_content()  # type: ignore[union-attr]
        assert message.get_body().get_content_type() == "text/plain"  # type: ignore[union-attr]


def test_one_visit_that_moves_and_is_called_off(post: Post):
    sent = [*post.arrange(30), *post.arrange(31, time(11)), *post.call_off()]
    for receiver in (OFFICIAL, ADVISER):
        events = [calendar for one in sent if str(one["To"]) == receiver for calendar in calendars(one)[:1]]
        assert [method for _, method, _ in events] == ["REQUEST", "REQUEST", "CANCEL"]
        assert [int(str(event["sequence"])) for *_, event in events] == [0, 1, 2]
        assert len({str(event["uid"]) for *_, event in events}) == 1
        lengths = [event["dtend"].dt - event["dtstart"].dt for *_, event in events]
        assert lengths == [USUAL_LENGTH, timedelta(hours=1), timedelta(hours=1)], "one without an end has the usual one"


def test_all_mails_of_a_request_stand_in_one_conversation(post: Post, store: Store, now: datetime):
    """Also after the first ones were taken out of the queue, and apart from those of another request."""
    first = post.deliver()
    changed(store, OutboxRow, status=QueueStatus.DONE)
    post.now = now + timedelta(days=20)
    sweep(store.database, post.now)
    sent = [*first, *post.arrange(30), *post.arrange(31), *post.call_off()]
    assert {str(one["To"]) for one in sent} == {DESK, OFFICIAL, ADVISER}
    (thread,) = {str(one["References"]) for one in sent}
    assert {str(one["In-Reply-To"]) for one in sent} == {thread}
    assert len({str(one["Message-ID"]) for one in sent}) == len(sent) and thread not in [
        one["Message-ID"] for one in sent
    ]
    other = post.ask()
    (mail,) = [one for one in post.deliver() if other in str(one["Subject"])]
    assert str(mail["References"]) != thread


def test_an_answer_goes_to_the_secretariat(post: Post):
    for message in [*post.deliver(), *post.arrange(30)]:
        assert message["Reply-To"] == (None if str(message["To"]) == DESK else DESK)
        assert str(message["From"]) == "CCV <zelfscan@example.org>"
