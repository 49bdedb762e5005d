"""The page with the reminder and the plan with ticks, in a browser without scripts: chosen, downloaded, readable."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page
from starlette.applications import Starlette

from bot.channels.report import reminder
from bot.channels.report.pages import Pages
from tests.browser import axe
from tests.support.report.answer_sets import all_to_do
from tests.support.running import listening
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory, state_with

NARROW = {"width": 360, "height": 640}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What a browser sees is the same on every database."""
    return sqlite_url


@pytest.fixture
def address(app: Starlette) -> Iterator[str]:
    app.router.routes.extend(reminder.routes)
    with listening(app, lifespan="off") as running:
        yield running.url


@pytest.mark.parametrize("scripts", [True, False])
def test_a_day_is_chosen_and_comes_down(browser: Browser, address: str, content: Content, scripts: bool) -> None:
    page = browser.new_context(java_script_enabled=scripts, viewport=NARROW).new_page()
    page.goto(f"{address}/herinnering")
    if scripts:
        _is_readable(page)
    page.get_by_label(content.messages["reminder.choose"]).select_option("6")
    with page.expect_download() as coming:
        page.get_by_role("button", name=content.messages["reminder.button"]).click()
    (event,) = Calendar.from_ical(Path(coming.value.path()).read_text("utf-8")).walk("VEVENT")
    assert event["dtstart"].dt.day and coming.value.suggested_filename == "herinnering.ics"
    page.context.close()


def test_a_plan_with_ticks_can_be_read_by_everybody(
    browser: Browser, address: str, content: Content, pages: Pages
) -> None:
    answers = all_to_do(content)
    state = state_with({}, Memory(version=content.version, answers=answers, ticked=tuple(answers)[20:24]))
    page = browser.new_context(viewport=NARROW).new_page()
    html = pages.plan(state, datetime.now(UTC), copy_token=None)
    page.route(f"{address}/getoond", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{address}/getoond")
    assert page.locator(".boxes .ticked").count() > 0
    _is_readable(page)
    page.context.close()


def _is_readable(page: Page) -> None:
    assert axe.problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
