"""What CONTRIBUTING promises about adding things is tried in a copy."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

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
    title: Een lamp bij de voordeur
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


RECIPES = sorted((ROOT / "tests/promises/recipes").glob("*.yml"))
EXAMPLES = "\n".join(f"    - morgen weer verder {count} keer" for count in range(30))
NOT_COPIED = shutil.ignore_patterns("node_modules", "__pycache__", ".git*", ".venv*", "*.jsonl", "var", ".*cache")
PARTS = "actions bot content data docs engine migrations tests widget woningscan".split()
FILES = "CONTRIBUTING.md README.md alembic.ini config.yml domain.yml pyproject.toml".split()


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.stem)
def test_a_recipe_does_what_it_promises_in_a_copy(recipe: Path, tmp_path: Path) -> None:
    """What is touched is what CONTRIBUTING names under the heading, and it works."""
    told: dict[str, Any] = YAML(typ="safe", pure=True).load(recipe.read_text(encoding="utf-8"))
    section = _section(told["heading"])
    for part in PARTS:
        shutil.copytree(ROOT / part, tmp_path / part, ignore=NOT_COPIED)
    for file in (file for file in FILES if (ROOT / file).exists()):
        shutil.copy(ROOT / file, tmp_path / file)
    for file, edits in told["edits"].items():
        assert any(named in file for named in re.findall(r"`([^`]+)`", section)), f"{file} is not named in the recipe"
        for edit in edits:
            _apply(tmp_path / file, edit)
    for file, text in {**told.get("new", {}), **told["proof"]}.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    tried = [*told["proof"], *told.get("also", ())]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tried],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]


def _section(heading: str) -> str:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return told.partition(f"### {heading}\n")[2].partition("\n### ")[0]


def _apply(file: Path, edit: dict[str, str]) -> None:
    """One edit: text `after`, `before` or in place of (`replace`) a line that stands there whole."""
    lines = file.read_text(encoding="utf-8").split("\n")
    ((where, line),) = ((key, value) for key, value in edit.items() if key != "add")
    assert line in lines, f"{file.name} has no line {line}"
    at = lines.index(line)
    added = edit["add"].replace("{examples}", EXAMPLES).removesuffix("\n").split("\n")
    lines[at : at + 1] = {"after": [line, *added], "before": [*added, line], "replace": added}[where]
    file.write_text("\n".join(lines), encoding="utf-8")
