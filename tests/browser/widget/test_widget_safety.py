"""What must work when it matters: "Snel weg", "Er is dreiging" and the numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widget.reach import STATES
from tests.browser.widget.widget_driver import Visitor
from tests.browser.widget.widget_script import CONTENT
from tests.support.waiting import eventually

Visit = Callable[..., Visitor]
NUMBERS = ("alarmnummer", "politie", "ondersteuningsteam")


def to_neutral_page(visitor: Visitor) -> None:
    visitor.page.evaluate(
        "url => document.querySelector('woningscan-chat').setAttribute('exit-url', url)",
        visitor.server.url + "/neutraal",
    )


def by_button(page: Page) -> None:
    page.get_by_role("button", name="Snel weg").click()


def by_first_link(page: Page) -> None:
    page.get_by_role("heading", name="Zelfscan").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")


def by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("way", [by_button, by_first_link, by_shift])
def test_leaving_wipes_everything(visit: Visit, way: Callable[[Page], None]) -> None:
    visitor = visit()
    to_neutral_page(visitor)
    visitor.open().press("Zelfscan beginnen", "Raadslid").sees("Is er verlichting")
    assert visitor.stored() and visitor.server.talks
    before = visitor.page.evaluate("history.length")
    way(visitor.page)
    visitor.page.wait_for_url("**/neutraal")
    assert visitor.page.title() == "Weer"
    assert visitor.stored() == {}
    assert visitor.page.evaluate("history.length") == before, "the page is replaced, not left behind"
    assert visitor.page.evaluate("document.referrer") == ""
    eventually(lambda: not visitor.server.talks)


def test_the_page_is_covered_before_anything_answers(visit: Visit) -> None:
    visitor = visit(1280, 800)
    to_neutral_page(visitor)
    visitor.open()
    visitor.server.page_delay = 0.5
    seen = visitor.page.evaluate("""() => {
      const root = document.querySelector('woningscan-chat').shadowRoot;
      root.querySelector('button.exit').click();
      const [width, height] = [innerWidth, innerHeight];
      const spots = [[5, 5], [width / 2, height / 2], [width - 40, height - 40], [width - 5, 5]];
      const shown = spots.map(([x, y]) => root.elementFromPoint(x, y)?.className);
      return { shown, stored: sessionStorage.length, title: document.title };
    }""")
    assert seen == {"shown": ["curtain drawn"] * 4, "stored": 0, "title": "Even laden"}
    visitor.page.wait_for_url("**/neutraal")


def test_leaving_works_without_a_server(visit: Visit) -> None:
    visitor = visit()
    visitor.page.route("**/neutraal", lambda route: route.fulfill(body="weer", content_type="text/html"))
    to_neutral_page(visitor)
    visitor.open()
    visitor.server.broken = True
    by_shift(visitor.page)
    visitor.page.wait_for_url("**/neutraal")


def test_capitals_and_slow_presses_are_no_exit(visit: Visit) -> None:
    visitor = visit()
    to_neutral_page(visitor)
    visitor.open().input.focus()
    for _ in range(4):
        visitor.page.keyboard.press("Shift+A")
    visitor.page.keyboard.press("Shift")
    visitor.page.keyboard.press("b")
    visitor.page.keyboard.press("Shift")
    visitor.page.keyboard.press("Shift")
    visitor.page.wait_for_timeout(100)
    assert visitor.page.url.endswith("/")
    assert visitor.input.input_value() == "AAAAb"


def test_shift_does_nothing_while_the_chat_is_closed(visit: Visit) -> None:
    visitor = visit()
    to_neutral_page(visitor)
    by_shift(visitor.page)
    visitor.page.wait_for_timeout(100)
    assert visitor.page.url.endswith("/")


def test_the_visitor_is_told_what_leaving_does_not_do(visit: Visit) -> None:
    visit().open().sees("De geschiedenis van uw browser niet.")


def test_a_wrong_exit_address_leads_to_the_neutral_page(visit: Visit) -> None:
    visitor = visit()
    visitor.page.evaluate("document.querySelector('woningscan-chat').setAttribute('exit-url', 'javascript:alert(1)')")
    visitor.open()
    link = visitor.page.get_by_role("link", name="Snel weg van deze pagina")
    assert link.get_attribute("href") == CONTENT.contacts["weerbericht"].url


def test_threat_and_numbers_are_always_in_reach(visit: Visit) -> None:
    visitor = visit().open()
    for step in ("Zelfscan beginnen", "Raadslid", "Pauze"):
        visitor.press(step)
        expect(visitor.button("Er is dreiging")).to_be_in_viewport()
        expect(
            visitor.page.get_by_role("link", name=f"Bel {CONTENT.contacts['alarmnummer'].value}")
        ).to_be_in_viewport()
    visitor.press("Nummers")
    for key in NUMBERS:
        contact = CONTENT.contacts[key]
        shown = visitor.page.locator("[part=footer]").get_by_role("link", name=contact.value).last
        expect(shown).to_be_in_viewport()
        assert shown.get_attribute("href") == contact.url
    visitor.press("Er is dreiging").sees("Ga naar een veilige plek.")
    assert visitor.server.bodies[-1]["choice"] == "report_threat"


@pytest.mark.parametrize("moment", ["opening", "answering"])
def test_threat_gives_numbers_when_the_server_is_away(visit: Visit, moment: str) -> None:
    visitor = visit()
    if moment == "answering":
        visitor.open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    visitor.server.broken = True
    if moment == "opening":
        visitor.page.get_by_role("button", name="Chat: zelfscan woning").click()
    visitor.press("Er is dreiging").sees("Bellen kan altijd:")
    for key in NUMBERS:
        expect(
            visitor.page.locator("[part=status]").get_by_role("link", name=CONTENT.contacts[key].value)
        ).to_be_visible()
    visitor.server.broken = False
    visitor.press("Opnieuw proberen").sees("Ga naar een veilige plek.")


@pytest.mark.parametrize("size", [(390, 844), (320, 256)], ids=str)
def test_what_to_call_in_danger_is_a_button_that_a_shaking_hand_hits(visit: Visit, size: tuple[int, int]) -> None:
    visitor = visit(*size)
    STATES["emergency"](visitor)
    call = visitor.page.locator(".alarming .notice a").bounding_box()
    beside = visitor.page.get_by_role("button", name="Verdergaan", exact=True).bounding_box()
    assert call and beside
    assert call["height"] >= 64 > beside["height"] and call["width"] >= 96


def test_threat_does_not_wait_for_a_slow_server(visit: Visit) -> None:
    visitor = visit().open()
    with visitor.server.holding():
        visitor.press("Zelfscan beginnen", "Er is dreiging").sees("Bellen kan altijd:")
    visitor.sees("Ga naar een veilige plek.")
    assert [body["choice"] for body in visitor.server.bodies] == ["start_scan", "report_threat"]
