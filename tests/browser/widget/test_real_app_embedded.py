"""The real application, gate and engine behind the widget on another website, under the strict policy, in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.store import KeyRing
from tests.browser.website import Website
from tests.browser.widget.widget_driver import WATCH
from tests.support.process import AppProcess
from tests.support.talking.conversing import Assistant


@pytest.fixture
def website() -> Iterator[Website]:
    started = Website()
    yield started
    started.stop()


@pytest.fixture
def start(tmp_path: Path, assistant: Assistant) -> Iterator[Callable[[str], AppProcess]]:
    """The app as `woningscan serve` makes it, for these embed origins."""
    running: list[AppProcess] = []

    def started(origins: str) -> AppProcess:
        app = AppProcess(tmp_path, KeyRing.generate(), embed_origins=origins, **assistant.address)
        app.start()
        running.append(app)
        return app

    yield started
    for app in running:
        app.kill()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL", reduced_motion="reduce")
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_scan_and_a_threat_on_another_website(
    page: Page, website: Website, start: Callable[[str], AppProcess]
) -> None:
    website.app_url = start(website.url).url
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(website.url)
    expect(page.get_by_role("button", name="Chat: zelfscan woning")).to_be_visible()
    assert [url for url in asked if "/api/" in url] == [], "nothing is asked before the visitor opens the chat"
    press(page, "Chat: zelfscan woning")
    press(page, "Zelfscan beginnen")
    press(page, "Wethouder")
    said = page.get_by_label("Typ uw antwoord of uw vraag")
    said.fill("er staat nu iemand met een mes in mijn tuin")
    page.keyboard.press("Enter")
    expect(page.get_by_text("112").last).to_be_visible()
    assert page.context.cookies() == []
    assert page.evaluate("window.violations") == []


def test_a_website_that_is_not_listed_does_not_get_the_widget(
    page: Page, website: Website, start: Callable[[str], AppProcess]
) -> None:
    """The snippet asks for the bundle with CORS (its hash needs that), so the browser throws the bundle away."""
    website.app_url = start("https://www.example.nl").url
    failed: list[str] = []
    asked: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(website.url)
    expect(page.get_by_role("heading", name="Website")).to_be_visible()
    bundle = f"{website.app_url}/widget/woningscan-chat.js"
    assert failed == [bundle]
    assert page.evaluate("customElements.get('woningscan-chat') === undefined")
    assert page.get_by_role("button").count() == 0, "nothing stands on the page that cannot work"
    expect(page.get_by_role("link", name="112")).to_be_visible()
    assert [url for url in asked if url.startswith(website.app_url)] == [bundle]
    # Nor does a page of its own making get in: the API gives this origin nothing to read.
    opened = page.evaluate(
        "url => fetch(url, {method: 'POST'}).then(() => 'read', () => 'refused')",
        f"{website.app_url}/api/v1/conversations",
    )
    assert opened == "refused"
