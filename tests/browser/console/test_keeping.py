"""The pages for an administrator and the help in a real Chromium: nothing for axe, usable on a telephone."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from bot.store.queue import QueueStatus
from tests.browser.axe import problems
from tests.support.request.mails import mail_of
from tests.support.request.requests import case_path, make_request
from tests.support.running import Running
from tests.support.web.pictures import keep

WIDE = "() => document.documentElement.scrollWidth > innerWidth + 1"
SMALL = """() => [...document.querySelectorAll('main button, main select, .go, main input')]
  .filter((e) => !['hidden', 'radio', 'checkbox'].includes(e.type))
  .filter((e) => { const b = e.getBoundingClientRect(); return b.height && b.height < 43.5; })
  .map((e) => e.outerHTML)"""


def look_at(page: Page, name: str) -> None:
    page.wait_for_load_state()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert problems(page) == [], name
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert not page.evaluate(WIDE), (name, width)
        assert page.evaluate(SMALL) == [], (name, width)
        keep(page, f"{name}-{width}")


def test_every_page_is_accessible_and_fits(arrive: Callable[..., Page], server: Running):
    member = server.member("beheerder")
    reference = make_request(server.store)
    server.store.cases.claim(reference, member.id, datetime.now(UTC))
    server.store.cases.open(reference, member.id, datetime.now(UTC))
    for status, error in (
        (QueueStatus.FAILED, "SMTPRecipientsRefused"),
        (QueueStatus.WAITING, "ConnectionRefusedError"),
    ):
        mail_of(server.store, status, error)
    for name in ("medewerkers", "logboek", "bewaren", "mail", "adviseurs", "hulp"):
        page = arrive(f"/secretariaat/{name}", member, scripts=True)
        for details in page.locator("details").all():
            details.evaluate("e => { e.open = true; }")
        look_at(page, name)


def test_an_adviser_by_keyboard_without_scripts(arrive: Callable[..., Page], server: Running):
    member, name = server.member("beheerder"), f"A. Adviseur {time.monotonic_ns()}"
    page = arrive("/secretariaat/adviseurs", member)
    page.get_by_role("button", name="Adviseur bewaren").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Vul een naam in.")
    page.get_by_label("Naam").fill(name)
    page.get_by_label("Mailadres").fill("a@example.org")
    page.get_by_label("woensdag").press("Space")
    page.get_by_role("button", name="Adviseur bewaren").press("Enter")
    page.get_by_role("link", name=name).press("Enter")
    expect(page.get_by_label("woensdag")).not_to_be_checked()
    page.get_by_role("button", name="Link maken").press("Enter")
    expect(page.get_by_role("region", name="Link van de agenda")).to_contain_text("/adviseur/agenda/")
    page.get_by_role("button", name="Link intrekken").press("Enter")
    expect(page.get_by_text("Er is nu geen link.")).to_be_visible()
    reference = make_request(server.store)
    server.store.cases.claim(reference, member.id, datetime.now(UTC))
    page.goto(server.url + case_path(reference, "/afspraak"))
    page.get_by_label("Adviseur").select_option(label=name)


def test_somebody_is_invited_by_keyboard_without_scripts(arrive: Callable[..., Page], server: Running):
    page = arrive("/secretariaat/medewerkers", server.member("beheerder"))
    page.get_by_label("Inlognaam").fill("x")
    page.get_by_role("button", name="Uitnodigen").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Een inlognaam heeft")
    page.get_by_label("Inlognaam").fill(f"nieuw{time.monotonic_ns()}")
    page.get_by_role("button", name="Uitnodigen").press("Enter")
    expect(page.get_by_role("region", name="Link voor")).to_contain_text("/secretariaat/instellen/")
