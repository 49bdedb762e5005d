"""An address that cannot be mailed is refused at the field; a mail that never can go is set aside at once."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.jobs.alarms import alarms
from bot.mail import SmtpTransport, SpoolTransport, deliver_due
from bot.making import make_composer
from bot.settings import ROOT, Settings
from bot.store import Store
from bot.store.mail import outbox
from bot.store.request import requests
from bot.store.request.states import RequestKind
from tests.support.mail_server import ScriptedServer
from tests.support.request.requests import FIELDS
from woningscan.content import load_content
from woningscan.request.contacts.contact import email_address
from woningscan.request.fields import checked

CONTENT = load_content(ROOT / "content")
UNSENDABLE = [
    "jörg@example.nl",
    "jan.@example.nl",
    "ja..n@example.nl",
    "ünïcode@example.nl",
    "жан@x.nl",
]
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("typed", [*UNSENDABLE, "jan@exämple.nl", "jan@example.ſl", f"{'a' * 65}@example.nl"])
def test_it_is_refused_at_the_field(typed: str) -> None:
    (field,) = [one for one in CONTENT.request_fields["terugbellen"] if one.id == "contact"]
    assert checked(field, typed, CONTENT.answer_words) is None
    assert checked(field, f"mijn mail is {typed}", CONTENT.answer_words) is None


@pytest.mark.parametrize(
    "typed", ["jan@example.nl", "J.de-Vries+x@sub.example.nl", "o'neil_7@a.nl", "{a}~b@example.amsterdam", "1@2.nl"]
)
def test_what_can_be_mailed_is_taken_as_before(typed: str) -> None:
    assert email_address(typed) == typed.lower()


@settings(max_examples=300, deadline=None)
@given(st.from_regex(r"[\w.!#$%&'*+/=?^`{|}~-]{1,66}@[\w.-]{1,20}\.[\w]{2,5}", fullmatch=True))
def test_whatever_is_taken_can_be_mailed(typed: str) -> None:
    taken = email_address(typed)
    if taken is None:
        return
    message = EmailMessage(policy=SMTP)
    message["To"] = Address(addr_spec=taken)
    assert bytes(message).isascii()
    assert parseaddr(str(message["To"]))[1] == taken


@pytest.fixture
def composer(store: Store, now: datetime):
    return make_composer(Settings(mail_to="een@example.org"), store, CONTENT)


def filed(store: Store, contact: str, now: datetime) -> None:
    """A request with a link by mail, as the versions before this one took it."""
    with store.database.writing() as session:
        reference = requests.submit(
            session, store.vault, RequestKind.CALL_BACK, {**FIELDS, "contact": contact}, "example.org", now
        )
    store.own_requests.mail_link(reference, now)


@pytest.mark.parametrize("contact", UNSENDABLE)
def test_in_the_queue_it_is_set_aside_at_once(
    store: Store, server: ScriptedServer, smtp: SmtpTransport, composer, contact: str, now: datetime
) -> None:
    filed(store, contact, now)
    counts = deliver_due(store.database, smtp, now, composer=composer)
    assert (counts.sent, counts.failed, counts.retried) == (1, 1, 0)
    assert [alarm.code for alarm in alarms(store, now + HOUR)] == ["mail_geweigerd"]
    assert deliver_due(store.database, smtp, now + HOUR, composer=composer).failed == 0
    assert len(server.received) == 1


def test_many_of_them_do_not_look_like_a_server_that_is_away(
    store: Store, server: ScriptedServer, smtp: SmtpTransport, composer, now: datetime
) -> None:
    for number in range(8):
        filed(store, UNSENDABLE[number % len(UNSENDABLE)], now)
    filed(store, "goed@example.org", now + HOUR)
    deliver_due(store.database, smtp, now + HOUR, composer=composer)
    assert "goed@example.org" in [str(message["To"]) for message in server.received]
    assert outbox.overview(store.database).waiting == 0


def test_an_unreadable_request_is_set_aside_too(store: Store, composer, smtp: SmtpTransport, now: datetime) -> None:
    filed(store, "goed@example.org", now)
    with store.database.writing() as session:
        session.connection().exec_driver_sql("UPDATE data_key SET wrapped = 'x' WHERE purpose = 'request'")
    deliver_due(store.database, smtp, now, composer=composer)
    assert outbox.overview(store.database).failed == 1


def test_a_sender_that_is_wrong_can_be_mended(store: Store, tmp_path, now: datetime) -> None:
    filed(store, "goed@example.org", now)
    wrong = make_composer(Settings(mail_from="geen\nadres"), store, CONTENT)
    right = make_composer(Settings(), store, CONTENT)
    spool = SpoolTransport(tmp_path / "mail")
    assert deliver_due(store.database, spool, now, composer=wrong).failed == 0
    assert deliver_due(store.database, spool, now + HOUR, composer=right).sent == 2
