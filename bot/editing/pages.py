"""The content as pages to read: the preview, and the documents that a test keeps fresh."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.editing.changes import Change
from bot.editing.examples import Official, plan_text
from bot.editing.looks import looks
from bot.editing.since import Since
from bot.templates import sandboxed
from woningscan.content.check.sourcing.looking_again import LookAgain
from woningscan.content.model import SHORT_SCAN_PRIORITY, Content, Question

_TEMPLATES = Path(__file__).with_name("templates")


def preview(content: Content, officials: Sequence[Official], since: Since, again: Sequence[LookAgain] = ()) -> str:
    """One HTML page that needs nothing else: what changed, each question in both channels, all texts, the plans.

    `again` is what to look at again: what is unconfirmed, old or not official.
    """
    return _rendered(
        "preview.html.j2",
        plans=[(official, plan_text(content, official)) for official in officials],
        since=since,
        again=again,
        looks=looks(content, officials),
        changed_ids={change: id for change in since.changes or () if (id := _on_the_page(content, change))},
        **_parts(content),
    )


def questionnaire(content: Content) -> str:
    """`docs/vragenlijst.md`: every question, when it is asked, its answers and what follows from each."""
    return _rendered("questionnaire.md.j2", **_parts(content))


def texts(content: Content) -> str:
    """`docs/teksten.md`: every text with the id that it has in `content/`."""
    return _rendered("texts.md.j2", **_parts(content))


def change_report(changes: Sequence[Change]) -> str:
    """What changes, file by file, for who signs it."""
    by_file: dict[str, list[Change]] = {}
    for change in changes:
        by_file.setdefault(change.file, []).append(change)
    return _rendered("changes.md.j2", by_file=by_file)


def _on_the_page(content: Content, change: Change) -> str | None:
    """The id of the question or answer on the page that changed, None for another text."""
    keys = change.key.split(".")
    known = {**content.questions, **content.answers}
    return next((key for key in keys[:2] if key in known), None)


def _parts(content: Content) -> dict[str, Any]:
    parts: list[tuple[str, tuple[Question, ...]]] = [
        (content.messages["scan.part.intake"], content.intake),
        (content.messages["scan.part.triage"], content.triage),
        (content.messages["scan.part.profile"], content.profile),
        *((theme.title, theme.questions) for theme in content.themes),
    ]
    return {"content": content, "parts": parts, "short_from": SHORT_SCAN_PRIORITY}


def _rendered(page: str, **values: Any) -> str:
    is_html = page.endswith(".html.j2")
    environment = sandboxed(_TEMPLATES, autoescape=is_html, lstrip_blocks=True, keep_trailing_newline=True)
    return environment.get_template(page).render(values)
