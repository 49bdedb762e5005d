"""The widget in pages that are not ours: whatever their style does, its sizes, texts and places stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.widget.hostile import BAR, LOOK, PAGES, PRESSED, host
from tests.browser.widget.reach import asked, frame_faults
from tests.browser.widget.widget_driver import Visitor
from tests.browser.widget.widget_server import WidgetServer

Visit = Callable[..., Visitor]


def looks(visit: Visit, server: WidgetServer, width: int, style: str, more: str = "") -> dict[str, Any]:
    host(server, style, more=more)
    visitor = visit(width, 800, path="/gastpagina")
    assert visitor.page.evaluate(PRESSED), "the launcher is where a finger finds it"
    visitor.open()
    assert frame_faults(visitor) == []
    look = visitor.page.evaluate(LOOK)
    visitor.page.context.close()
    return look


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_changes_how_it_looks_or_where_it_is(visit: Visit, server: WidgetServer, width: int) -> None:
    plain = looks(visit, server, width, "")
    assert plain["input"]["fontSize"] == "16px", "a smaller one makes phones zoom in"
    for name, style in PAGES.items():
        assert looks(visit, server, width, style, BAR if name == "cookie bar" else "") == plain, name


def test_an_element_that_is_moved_or_doubled_is_one_chat(visit: Visit, server: WidgetServer) -> None:
    host(server, "aside { transform: scale(0.3) }", "<woningscan-chat></woningscan-chat>" * 2 + "<aside></aside>")
    for width in (390, 1280):
        visitor = visit(width, 800, path="/gastpagina").open()
        visitor.press("Zelfscan beginnen").sees("Wat is uw functie?")
        visitor.page.evaluate("document.querySelector('aside').append(document.querySelector('woningscan-chat'))")
        visitor.sees("Wat is uw functie?")
        visitor.page.evaluate("document.querySelector('main').append(document.querySelector('aside woningscan-chat'))")
        visitor.page.evaluate("document.querySelector('woningscan-chat').remove()")
        assert frame_faults(visitor) == []
        assert asked(visitor, "Wat is uw functie?")["question"]
        visitor.press("Raadslid").sees("Is er verlichting bij de voordeur?")
        visitor.press("Sluiten")
        assert visitor.page.locator(".launcher").count() == 1
        visitor.page.context.close()


# What browsers from before 2023 do not have, and what they make of what they do not know.
OLDER = """
delete AbortSignal.timeout;
for (const name of ['popover', 'showPopover', 'hidePopover']) delete HTMLElement.prototype[name];
const matches = Element.prototype.matches;
Element.prototype.matches = function (selector) {
  if (/:(modal|popover-open)/.test(selector)) throw new SyntaxError('no such selector');
  return matches.call(this, selector);
};
const Known = RegExp;
window.RegExp = function (source, flags) {
  if (String(source.source ?? source).includes('(?<')) throw new SyntaxError('invalid group specifier name');
  return new Known(source, flags);
};
window.RegExp.prototype = Known.prototype;
"""


@pytest.mark.parametrize("width", [390, 1280])
def test_an_older_browser_runs_it_too(visit: Visit, server: WidgetServer, width: int) -> None:
    host(server, "", f"<woningscan-chat exit-url='{server.url}/neutraal'></woningscan-chat>")
    visitor = visit(width, 800, path="/neutraal")
    visitor.page.context.add_init_script(OLDER)
    visitor.page.goto(f"{server.url}/gastpagina")
    # What such a browser does not know it does not hide either.
    visitor.page.evaluate("""() => document.querySelector('woningscan-chat').shadowRoot
      .querySelectorAll('[popover]').forEach((one) => one.removeAttribute('popover'))""")
    visitor.open().press("Zelfscan beginnen").sees("Wat is uw functie?")
    assert frame_faults(visitor) == []
    visitor.press("Raadslid").sees("Is er verlichting bij de voordeur?")
    bundle = visitor.page.request.get(f"{server.url}/widget/woningscan-chat.js").text()
    assert "(?<" not in bundle, "a literal would keep the file from being read"
    visitor.press("Snel weg")
    visitor.page.wait_for_url("**/neutraal")
