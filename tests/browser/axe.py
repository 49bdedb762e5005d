"""axe-core from the widget's own development packages, run inside a page."""

from __future__ import annotations

import subprocess
from functools import cache

from playwright.sync_api import Error, JSHandle, Page

from tests.support.places import WIDGET

SOURCE = WIDGET / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _source() -> str:
    if not SOURCE.exists():
        subprocess.run(["npm", "ci", "--silent"], cwd=WIDGET, check=True, timeout=600)
    return SOURCE.read_text()


def _run(page: Page, tries: int = 3) -> dict:
    """What axe says of the page that stays: a document that is left while axe looks at it is no finding."""
    page.wait_for_load_state("load")
    document = page.evaluate_handle("document")
    try:
        if not page.evaluate("'axe' in window"):
            page.evaluate(_source())
        return page.evaluate("tags => axe.run(document, { runOnly: tags })", TAGS)
    except Error:
        if tries == 1 or _still_shown(page, document):
            raise
        return _run(page, tries - 1)


def _still_shown(page: Page, document: JSHandle) -> bool:
    try:
        return page.evaluate("shown => shown === document && document.documentElement !== null", document)
    except Error:  # the handle went with its document
        return False


def problems(page: Page) -> list[str]:
    """Each violation as "rule: what it is about". An empty list is what we want."""
    found = _run(page)
    assert found["passes"], "axe has looked at nothing"
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found["violations"]
        for node in one["nodes"]
    ]
