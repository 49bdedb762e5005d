"""What differs between two versions of the content, as who signs it reads it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.commands.main import app
from bot.editing.changes import Change, changes_between
from bot.editing.pages import change_report
from bot.editing.versions import NoSuchVersion, version
from tests.support.places import ROOT


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The content with a text changed, an answer added, a source away and the questions of a theme in another order."""
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder)
    _edit(folder / "labels.yml", 'start_scan: "Zelfscan beginnen"', 'start_scan: "Begin met de zelfscan"')
    _edit(folder / "answers.yml", "ask_why:", 'q_nieuw:\n  text:\n    - "Nieuw."\nask_why:')
    return folder


def _edit(file: Path, old: str, new: str) -> None:
    source = file.read_text("utf-8")
    assert old in source
    file.write_text(source.replace(old, new), encoding="utf-8")


def test_a_change_and_something_new_are_told_with_their_place(edited: Path) -> None:
    assert changes_between(ROOT / "content", edited) == [
        Change("answers.yml", "q_nieuw.text.1", None, "Nieuw."),
        Change("labels.yml", "start_scan", "Zelfscan beginnen", "Begin met de zelfscan"),
    ]
    report = change_report(changes_between(edited, ROOT / "content"))
    assert "`q_nieuw.text.1`: Nieuw." in report
    assert 0 < report.index("`start_scan`") < report.index("Begin met de zelfscan") < report.index("Zelfscan beginnen")


def test_another_order_of_the_questions_is_no_change_of_their_texts(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, order in ((old, "ab"), (new, "ba")):
        folder.mkdir()
        items = "".join(f"- {{id: {id}, ask: vraag {id}}}\n" for id in order)
        (folder / "profile.yml").write_text(f"questions:\n{items}", encoding="utf-8")
    assert changes_between(old, new) == []


def test_a_report_of_nothing_names_no_text() -> None:
    assert changes_between(ROOT / "content", ROOT / "content") == []
    assert "`" not in change_report([])


def test_a_version_is_a_folder_or_what_git_calls_it(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "labels.yml").write_text("a: b\n", encoding="utf-8")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    with version("HEAD", tmp_path / "content") as folder:
        assert (folder / "labels.yml").read_text("utf-8") == "a: b\n"
    with pytest.raises(NoSuchVersion), version("nooit", tmp_path / "content"):
        pass


def test_the_command_prints_it_and_names_what_it_does_not_know(edited: Path) -> None:
    content = str(ROOT / "content")
    told = CliRunner().invoke(app, ["content", "diff", content, str(edited)])
    assert told.exit_code == 0 and "`q_nieuw.text.1`" in told.stdout
    assert CliRunner().invoke(app, ["content", "diff", "nooit", content]).exit_code == 1
