"""One working day of two colleagues, in real browsers: 30 requests, 6 chats, visits, no mail for an hour, one gone at
noon. Nothing is lost or doubled, each official hears the truth in time, and no task takes more than six presses."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from email.message import EmailMessage

import pytest
from icalendar import Calendar
from playwright.sync_api import expect
from sqlalchemy import select

from bot.store.adviser.advisers import AdviserDetails
from bot.store.request.models import Request
from tests.browser.console.day.colleague import Colleague, Presses, table
from tests.browser.console.day.office import EVERYONE, SECOND, SECRETARIAT, Office, now
from tests.browser.console.day.visitors import (
    REFERENCE,
    Applicant,
    InTelegram,
    OnThePage,
    Talker,
    asks_for_a_scan,
    asks_in_telegram,
    asks_to_be_called,
    hears,
)
from tests.browser.sides import TwoSides
from tests.support.waiting import eventually

MOST_PRESSES = 6
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


def morning(day: Day) -> None:
    """Twelve requests, one of them urgent; the first visits, and a chat on each channel."""
    anna, bram, office = day.anna, day.bram, day.office
    office.until(9)
    scans = day.asks(8, scan=True) + day.asks(1, telegram=True)
    calls, (urgent,) = day.asks(2), day.asks(1, threatened=True)
    anna.go_to("Werklijst")
    expect(anna.page.locator(".work-line")).to_have_count(12)
    assert urgent.reference in anna.page.locator(".work-line").first.inner_text()
    anna.takes(urgent.reference)
    with anna.task("gebeld, niet bereikt") as page:
        page.get_by_role("button", name="Gebeld, niet bereikt").click()
        expect(page.locator(".events li").last).to_contain_text("gebeld, niet bereikt")
    both_want(anna, bram, calls[0].reference)
    for colleague, asked, date in ((anna, scans[:3], "2026-12-15"), (bram, scans[3:5], "2026-12-16")):
        for applicant, hour in zip(asked, ("09:00", "11:00", "13:00"), strict=False):
            colleague.takes(applicant.reference)
            day.plans(colleague, applicant.reference, date, hour)
    with anna.task("notitie") as page:
        anna.opens(urgent.reference)
        page.get_by_label("Notitie").fill("Belt zelf terug na tien uur.")
        page.get_by_role("button", name="Notitie bewaren").click()
        expect(page.locator(".events")).to_contain_text("Belt zelf terug")
    chat_to_a_request(day)
    office.wait(10 * MINUTE)
    talker = InTelegram(office.world)
    bram.takes_chat(talker.number)
    hears(talker, "handoff.taken")
    talker.says("Hoe lang moet ik wachten?")
    bram.says("Dat weet ik niet. Bel ons gerust.")
    eventually(lambda: sum("Bel ons gerust" in text for text in talker.heard()) == 1)
    with bram.task("chat teruggeven") as page:
        page.get_by_role("button", name="Terug naar de zelfscan").click()
        expect(page.get_by_role("heading", name="Gesprekken", level=1)).to_be_visible()
    hears(talker, "handoff.back.staff")
    for applicant in scans[5:]:
        anna.takes(applicant.reference)
    bram.takes(calls[1].reference)


def both_want(anna: Colleague, bram: Colleague, reference: str) -> None:
    """Of two who press at the same moment one has it, and the other reads who."""
    for colleague in (anna, bram):
        colleague.opens(reference)
    for colleague in (anna, bram):
        colleague.page.get_by_role("button", name="Oppakken").click()
    expect(bram.page.get_by_role("alert")).to_contain_text("al opgepakt door anna")


def chat_to_a_request(day: Day) -> None:
    """On the page: a saved reply, an answer, and a request made out of the chat."""
    anna, talker = day.anna, OnThePage(day.sides)
    anna.takes_chat(talker.number)
    hears(talker, "handoff.taken")
    with anna.task("vaste tekst in een chat") as page:
        page.get_by_label("Vaste tekst").select_option(label="Begroeten")
        page.get_by_role("button", name="In mijn bericht zetten").click()
        page.get_by_role("button", name="Versturen").click()
    eventually(lambda: any("Waar gaat uw vraag over?" in text for text in talker.heard()))
    talker.says("kunt u mij terugbellen?")
    anna.says("Mag ik uw gegevens bewaren om u te bellen?")
    talker.says("ja dat mag")
    contact = f"ambtsdrager{len(day.applicants)}@example.org"
    with anna.task("aanvraag uit een chat") as page:
        page.get_by_role("link", name="Hier een aanvraag van maken").click()
        page.get_by_label("Naam").fill("K. Jansen")
        page.get_by_label("Functie").select_option(label="Raadslid")
        page.get_by_label("Telefoonnummer of mailadres").fill(contact)
        page.get_by_label("De ambtsdrager zei ja").check()
        page.get_by_role("button", name="Aanvraag vastleggen").click()
        expect(page.get_by_text("opgepakt door u")).to_be_visible()
    eventually(lambda: any(REFERENCE.search(text) for text in talker.heard()))
    told = "\n".join(talker.heard())
    (reference,) = set(REFERENCE.findall(told))
    day.applicants[reference] = Applicant(reference, contact, False, told)
    with anna.task("chat sluiten") as page:
        anna.go_to("Gesprekken")
        page.get_by_role("link", name=talker.number).click()
        page.get_by_role("button", name="Gesprek sluiten").click()
        expect(page.get_by_role("heading", name="Gesprekken", level=1)).to_be_visible()
    hears(talker, "handoff.back.staff")


def mail_away(day: Day) -> None:
    """From ten to eleven there is no mail: the list tells of what comes in, and afterwards each mail goes out once."""
    anna, bram, office = day.anna, day.bram, day.office
    office.until(10)
    office.mail.goes_down()
    before = len(office.mail.received)
    scans, (urgent,) = day.asks(6, scan=True), day.asks(1, threatened=True)
    anna.takes(urgent.reference)
    for applicant in scans:
        anna.takes(applicant.reference)
    mine, theirs = (
        [reference for reference in day.visits if holder(office, reference) == one.member.id] for one in (anna, bram)
    )
    day.plans(anna, mine[0], LATER, "09:00", move=True)
    day.plans(bram, theirs[0], LATER, "11:00", move=True)
    day.plans(anna, scans[0].reference, "2026-12-15", "15:00")
    office.wait(6 * MINUTE)
    for colleague in (anna, bram):
        colleague.go_to("Werklijst")
        expect(colleague.page.get_by_role("region", name="Meldingen van het systeem")).to_contain_text(
            "Wacht niet op mail"
        )
    day.plans(anna, scans[0].reference, LATER, "13:00", move=True)
    office.until(11)
    assert len(office.mail.received) == before
    office.mail.comes_up()
    office.wait(5 * MINUTE)
    assert day.mails(SECRETARIAT, f"Spoed: nieuwe melding {urgent.reference}")
    office.until(11, 50)
    (mail,) = day.mails(scans[0].contact)
    assert str(mail["Subject"]).startswith("Uw afspraak WS-"), "of the first moment they never heard"


def noon(day: Day) -> None:
    """Danger in a chat; then bram's browser is gone while somebody waits for his answer, and one whom nobody takes."""
    anna, bram, office = day.anna, day.bram, day.office
    (urgent,) = day.asks(1, threatened=True)
    bram.takes(urgent.reference)
    danger = OnThePage(day.sides)
    anna.takes_chat(danger.number)
    danger.says("er staat nu een man met een mes voor mijn deur")
    eventually(lambda: any("Bel nu 112" in text for text in danger.heard()))
    expect(anna.page.get_by_role("region", name="Dreiging")).to_contain_text("Gevaar nu")
    anna.says("Bel nu 112. Blijf binnen.")
    with anna.task("chat sluiten") as page:
        page.get_by_role("button", name="Gesprek sluiten").click()
        expect(page.get_by_role("heading", name="Gesprekken", level=1)).to_be_visible()
    left_alone = InTelegram(office.world)
    bram.takes_chat(left_alone.number)
    bram.says("Waar gaat het over?")
    office.until(12)
    bram.leaves()
    left_alone.says("Bent u er nog?")
    within(office, left_alone, "handoff.colleague", MINUTE)
    anna.takes_chat(left_alone.number)
    expect(anna.page.locator("#berichten")).to_contain_text("bram")
    anna.says("Ik neem het over van mijn collega.")
    eventually(lambda: any("Ik neem het over" in text for text in left_alone.heard()))
    with anna.task("chat sluiten") as page:
        page.get_by_role("button", name="Gesprek sluiten").click()
        expect(page.get_by_role("heading", name="Gesprekken", level=1)).to_be_visible()
    missed = OnThePage(day.sides)
    within(office, missed, "handoff.not_taken", 2 * MINUTE)
    anna.go_to("Gesprekken")
    expect(anna.page.get_by_role("region", name="Gemist in de afgelopen 24 uur")).to_contain_text(missed.number)
    office.wait(15 * MINUTE)
    assert not day.mails(EVERYONE, urgent.reference)
    office.wait(20 * MINUTE)
    eventually(lambda: day.mails(EVERYONE, urgent.reference))
    anna.go_to("Werklijst")
    expect(anna.page.get_by_role("region", name="Meldingen van het systeem")).to_contain_text(
        "blijft liggen", ignore_case=True
    )


