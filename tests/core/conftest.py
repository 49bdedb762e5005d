"""The real content, loaded once for all tests of the core."""

from __future__ import annotations

import pytest

from tests.support.places import ROOT
from tests.support.talking.walk import Walk
from woningscan.content import load_content
from woningscan.content.model import Content

FOLDER = ROOT / "content"


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content(FOLDER)


@pytest.fixture
def walk(content: Content) -> Walk:
    return Walk(content)
