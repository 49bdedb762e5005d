"""Texts for who is in danger are easy to read, and an editor hears it when one is not."""

from __future__ import annotations

from datetime import date
from statistics import median

import pytest

from tests.support.places import ROOT
from woningscan.content import check, loading
from woningscan.content.check.language import reading_ease as ease
from woningscan.content.check.language.reading_ease import EASY, reading_ease
from woningscan.content.check.language.sentences import is_said
from woningscan.content.texts import texts_in


@pytest.mark.parametrize(
    ("easier", "harder"),
    [
        ("Bel de politie. Ga naar binnen.", "Neemt u onverwijld telefonisch contact op met de politiemeldkamer."),
        (
            "Doe de deur dicht en wacht.",
            "Doe de deur dicht en wacht tot er iemand komt die u wil helpen.",
        ),
    ],
)
def test_shorter_words_and_sentences_are_easier(easier: str, harder: str) -> None:
    assert reading_ease(easier) > reading_ease(harder)


def test_numbers_and_placeholders_do_not_count() -> None:
    assert reading_ease("Bel nu {alarmnummer}.") == reading_ease("Bel nu 112.") == reading_ease("Bel nu.")
    assert reading_ease("112") > EASY


def test_most_of_what_is_said_is_easy_to_read() -> None:
    parsed = loading.read_content(ROOT / "content").parsed
    said = [text for file, data in parsed.items() for path, text in texts_in(data) if is_said(file, path)]
    assert len(said) > 500
    assert median(reading_ease(text) for text in said) >= EASY


def test_an_editor_hears_which_route_is_too_hard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ease, "EASY", 88)
    problems = [str(problem) for problem in check.problems_in(ROOT / "content", date(2026, 11, 30))]
    assert any("routes.concreet_bekend:" in problem and "leest te moeilijk" in problem for problem in problems)
