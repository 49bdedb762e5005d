"""Thirty screens of the chat look as they were agreed, but for what another machine draws a little differently.

After a change that is meant: `make pictures`, and look at what became different.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from tests.browser.widget.reach import STATES
from tests.browser.widget.widget_driver import Visitor

LOOKS = Path(__file__).with_name("looks")
SCREENS: dict[str, dict[str, Any]] = {
    "phone": {"width": 390, "height": 844},
    "dark": {"width": 360, "height": 640, "color_scheme": "dark"},
    "wide": {"width": 1280, "height": 800},
}
SMALLER = 3  # edges of letters, which machines draw differently, are smoothed away
CLEARLY, SHARE = 40, 0.01  # of 255 levels of grey; of all pixels


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("state", STATES)
def test_it_looks_as_it_was_agreed(visit: Callable[..., Visitor], state: str, screen: str, tmp_path: Path) -> None:
    visitor = visit(**SCREENS[screen])
    STATES[state](visitor)
    visitor.page.mouse.move(0, 0)
    shown = smaller(visitor.page.screenshot(animations="disabled"))
    file = LOOKS / screen / f"{state}.png"
    if os.environ.get("WONINGSCAN_RENEW"):
        shown.save(file, optimize=True)
    shown.save(tmp_path / file.name)
    share = different(shown, Image.open(file))
    assert share <= SHARE, f"{share:.1%} of {tmp_path / file.name} differs from {file}"


def smaller(picture: bytes) -> Image.Image:
    drawn = Image.open(BytesIO(picture)).convert("L")
    return drawn.resize((drawn.width // SMALLER, drawn.height // SMALLER), Image.Resampling.BOX)


def different(one: Image.Image, other: Image.Image) -> float:
    """The share of the pixels that differ clearly; all of them where the sizes do."""
    if one.size != other.size:
        return 1.0
    levels = ImageChops.difference(one, other.convert("L")).histogram()
    return sum(levels[CLEARLY:]) / (one.width * one.height)


def test_what_moved_is_seen() -> None:
    agreed = Image.open(LOOKS / "phone" / "question.png")
    assert different(agreed, agreed) == 0
    assert different(ImageChops.offset(agreed, 0, 8), agreed) > SHARE
