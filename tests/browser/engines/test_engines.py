"""The same in Firefox and WebKit: the open question in view, and the widget at home in pages that are not ours.

What Chromium is asked in `tests/browser/widget/` is asked there at length; here once for each kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.engines.driven import PROGRAMS, Engine, started
from tests.browser.engines.guest import Guest
from tests.browser.widget.hostile import BAR, LOOK, PAGES, PRESSED, host
from tests.browser.widget.reach import STATES, asked, each_scrolled_to, frame_faults
from tests.browser.widget.widget_server import WidgetServer
from tests.support.waiting import eventually

pytestmark = pytest.mark.browser

Arrive = Callable[..., Guest]
PHONE = (390, 844)
SIZES = [PHONE, (844, 390), (390, 508), (360, 640), (720, 450), (320, 400), PHONE]
LAMP = "Is er verlichting bij de voordeur?"
IN_VIEW = {"question": True, "first": True, "all": True}
FOCUSED = """() => {
  const { id, className } = document.querySelector('woningscan-chat').shadowRoot.activeElement;
  return id || className;
}"""
OFFLINE = """(away) => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !away });
  window.dispatchEvent(new Event(away ? 'offline' : 'online'));
}"""


@pytest.fixture(scope="module", params=PROGRAMS)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with started(request.param) as driven:
        yield driven


@pytest.fixture
def server() -> Iterator[WidgetServer]:
    running = WidgetServer()
    yield running
    running.stop()


@pytest.fixture
def arrive(engine: Engine, server: WidgetServer) -> Arrive:
    def arrive(width: int = 390, height: int = 844, path: str = "/") -> Guest:
        return Guest(engine, server, path, width, height)

    return arrive


def comes_into_view(guest: Guest, question: str, when: str) -> None:
    """Also by a scroll that is still on its way."""
    try:
        eventually(lambda: asked(guest, question) == IN_VIEW, within=20)
    except AssertionError as never:
        raise AssertionError(f"{when}: {asked(guest, question)}") from never
    assert frame_faults(guest) == [], when


@pytest.mark.parametrize("size", [PHONE, (360, 640), (1280, 700)], ids=str)
def test_the_open_question_stays_in_view(arrive: Arrive, server: WidgetServer, size: tuple[int, int]) -> None:
    guest = arrive(*size)
    STATES["tip"](guest)
    comes_into_view(guest, LAMP, "asked")
    for now in (*SIZES, size):
        guest.page.resize(*now)
        assert frame_faults(guest) == [], now
        assert asked(guest, LAMP)["question"], now
    comes_into_view(guest, LAMP, "there and back")
    guest.reload()
    guest.sees(LAMP)
    comes_into_view(guest, LAMP, "after a reload")
    for away in (True, False):
        guest.page.evaluate(OFFLINE, away)
        guest.sees("U hebt geen internet." if away else "U hebt weer internet.")
        assert asked(guest, LAMP)["question"], "with and without a connection"
    with server.holding():
        guest.press("Ja").sees("Uw bericht wordt verwerkt.")
    guest.sees("Werken de rookmelders in uw woning?")
    comes_into_view(guest, "Werken de rookmelders in uw woning?", "after a late answer")
    guest.press("Vorige vraag").sees("Vraag 2 van 3")
    comes_into_view(guest, LAMP, "a question back")
    guest.press("Sluiten").press("Chat: zelfscan woning")
    comes_into_view(guest, LAMP, "closed and opened again")


@pytest.mark.parametrize("state", STATES)
def test_help_stays_in_reach(arrive: Arrive, state: str) -> None:
    guest = arrive(*PHONE)
    STATES[state](guest)
    assert frame_faults(guest) == []
    assert each_scrolled_to(guest, "start") == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_changes_how_it_looks_or_where_it_is(arrive: Arrive, server: WidgetServer, width: int) -> None:
    def looks(style: str, more: str = "") -> dict[str, Any]:
        host(server, style, more=more)
        guest = arrive(width, 800, "/gastpagina")
        assert guest.page.evaluate(PRESSED), "the launcher is where a finger finds it"
        guest.open()
        assert frame_faults(guest) == []
        assert guest.page.evaluate(FOCUSED) == "title"
        look = guest.page.evaluate(LOOK)
        guest.press("Sluiten")
        assert guest.page.evaluate(FOCUSED) == "launcher"
        return dict(look)

    plain = looks("")
    assert plain["input"]["fontSize"] == "16px"
    for name, style in PAGES.items():
        assert looks(style, BAR if name == "cookie bar" else "") == plain, name


def test_an_element_that_is_moved_or_doubled_is_one_chat(arrive: Arrive, server: WidgetServer) -> None:
    host(server, "aside { transform: scale(0.3) }", "<woningscan-chat></woningscan-chat>" * 2 + "<aside></aside>")
    guest = arrive(390, 800, "/gastpagina")
    STATES["question"](guest)
    guest.page.evaluate("() => document.querySelector('aside').append(document.querySelector('woningscan-chat'))")
    guest.page.evaluate("() => document.querySelector('main > woningscan-chat').remove()")
    guest.sees("Wat is uw functie?")
    guest.page.drawn()
    assert frame_faults(guest) == []
    assert asked(guest, "Wat is uw functie?")["question"]


def test_leaving_ends_on_a_neutral_page(arrive: Arrive, server: WidgetServer) -> None:
    host(server, "", f"<woningscan-chat exit-url='{server.url}/neutraal'></woningscan-chat>")
    guest = arrive(390, 800, "/gastpagina")
    STATES["question"](guest)
    guest.press("Snel weg")
    guest.left()
    assert guest.page.evaluate("() => sessionStorage.length") == 0
