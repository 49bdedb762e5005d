"""Waiting work calls outside its tab: in the title of any page, and with a notification for who asked for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from tests.browser.axe import problems
from tests.support.request.requests import make_request
from tests.support.running import Running
from tests.support.waiting import eventually
from tests.support.web.pictures import keep

NOTED = """window.noted = [];
  window.Notification = class extends EventTarget {
    static permission = 'granted';
    static async requestPermission() { return 'granted'; }
    constructor(text) { super(); window.noted.push(text); }
    close() {}
  };"""


def test_the_title_counts_and_a_notification_comes_once(arrive: Callable[..., Page], server: Running):
    member = server.member()
    page = arrive("/secretariaat/gesprekken", member, scripts=True)
    page.context.add_init_script(NOTED)
    page.reload()
    page.get_by_role("button", name="Melding als er iemand wacht").click()
    expect(page.get_by_role("button", name="Meldingen uitzetten")).to_have_attribute("aria-pressed", "true")
    assert problems(page) == []
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
        keep(page, f"gesprekken-oproep-{width}")
    other = page.context.new_page()
    other.goto(f"{server.url}/secretariaat/account")
    reference = make_request(server.store)
    for one in (page, other):
        eventually(lambda one=one: one.title().startswith("("))
    noted = [one.evaluate("window.noted") for one in (page, other)]
    assert [text for texts in noted for text in texts] == ["Er wacht iemand in de console."], "one tab speaks for all"
    server.store.cases.claim(reference, member.id, datetime.now(UTC))
    for one in (page, other):
        eventually(lambda one=one: not one.title().startswith("("))
    assert other.title() == "Mijn account · Secretariaat"
