"""The mail queue at the console: for administrators, without an address or a text, with a new start for one mail."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from bot.store import Store, audit
from bot.store.mail.kinds import MailKind
from bot.store.mail.models import OutboxRow
from bot.store.queue import QueueStatus
from tests.support.places import ROOT
from tests.support.request.mails import mail_of
from tests.support.request.requests import FIELDS, case_path
from tests.support.rows import attacked
from tests.support.staff.members import Desk, Member

Sit = Callable[..., Desk]
PAGE = "/secretariaat/mail"


@pytest.fixture
def office(sit_down: Sit, administrator: Member) -> Desk:
    return sit_down(administrator)


def line_of(page: str, mail_id: str) -> str:
    return page.partition(f'id="mail-{mail_id}"')[2].partition("</li>")[0]


def state_of(store: Store, mail_id: str) -> tuple[QueueStatus, int]:
    with store.database.reading() as session:
        row = session.get_one(OutboxRow, mail_id)
        return row.status, row.attempts


def test_what_waits_and_what_failed_and_why(office: Desk, store: Store):
    failed, of_failed = mail_of(store, QueueStatus.FAILED, "SMTPRecipientsRefused")
    waiting, of_waiting = mail_of(store, QueueStatus.WAITING, "ConnectionRefusedError", kind="terugbellen", urgent=True)
    page = office.get(PAGE).text
    line = line_of(page, failed)
    assert of_failed in line and case_path(of_failed) in line and "SMTPRecipientsRefused" in line
    assert "Nieuwe melding" in line and "weigert het adres" in line and "Opnieuw proberen" in line
    line = line_of(page, waiting)
    assert of_waiting in line and "Spoed" in line and "niet te bereiken" in line and "Opnieuw proberen" not in line
    assert not [text for text in FIELDS.values() if text in page] and "@" not in page
    assert f'href="{PAGE}"' in office.get("/secretariaat/").text


def test_one_button_gives_one_mail_a_new_start_once_and_on_record(office: Desk, store: Store, administrator: Member):
    failed, reference = mail_of(store, QueueStatus.FAILED, "SMTPDataError")
    other, _ = mail_of(store, QueueStatus.FAILED, "SMTPDataError")
    assert office.post(f"{PAGE}/{failed}/opnieuw").headers["location"] == PAGE
    assert state_of(store, failed) == (QueueStatus.WAITING, 0)
    assert state_of(store, other)[0] is QueueStatus.FAILED
    again = office.post(f"{PAGE}/{failed}/opnieuw")
    assert again.status_code == 409 and "wacht al" in again.text
    assert office.post(f"{PAGE}/{'0' * 32}/opnieuw").status_code == 409
    rows = audit.entries(store.database, 100, audit.Wanted(reference))
    assert [(row.actor, row.action) for row in rows if row.action.startswith("mail.")] == [
        (administrator.id, "mail.retry")
    ]
    assert "mislukte mail opnieuw klaargezet" in office.get(f"/secretariaat/logboek?over={reference}").text


def test_a_member_sees_and_does_nothing_there(sit_down: Sit, member: Member, store: Store):
    failed, _ = mail_of(store, QueueStatus.FAILED, "SMTPDataError")
    desk = sit_down(member)
    assert (desk.get(PAGE).status_code, desk.post(f"{PAGE}/{failed}/opnieuw").status_code) == (403, 403)
    assert state_of(store, failed)[0] is QueueStatus.FAILED
    assert PAGE not in desk.get("/secretariaat/").text


def test_what_somebody_else_wrote_is_not_shown(office: Desk, store: Store):
    failed, _ = mail_of(store, QueueStatus.FAILED, "550 <jo@example.org> unknown")
    odd, _ = mail_of(store, QueueStatus.FAILED, "SMTPDataError")
    attacked(store, "UPDATE outbox SET kind = 'jo@example.org', created_at = 'x' WHERE id = :i", i=odd)
    page = office.get(PAGE)
    assert page.status_code == 200 and "jo@example.org" not in page.text
    assert "onbekende soort" in line_of(page.text, odd) and line_of(page.text, failed)


def test_every_kind_of_mail_has_a_name_on_the_page():
    page = (ROOT / "content/templates/console/keeping/mail.html.j2").read_text(encoding="utf-8")
    assert [kind for kind in MailKind if not re.search(rf"'{kind}': '", page)] == []
