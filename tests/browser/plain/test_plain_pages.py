"""The plain pages in a real Chromium without scripts: by keyboard alone, at every size, nothing for axe to find."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import problems
from tests.browser.plain.kinds import KINDS, answered, plan
from tests.support.running import Running
from tests.support.web.pictures import keep

SIZES = [(320, 256), (390, 844), (1280, 800)]
NEUTRAL = "<!doctype html><html lang=nl><title>Neutraal</title><p>Niets bijzonders"
FOCUSED = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  const label = element.labels?.[0] ?? element;
  return {
    name: label.textContent.trim().replace(/\\s+/g, ' '),
    tag: element.tagName.toLowerCase(),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight,
  };
}"""
WIDE = "() => [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)"
SMALL = """() => [...document.querySelectorAll('button, .call, .go, .radio label, .radio input, textarea, [type=text]')]
  .filter((e) => { const b = e.getBoundingClientRect(); return b.height && (b.height < 24 || b.width < 24); })
  .map((e) => e.outerHTML)"""


@pytest.fixture
def arrive(browser: Browser, server: Running) -> Iterator[Callable[..., Page]]:
    """A new visitor without scripts on the first page; other websites answer with an empty page."""
    opened = []

    def on_first_page(scripts: bool = False, **options: Any) -> Page:
        options = {"viewport": {"width": 390, "height": 844}, **options}
        context = browser.new_context(java_script_enabled=scripts, locale="nl-NL", **options)
        context.route(lambda url: not url.startswith(server.url), lambda one: one.fulfill(body=NEUTRAL))
        page = context.new_page()
        page.goto(f"{server.url}/zelfscan")
        opened.append(context)
        return page

    yield on_first_page
    for context in opened:
        context.close()


def focused(page: Page) -> dict[str, Any]:
    return page.evaluate(FOCUSED)


def tab_to(page: Page, name: str) -> None:
    page.wait_for_load_state()  # the ring comes from the style sheet
    for _ in range(40):
        page.keyboard.press("Tab")
        now = focused(page)
        assert now["ring"] or now["tag"] == "body", f"no visible focus on {now}"
        assert now["seen"] or now["tag"] == "body", f"the focus is out of sight on {now}"
        if now["name"] == name:
            return
    raise AssertionError(f"{name!r} cannot be reached by Tab")


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_is_accessible_and_fits_at_every_size(
    arrive: Callable[..., Page], kind: Callable[[Page], None]
) -> None:
    page = arrive(scripts=True)
    kind(page)
    page.wait_for_load_state()  # with its stylesheet
    assert page.evaluate(SMALL) == []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert problems(page) == []
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(f"({WIDE})().map((e) => e.outerHTML)") == []
            keep(page, f"plain-{kind.__name__}-{width}x{height}-{scheme}")


def test_forced_colours_and_print_keep_the_edges_and_the_plan(arrive: Callable[..., Page]) -> None:
    page = arrive(forced_colors="active")
    plan(page)
    for style in ("border-top-style", "border-top-width"):
        shown = page.locator("button.choice").first.evaluate(f"e => getComputedStyle(e).getPropertyValue('{style}')")
        assert shown not in ("none", "0px")
    keep(page, "plain-plan-forced-colours")
    page.emulate_media(media="print", forced_colors="none")
    expect(page.get_by_role("heading", name="Begin hiermee:")).to_be_visible()
    expect(page.get_by_role("button", name="Woningscan aanvragen")).to_be_hidden()
    keep(page, "plain-plan-print")


def test_by_keyboard_alone(arrive: Callable[..., Page]) -> None:
    page = arrive()
    heading = page.get_by_role("heading", level=1)
    tab_to(page, "Zelfscan beginnen")
    page.keyboard.press("Enter")
    expect(heading).to_have_text("Wat is uw functie?")
    tab_to(page, "Burgemeester")
    page.keyboard.press("ArrowDown")
    assert focused(page)["name"] == "Wethouder"
    page.keyboard.press("Enter")  # sends the form that the radio buttons are in
    expect(heading).to_contain_text("nu in gevaar")
    tab_to(page, "Verder")
    page.keyboard.press("Space")
    expect(page.get_by_role("alert")).to_be_focused()
    tab_to(page, "Naar uw antwoord")
    page.keyboard.press("Enter")
    assert focused(page)["name"] == "Ja"
    tab_to(page, "Vorige vraag")
    page.keyboard.press("Enter")
    expect(heading).to_have_text("Wat is uw functie?")
    tab_to(page, "Er is dreiging")
    page.keyboard.press("Enter")
    expect(heading).to_contain_text("Ik wil u goed helpen")
    tab_to(page, "Er is nu gevaar")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main").get_by_text("Bel nu 112.")).to_be_visible()


def test_the_first_stops_lead_past_everything_and_away(arrive: Callable[..., Page]) -> None:
    page = arrive()
    names = []
    for _ in range(3):
        page.keyboard.press("Tab")
        names.append(focused(page)["name"])
    assert names == ["Naar de inhoud", "Hulp bij gevaar", "Snel weg"]


def test_leaving_ends_on_a_neutral_page_and_back_shows_nothing(arrive: Callable[..., Page]) -> None:
    page = arrive()
    answered(page)
    page.get_by_role("button", name="Snel weg").click()
    expect(page).to_have_title("Neutraal")
    assert page.context.cookies() == []
    page.go_back()
    expect(page.get_by_role("button", name="Zelfscan beginnen")).to_be_visible()


def test_going_back_in_the_browser_shows_the_question_of_now(arrive: Callable[..., Page]) -> None:
    page = arrive()
    answered(page)
    asked = page.get_by_role("heading", level=1).inner_text()
    page.go_back()
    page.goto(page.url)
    expect(page.get_by_role("heading", level=1)).to_have_text(asked)
    assert all(cookie["httpOnly"] and cookie["sameSite"] == "Strict" for cookie in page.context.cookies())
    assert page.context.cookies()[0]["expires"] == -1


def test_without_its_stylesheet_everything_is_there(arrive: Callable[..., Page], server: Running) -> None:
    page = arrive()
    page.context.route("**/*.css", lambda one: one.abort())
    page.reload()
    answered(page)
    expect(page.get_by_role("button", name="Snel weg")).to_be_visible()
    expect(page.get_by_role("radio").first).to_be_visible()
    keep(page, "plain-without-stylesheet")
