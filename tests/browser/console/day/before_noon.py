"""The hours before noon: what came in at night, the first visits and chats, and an hour without mail."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.console.day.colleague import Colleague
from tests.browser.console.day.course import LATER, MINUTE, Day, holder
from tests.browser.console.day.office import SECRETARIAT
from tests.browser.console.day.visitors import (
    REFERENCE,
    Applicant,
    InTelegram,
    OnThePage,
    hears,
)
from tests.support.waiting import eventually


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
    office.until(11, 45)
    (mail,) = day.mails(scans[0].contact)
    assert str(mail["Subject"]).startswith("Uw afspraak WS-"), "of the first moment they never heard"
