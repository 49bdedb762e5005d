"""What is made from the content is fresh: the questionnaire, the list of texts, the example plans; and the preview."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.editing.pages import preview
from bot.editing.since import since_approval
from tests.support.places import ROOT
from tools.content_documents import documents, officials
from woningscan.content import load_content

CONTENT = load_content(ROOT / "content")


@pytest.mark.parametrize(("file", "made"), list(documents(CONTENT)), ids=lambda value: getattr(value, "name", ""))
def test_a_document_is_what_the_content_says(file: Path, made: str) -> None:
    assert file.read_text("utf-8") == made, "run `make documents`, and read what changed"


def test_the_preview_shows_every_question_text_and_plan() -> None:
    page = preview(CONTENT, officials(), since_approval(ROOT / "content"))
    assert [id for id in CONTENT.questions if f'<article id="{id}">' not in page] == []
    assert [
        id for id in (*CONTENT.messages, *CONTENT.labels, *CONTENT.answers) if f"<code>{id}</code>" not in page
    ] == []
    assert [official.about for official in officials() if f"<h3>{official.about}</h3>" not in page] == []
    assert "<script" not in page and "http" not in page.partition("<body>")[0], "it needs nothing else"
