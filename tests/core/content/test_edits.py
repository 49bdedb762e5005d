"""What an editor does to the content: what would harm people is stopped, with file, line and remedy; nothing else is.

The edits are data in `edits/` beside this file; those of templates: `tests/app/mail/test_template_check.py`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.content.editing import TODAY, Edit, copied, edits
from tests.support.places import ROOT
from tests.support.reading_once import unchanged_files_read_once
from woningscan.content import ContentError, load_content
from woningscan.content.check import problems_in

HARMFUL = [
    edit
    for name in ("harmful", "harmful_meaning", "harmful_kinds", "harmful_advice", "harmful_certain")
    for edit in edits(f"{name}.yml")
]
HARMLESS = [
    edit
    for name in ("harmless", "harmless_week")
    for edit in edits(f"{name}.yml")
    if not edit.file.startswith("templates/")
]
DOMAIN = ROOT / "domain.yml"


@pytest.fixture(scope="module", autouse=True)
def read_once() -> Iterator[None]:
    with unchanged_files_read_once():
        yield


@pytest.fixture
def folder(real_folder: Path, tmp_path: Path) -> Path:
    return copied(real_folder, tmp_path / "content")


@pytest.mark.parametrize("edit", HARMFUL, ids=lambda edit: edit.id)
def test_an_edit_that_would_do_harm_is_stopped(edit: Edit, folder: Path) -> None:
    edit.apply(folder)
    problems = problems_in(folder, TODAY, DOMAIN)
    assert edit.is_reported(folder, problems), problems


@pytest.mark.parametrize("edit", HARMLESS, ids=lambda edit: edit.id)
def test_an_edit_of_every_week_is_not_stopped(edit: Edit, folder: Path) -> None:
    edit.apply(folder)
    assert problems_in(folder, TODAY, DOMAIN) == []


def test_a_file_that_cannot_be_read_does_not_hide_what_is_wrong_elsewhere(folder: Path) -> None:
    wrong = {edit.id: edit for edit in HARMFUL}
    others = ["alarm value is another number", "reference is gone", "day that does not exist", "informal in a label"]
    for key in others:
        wrong[key].apply(folder)
    questions = folder / "questionnaire" / "brandstichting.yml"
    questions.write_text("\t" + questions.read_text(encoding="utf-8"), encoding="utf-8")
    problems = problems_in(folder, TODAY, DOMAIN)
    assert any(one.startswith("questionnaire/brandstichting.yml: regel 1: ") for one in problems)
    assert [key for key in others if not wrong[key].is_reported(folder, problems)] == []


def test_with_routes_unreadable_no_contact_is_called_unknown(folder: Path) -> None:
    routes = folder / "routes.yml"
    routes.write_text(routes.read_text(encoding="utf-8").replace('"030 751 67 99"', "307516799"), encoding="utf-8")
    problems = problems_in(folder, TODAY, DOMAIN)
    assert [one.split(":")[0] for one in problems] == ["routes.yml"]


def test_a_wrong_alarm_number_does_not_even_start(folder: Path) -> None:
    next(edit for edit in HARMFUL if edit.id == "alarm value is another number").apply(folder)
    with pytest.raises(ContentError, match="regel"):
        load_content(folder)


def test_an_id_may_go_when_it_is_noted_and_never_come_back(folder: Path) -> None:
    """Whoever removes a question says so; its id then belongs to nobody else."""
    theme, ids = folder / "questionnaire" / "brandstichting.yml", folder / "ids.yml"
    text = theme.read_text(encoding="utf-8")
    start, end = text.index("  - id: rookmelders"), text.index("  - id: vluchtplan")
    unused = text[start:end].split("sources: [", 1)[1].split("]", 1)[0]
    kept = text[:start] + text[end:].replace("sources: [", f"sources: [{unused}, ", 1)
    theme.write_text(kept, encoding="utf-8")
    assert any("rookmelders is weg of hernoemd" in one for one in problems_in(folder, TODAY, DOMAIN))
    known = ids.read_text(encoding="utf-8").splitlines(keepends=True)
    line = next(one for one in known if one.startswith("  rookmelders:"))
    without = "".join(one for one in known if one != line)
    ids.write_text(without.replace("removed: {}\n", f"removed:\n{line}"), encoding="utf-8")
    assert problems_in(folder, TODAY, DOMAIN) == []
    theme.write_text(text, encoding="utf-8")
    assert any("was van een andere vraag" in one for one in problems_in(folder, TODAY, DOMAIN))


def test_a_list_of_ids_that_is_gone_is_said(folder: Path) -> None:
    (folder / "ids.yml").unlink()
    assert any(one.startswith("ids.yml: ") for one in problems_in(folder, TODAY, DOMAIN))
    shutil.copy(ROOT / "content" / "labels.yml", folder / "ids.yml")
    assert any(one.startswith("ids.yml: ") for one in problems_in(folder, TODAY, DOMAIN))
