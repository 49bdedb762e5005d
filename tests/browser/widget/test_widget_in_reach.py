"""Help, "Snel weg" and the open question stay in reach: a phone that is turned, a keyboard, large text, zoom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.widget.reach import STATES, asked, each_scrolled_to, frame_faults, lines_shown, not_pressable
from tests.browser.widget.widget_driver import Visitor

Visit = Callable[..., Visitor]
PHONE = (390, 844)
# There and back: turned two ways, a keyboard on the screen, another window, zoomed in to 200 and 400 percent.
TURNS = [(PHONE, (844, 340)), (PHONE, (844, 390)), (PHONE, (390, 508)), (PHONE, (1280, 800)), ((360, 640), (640, 360))]
ZOOMS = [((1440, 900), (720, 450)), ((1280, 1024), (320, 256)), ((1366, 650), (683, 325))]
# Every state where it is hardest; elsewhere a question with a tip.
SIZES = [(size, state) for size in (PHONE, (844, 340)) for state in STATES]
SIZES += [(size, state) for size in ((360, 640), (1440, 900), (320, 256)) for state in ("tip", "numbers", "menu")]
LARGE_TEXT = [(size, percent, state) for size, percent in ((PHONE, 200), ((320, 640), 200)) for state in STATES]
LARGE_TEXT += [((320, 640), percent, "tip") for percent in (130, 150, 175)]
LARGE_TEXT += [((360, 640), 150, "tip"), ((768, 1024), 200, "person"), ((1280, 800), 200, "tip")]
LARGE_TEXT += [((720, 450), 100, "tip"), ((844, 390), 100, "tip"), ((720, 450), 100, "person")]
FUNCTION = "Wat is uw functie?"


def at(visitor: Visitor, size: tuple[int, int]) -> None:
    """Another size, and the frames in which the page finds out."""
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    drawn(visitor)


def drawn(visitor: Visitor) -> None:
    visitor.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def enlarge(visitor: Visitor, percent: int) -> None:
    """The size of text that the visitor set in the browser."""
    size = round(16 * percent / 100)
    browser = visitor.page.context.new_cdp_session(visitor.page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
    drawn(visitor)


@pytest.mark.parametrize(("size", "state"), SIZES, ids=str)
def test_the_frame_never_scrolls_whatever_is_scrolled_to(visit: Visit, size: tuple[int, int], state: str) -> None:
    visitor = visit(*size)
    STATES[state](visitor)
    assert frame_faults(visitor) == []
    for place in ("start", "end", "nearest"):
        assert each_scrolled_to(visitor, place) == []
    visitor.page.evaluate("document.querySelector('woningscan-chat').shadowRoot.querySelector('#title').focus()")
    assert frame_faults(visitor) == []


def test_scrolling_to_a_label_outside_the_conversation_leaves_the_question_where_it_is(visit: Visit) -> None:
    visitor = visit()
    STATES["question"](visitor)
    visitor.page.evaluate("""() => {
      const root = document.querySelector('woningscan-chat').shadowRoot;
      const outside = root.querySelectorAll('#news, #first-news, .head *, .foot *, .composer *');
      for (const one of outside) one.scrollIntoView();
    }""")
    assert asked(visitor, FUNCTION) == {"question": True, "first": True, "all": True}


@pytest.mark.parametrize(("size", "other"), [*TURNS, *ZOOMS], ids=str)
def test_there_and_back_the_question_comes_back_into_view(
    visit: Visit, size: tuple[int, int], other: tuple[int, int]
) -> None:
    visitor = visit(*size)
    STATES["question"](visitor)
    for now in (other, size, other, size):
        at(visitor, now)
        assert frame_faults(visitor) == [], now
        assert asked(visitor, FUNCTION) == {"question": True, "first": True, "all": True}, now
    visitor.press("Raadslid").sees("Is er verlichting bij de voordeur?")
    for now in (other, size):
        at(visitor, now)
        assert asked(visitor, "Is er verlichting bij de voordeur?") == {"question": True, "first": True, "all": True}, (
            now
        )


@pytest.mark.parametrize("size", [(320, 640), (360, 640), PHONE, (1440, 900)], ids=str)
def test_the_send_button_stays_on_one_line_however_much_is_typed(visit: Visit, size: tuple[int, int]) -> None:
    visitor = visit(*size)
    STATES["question"](visitor)
    button = visitor.page.get_by_role("button", name="Verstuur")
    empty = button.bounding_box()
    visitor.input.fill("Er stond gisteren iemand bij mijn deur en hij ging niet weg. " * 4)
    drawn(visitor)
    full = button.bounding_box()
    assert empty and full
    assert full["height"] <= 48 and (full["width"], full["x"]) == pytest.approx((empty["width"], empty["x"]), abs=20)
    assert frame_faults(visitor) == []


@pytest.mark.parametrize("state", STATES)
def test_every_state_survives_a_turn_of_the_phone(visit: Visit, state: str) -> None:
    visitor = visit()
    STATES[state](visitor)
    for now in ((844, 340), PHONE, (390, 508), PHONE):
        at(visitor, now)
        assert frame_faults(visitor) == [], now


def test_a_turn_with_the_focus_nowhere_puts_nothing_over_the_header(visit: Visit) -> None:
    visitor = visit(1280, 800)
    STATES["question"](visitor)
    visitor.page.evaluate("document.querySelector('woningscan-chat').shadowRoot.activeElement?.blur()")
    at(visitor, PHONE)
    assert frame_faults(visitor) == []


def test_who_reads_back_stays_there(visit: Visit) -> None:
    """Only the visitor's own scrolling counts, and the first message in view stays the first in view."""
    visitor = visit()
    STATES["list_of_answers"](visitor)
    visitor.page.mouse.move(195, 400)
    visitor.page.mouse.wheel(0, -3000)
    first = """() => {
      const root = document.querySelector('woningscan-chat').shadowRoot;
      const rect = (element) => element.getBoundingClientRect();
      const top = Math.max(rect(root.querySelector('.head')).bottom, rect(root.querySelector('.middle')).top);
      const messages = [...root.querySelectorAll('.messages > li')];
      return messages.find((one) => rect(one).bottom > top + 8).innerText.slice(0, 30);
    }"""
    visitor.page.wait_for_function(
        "document.querySelector('woningscan-chat').shadowRoot.querySelector('.middle').scrollTop === 0"
    )
    drawn(visitor)
    read = visitor.page.evaluate(first)
    for now in ((844, 340), PHONE):
        at(visitor, now)
        assert visitor.page.evaluate(first) == read


@pytest.mark.parametrize(("size", "percent", "state"), LARGE_TEXT, ids=str)
def test_large_text_pushes_nothing_out_of_reach(visit: Visit, size: tuple[int, int], percent: int, state: str) -> None:
    visitor = visit(*size)
    enlarge(visitor, percent)
    STATES[state](visitor)
    assert frame_faults(visitor) == []
    if state not in ("menu", "numbers"):
        assert lines_shown(visitor) >= 6, "there must be something left to read"
    assert not_pressable(visitor) == []
    assert frame_faults(visitor) == []


@pytest.mark.parametrize(("size", "percent"), [(PHONE, 200), ((360, 640), 150), ((320, 640), 200)], ids=str)
def test_text_that_is_enlarged_on_the_way_keeps_the_question(visit: Visit, size: tuple[int, int], percent: int) -> None:
    visitor = visit(*size)
    STATES["question"](visitor)
    for now in (percent, 100):
        enlarge(visitor, now)
        assert frame_faults(visitor) == []
        assert asked(visitor, FUNCTION)["question"]
