"""The widget in pages that are not ours: whatever their style does, its sizes, texts and places stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.widget.reach import asked, frame_faults
from tests.browser.widget.widget_driver import Visitor
from tests.browser.widget.widget_server import CSP, WidgetServer

Visit = Callable[..., Visitor]
STYLED = CSP.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
SHOUTING = """* { letter-spacing: 4px; word-spacing: 9px; text-transform: uppercase; line-height: 3; font: 30px/3 serif;
  text-indent: 3em; white-space: nowrap; text-shadow: 2px 2px red; --accent: red; --page: red; --text: red }
  body { text-align: center; visibility: hidden; font-style: italic; color: red }"""
BAR = "<div style='position:fixed; inset:0; z-index:2147483647; background:#333'>Cookies?</div>"
PAGES = {
    "62.5 percent": "html { font-size: 62.5% }",
    "8 pixels": "html, body { font-size: 8px }",
    "twice as large": "html { font-size: 200% }",
    "resets": SHOUTING,
    "transform": "main { transform: translateY(-400px) scale(0.5) }",
    "filter": "main { filter: blur(8px) opacity(0.2); overflow: hidden; height: 9px; contain: strict }",
    "clipped": "main { overflow: clip; height: 0; opacity: 0.1; perspective: 9px; will-change: transform }",
    "cookie bar": "main { z-index: -1; position: relative }",
    "right to left": "html { direction: rtl; writing-mode: vertical-rl }",
}
LOOK = """() => {
  const root = document.querySelector('woningscan-chat').shadowRoot;
  const wanted = ['fontSize', 'lineHeight', 'letterSpacing', 'wordSpacing', 'textTransform', 'textIndent', 'fontFamily',
    'fontStyle', 'textShadow', 'color', 'backgroundColor', 'whiteSpace', 'textAlign', 'visibility', 'direction',
    'height', 'writingMode'];
  const parts = { launcher: '.launcher', head: '.head', input: 'textarea', answer: '.choice', said: '.messages p' };
  return Object.fromEntries(Object.entries(parts).map(([name, selector]) => {
    const style = getComputedStyle(root.querySelector(selector));
    return [name, Object.fromEntries(wanted.map((one) => [one, style[one]]))];
  }));
}"""
PRESSED = """() => {
  const root = document.querySelector('woningscan-chat').shadowRoot;
  const button = root.querySelector('.launcher');
  const { left, top, width, height } = button.getBoundingClientRect();
  const on = root.elementFromPoint(left + width / 2, top + height / 2);
  return height >= 44 && top > 0 && left > 0 && top + height <= innerHeight && left + width <= innerWidth
    && (on === button || button.contains(on));
}"""


def host(server: WidgetServer, style: str, body: str = "<woningscan-chat></woningscan-chat>", more: str = "") -> None:
    server.host_page = (
        f"<!doctype html><html lang=en><head><title>Gemeente</title><style>{style}</style>"
        f"<script src='/widget/woningscan-chat.js' defer></script></head><body>{more}<main><h1>Gemeente</h1>"
        f"{body}</main></body></html>",
        STYLED,
    )


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
