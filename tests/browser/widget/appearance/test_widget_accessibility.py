"""Accessibility: axe in every state and theme, what is read aloud, focus, targets, small screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.widget.widget_driver import Visitor
from tests.support.waiting import eventually

Visit = Callable[..., Visitor]
LOOKS: dict[str, dict[str, Any]] = {
    "phone": {},
    "large": {"width": 1280, "height": 800},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "400 percent": {"width": 320, "height": 256},
}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_any_state(visit: Visit, look: str) -> None:
    visitor = visit(**LOOKS[look])
    found: dict[str, list[str]] = {}

    def examine(state: str) -> None:
        found[state] = axe.problems(visitor.page)

    examine("closed")
    visitor.open()
    examine("opening")
    visitor.press("Zelfscan beginnen").sees("Wat is uw functie?")
    examine("question")
    visitor.press("Meer", "Nummers").sees("Dat kan niet ongedaan worden gemaakt.")
    examine("menu and numbers")
    visitor.press("Nee, terug", "Nummers")
    visitor.server.broken = True
    visitor.press("Raadslid").sees("De chat kan de server nu niet bereiken.")
    examine("server away")
    visitor.server.broken = False
    with visitor.server.holding():
        visitor.press("Opnieuw proberen").sees("Uw bericht wordt verwerkt.")
        examine("waiting")
    visitor.sees("Is er verlichting")
    visitor.press("Er is dreiging").sees("Ga naar een veilige plek.")
    examine("threat")
    visitor.press("Verdergaan", "Ja").sees("Werken de rookmelders").press("Ja, op elke verdieping").sees("Plan openen")
    examine("plan")
    visitor.server.talks.clear()
    visitor.type("nog iets").sees("Dit gesprek is verlopen")
    examine("expired")
    assert not any(found.values()), [(state, problem) for state, problems in found.items() for problem in problems]


def test_new_messages_are_read_from_a_region_that_was_there_before(visit: Visit) -> None:
    visitor = visit()
    regions = visitor.page.locator("[aria-live=polite]")
    expect(regions, "mounted while the chat is still closed").to_have_count(2)
    visitor.open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    visitor.type("Raadslid").sees("Is er verlichting")
    last = "Vraag 2 van 3 · Woninginbraak Is er verlichting bij de voordeur?"
    eventually(lambda: visitor.heard()[-1:] == [last])
    heard = visitor.heard()
    assert heard[0] == "U chat met een geautomatiseerd systeem, niet met een mens."
    assert heard[1:3] == [
        "Goedendag. Ik ben een chatbot. Is er nu gevaar? Bel 112.",
        "Na elk antwoord krijgt u een tip en aan het einde een plan. Wilt u de zelfscan beginnen?",
    ]
    assert heard[3] == "Vraag 1 van 3 · Om te beginnen", "the question itself is read as the name of the focused group"
    assert heard[-1] == last
    assert visitor.page.get_by_role("log").get_attribute("aria-live") == "off", "or all would be read twice"


def test_danger_is_read_at_once_and_what_is_only_to_be_known_is_not(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    visitor.press("Er is dreiging").sees("Ga naar een veilige plek.")
    eventually(lambda: visitor.interrupted() == ["Bel nu 112. Ga naar een veilige plek. Raak niets aan."])


def test_a_failure_is_read_aloud(visit: Visit) -> None:
    visitor = visit().open()
    visitor.server.broken = True
    visitor.press("Zelfscan beginnen").sees("Bellen kan altijd:")
    eventually(lambda: "".join(visitor.heard()[-1:]).startswith("De chat kan de server nu niet bereiken."))


def test_an_arriving_message_does_not_take_the_focus(visit: Visit) -> None:
    visitor = visit(1280, 800).open()
    with visitor.server.holding():
        visitor.press("Zelfscan beginnen")
        visitor.page.get_by_role("link", name="Liever zonder chat?").focus()
    visitor.sees("Wat is uw functie?").page.wait_for_timeout(100)
    assert visitor.page.evaluate("document.activeElement.getAttribute('href')") == "/zelfscan"


def test_the_page_behind_cannot_be_reached_on_a_phone_but_can_on_a_large_screen(visit: Visit) -> None:
    visitor = visit().open()
    expect(visitor.page.locator("dialog:modal")).to_have_count(1)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})
    visitor.tab_to("Start de zelfscan")
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    expect(visitor.button("Zelfscan beginnen")).to_be_visible()
    expect(visitor.page.locator("dialog:modal")).to_have_count(1)


def test_everything_that_is_pressed_is_large_enough(visit: Visit) -> None:
    visitor = visit().open().press("Zelfscan beginnen", "Raadslid", "Nummers", "Meer").sees("Dat kan niet ongedaan")
    sizes: list[dict[str, Any]] = visitor.page.locator("dialog button:visible, [part=footer] a:visible").evaluate_all(
        "all => all.map((one) => ({ name: one.textContent, kind: one.className, height: one.offsetHeight }))"
    )
    assert len(sizes) > 12
    for size in sizes:
        least = 24 if size["kind"] == "tool" else 44
        assert size["height"] >= least, size
    visitor.press("Nee, terug", "Nummers", "Er is dreiging").sees("Ga naar een veilige plek.")
    number = visitor.page.locator(".notice.emergency a").last.bounding_box()
    assert number and number["height"] >= 44 and number["width"] >= 44, "the number to call in danger"


@pytest.mark.parametrize("size", [(320, 256), (320, 640), (390, 844)])
def test_nothing_is_cut_off_and_the_question_can_be_seen(visit: Visit, size: tuple[int, int]) -> None:
    visitor = visit(*size).open()
    for name, asked in (
        ("Zelfscan beginnen", "Wat is uw functie?"),
        ("Commissaris van de Koning", "Is er verlichting bij de voordeur?"),
    ):
        visitor.press(name)
        question = visitor.page.locator("[role=log]").get_by_text(asked)
        question.scroll_into_view_if_needed()
        expect(question).to_be_in_viewport(ratio=1)
        first = visitor.page.get_by_role("group", name=asked).get_by_role("button").first
        first.scroll_into_view_if_needed()
        expect(first).to_be_in_viewport(ratio=1)
        expect(visitor.button("Snel weg")).to_be_in_viewport(ratio=1)
    wide = visitor.page.evaluate("""() => {
      const root = document.querySelector('woningscan-chat').shadowRoot;
      const all = [...root.querySelectorAll('dialog, dialog *')];
      const over = all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
      return [document.documentElement.scrollWidth > innerWidth, over.map((one) => one.className || one.tagName)];
    }""")
    assert wide == [False, []]


def test_the_focused_element_is_never_hidden_at_400_percent(visit: Visit) -> None:
    visitor = visit(320, 256).open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    visible = """() => {
      const root = document.querySelector('woningscan-chat').shadowRoot;
      const box = root.activeElement?.getBoundingClientRect();
      if (!box || box.height > innerHeight / 2) return true;
      const top = root.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height - 4, 12));
      return root.activeElement.contains(top) || top?.contains(root.activeElement) === true;
    }"""
    for _ in range(24):
        visitor.page.keyboard.press("Tab")
        assert visitor.page.evaluate(visible), visitor.focused()


def test_nothing_moves_for_who_asked_for_that(visit: Visit) -> None:
    visitor = visit().open()
    running = "document.querySelector('woningscan-chat').shadowRoot.getAnimations().length"
    with visitor.server.holding():
        visitor.press("Zelfscan beginnen").sees("Uw bericht wordt verwerkt.")
        assert visitor.page.evaluate(running) == 0
        visitor.page.emulate_media(reduced_motion="no-preference")
        visitor.page.wait_for_function(f"{running} > 0")
