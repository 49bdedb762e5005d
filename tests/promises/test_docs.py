"""What the documents say is so: paths, settings, commands, retention terms and privacy labels are those of the code."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import click
import pytest
import typer

from bot.commands.main import app
from bot.settings import ROOT, Settings
from bot.store.base.models import Base
from bot.store.chat.desk import KEPT
from bot.store.conversation.report_links import LIFETIME
from bot.store.retention import Limits

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FILE_ENDINGS = tuple(".py .yml .yaml .md .sh .toml .lock .in .json .jsonl .j2 .ts .js .mjs .css .html".split())
SKIPPED_FOLDERS = {".git", "node_modules", "__pycache__"}
README_LINES = 150
LABELS = {"open": "public", "pseudoniem": "pseudonymous", "verzegeld": "sealed", "sleutel": "secret"}
HOURS = {"uur": 1, "dagen": 24}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_in(text: str) -> list[str]:
    """What stands between backticks: words in a sentence, and the lines of blocks."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return [*re.findall(r"`([^`\n]+)`", prose), *(line for block in blocks for line in block.splitlines())]


def rows(text: str, columns: int) -> Iterator[list[str]]:
    """The cells of every table row with so many columns, without heads and rules."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == columns and not set(cells[0]) <= set("-: "):
            yield cells


def made_by_running() -> list[str]:
    """Files and folders that exist only after a run: what .gitignore names at the root."""
    lines = read(".gitignore").splitlines()
    return [line.strip("/") for line in lines if line.startswith("/") or line == ".env"]


def repository_files() -> list[str]:
    ignored = SKIPPED_FOLDERS | set(made_by_running())
    found = []
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in ignored]
        where = Path(folder).relative_to(ROOT)
        found += [f"/{(where / name).as_posix()}" for name in names]
        found += [f"/{(where / name).as_posix()}/" for name in inner]
    return found


def paths_in(text: str) -> set[str]:
    """Code words that look like a path of the repository; `<x>` in one stands for any name."""
    found = set()
    for word in code_in(text):
        path = re.sub(r"<[^>]*>", "*", word)
        if not re.fullmatch(r"\.?\w[\w.*-]*(/[\w.*-]+)*/?", path) or path.split("/")[0] in made_by_running():
            continue
        if "/" in path or path.endswith(FILE_ENDINGS):
            found.add(path)
    return found


FILES = repository_files()


def exists(path: str) -> bool:
    """A document may name a file by its last parts, when its folder is clear from the sentence."""
    wanted = f"*/{path}" if path.endswith("/") or "." in path.rsplit("/", 1)[-1] else f"*/{path}*"
    return any(fnmatch(file, wanted) for file in FILES)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_path_that_a_document_names_exists(document: Path):
    text = document.read_text(encoding="utf-8")
    assert sorted(path for path in paths_in(text) if not exists(path)) == []
    links = re.findall(r"\]\((?!\w+:)([^)#]+)", text)
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_a_missing_path_would_be_found():
    named = "see `docs/no_such_file.md`, `woningscan/scan/`, `no_such_module.py`, `var/mail/`, `/gezond` and `a b/c`"
    assert {path for path in paths_in(named) if not exists(path)} == {"docs/no_such_file.md", "no_such_module.py"}


def test_the_readme_stays_short():
    assert len(read("README.md").splitlines()) <= README_LINES


def test_every_make_target_that_a_document_names_exists():
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    for document in DOCUMENTS:
        named = re.findall(r"^make ([a-z][a-z-]*)", "\n".join(code_in(document.read_text())), re.MULTILINE)
        assert set(named) <= targets, document.name


def commands(group: click.Command, prefix: str = "woningscan") -> Iterator[str]:
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, f"{prefix} {name}") if hasattr(command, "commands") else [f"{prefix} {name}"]


def test_every_command_is_described_and_every_described_command_exists():
    existing = set(commands(typer.main.get_command(app)))
    described = "\n".join(code_in(read("docs/beheer.md") + read("CONTRIBUTING.md")))
    assert sorted(name for name in existing if not re.search(rf"{name}\b", described)) == []
    everywhere = "\n".join(line for path in DOCUMENTS for line in code_in(path.read_text(encoding="utf-8")))
    named = re.findall(r"\b(woningscan [a-z]+(?: [a-z]+)?)", everywhere)
    assert [name for name in named if not any(name == one or one in name for one in existing)] == []


def example_settings() -> dict[str, str]:
    return dict(re.findall(r"^# (WONINGSCAN_[A-Z_]+)=(.*)$", read(".env.example"), re.MULTILINE))


def app_settings() -> dict[str, Any]:
    return {f"WONINGSCAN_{name.upper()}": field.default for name, field in Settings.model_fields.items()}


def test_the_example_names_every_setting_and_no_other():
    sources = [
        *ROOT.glob("tools/*.sh"),
        *ROOT.glob("engine/*.py"),
        *ROOT.glob("actions/*.py"),
        ROOT / "tests/support/databases.py",
    ]
    others = {name for path in sources for name in re.findall(r"WONINGSCAN_[A-Z_]+", path.read_text(encoding="utf-8"))}
    assert set(example_settings()) == set(app_settings()) | others


def test_the_example_shows_the_defaults():
    shown = example_settings()
    for name, default in app_settings().items():
        plain = default.relative_to(ROOT).as_posix() if isinstance(default, Path) else str(default)
        assert shown[name] == plain, name


def test_everything_in_the_example_is_commented_out():
    assert [line for line in read(".env.example").splitlines() if line and not line.startswith("#")] == []


def test_the_retention_terms_are_those_of_the_code():
    told = {}
    for term, name, *_ in rows(read("docs/gegevensverwerking.md"), 4):
        found = re.fullmatch(r"(\d+) (uur|dagen)", term)
        if found:
            told[name.strip("`")] = timedelta(hours=int(found[1]) * HOURS[found[2]])
    limits = Limits()
    real = {f"Limits.{field.name}": getattr(limits, field.name) for field in fields(limits)}
    assert told == real | {"reports.LIFETIME": LIFETIME, "live_chat_desk.KEPT": KEPT}


def test_every_column_is_in_the_data_table_with_its_protection():
    told = {}
    for names, label, *_ in rows(read("docs/gegevensverwerking.md"), 4):
        for name in re.findall(r"`(\w+\.\w+)`", names):
            told[name] = LABELS[label]
    real = {str(column): column.info["privacy"] for table in Base.metadata.tables.values() for column in table.columns}
    assert told == real


def test_the_names_in_the_glossary_are_in_the_code():
    folders = ("woningscan", "bot", "engine", "actions", "content", "data")
    endings = (".py", ".yml", ".j2")
    known = [path for path in FILES if path.split("/")[1] in folders or path == "/domain.yml"]
    text = "\n".join(read(path.lstrip("/")) for path in known if path.endswith(endings))
    named = [name for cells in rows(read("docs/begrippen.md"), 3) for name in re.findall(r"`([^`]+)`", cells[1])]
    assert named
    assert [name for name in named if name not in text and not exists(name)] == []
