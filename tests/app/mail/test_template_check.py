"""What an editor does to the templates, and whether every template that the app uses is checked."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from bot.commands import template_parts as parts
from bot.commands.template_check import template_problems
from bot.mail.message import TEMPLATES as TEMPLATE_OF
from bot.store.mail.kinds import OFFICIAL_KINDS
from tests.core.content.editing import Edit, copied, edits
from tests.support.places import ROOT

TEMPLATES = ROOT / "content" / "templates"
HARMLESS = [
    edit
    for name in ("harmless", "harmless_week")
    for edit in edits(f"{name}.yml")
    if edit.file.startswith("templates/")
]
RENDERING = {"get_template", "render", "_render", "_page"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(ROOT / "content", tmp_path / "content")


def test_nothing_is_wrong_with_the_templates_there_are() -> None:
    assert template_problems(ROOT / "content") == []


@pytest.mark.parametrize("edit", edits("harmful_templates.yml"), ids=lambda edit: edit.id)
def test_an_edit_that_would_do_harm_is_stopped(edit: Edit, folder: Path) -> None:
    edit.apply(folder)
    problems = template_problems(folder)
    assert edit.is_reported(folder, problems), problems


@pytest.mark.parametrize("edit", HARMLESS, ids=lambda edit: edit.id)
def test_an_edit_of_every_week_is_not_stopped(edit: Edit, folder: Path) -> None:
    edit.apply(folder)
    assert template_problems(folder) == []


@pytest.mark.parametrize("name", parts.FILES)
def test_every_template_that_is_used_is_missed(name: str, folder: Path) -> None:
    (folder / "templates" / name).unlink()
    assert any(one.startswith(f"templates/{name}: dit bestand ontbreekt") for one in template_problems(folder))


def test_the_kinds_of_mail_are_those_of_the_store() -> None:
    assert set(parts.MAILS) == set(TEMPLATE_OF.values())
    assert {f"mail/{kind}.txt.j2" for kind in parts.OFFICIAL_KINDS} == {TEMPLATE_OF[kind] for kind in OFFICIAL_KINDS}


def test_every_template_is_used_by_the_app_or_by_another_template() -> None:
    """A template that is neither named nor taken up by another would not be missed when it goes."""
    sources = {path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in TEMPLATES.rglob("*.j2")}
    taken = {name for source in sources.values() for name in re.findall(r"'([\w/.]+\.j2)'", source)}
    assert sorted(set(sources) - taken - set(parts.FILES)) == []


def test_every_page_that_the_app_names_is_listed() -> None:
    """Literal names in the calls that render a page, with what the app puts before and behind them."""
    unknown = []
    for path in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = (
                called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
            )
            if name not in RENDERING:
                continue
            for one in (arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant)):
                forms = {str(one), f"{one}.html.j2", f"request/{one}.html.j2", f"console/{one}.html.j2"}
                if isinstance(one, str) and "<" not in one and not forms & set(parts.FILES):
                    unknown.append(f"{path.name}:{node.lineno} {one}")
    assert unknown == []
