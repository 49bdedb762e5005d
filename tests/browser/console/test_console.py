"""The console in a real Chromium: from the link to logging out by keyboard alone, without scripts; nothing for axe."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from playwright.sync_api import Page, expect

from bot.store.staff.roles import Role
from tests.browser.axe import problems
from tests.support.running import Running
from tests.support.staff.members import PASSPHRASE
from tests.support.web.pictures import keep

FOCUSED = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const name = element === document.body ? '' : element.id || element.textContent.trim();
  return [name, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2];
}"""
SMALL = """() => [...document.querySelectorAll('button, nav a, .go, input:not([type=hidden]), select, .sections a')]
  .filter((e) => { const b = e.getBoundingClientRect(); return b.height && (b.height < 43.5 || b.width < 43.5); })
  .map((e) => e.outerHTML)"""
WIDE = "() => document.documentElement.scrollWidth > innerWidth + 1"


def invite(server: Running) -> tuple[str, str]:
    name = f"anna{time.monotonic_ns()}"
    token = server.app.state.services.store.staff.add(name, Role.MEMBER, datetime.now(UTC))
    return name, f"/secretariaat/instellen/{token}"


def type_into(page: Page, *texts: str) -> None:
    """Fill in one field after the other, with the Tab key only."""
    for text in texts:
        page.keyboard.insert_text(text)
        page.keyboard.press("Tab")


def test_from_the_link_to_logging_out_by_keyboard_without_scripts(arrive: Callable[..., Page], server: Running):
    name, link = invite(server)
    page = arrive(link)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw account instellen")
    secret = (page.locator("main code").text_content() or "").replace(" ", "")
    keep(page, "console-setup")
    page.get_by_label("Wachtzin", exact=True).focus()
    earlier = pyotp.TOTP(secret).at(datetime.now(UTC) - timedelta(seconds=30))
    type_into(page, PASSPHRASE, PASSPHRASE)
    page.keyboard.insert_text(earlier)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw herstelcodes")
    assert len(re.findall(r"(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}", page.locator("main").inner_text())) == 10
    keep(page, "console-codes")
    page.get_by_role("link", name="Ik heb de codes bewaard").press("Enter")
    page.get_by_role("button", name="Uitloggen").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("U bent uitgelogd")
    page.get_by_role("link", name="Opnieuw inloggen").press("Enter")
    page.get_by_label("Inlognaam").focus()
    type_into(page, name, PASSPHRASE)
    page.keyboard.insert_text(pyotp.TOTP(secret).now())
    page.keyboard.press("Enter")
    expect(page.locator("header")).to_contain_text(f"Ingelogd als {name}")
    keep(page, "console-start")


def test_the_cookie_is_out_of_reach_of_scripts(arrive: Callable[..., Page], server: Running):
    member = server.member()
    page = arrive("/secretariaat/inloggen?terug=/secretariaat/account", scripts=True)
    for label, text in (("Inlognaam", member.name), ("Wachtzin", PASSPHRASE), ("Code", member.next_code())):
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("button", name="Overal uitloggen").click()
    assert page.url.endswith("/secretariaat/uitgelogd")


def test_a_wrong_login_puts_the_message_first_and_says_it_aloud(arrive: Callable[..., Page], server: Running):
    page = arrive("/secretariaat/inloggen", scripts=True)
    for label, text in (("Inlognaam", "niemand"), ("Wachtzin", "geen idee meer van"), ("Code", "123456")):
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="Inloggen").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Inloggen is niet gelukt")
    expect(alert).to_be_focused()
    assert page.title().startswith("Fout: ")
    assert problems(page) == []
    assert page.get_by_label("Wachtzin").input_value() == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_everything_fits(arrive: Callable[..., Page], server: Running, scheme: str, width: int):
    member = server.member("beheerder")
    _, link = invite(server)
    look = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}, "scripts": True}
    looked_at = [
        arrive("/secretariaat/inloggen", **look),
        arrive("/secretariaat/", member, **look),
        arrive("/secretariaat/account", member, **look),
        arrive("/secretariaat/bevestigen", member, **look),
        arrive("/secretariaat/bestaat/niet", member, **look),
        arrive(link, **look),
    ]
    setup = arrive(link, **look)
    setup.get_by_role("button", name="Beginnen").click()
    looked_at.append(setup)
    for page in looked_at:
        assert problems(page) == [], page.url
        page.wait_for_load_state()  # with its stylesheet
        assert page.evaluate(SMALL) == [], page.url
        assert not page.evaluate(WIDE), page.url
        keep(page, f"console-{scheme}-{width}-{page.url.rsplit('/', 1)[-1][:12]}")


def test_each_stop_of_the_tab_key_is_seen_and_the_first_skips_to_the_page(arrive: Callable[..., Page], server: Running):
    page = arrive("/secretariaat/account", server.member(), scripts=True)
    stops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert stops[0][0] == "Naar de inhoud"
    assert [name for name, ring in stops if not ring and name] == []
    assert {"Uitloggen", "Mijn account", "Overal uitloggen"} <= {name for name, _ in stops}


def test_the_picture_for_the_telephone_is_read_as_the_secret(arrive: Callable[..., Page], server: Running):
    """Black on white in a dark theme too, with a quiet zone: what a telephone needs to read it."""
    _, link = invite(server)
    page = arrive(link, scripts=True, color_scheme="dark")
    page.get_by_role("button", name="Beginnen").click()
    box = page.locator(".qr svg").bounding_box()
    assert box and box["width"] >= 200 and abs(box["width"] - box["height"]) < 2
    assert page.locator(".qr svg path").first.evaluate("e => getComputedStyle(e).fill") == "rgb(255, 255, 255)"
