"""Somebody of the secretariat at a real browser, whose presses are counted for each task."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

from tests.browser.console.day.office import Office
from tests.browser.sides import TwoSides
from tests.support.staff.members import Member, make_member

COUNTING = """
const count = () => { sessionStorage.presses = 1 + Number(sessionStorage.presses ?? 0); };
addEventListener("click", (event) => event.isTrusted && count(), true);
addEventListener("change", (event) => event.target instanceof HTMLSelectElement && count(), true);
addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target instanceof HTMLTextAreaElement) count();
}, true);
"""
"""Clicks, which a button pressed by keyboard and a form sent by Enter are too, choices from a list, and Enter where it
sends a message. What is typed is no press."""
Presses = dict[str, list[int]]


class Colleague:
    def __init__(self, sides: TwoSides, office: Office, name: str, role: str, presses: Presses) -> None:
        self.office, self.name, self._presses = office, name, presses
        self.member: Member = make_member(office.store, role, name)
        self.page: Page = sides.new_page({}, COUNTING)

    @contextmanager
    def task(self, name: str) -> Iterator[Page]:
        """What is done in it is one task, from whatever page is open to its end."""
        before = self._pressed()
        yield self.page
        self._presses.setdefault(name, []).append(self._pressed() - before)

    def arrives(self) -> None:
        """Logs in and takes chats."""
        page = self.page
        page.goto(f"{self.office.app.url}/secretariaat/")
        with self.task("inloggen"):
            page.get_by_label("Inlognaam").fill(self.name)
            page.get_by_label("Wachtzin").fill(self.member.passphrase)
            page.get_by_label("Code", exact=False).fill(self.member.next_code())
            page.get_by_role("button", name="Inloggen").click()
            expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()
        with self.task("beschikbaar zijn"):
            self.go_to("Gesprekken")
            page.get_by_role("button", name="Ik ben beschikbaar").click()
            expect(page.get_by_role("heading", name="U bent beschikbaar")).to_be_visible()
        self.office.here.add(self.member.id)

    def leaves(self) -> None:
        """Closes the browser, without a word."""
        self.office.here.discard(self.member.id)
        self.page.context.close()

    def go_to(self, section: str) -> None:
        self.page.get_by_role("navigation", name="Onderdelen").get_by_role("link", name=section).click()
        expect(self.page.get_by_role("heading", level=1, name=section)).to_be_visible()

    def line(self, reference: str) -> Locator:
        return self.page.locator(f"#werk-{reference}")

    def opens(self, reference: str) -> None:
        """Through the work list."""
        self.go_to("Werklijst")
        self.line(reference).get_by_role("link", name=reference).click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(reference)

    def takes(self, reference: str) -> None:
        with self.task("aanvraag oppakken"):
            self.go_to("Werklijst")
            self.page.get_by_role("button", name=f"Oppakken: {reference}").click()
            expect(self.page.get_by_text("opgepakt door u")).to_be_visible()

    def plans(self, reference: str, day: str, hour: str, adviser: str, *, move: bool = False) -> None:
        with self.task("afspraak verzetten" if move else "afspraak plannen") as page:
            self.opens(reference)
            page.get_by_role("link", name="Afspraak verzetten" if move else "Afspraak plannen").click()
            page.get_by_label("Datum").fill(day)
            page.get_by_label("Begintijd").fill(hour)
            if not move:
                page.get_by_label("Adviseur").select_option(label=adviser)
            page.get_by_role("button", name="Afspraak verzetten" if move else "Afspraak vastleggen").click()
            expect(page.get_by_role("heading", level=1)).to_contain_text(reference)
            expect(page.get_by_text("Afspraak gemaakt · opgepakt door u")).to_be_visible()

    def takes_chat(self, number: str) -> None:
        with self.task("chat oppakken") as page:
            self.go_to("Gesprekken")
            page.get_by_role("button", name=f"Oppakken {number}").click()
            expect(page.get_by_role("heading", name=f"Chat {number}")).to_be_visible()

    def says(self, text: str) -> None:
        with self.task("antwoorden in een chat") as page:
            page.get_by_label("Uw bericht").fill(text)
            page.get_by_label("Uw bericht").press("Enter")
            expect(page.locator("#berichten")).to_contain_text(text)

    def _pressed(self) -> int:
        return int(self.page.evaluate("Number(sessionStorage.presses ?? 0)"))


def table(presses: Presses) -> str:
    """Of each task how often it was done, and the most presses that it took."""
    width = max(map(len, presses))
    rows = [f"{'task':{width}}  done  presses"]
    rows += [f"{name:{width}}  {len(counts):4}  {max(counts):7}" for name, counts in sorted(presses.items())]
    return "\n".join(rows)
