"""Pages of the console of an app without an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.running import Running
from tests.support.staff import desks
from tests.support.staff.members import Member

server = desks.server
VIOLATIONS = """window.violations = [];
  addEventListener('securitypolicyviolation', (event) =>
    window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));"""


@pytest.fixture
def arrive(browser: Browser, server: Running) -> Iterator[Callable[..., Page]]:
    """A page of the console, by default without scripts; afterwards the policy may have blocked nothing."""
    opened: list[Page] = []

    def at(path: str, member: Member | None = None, scripts: bool = False, **options: object) -> Page:
        context = browser.new_context(java_script_enabled=scripts, locale="nl-NL", **options)  # type: ignore[arg-type]
        if scripts:
            context.add_init_script(VIOLATIONS)
        if member:
            context.add_cookies([{"name": "secretariaat", "value": member.token, "url": server.url}])
        page = context.new_page()
        page.goto(server.url + path)
        opened.append(page)
        return page

    yield at
    blocked = [one for page in opened for one in (page.evaluate("window.violations ?? []") or [])]
    for page in opened:
        page.context.close()
    assert blocked == []
