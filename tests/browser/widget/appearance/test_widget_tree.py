"""What a screen reader is given of a question, a tip and an answer to danger, as texts in `trees/`.

After a change that is meant: `WONINGSCAN_RENEW=1 make test-browser ARGS="-k tree"`, and read what became different.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.widget.reach import STATES
from tests.browser.widget.widget_driver import Visitor

TREES = Path(__file__).with_name("trees")


@pytest.mark.parametrize("state", ["opening", "question", "tip", "emergency", "person", "server_away"])
def test_the_tree_is_as_it_was_agreed(visit: Callable[..., Visitor], state: str) -> None:
    visitor = visit()
    STATES[state](visitor)
    # Not the regions that are read aloud: what stands in them comes and goes.
    parts = [visitor.page.locator(f"dialog > {part}").aria_snapshot() for part in (".head", ".body", ".foot")]
    tree = "\n".join(parts) + "\n"
    file = TREES / f"{state}.txt"
    if os.environ.get("WONINGSCAN_RENEW"):
        file.write_text(tree, encoding="utf-8")
    assert tree == file.read_text(encoding="utf-8")
