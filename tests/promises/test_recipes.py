"""What CONTRIBUTING promises about adding things is tried in a copy."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.core.content.editing import copied
from tests.support.places import ROOT
from tests.support.talking.walk import SAFE_TRIAGE, Walk
from woningscan.content import load_content
from woningscan.content.check import problems_in
from woningscan.content.model import Content
from woningscan.scan.questionnaire import next_question

THEME = "questionnaire/woninginbraak.yml"
QUESTION = """
  - id: lamp_bij_de_deur
    ref: WI99
    title: Verlichting bij de deuren
    measure: elektronisch
    group: woning
    priority: 3
    quick_win: false
    who: [eigenaar, verhuurder]
    ask: "Brandt er in het donker een lamp bij uw voordeur?"
    why: "U ziet wie er voor de deur staat."
    sources: [ccv_voordeuren]
    show_if: {question: woningtype, is_not: appartement_hoger}
    choices:
      - {value: ja, label: "Ja", outcome: done, tip: "Loop af en toe na of de lamp het nog doet."}
      - {value: nee, label: "Nee", outcome: todo, tip: "Hang een lamp met een sensor bij elke buitendeur."}
      - {value: weet_niet, label: "Weet ik niet", outcome: check, tip: "Ga vanavond buiten staan. Ziet u de deur?"}
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """The content with one more question, added to one file as `content/README.md` shows."""
    folder = copied(ROOT / "content", tmp_path / "content")
    theme = folder / THEME
    theme.write_text(theme.read_text(encoding="utf-8").rstrip() + "\n" + QUESTION, encoding="utf-8")
    assert [str(problem) for problem in problems_in(folder, datetime.now(UTC).date())] == []
    return load_content(folder)


@pytest.mark.parametrize(("home", "asked"), [("vrijstaand", True), ("appartement_hoger", False)])
def test_a_new_question_is_one_file(content: Content, home: str, asked: bool) -> None:
    walk, answers = Walk(content), []
    walk.press("start_scan")
    walk.answer(functie="raadslid")
    walk.answer(**SAFE_TRIAGE)
    while (question := next_question(content, walk.memory.answers)) is not None and len(answers) < 200:
        values = [choice.value for choice in question.choices]
        chosen = home if question.id == "woningtype" else "nee" if "nee" in values else values[0]
        answers.append(question.id)
        replies = walk.answer(**{question.id: chosen})
        if question.id == "lamp_bij_de_deur":
            assert "scan.tip.lamp_bij_de_deur.nee" in replies
    assert walk.memory.planned
    assert ("lamp_bij_de_deur" in answers) is asked
