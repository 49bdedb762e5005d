"""A small valid content folder, and ways to break it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.places import ROOT

SAMPLES = Path(__file__).parent / "samples"
REAL = ROOT / "content"


@pytest.fixture(scope="session")
def real_folder() -> Path:
    return REAL


@pytest.fixture
def sample(tmp_path: Path) -> Callable[..., Path]:
    """The valid sample in a folder of its own, with the files of a broken sample laid over it."""

    def build(broken: Path | None = None) -> Path:
        folder = tmp_path / "content"
        shutil.copytree(SAMPLES / "valid", folder)
        shutil.copytree(REAL / "schemas", folder / "schemas")
        if broken is not None:
            shutil.copytree(broken, folder, dirs_exist_ok=True)
        return folder

    return build
