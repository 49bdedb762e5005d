"""Back to an older version of the content, only when that one still fits the code of today."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.editing.versions import commit_of, has_unsaved_changes, put_back, version

_IDS = "ids.yml"
Known = Mapping[str, Sequence[str]]


class UnsavedChanges(Exception):
    """Something in the content is not in git yet, and would be lost."""


class FitsNoMore(Exception):
    """The older version has problems with the code of today; `problems` are its lines for the editor."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def roll_back(name: str, content: Path, problems_in: Callable[[Path], Sequence[str]]) -> None:
    """Put the texts of a version back, checked first with `problems_in`. Ids that came since are kept as removed.

    Raises NoSuchVersion, UnsavedChanges, FitsNoMore; nothing is changed then.
    """
    if has_unsaved_changes(content):
        raise UnsavedChanges
    commit = commit_of(name, content)
    with version(commit, content) as old:
        shutil.copytree(content / "schemas", old / "schemas", dirs_exist_ok=True)
        ids = _ids_after(content / _IDS, old / _IDS)
        (old / _IDS).write_text(ids, encoding="utf-8")
        if problems := problems_in(old):
            raise FitsNoMore(problems)
    put_back(commit, content)
    (content / _IDS).write_text(ids, encoding="utf-8")


def _ids_after(now: Path, old: Path) -> str:
    """The register of the old version, in which every id and value that came since counts as removed."""
    head = "".join(line for line in now.read_text("utf-8").splitlines(keepends=True) if line.startswith("#"))
    used, removed = _register(old)
    gone: dict[str, list[str]] = {}
    for listed in (removed, *_register(now)):
        for key, values in listed.items():
            left = [value for value in values if value not in used.get(key, ())]
            if left or key not in used:
                gone[key] = list(dict.fromkeys([*gone.get(key, ()), *left]))
    return f"{head}{_listed('used', used)}{_listed('removed', gone)}"


def _register(file: Path) -> tuple[Known, Known]:
    known: Any = YAML(typ="safe").load(file.read_text("utf-8"))
    return known["used"], known["removed"] or {}


def _listed(name: str, known: Known) -> str:
    if not known:
        return f"{name}: {{}}\n"
    return f"{name}:\n" + "".join(f"  {key}: [{', '.join(values or ())}]\n" for key, values in known.items())
