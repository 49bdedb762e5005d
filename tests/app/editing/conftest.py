"""Content that a test may edit, sign and put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.content_repository import content_repository


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content in a repository of its own, as the commands see it."""
    folder = content_repository(tmp_path)
    monkeypatch.setenv("WONINGSCAN_CONTENT_DIR", str(folder))
    return folder
