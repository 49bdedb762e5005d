"""The first screen and the short scan as somebody with a telephone and little time meets them, in the app as it runs.

A walk prints what it takes from the first choice to the plan: presses, and time at 200 words a minute and two seconds
a press.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from bot.settings import Settings
from tests.browser.sides import TwoSides
from tests.browser.widget.widget_driver import Visitor
from tests.support.places import ROOT
from tests.support.running import Running, listening
from tests.support.web.pictures import keep
from woningscan.content import load_content
from woningscan.conversation.choices import NOTHING_WRONG

SIZES = [(360, 640), (390, 844)]
WORDS_A_MINUTE, SECONDS_A_PRESS = 200, 2
MOST_PRESSES, MOST_MINUTES, MOST_SCREENS = 18, 4, 1.5
PLAN_HEIGHT = """() => {
  const root = document.querySelector('woningscan-chat').shadowRoot;
  const own = [...root.querySelectorAll('.messages > .visitor')].at(-1).getBoundingClientRect();
  const last = [...root.querySelectorAll('.messages > .assistant')].at(-1).getBoundingClientRect();
  return last.bottom - own.bottom;
}"""
"""From the last answer to the last message of the plan, in pixels."""
CONTENT = load_content(ROOT / "content")
VALUES = frozenset("wethouder kort rij_of_hoekwoning koop met_kinderen deels soms".split())
WANTED = {
    CONTENT.labels[NOTHING_WRONG],
    *(choice.label for question in CONTENT.questions.values() for choice in question.choices if choice.value in VALUES),
}
"""What is pressed where it is there: the answers of who has most to answer, and to do."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, engine_address: dict[str, str]) -> Iterator[Running]:
    with listening(Settings(data_dir=tmp_path_factory.mktemp("short"), **engine_address)) as started:
        yield started


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_first_choice_is_on_the_first_screen(sides: TwoSides, width: int, height: int) -> None:
    for path in ("/", "/zelfscan"):
        visitor = sides.official(path, viewport={"width": width, "height": height})
        if path == "/":
            visitor.open()
        expect(visitor.button("Zelfscan beginnen")).to_be_in_viewport(ratio=1)
        for key in ("opening.chatbot", "opening.danger"):
            told = CONTENT.messages[key].partition("{")[0].strip()
            expect(visitor.page.get_by_text(told).first).to_be_in_viewport(ratio=1)
        keep(visitor.page, f"opening-{'plain' if path != '/' else 'widget'}-{width}", whole=False)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_short_scan_is_short(sides: TwoSides, width: int, height: int, capsys: pytest.CaptureFixture[str]) -> None:
    visitor = sides.official(viewport={"width": width, "height": height})
    visitor.open()
    presses = 0
    words = read(visitor)
    visitor.press("Zelfscan beginnen")
    while True:
        presses += 1
        expect(visitor.page.locator("[role=log] li.visitor")).to_have_count(presses)
        expect(visitor.page.locator(".choices button[aria-disabled=false]").first).to_be_visible()
        words = read(visitor)
        if visitor.button(CONTENT.labels["send_report"]).count():
            break
        words_of_scan = words
        in_view(visitor.page)
        answer(visitor)
    minutes = words_of_scan / WORDS_A_MINUTE + presses * SECONDS_A_PRESS / 60
    with capsys.disabled():
        print(f"\n{width}x{height}: {presses} presses, {words_of_scan} words, {minutes:.1f} minutes to the plan")
    # It is read from its beginning.
    expect(visitor.page.locator("[role=log]").get_by_text("Dit was de laatste vraag.")).to_be_in_viewport()
    keep(visitor.page, f"plan-in-chat-{width}", whole=False)
    screens = visitor.page.evaluate(PLAN_HEIGHT) / height
    with capsys.disabled():
        print(f"{width}x{height}: the plan is {screens:.1f} screens")
    assert screens <= MOST_SCREENS
    assert presses <= MOST_PRESSES
    assert minutes <= MOST_MINUTES


def read(visitor: Visitor) -> int:
    """The words of all that was said so far, by either side."""
    return sum(len(one.split()) for one in visitor.transcript())


def in_view(page: Page) -> None:
    """The question that is open and its first answer."""
    expect(page.locator(".question strong").last).to_be_in_viewport(ratio=0.9)
    expect(page.locator(".choices button").first).to_be_in_viewport(ratio=1)


def answer(visitor: Visitor) -> None:
    shown = visitor.page.locator(".choices button").all_inner_texts()
    wanted = (WANTED & set(shown)) or {shown[0]}
    visitor.press(wanted.pop())
