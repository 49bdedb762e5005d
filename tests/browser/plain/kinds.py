"""How a browser gets to each kind of plain page; a step ends when the page is there, its stylesheet too."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.app.channels.plain.test_plain_scan import NO_THREAT, answer_everything
from tests.support.talking.visitor import PlainVisitor

KNIFE = "er staat nu iemand met een mes in mijn huis"


def asked(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    page.wait_for_load_state("load")


def first_page(page: Page) -> None:
    expect(page.locator("h1")).to_be_visible()


def question(page: Page) -> None:
    page.get_by_role("button", name="Zelfscan beginnen").click()
    asked(page, "Wat is uw functie?")


def answered(page: Page) -> None:
    question(page)
    for label in ("Wethouder", "Nee", "Nee", "Nee", "Nee"):
        page.get_by_label(label, exact=True).check()
        page.get_by_role("button", name="Verder", exact=True).click()
    asked(page, "In wat voor woning woont u?")


def problem(page: Page) -> None:
    question(page)
    page.get_by_role("button", name="Verder", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    asked(page, "Wat is uw functie?")


def field(page: Page) -> None:
    page.get_by_role("button", name="Woningscan aanvragen").click()
    for heading in ("nu in gevaar", "iets aangedaan", "online gedeeld", "onveilig voelt"):
        asked(page, heading)
        page.get_by_label("Nee", exact=True).check()
        page.get_by_role("button", name="Verder", exact=True).click()
    asked(page, "Wat is uw naam?")


def review(page: Page) -> None:
    field(page)
    page.get_by_label("Wat is uw naam?").fill("J. de Vries")
    page.get_by_role("button", name="Verstuur").click()
    page.get_by_label("Wethouder").check()
    page.get_by_role("button", name="Verder", exact=True).click()
    page.get_by_role("textbox").fill("0612345678")
    page.get_by_role("button", name="Verstuur").click()
    page.get_by_label("Geen voorkeur").check()
    page.get_by_role("button", name="Verder", exact=True).click()
    asked(page, "Klopt dit?")


def check(page: Page) -> None:
    page.get_by_role("button", name="Er is dreiging").click()
    asked(page, "Ik wil u goed helpen")


def route(page: Page) -> None:
    page.get_by_role("textbox").fill(KNIFE)
    page.get_by_role("button", name="Verstuur").click()
    asked(page, "Hulp bij dreiging")


def plan(page: Page) -> None:
    """The answers are given without a browser, which is much faster; the browser goes on with that session."""
    address = page.url.removesuffix("/zelfscan")
    with PlainVisitor(address) as visitor:
        answer_everything(visitor.press("Zelfscan beginnen"), NO_THREAT, take=0)
        page.context.add_cookies([{"name": "zelfscan", "value": str(visitor.token), "url": address}])
    page.reload()
    asked(page, "Uw plan voor een veiligere woning")


def report(page: Page) -> None:
    plan(page)
    page.get_by_role("button", name="Plan als rapport").click()
    expect(page.get_by_role("link", name="Plan openen")).to_be_visible()


def erased(page: Page) -> None:
    question(page)
    page.get_by_role("button", name="Wis mijn gegevens").click()
    page.get_by_role("button", name="Ja", exact=True).click()
    expect(page.get_by_text("zijn gewist")).to_be_visible()
    asked(page, "Zelfscan woning")


KINDS = [first_page, question, answered, problem, field, review, check, route, plan, report, erased]
