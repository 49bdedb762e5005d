"""From noon on: one of the two is gone, and the other has all the work."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect

from tests.browser.console.day.course import LATER, MINUTE, Day, holder, within
from tests.browser.console.day.office import EVERYONE, SECOND
from tests.browser.console.day.visitors import (
    Applicant,
    InTelegram,
    OnThePage,
)
from tests.support.waiting import eventually


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
    eventually(lambda: any("Bel nu 112. Blijf binnen." in text for text in danger.heard()))
    expect(anna.page.locator("#afwezig")).to_be_empty()
    danger.leaves()
    office.wait(2 * MINUTE)
    expect(anna.page.locator("#afwezig")).to_contain_text("leest misschien niet mee")
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
    office.wait(8 * MINUTE)
    assert not day.mails(EVERYONE, urgent.reference)
    office.wait(20 * MINUTE)
    eventually(lambda: day.mails(EVERYONE, urgent.reference))
    anna.go_to("Werklijst")
    expect(anna.page.get_by_role("region", name="Meldingen van het systeem")).to_contain_text(
        "blijft liggen", ignore_case=True
    )


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
