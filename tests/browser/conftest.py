"""Both sides of the app that a module's `app` fixture runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.sides import TwoSides
from tests.support.running import Running


@pytest.fixture
def sides(browser: Browser, app: Running) -> Iterator[TwoSides]:
    opened = TwoSides(browser, app)
    yield opened
    opened.close()
