"""The app as it runs, with its real engine, for browsers: the widget on one side, the console on the other."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.widget.widget_driver import WATCH, Visitor
from tests.support.running import Running
from tests.support.staff.members import Member, make_member

LIST = "/secretariaat/gesprekken"


class TwoSides:
    """Opens pages for officials and for staff; remembers what a policy blocked and what a page threw."""

    def __init__(self, browser: Browser, app: Running) -> None:
        self.browser = browser
        self.app = app
        self.thrown: list[str] = []
        self.contexts: list[BrowserContext] = []

    def official(self, path: str = "/", **options: Any) -> Visitor:
        page = self.new_page({"viewport": {"width": 390, "height": 844}, **options}, WATCH)
        page.goto(self.app.url + path)
        return Visitor(page, self.app)  # type: ignore[arg-type]

    def staff(self, member: Member | None = None, path: str = LIST, **options: Any) -> Page:
        member = member or make_member(self.app.app.state.services.store)
        page = self.new_page({"viewport": {"width": 1280, "height": 800}, **options})
        page.context.add_cookies([{"name": "secretariaat", "value": member.token, "url": self.app.url}])
        page.goto(self.app.url + path)
        return page

    def at_the_desk(self, **options: Any) -> Page:
        page = self.staff(**options)
        page.get_by_role("button", name="Ik ben beschikbaar").click()
        page.get_by_role("heading", name="U bent beschikbaar").wait_for()
        return page

    def _note(self, line: str) -> None:
        if "Content Security Policy" in line:
            self.thrown.append(line)

    def close(self) -> None:
        for context in self.contexts:
            context.close()
        assert self.thrown == []

    def new_page(self, options: dict[str, Any], script: str = "") -> Page:
        """A page in a browser of its own."""
        context = self.browser.new_context(locale="nl-NL", reduced_motion="reduce", **options)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.on("pageerror", lambda error: self.thrown.append(str(error)))
        page.on("console", lambda line: self._note(line.text))
        self.contexts.append(context)
        return page


def ask_for_a_person(visitor: Visitor, share: bool = True) -> None:
    """From an open chat to waiting for somebody."""
    visitor.type("ik wil een medewerker spreken")
    visitor.press("Chat met een medewerker")
    visitor.press("Ja, deel de laatste berichten" if share else "Nee, deel niets")
    visitor.sees("U wacht op een medewerker van het CCV.")
