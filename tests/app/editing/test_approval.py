"""Signing a version of the content, what is told of it afterwards, and going back to one: with a real git."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from ruamel.yaml import YAML
from typer.testing import CliRunner

from bot.commands.main import app
from bot.editing.approval import Role, approval_of, fingerprints
from tests.support.content_repository import edit, save
from tests.support.places import ROOT
from tests.support.reading_once import unchanged_files_read_once
from woningscan.content import load_content

DANGER = ("routes.yml", "Schrijf op wat er gebeurt en wanneer.", "Schrijf elke dag op wat er gebeurt en wanneer.")
PLAIN = ("labels.yml", 'start_scan: "Zelfscan beginnen"', 'start_scan: "Begin de zelfscan"')


@pytest.fixture(scope="module", autouse=True)
def read_once() -> Iterator[None]:
    with unchanged_files_read_once():
        yield


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def signed(folder: Path) -> None:
    assert run("content", "approve", "--by", "veiligheidsadviseur").exit_code == 0
    save(folder)


def test_a_version_is_signed_by_a_role_and_nothing_else(folder: Path) -> None:
    assert approval_of(folder) is None
    signed(folder)
    approval = approval_of(folder)
    assert approval and (approval.version, approval.by) == (1, Role.ADVISER)
    assert run("content", "approve", "--by", "Jan de Vries").exit_code == 2, "a name is no role"
    assert run("content", "approve", "--by", "redactie").exit_code == 1, "nothing has changed"
    edit(folder, *PLAIN)
    edit(folder, "labels.yml", "dreiging:wel", "dreiging:wal")
    assert "dreiging:wel" in run("content", "approve", "--by", "redactie").output, "what is wrong cannot be signed"
    assert approval_of(folder) == approval


def test_the_schema_knows_the_roles_and_no_other() -> None:
    schema = json.loads((ROOT / "content" / "schemas" / "content.schema.json").read_text("utf-8"))
    assert set(schema["properties"]["approved_by"]["enum"]) == set(Role)


def test_signing_changes_no_answer_that_is_kept(folder: Path) -> None:
    before = load_content(folder).version
    signed(folder)
    assert load_content(folder).version == before


def test_a_comment_is_no_change_and_another_order_is_one(folder: Path) -> None:
    before = fingerprints(folder)
    edit(folder, "labels.yml", "start_scan:", "# een opmerking\nstart_scan:")
    assert fingerprints(folder) == before
    text = (folder / "labels.yml").read_text("utf-8").splitlines(keepends=True)
    (folder / "labels.yml").write_text("".join([*text[:3], text[4], text[3], *text[5:]]), encoding="utf-8")
    assert fingerprints(folder) != before


def test_what_changed_about_danger_is_told_one_by_one_and_stops_nobody(folder: Path) -> None:
    signed(folder)
    assert run("check", "--approved").exit_code == 0
    line = edit(folder, *DANGER)
    edit(folder, *PLAIN)
    told = run("check")
    assert told.exit_code == 0
    assert f"let op: routes.yml: regel {line}: " in told.output
    assert told.output.count("let op: ") == 1 and "start_scan" not in told.output
    assert run("check", "--approved").exit_code == 1
    assert PLAIN[2].split('"')[1] in run("content", "diff", "goedgekeurd").output
    edit(folder, DANGER[0], DANGER[2], DANGER[1])
    assert run("check", "--approved").exit_code == 0, "the other texts wait for nobody"


def test_without_git_it_is_told_that_something_changed(folder: Path) -> None:
    signed(folder)
    shutil.rmtree(folder.parent / ".git")
    edit(folder, *DANGER)
    told = run("check", "--approved")
    assert told.exit_code == 1 and told.output.count("let op: ") == 1


def test_back_is_one_command_and_loses_nothing_unsaved(folder: Path) -> None:
    signed(folder)
    first = fingerprints(folder)
    edit(folder, *PLAIN)
    assert run("content", "back", "1").exit_code == 1, "it is not in git yet"
    assert PLAIN[2] in (folder / "labels.yml").read_text("utf-8")
    save(folder)
    assert run("content", "back", "7").exit_code == 1
    told = run("content", "back", "1")
    assert told.exit_code == 0 and fingerprints(folder) == first
    assert "git commit" in told.output
    assert run("check", "--approved").exit_code == 0


def test_an_id_that_came_since_is_never_free_again(folder: Path) -> None:
    signed(folder)
    theme, ids = folder / "questionnaire" / "brandstichting.yml", folder / "ids.yml"
    added = theme.read_text("utf-8").split("  - id: rookmelders")[1].split("\n  - id: ")[0]
    added = added.replace("ref: BR2", "ref: BR9").replace("priority: 3", "priority: 1")
    added = added.replace("title: ", "title: Ook ", 1).replace('ask: "', 'ask: "Ook dit? ', 1)
    added = re.sub(r'(tip: ".*?)rookmelder', r"\1koolmonoxidemelder", added)  # no two questions share a tip
    theme.write_text(f"{theme.read_text('utf-8')}\n  - id: koolmonoxidemelder{added}", encoding="utf-8")
    edit(folder, "ids.yml", "used:\n", "used:\n  koolmonoxidemelder: [ja, nee, weet_niet]\n")
    assert run("check").exit_code == 0, run("check").output
    signed(folder)
    assert run("content", "back", "1").exit_code == 0
    register = YAML(typ="safe").load(ids.read_text("utf-8"))
    assert "koolmonoxidemelder" in register["removed"] and "koolmonoxidemelder" not in register["used"]
    assert run("check").exit_code == 0
    save(folder)
    assert run("content", "back", "2").exit_code == 0
    register = YAML(typ="safe").load(ids.read_text("utf-8"))
    assert "koolmonoxidemelder" in register["used"] and not register["removed"]


def test_a_version_that_fits_the_program_no_more_is_not_put_back(folder: Path) -> None:
    edit(folder, "messages.yml", "opening.danger:", "opening.oud:")
    save(folder)
    edit(folder, "messages.yml", "opening.oud:", "opening.danger:")
    save(folder)
    before = fingerprints(folder)
    told = run("content", "back", "HEAD~1")
    assert told.exit_code == 1 and "opening.danger" in told.output
    assert fingerprints(folder) == before


@pytest.mark.parametrize("written", ["version: 1\n", "version: 1\napproved_by: Jan\n", "a: [\n", ""])
def test_an_approval_that_cannot_be_read_is_said_with_its_file(folder: Path, written: str) -> None:
    (folder / "content.yml").write_text(written, encoding="utf-8")
    told = run("check")
    assert told.exit_code == 1 and "content.yml: " in told.output
