"""axe-core from the widget's own development packages, run inside a page."""

from __future__ import annotations

import subprocess
from functools import cache

from playwright.sync_api import Page

from tests.support.places import WIDGET

SOURCE = WIDGET / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _source() -> str:
    if not SOURCE.exists():
        subprocess.run(["npm", "ci", "--silent"], cwd=WIDGET, check=True, timeout=600)
    return SOURCE.read_text()


def problems(page: Page) -> list[str]:
    """Each violation as "rule: what it is about". An empty list is what we want."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    found = page.evaluate("tags => axe.run(document, { runOnly: tags })", TAGS)
    assert found["passes"], "axe has looked at nothing"
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found["violations"]
        for node in one["nodes"]
    ]
