"""The preview in a real browser: readable by everybody, on a telephone too, and pictures of it for the documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.editing.approval import Role, approve
from bot.editing.examples import OFFICIALS, officials_in
from bot.editing.pages import preview
from bot.editing.since import since_approval
from tests.browser import axe
from tests.support.content_repository import content_repository, edit, save
from tests.support.web.pictures import keep
from woningscan.content import load_content


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of content in which two texts changed since it was signed, one of them about danger."""
    place = tmp_path_factory.mktemp("editor")
    folder = content_repository(place)
    approve(folder, Role.EDITORS, date(2026, 11, 30))
    save(folder)
    theme = "questionnaire/brandstichting.yml"
    edit(folder, theme, "Goed. Vervang rookmelders na tien jaar.", "Goed. Vervang elke rookmelder na tien jaar.")
    edit(folder, "routes.yml", "Schrijf op wat er gebeurt en wanneer.", "Schrijf elke dag op wat er gebeurt.")
    written = place / "voorbeeld.html"
    page = preview(load_content(folder), officials_in(OFFICIALS), since_approval(folder))
    written.write_text(page, encoding="utf-8")
    return written


def test_the_preview_can_be_read_by_everybody(browser: Browser, file: Path) -> None:
    page = _opened(browser, file, 360)
    assert axe.problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.close()


def test_a_change_leads_to_its_question_in_both_channels(browser: Browser, file: Path) -> None:
    page = _opened(browser, file, 1100)
    keep(page, "voorbeeld-gewijzigd", whole=False)
    page.locator("#gewijzigd a").first.click()
    question = page.locator("article:target")
    expect(question).to_have_id("rookmelders")
    expect(question.locator(".widget .choices li").first).to_be_in_viewport()
    expect(question.locator(".telegram .bubble")).to_be_in_viewport()
    keep(page, "voorbeeld-vraag", whole=False)
    page.set_viewport_size({"width": 900, "height": 600})
    page.get_by_role("link", name="Het plan van zes ambtsdragers").click()
    keep(page, "voorbeeld-plan", whole=False)
    page.context.close()


def _opened(browser: Browser, file: Path, width: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 720}).new_page()
    page.goto(file.as_uri())
    return page
