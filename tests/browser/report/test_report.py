"""In a real browser: the page under its policy, light, dark and narrow, and what comes out of the printer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from starlette.applications import Starlette

from bot.channels.report.pages import Pages
from tests.browser import axe
from tests.support.report.answer_sets import all_to_do, answers_of, some_to_do, state_of
from tests.support.report.report_words import Outline, words, words_of_pdf
from tests.support.running import listening
from tests.support.web.pictures import keep
from woningscan.content.model import Content
from woningscan.plan.build import build_plan

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", e => window.violations.push(e.violatedDirective));
window.print = () => { window.printed = (window.printed ?? 0) + 1; };
"""
# What a finger hits in the middle of the way out, and in its corners.
HIT = """() => {
  const way = document.querySelector("[data-exit]"), box = way.getBoundingClientRect();
  const spots = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]];
  const found = spots.map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
  return box.height >= 44 && box.right <= innerWidth && found.every((one) => one === way) ? way.textContent : null;
}"""
LOOKS: list[dict[str, Any]] = [
    {"viewport": {"width": 1280, "height": 800}},
    {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    {"viewport": {"width": 320, "height": 256}},
    {"viewport": {"width": 390, "height": 844}, "forced_colors": "active"},
]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What a browser sees is the same on every database."""
    return sqlite_url


@pytest.fixture
def address(app: Starlette) -> Iterator[str]:
    with listening(app, lifespan="off") as running:
        yield running.url


@pytest.fixture
def now() -> datetime:
    """The real one: the browser cannot be told another."""
    return datetime.now(UTC)


@pytest.fixture
def visit(browser: Browser, address: str, link: Callable[..., str]) -> Iterator[Callable[..., Page]]:
    """Opens a plan as a visitor does: the link, the button. Afterwards nothing may have been blocked."""
    opened: list[Page] = []
    watched: list[Page] = []

    def arrive(answers: dict[str, str], **look: Any) -> Page:
        context = browser.new_context(locale="nl-NL", **look)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(f"{address}/rapport/{link(answers)}")
        page.get_by_role("button").click()
        page.get_by_role("heading", level=1).wait_for()
        opened.append(page)
        if look.get("java_script_enabled", True):  # else nothing can be asked of it
            watched.append(page)
        return page

    yield arrive
    blocked = [one for page in watched for one in page.evaluate("window.violations")]
    for page in opened:
        page.context.close()
    assert blocked == []


@pytest.mark.parametrize("look", LOOKS, ids=["wide", "dark", "narrow", "forced"])
def test_everybody_can_read_it(visit: Callable[..., Page], content: Content, look: dict[str, Any]):
    page = visit(answers_of(content, 3), **look)
    assert axe.problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= look["viewport"]["width"]
    sizes = page.get_by_role("button").evaluate_all("found => found.map(one => one.getBoundingClientRect().height)")
    labels = page.locator(".ticks label").evaluate_all("found => found.map(one => one.getBoundingClientRect().height)")
    folded = page.locator("summary").evaluate_all("found => found.map(one => one.getBoundingClientRect().height)")
    assert len(sizes) == 3 and labels and folded
    assert min([*sizes, *labels, *folded]) >= 44
    for percent in (100, 200):
        page.evaluate("percent => { document.documentElement.style.fontSize = `${percent}%`; }", percent)
        for key in ("End", "Home"):
            page.keyboard.press(key)
            assert page.evaluate(HIT) == "Snel weg", f"{percent}% {key}"


def test_the_pdf_comes_down_and_the_page_stays(visit: Callable[..., Page], content: Content):
    page = visit(all_to_do(content), **LOOKS[0])
    keep(page, "plan", whole=False)
    with page.expect_download() as coming:
        page.get_by_role("button", name=content.messages["report.pdf.button"]).click()
    got = coming.value
    file = Path(got.path())
    assert got.suggested_filename == "plan.pdf"
    assert words(content.messages["report.checklist"]) in words_of_pdf(file.read_bytes())
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_done_is_ticked_off_on_the_page(visit: Callable[..., Page], content: Content, scripts: bool):
    """Also with the keyboard alone and without a script; the page comes back where one was."""
    page = visit(all_to_do(content), java_script_enabled=scripts, **LOOKS[0])
    total = len(build_plan(content, all_to_do(content)).items)
    boxes = page.locator(".ticks").get_by_role("checkbox")
    boxes.nth(0).check()
    boxes.nth(1).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    told = content.messages["plan.ticked"].format(number=2, total=total)
    expect(page.get_by_role("status")).to_contain_text(told)
    expect(page.get_by_role("status")).to_be_in_viewport()
    expect(boxes.nth(0)).to_be_checked()
    expect(page.locator(".mark.done")).to_have_count(2)
    keep(page, "plan-afgevinkt", whole=False)
    if scripts:
        assert axe.problems(page) == []
    boxes.nth(0).uncheck()
    page.get_by_role("button", name=content.messages["report.tick.button"]).click()
    told = content.messages["plan.ticked"].format(number=1, total=total)
    expect(page.get_by_role("status")).to_contain_text(told)


@pytest.mark.parametrize("home", ["rij_of_hoekwoning", "appartement_hoger"])
def test_eleven_actions_are_read_on_a_phone_in_five_screens(visit: Callable[..., Page], content: Content, home: str):
    page = visit(some_to_do(content, 11, woningtype=home), viewport={"width": 390, "height": 844})
    page.locator("details").first.click()
    expect(page.locator("details p").first).to_be_visible()
    page.locator("details").first.click()
    keep(page, f"plan-{home}-390")
    above = page.locator(".sources").evaluate("one => one.getBoundingClientRect().top + scrollY")
    assert above <= 5 * 844


def test_no_way_out_on_paper(pages: Pages, content: Content, now: datetime):
    """Nor a script; the page says that a pdf stays where it was saved."""
    state = state_of(content, answers_of(content, 2))
    paper, screen = pages.for_pdf(state, now), pages.plan(state, now, copy_token="t")
    assert content.messages["plain.exit"] not in paper
    assert "<script" not in paper
    assert words(content.messages["report.exit.hint"]) in words(Outline(screen).text)
    assert words(content.messages["report.exit.hint"]) not in words(Outline(paper).text)


def test_the_print_button_prints(visit: Callable[..., Page], content: Content):
    page = visit(answers_of(content, 2), **LOOKS[0])
    page.get_by_role("button", name=content.messages["report.print.button"]).click()
    assert page.evaluate("window.printed") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_on_a4_black_on_white(visit: Callable[..., Page], content: Content, scheme: str):
    answers = all_to_do(content)
    page = visit(answers, viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    made = page.pdf(prefer_css_page_size=True, print_background=True)
    reader = PdfReader(BytesIO(made))
    assert {tuple(round(float(side)) for side in one.mediabox[2:]) for one in reader.pages} == {(595, 842)}
    assert len(reader.pages) <= 12
    text = words_of_pdf(made)
    plan = build_plan(content, answers)
    assert [item.action for item in plan.items if words(item.action) not in text] == []
    assert [item.question.id for item in plan.items if words(item.question.why) not in text] == [], "what is folded in"
    assert words(content.messages["report.once"]) not in text
    page.emulate_media(media="print", color_scheme=scheme)
    colours = page.evaluate(
        "() => [...document.querySelectorAll('body, p, li, h1')].map(one => getComputedStyle(one))"
        ".map(style => [style.color, style.backgroundColor])"
    )
    assert {background for _, background in colours} <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    assert colours[0][0] == "rgb(0, 0, 0)"
    dark = [max(map(int, re.findall(r"\d+", colour)[:3])) for colour, _ in colours]
    assert max(dark) <= 170  # black, the dark blue of headings, the dark red of the warning
    boxes = page.locator(".ticks input[type=checkbox]").evaluate_all(
        "found => found.map(one => getComputedStyle(one))"
        ".map(style => style.borderTopWidth + ' ' + style.borderTopStyle)"
    )
    assert boxes == ["2px solid"] * len(plan.items)
