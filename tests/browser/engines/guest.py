"""A visitor of the widget in any engine: presses and reads by the names people know, as `Visitor` does in Chromium."""

from __future__ import annotations

from tests.browser.engines.driven import Engine, Refused
from tests.browser.widget.widget_server import WidgetServer
from tests.support.waiting import eventually

_ROOT = "const root = document.querySelector('woningscan-chat')?.shadowRoot;"
_SEEN = "const seen = (one) => one.getBoundingClientRect().height > 0;"
_PRESS = f"""(name) => {{ {_ROOT} {_SEEN}
  const named = (one) => (one.getAttribute('aria-label') ?? one.innerText).trim() === name;
  const button = root && [...root.querySelectorAll('button')].find((one) => named(one) && seen(one));
  if (!button || button.getAttribute('aria-disabled') === 'true') return false;
  button.focus();
  button.click();
  return true;
}}"""
_TYPE = f"""(text) => {{ {_ROOT} root.querySelector('textarea').value = text }}"""
_SEES = f"""(text) => {{ {_ROOT} {_SEEN}
  const texts = root ? [...root.querySelectorAll('p, li, strong, h2')] : [];
  return texts.some((one) => one.innerText.includes(text) && seen(one));
}}"""


class Guest:
    """Stands for `Visitor` in what only looks and presses; `page` evaluates, as a page of Playwright does."""

    def __init__(self, page: Engine, server: WidgetServer, path: str, width: int, height: int) -> None:
        self.page = page
        self.server = server
        page.goto(f"{server.url}/venster?{path}")
        page.resize(width, height)
        self.arrived()

    def arrived(self) -> None:
        """Waits until the page in the frame is there, with the widget in it."""
        self._shows("!!document.querySelector('woningscan-chat')?.shadowRoot")

    def left(self) -> None:
        """Waits until the frame shows the neutral page."""
        self._shows("document.title === 'Weer'")

    def _shows(self, condition: str) -> None:
        def shown() -> bool:
            try:
                self.page.inside()
                return bool(self.page.evaluate(condition))
            except Refused:  # the frame is on its way to another page
                return False

        eventually(shown)

    def open(self) -> Guest:
        return self.press("Chat: zelfscan woning").sees("Wilt u de zelfscan beginnen?")

    def press(self, *names: str) -> Guest:
        for name in names:
            eventually(lambda name=name: self.page.evaluate(_PRESS, name))
        return self

    def sees(self, *texts: str) -> Guest:
        for text in texts:
            eventually(lambda text=text: self.page.evaluate(_SEES, text))
        return self

    def type(self, text: str) -> Guest:
        self.page.evaluate(_TYPE, text)
        return self.press("Verstuur")

    def reload(self) -> None:
        self.page.evaluate("() => { window.old = true; location.reload() }")
        self._shows("!window.old && document.readyState === 'complete'")
        self.arrived()