def within(office: Office, talker: Talker, key: str, term: timedelta) -> None:
    """They are told this within that time, by the clock, and not before half of it; and it is on their screen."""
    begun = now()
    while key not in office.told_in_chat(talker.number):
        assert now() - begun <= term, f"{key} is late"
        office.wait(timedelta(seconds=10))
    assert now() - begun >= term / 2
    hears(talker, key)


def afternoon(day: Day) -> None:
    """Anna alone: what bram had is hers, one waits too long, one is not answered; visits moved, and one called off."""
    anna, office = day.anna, day.office
    office.until(13)
    (waits_long,) = day.asks(1, scan=True)
    calls = day.asks(6) + day.asks(2, telegram=True)
    for applicant in calls:
        anna.takes(applicant.reference)
    theirs = [reference for reference in day.applicants if holder(office, reference) == day.bram.member.id]
    assert len(theirs) >= 4
    for reference in theirs:
        with anna.task("werk van een ander overnemen") as page:
            anna.opens(reference)
            page.get_by_role("button", name="Teruggeven aan de werklijst").click()
            page.get_by_role("button", name="Oppakken").click()
            expect(page.get_by_text("opgepakt door u")).to_be_visible()
    talker = InTelegram(office.world)
    anna.takes_chat(talker.number)
    talker.says("Is er een wachtlijst?")
    within(office, talker, "handoff.late", timedelta(seconds=100))
    anna.says("Nee.")
    with anna.task("chat teruggeven") as page:
        page.get_by_role("button", name="Terug naar de zelfscan").click()
        expect(page.get_by_role("heading", name="Gesprekken", level=1)).to_be_visible()
    planned = [reference for reference, moments in day.visits.items() if len(moments) == 1]
    day.plans(anna, planned[0], LATER, "15:00", move=True)
    day.plans(anna, planned[1], "2026-12-18", "09:00", move=True)
    with anna.task("afspraak afzeggen") as page:
        anna.opens(planned[2])
        page.get_by_role("button", name="Afspraak afzeggen").click()
        expect(page.get_by_text("Deze afspraak gaat niet door.")).to_be_visible()
    day.visits[planned[2]].append("")
    office.until(14, 50)
    assert not day.mails(waits_long.contact)
    office.until(15, 10)
    (mail,) = day.mails(waits_long.contact)
    assert str(mail["Subject"]) == f"Over uw aanvraag {waits_long.reference}"
    assert len(day.mails(SECOND, waits_long.reference)) == 2
    anna.takes(waits_long.reference)
    other_tasks(day, calls[0], calls[1])
    office.until(16, 40)
    with anna.task("uitloggen") as page:
        page.get_by_role("button", name="Uitloggen").click()
        expect(page.get_by_role("heading", name="U bent uitgelogd")).to_be_visible()


