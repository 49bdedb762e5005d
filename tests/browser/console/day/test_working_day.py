"""One working day of two colleagues, in real browsers: 30 requests, 6 chats, visits, no mail for an hour, one gone at
noon. Nothing is lost or doubled, each official hears the truth in time, and no task takes more than six presses."""

from __future__ import annotations

import re
from collections import Counter
from email.message import EmailMessage

import pytest
from icalendar import Calendar
from sqlalchemy import select

from bot.store.request.models import Request
from tests.browser.console.day.after_noon import afternoon, noon
from tests.browser.console.day.before_noon import mail_away, morning
from tests.browser.console.day.colleague import table
from tests.browser.console.day.course import Day
from tests.browser.console.day.office import SECRETARIAT, Office
from tests.browser.console.day.visitors import REFERENCE
from tests.browser.sides import TwoSides

MOST_PRESSES = 6


def test_a_working_day(sides: TwoSides, office: Office, capsys: pytest.CaptureFixture[str]):
    day = Day(sides, office)
    day.anna.arrives()
    day.bram.arrives()
    morning(day)
    mail_away(day)
    noon(day)
    afternoon(day)
    nothing_lost_or_doubled(day)
    with capsys.disabled():
        print(f"\n{table(day.presses)}")
    assert max(map(max, day.presses.values())) <= MOST_PRESSES


def nothing_lost_or_doubled(day: Day) -> None:
    """Each request is there once, told once, and mailed once; each official was told of the visit as it is."""
    office, applicants = day.office, day.applicants
    assert len(applicants) == 30
    with office.store.database.reading() as session:
        assert sorted(session.scalars(select(Request.reference))) == sorted(applicants)
    received = office.mail.received
    assert max(Counter(mail["Message-ID"] for mail in received).values()) == 1
    for applicant in applicants.values():
        subject = "Spoed: nieuwe melding" if applicant.urgent else "Nieuwe melding"
        assert len(day.mails(SECRETARIAT, f"{subject} {applicant.reference}")) == 1
        if applicant.visitor:
            assert len(REFERENCE.findall(applicant.told)) == 1
    assert sum(len(moments) == 2 and bool(moments[1]) for moments in day.visits.values()) >= 4
    for reference, moments in day.visits.items():
        told = [mail for mail in day.mails(applicants[reference].contact) if reference in str(mail["Subject"])]
        assert told, "who gave a mail address is told"
        assert moment_of(told[-1]) == moments[-1], "the last mail says what holds"
    assert not {
        text for mail in received for text in [str(mail["Subject"])] if re.search("vries|jansen|06", text, re.I)
    }


def moment_of(mail: EmailMessage) -> str:
    """When the visit of this mail is, or nothing where it says that there is none."""
    part = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    calendar = Calendar.from_ical(part.get_content())
    starts = calendar.walk("VEVENT")[0]["dtstart"].dt
    return starts.strftime("%Y-%m-%d %H:%M") if str(calendar["method"]) == "REQUEST" else ""
