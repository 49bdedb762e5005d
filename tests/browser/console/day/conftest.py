"""One working day at the secretariat."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.console.day.office import Office, open_office
from tests.browser.sides import TwoSides


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory, engine_address: dict[str, str]) -> Iterator[Office]:
    with (
        pytest.MonkeyPatch.context() as patch,
        open_office(tmp_path_factory.mktemp("day"), engine_address, patch) as opened,
    ):
        yield opened


@pytest.fixture
def sides(browser: Browser, office: Office) -> Iterator[TwoSides]:
    opened = TwoSides(browser, office.app)
    yield opened
    opened.close()
