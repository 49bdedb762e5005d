"""What happened by now on a working day, and what the parts of it share."""

from __future__ import annotations

from datetime import timedelta
from email.message import EmailMessage

from sqlalchemy import select

from bot.store.adviser.advisers import AdviserDetails
from bot.store.request.models import Request
from tests.browser.console.day.colleague import Colleague, Presses
from tests.browser.console.day.office import Office, now
from tests.browser.console.day.visitors import (
    Applicant,
    Talker,
    asks_for_a_scan,
    asks_in_telegram,
    asks_to_be_called,
    hears,
)
from tests.browser.sides import TwoSides

LATER = "2026-12-17"
MINUTE = timedelta(minutes=1)
ADVISER = "A. Adviseur"


class Day:
    """What happened by now. `applicants` are all requests, by their reference."""

    def __init__(self, sides: TwoSides, office: Office) -> None:
        self.sides, self.office = sides, office
        self.presses: Presses = {}
        self.applicants: dict[str, Applicant] = {}
        self.visits: dict[str, list[str]] = {}
        self.anna = Colleague(sides, office, "anna", "beheerder", self.presses)
        self.bram = Colleague(sides, office, "bram", "medewerker", self.presses)
        details = AdviserDetails(ADVISER, "adviseur@example.org")
        office.store.advisers.add(details, self.anna.member.id, now())

    def asks(self, number: int, **how: bool) -> list[Applicant]:
        """So many people send a request: for a scan with a mail address, to be called, or in Telegram."""
        client, made = self.office.world.client, []
        for _ in range(number):
            contact = f"ambtsdrager{len(self.applicants) + len(made)}@example.org"
            if how.get("telegram"):
                made.append(asks_in_telegram(self.office.world, contact))
            elif how.get("scan"):
                made.append(asks_for_a_scan(client, contact))
            else:
                made.append(asks_to_be_called(client, contact, threatened=how.get("threatened", False)))
        self.applicants |= {applicant.reference: applicant for applicant in made}
        return made

    def plans(self, colleague: Colleague, reference: str, day: str, hour: str, *, move: bool = False) -> None:
        colleague.plans(reference, day, hour, ADVISER, move=move)
        self.visits.setdefault(reference, []).append(f"{day} {hour}")

    def mails(self, to: str, about: str = "") -> list[EmailMessage]:
        return [mail for mail in self.office.mail.received if mail["To"] == to and about in str(mail["Subject"])]


def within(office: Office, talker: Talker, key: str, term: timedelta) -> None:
    """They are told this within that time, by the clock, and not before half of it; and it is on their screen."""
    begun = now()
    while key not in office.told_in_chat(talker.number):
        assert now() - begun <= term, f"{key} is late"
        office.wait(timedelta(seconds=10))
    assert now() - begun >= term / 2
    hears(talker, key)


def holder(office: Office, reference: str) -> str | None:
    with office.store.database.reading() as session:
        return session.scalars(select(Request.owner_id).where(Request.reference == reference)).one()
