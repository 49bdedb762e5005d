"""How well typed answers are understood that are not among the phrases: `answers_heldout.jsonl`.

Its rows are never copied into the content or the word tables; a row that fails asks for a mechanism or a general word.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.support.places import ROOT
from woningscan.content import load_content
from woningscan.reading.answers.understanding import understand

CONTENT = load_content(ROOT / "content")
ROWS = [json.loads(line) for line in (Path(__file__).parent / "answers_heldout.jsonl").read_text("utf-8").splitlines()]
LEAST_PRECISION = 0.98
LEAST_RECALL = 0.90
MOST_SECONDS = 0.002


def chosen(row: dict[str, str | None]) -> str | None:
    found = understand(CONTENT.questions[str(row["vraag"])], str(row["tekst"]), CONTENT.answer_words)
    return found.value if found.certain else None


@pytest.fixture(scope="module")
def outcomes() -> list[tuple[dict[str, str | None], str | None]]:
    return [(row, chosen(row)) for row in ROWS]


def test_the_set_asks_questions_that_are_there_and_holds_what_is_no_answer() -> None:
    assert {row["vraag"] for row in ROWS} <= set(CONTENT.questions)
    assert any(row["keuze"] is None for row in ROWS)


def test_what_is_stored_is_right(outcomes: list[tuple[dict[str, str | None], str | None]]) -> None:
    stored = [(row, value) for row, value in outcomes if value is not None]
    wrong = [(row["vraag"], row["tekst"], value) for row, value in stored if value != row["keuze"]]
    assert 1 - len(wrong) / len(stored) >= LEAST_PRECISION, wrong


def test_answers_are_understood_at_once(outcomes: list[tuple[dict[str, str | None], str | None]]) -> None:
    answers = [(row, value) for row, value in outcomes if row["keuze"] is not None]
    missed = [(row["vraag"], row["tekst"]) for row, value in answers if value != row["keuze"]]
    assert 1 - len(missed) / len(answers) >= LEAST_RECALL, missed


def test_no_wrong_no_at_the_questions_about_safety(outcomes: list[tuple[dict[str, str | None], str | None]]) -> None:
    triage = {question.id for question in CONTENT.triage}
    assert not [row for row, value in outcomes if row["vraag"] in triage and value == "nee" and row["keuze"] != "nee"]


def test_understanding_takes_less_than_two_milliseconds(
    outcomes: list[tuple[dict[str, str | None], str | None]],
) -> None:
    started = time.process_time()
    for row in ROWS:
        chosen(row)
    assert (time.process_time() - started) / len(outcomes) < MOST_SECONDS
