"""What is made from the content: the questionnaire, the list of texts, the plans of six officials, the proxy's pages.

`python -m tools.content_documents` makes them anew; `tests/promises/test_content_documents.py` and
`tests/promises/test_example_plans.py` hold that they are fresh.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bot.editing import pages
from bot.editing.examples import OFFICIALS, Official, officials_in, plan_text
from bot.settings import ROOT
from bot.templates import template_environment
from woningscan.content import load_content
from woningscan.content.model import Content

PROXY = ROOT / "deploy" / "proxy"
PROXY_PAGES = {"away": "gate.unavailable", "refused": "web.bad_request"}
"""What the proxy says by itself: the app does not answer, or a request is none that it could pass on."""


def officials() -> list[Official]:
    return officials_in(OFFICIALS)


def documents(content: Content) -> Iterator[tuple[Path, str]]:
    """Each file and what it has to hold."""
    yield ROOT / "docs" / "vragenlijst.md", pages.questionnaire(content)
    yield ROOT / "docs" / "teksten.md", pages.texts(content)
    for official in officials():
        yield OFFICIALS.with_name(f"{official.name}.txt"), plan_text(content, official)
    page = template_environment(content, PROXY).get_template("page.html.j2")
    for name, key in PROXY_PAGES.items():
        yield PROXY / f"{name}.html", page.render(said=content.messages[key]) + "\n"
    told = {"status": 502, "melding": content.messages[PROXY_PAGES["away"]]}
    yield PROXY / "away.json", json.dumps(told, ensure_ascii=False) + "\n"


def main() -> None:
    for file, text in documents(load_content(ROOT / "content")):
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