def other_tasks(day: Day, first: Applicant, second: Applicant) -> None:
    """What a day has beside that, each in its presses."""
    anna = day.anna
    with anna.task("zoeken op mailadres") as page:
        anna.go_to("Werklijst")
        page.get_by_label("Zoek een aanvraag").fill(first.contact)
        page.get_by_label("Zoek een aanvraag").press("Enter")
        expect(page.get_by_role("main")).to_contain_text(first.reference)
    with anna.task("herinnering zetten") as page:
        anna.opens(first.reference)
        page.get_by_label("Kijk hier weer naar op").fill("2026-12-10")
        page.get_by_role("button", name="Datum bewaren").click()
        expect(page.get_by_text("U kijkt hier weer naar op")).to_be_visible()
    with anna.task("overdragen aan een collega") as page:
        anna.opens(first.reference)
        page.get_by_text("Overdragen aan een collega").click()
        page.get_by_label("Collega", exact=True).select_option(label="bram")
        page.get_by_label("Wat moet uw collega weten?").fill("Wil op donderdag gebeld worden.")
        page.get_by_role("button", name="Overdragen").click()
        expect(page.get_by_text("opgepakt door bram")).to_be_visible()
    with anna.task("aanvraag sluiten") as page:
        anna.opens(second.reference)
        page.get_by_label("Afgehandeld").check()
        page.get_by_role("button", name="Aanvraag sluiten").click()
        expect(page.get_by_role("main")).to_contain_text("Afgehandeld")
    with anna.task("sluiten ongedaan maken") as page:
        page.get_by_role("button", name="Sluiten ongedaan maken").click()
        expect(page.get_by_text("opgepakt door u")).to_be_visible()


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


def holder(office: Office, reference: str) -> str | None:
    with office.store.database.reading() as session:
        return session.scalars(select(Request.owner_id).where(Request.reference == reference)).one()
