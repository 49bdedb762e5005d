"""Pictures of pages for who wants to look."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page


def keep(page: Page, name: str, whole: bool = True) -> None:
    """Only when WONINGSCAN_SCREENSHOTS names a folder."""
    folder = os.environ.get("WONINGSCAN_SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=whole)
