"""A real Chromium for the browser tests. A missing browser is an error: these tests are never skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.widget.widget_driver import WATCH, Visitor
from tests.browser.widget.widget_server import WidgetServer


@pytest.fixture
def server() -> Iterator[WidgetServer]:
    started = WidgetServer()
    yield started
    started.stop()


@pytest.fixture
def visit(browser: Browser, server: WidgetServer) -> Iterator[Callable[..., Visitor]]:
    """A new visitor on the demo page, under the strict policy. Afterwards nothing may have been blocked or thrown."""
    pages: list[Page] = []
    thrown: list[str] = []

    def arrive(width: int = 390, height: int = 844, path: str = "/", **options: Any) -> Visitor:
        options = {"reduced_motion": "reduce", **options}  # nothing moves, so nothing has to be waited for
        context = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL", **options)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("pageerror", lambda error: thrown.append(str(error)))
        page.goto(server.url + path)
        pages.append(page)
        return Visitor(page, server)

    yield arrive
    blocked = [one for page in pages if not page.is_closed() for one in page.evaluate("window.violations ?? []")]
    for page in pages:
        page.context.close()
    assert not blocked, f"the policy blocked {blocked}"
    assert not thrown, f"the page threw {thrown}"
