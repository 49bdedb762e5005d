"""Pages that are not ours: styles that reach into what stands on them, and how the widget looks there."""

from __future__ import annotations

from tests.browser.widget.widget_server import CSP, WidgetServer

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
