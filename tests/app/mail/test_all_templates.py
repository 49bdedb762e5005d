"""No mail, of whatever kind, holds anything of a person: not a name, function, municipality or answer."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from email.header import decode_header, make_header

import pytest

from bot.mail import MailComposer, Others, SmtpTransport, deliver_due
from bot.mail.message import TEMPLATES as TEMPLATE_OF
from bot.making import make_composer, make_ladder
from bot.settings import Settings
from bot.store import Store
from bot.store.mail.kinds import ADVISER_KINDS, OFFICIAL_KINDS, MailKind
from bot.store.mail.outbox import OutboxMail
from bot.store.request import escalation
from bot.store.request.visits import VisitDetails
from tests.support.mail_server import TEMPLATES, ScriptedServer
from tests.support.request.steps import submit
from woningscan.content import load_content

KINDS = list(MailKind)
ADDRESS = "kanarieadres@example.org"
FIELDS = {
    "naam": "Kanariepiet de Boer",
    "functie": "kanariefunctie",
    "contact": ADDRESS,
    "voorkeur": "kanariedag in Kanariegemeente",
}
CONTENT = load_content(TEMPLATES.parent)


def source_without_receiver(source: bytes) -> str:
    """Head and body as anybody reads them, without the line that says to whom."""
    text = source.decode()
    head, _, body = text.partition("\r\n\r\n") if "\r\n\r\n" in text else text.partition("\n\n")
    lines = [line for line in head.splitlines() if not line.lower().startswith("to:")]
    return "\n".join([*(str(make_header(decode_header(line))) for line in lines), body])


def test_every_kind_has_its_template():
    assert {f"mail/{path.name}" for path in TEMPLATES.glob("mail/*.txt.j2")} == set(TEMPLATE_OF.values())
    assert set(TEMPLATE_OF) == set(MailKind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_can_say_nothing_but_the_reference_and_our_own_contacts(kind: MailKind, now: datetime):
    contacts = {contact.id: contact.value for contact in CONTENT.contacts.values()}
    others = Others("b@example.org", ("c@example.org",), lambda mail: ADDRESS, lambda mail: ADDRESS)
    visit = VisitDetails(date(2026, 12, 1), time(10), adviser="Kanarieadviseur", place="Kanariestraat 1")
    composer = MailComposer(
        TEMPLATES,
        "z@example.org",
        "a@example.org",
        others=others,
        facts=contacts,
        particulars=lambda mail: {"link": "https://scan.example.org/aanvraag/link/x", "details": visit},
    )
    message = composer.compose(OutboxMail("i" * 32, kind, "WS-ACDE-FGHJK", "<x@example.org>", 1, now, now))
    assert str(message["To"]) == (
        ADDRESS
        if kind in (*OFFICIAL_KINDS, *ADVISER_KINDS)
        else {"second": "b@example.org", "everyone": "c@example.org"}.get(kind, "a@example.org")
    )
    said = source_without_receiver(bytes(message)).casefold()
    assert "ws-acde-fghjk" in said
    forbidden = [
        "kanarie",
        "woningscan",
        "terugbel",
        "zelfscan",
        "bedreig",
        "burgemeester",
        "raadslid",
        "wethouder",
        "gemeente",
    ]
    assert [word for word in forbidden if word in said] == []
    if kind not in (*OFFICIAL_KINDS, *ADVISER_KINDS):
        assert "open de console" in said
        assert not [value for value in contacts.values() if value.casefold() in said]


@pytest.mark.parametrize("kind", ["woningscan", "terugbellen"])
def test_no_canary_in_any_mail_of_a_request(
    store: Store, server: ScriptedServer, smtp: SmtpTransport, kind: str, now: datetime
):
    settings = Settings(mail_to="a@example.org", mail_second="b@example.org", mail_all="c@example.org")
    conversation = store.conversations.load(store.conversations.create("web", {}, [], [], now))
    store.turns.commit_turn(
        conversation,
        state={},
        offered=[],
        replies=[],
        effects=[submit(kind, **FIELDS)],
        external_id="m1",
        now=now,
    )
    later = now + timedelta(hours=3)
    escalation.escalate(store.database, store.vault, make_ladder(settings), later)
    deliver_due(store.database, smtp, later, composer=make_composer(settings, store, CONTENT))
    assert len(server.received) == 6
    for message in server.received:
        assert "kanarie" not in source_without_receiver(message.as_bytes()).casefold()
        assert ("kanarie" in str(message["To"])) == str(message["Subject"]).startswith("Over uw aanvraag")


@pytest.mark.parametrize("typed", ["a@example.org, b@example.org", "a@example.org\r\nBcc: b@example.org", "x <a@b.nl>"])
def test_what_people_type_adds_no_receiver(typed: str, now: datetime):
    composer = MailComposer(
        TEMPLATES,
        "z@example.org",
        "a@example.org",
        others=Others(official=lambda mail: typed),
        facts={contact.id: contact.value for contact in CONTENT.contacts.values()},
    )
    with pytest.raises(Exception) as refused:
        composer.compose(OutboxMail("i" * 32, MailKind.NOT_PICKED_UP, "WS-ACDE-FGHJK", "<x@example.org>", 1, now, now))
    assert type(refused.value).__name__ in ("ValueError", "HeaderParseError", "InvalidHeaderDefect", "IndexError")
