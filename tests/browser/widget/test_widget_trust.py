"""What the widget may not do: run what it is sent, keep or send what it need not, grow."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.widget.widget_driver import Visitor
from tests.browser.widget.widget_script import CONTENT, HOSTILE, SHOWN
from tests.support.places import WIDGET

Visit = Callable[..., Visitor]
BUNDLE = WIDGET / "dist/woningscan-chat.js"
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def test_no_request_before_the_visitor_opens_it(visit: Visit) -> None:
    visitor = visit()
    visitor.page.wait_for_load_state("networkidle")
    own = [call for call in visitor.server.calls if "woningscan-chat" in call[1] or "/api/" in call[1]]
    assert own == [("GET", "/widget/woningscan-chat.js")]


def test_no_request_goes_to_anyone_else(visit: Visit) -> None:
    visitor = visit()
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.page.reload()
    visitor.open().press("Zelfscan beginnen", "Raadslid", "Weet ik niet").sees("Werken de rookmelders")
    assert [url for url in asked if not url.startswith(visitor.server.url)] == []


def test_one_key_in_session_storage_and_no_cookie(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    assert list(visitor.stored()) == ["woningscan-chat"]
    assert visitor.page.evaluate("localStorage.length") == 0
    assert visitor.page.context.cookies() == []


def test_markup_direction_and_zero_width_are_inert_from_the_server(visit: Visit) -> None:
    visitor = visit().open().type("hostile").sees("vet")
    page = visitor.page
    shown = page.locator("[role=log] li.assistant").last
    expect(shown.get_by_text(SHOWN)).to_have_count(5)
    assert page.locator("[role=log] img, [role=log] b").count() == 0
    assert page.locator("a[href^='javascript:']").count() == 0
    assert not INVISIBLE.search(page.locator("dialog").inner_text())
    visitor.press(SHOWN)
    page.wait_for_timeout(100)
    assert visitor.server.bodies[-1]["choice"] == "kwaad"


def test_markup_direction_and_zero_width_are_inert_from_the_visitor(visit: Visit) -> None:
    visitor = visit().open().type(HOSTILE).sees("Ik weet niet zeker wat u bedoelt.")
    assert visitor.own_messages() == [SHOWN]
    assert visitor.server.bodies[-1]["text"] == HOSTILE, "the server decides what to make of it"
    visitor.page.reload()
    visitor.sees("Ik weet niet zeker wat u bedoelt.")
    assert visitor.own_messages() == [SHOWN]


def test_a_picture_that_is_made_of_several_stays_one(visit: Visit) -> None:
    family, fire = "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f469\U0001f3fd\u200d\U0001f692"
    visitor = visit().open().type(f"{family} ja\u200dja {fire}\u200d").sees("Ik weet niet zeker wat u bedoelt.")
    assert visitor.own_messages() == [f"{family} jaja {fire}"]


def test_broken_or_foreign_storage_is_no_problem(visit: Visit) -> None:
    visitor = visit()
    for value in ("{", "null", '{"token": 5}', '{"server": "x", "token": "y", "items": [1, {"who": "assistant"}]}'):
        visitor.page.evaluate("value => sessionStorage.setItem('woningscan-chat', value)", value)
        visitor.page.reload()
        expect(visitor.button("Chat: zelfscan woning")).to_be_visible()
    visitor.open()


def test_events_tell_the_page_what_happens_but_never_what_is_said(visit: Visit) -> None:
    visitor = visit()
    visitor.page.evaluate("""() => {
      window.told = [];
      for (const name of ['open', 'close', 'exit'])
        document.addEventListener('woningscan-' + name, (event) => window.told.push([event.type, event.detail]));
    }""")
    visitor.open().press("Zelfscan beginnen", "Raadslid", "Sluiten")
    assert visitor.page.evaluate("window.told") == [["woningscan-open", None], ["woningscan-close", None]]


def test_known_numbers_in_a_text_can_be_called(visit: Visit) -> None:
    visitor = visit().open()
    alarm = CONTENT.contacts["alarmnummer"]
    link = visitor.page.locator("[role=log]").get_by_role("link", name=alarm.value)
    assert link.get_attribute("href") == alarm.url


def test_bundle_is_small() -> None:
    assert len(gzip.compress(BUNDLE.read_bytes(), 9)) <= 22 * 1024


def test_bundle_carries_the_numbers_of_the_content() -> None:
    bundle = BUNDLE.read_text()
    for contact in CONTENT.contacts.values():
        assert contact.value in bundle and contact.url in bundle


def test_no_number_is_typed_in_the_sources() -> None:
    sources = "".join(
        path.read_text() for path in (*WIDGET.glob("src/**/*.ts"), WIDGET / "build.mjs", *WIDGET.glob("demo/*"))
    )
    for contact in CONTENT.contacts.values():
        assert not re.search(rf"(?<!\d){re.escape(contact.value)}(?!\d)", sources), contact.value


def test_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (WIDGET / "package-lock.json").read_text()
