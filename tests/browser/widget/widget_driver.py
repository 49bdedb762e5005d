"""A visitor of the widget, for tests: what can be seen, pressed and heard, by the names people know."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.widget.widget_server import WidgetServer

# Collected in every page: what the policy blocked, and what the live regions said.
WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(event.violatedDirective + ' ' + event.blockedURI);
});
window.heard = [];
window.interrupted = [];
window.listen = () => {
  const root = document.querySelector('woningscan-chat').shadowRoot;
  for (const region of root.querySelectorAll('[aria-live=polite], [aria-live=assertive]'))
    new MutationObserver((changes) => {
      for (const change of changes) for (const node of change.addedNodes) {
        window.heard.push(node.textContent);
        if (region.ariaLive === 'assertive') window.interrupted.push(node.textContent);
      }
    }).observe(region, { childList: true });
};
document.addEventListener('DOMContentLoaded', async () => {
  await customElements.whenDefined('woningscan-chat');
  setTimeout(window.listen);
});
"""
FOCUSED = """() => {
  const inner = document.querySelector('woningscan-chat')?.shadowRoot?.activeElement;
  const element = inner ?? document.activeElement;
  const style = getComputedStyle(element);
  return {
    name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\\s+/g, ' '),
    tag: element.tagName.toLowerCase(),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
  };
}"""


class Visitor:
    """One visitor with one page; opens nothing by itself."""

    def __init__(self, page: Page, server: WidgetServer) -> None:
        self.page = page
        self.server = server

    def open(self) -> Visitor:
        self.page.get_by_role("button", name="Chat: zelfscan woning").click()
        expect(self.button("Zelfscan beginnen")).to_be_visible()
        return self

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def press(self, *names: str) -> Visitor:
        for name in names:
            self.button(name).click()
        return self

    def type(self, text: str) -> Visitor:
        self.page.get_by_label("Typ uw antwoord of uw vraag").fill(text)
        self.page.keyboard.press("Enter")
        return self

    @property
    def input(self) -> Locator:
        return self.page.get_by_label("Typ uw antwoord of uw vraag")

    def sees(self, *texts: str) -> Visitor:
        """Waits until each text is on the screen."""
        for text in texts:
            expect(self.page.get_by_text(text).last).to_be_visible()
        return self

    def transcript(self) -> list[str]:
        return [one.strip() for one in self.page.locator("[role=log] ol.messages > li").all_inner_texts()]

    def own_messages(self) -> list[str]:
        return self.page.locator("[role=log] li.visitor > p:first-of-type").all_inner_texts()

    def focused(self) -> dict[str, Any]:
        return self.page.evaluate(FOCUSED)

    def tab_to(self, name: str) -> Visitor:
        """By Tab alone; every stop on the way must show where the focus is."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            focused = self.focused()
            assert focused["ring"] or focused["tag"] == "body", f"no visible focus on {focused}"
            if focused["name"] == name:
                return self
        raise AssertionError(f"{name!r} cannot be reached by Tab")

    def stored(self) -> dict[str, str]:
        return self.page.evaluate("() => ({...sessionStorage, ...localStorage})")

    def heard(self) -> list[str]:
        return self.page.evaluate("window.heard")

    def interrupted(self) -> list[str]:
        """What was read at once, before all that a screen reader still had to say."""
        return self.page.evaluate("window.interrupted")

    def violations(self) -> list[str]:
        return self.page.evaluate("window.violations ?? []")
