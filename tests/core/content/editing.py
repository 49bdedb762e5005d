"""Edits of the real content, kept as data in `tests/core/content/edits/`, and what the check says of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

EDITS = Path(__file__).parent / "edits"
TODAY = date(2026, 11, 29)


@dataclass(frozen=True)
class Edit:
    """`find` becomes `put`, so many `times`, or `add` comes behind the file.

    `move` is a question that is asked last of its file, `retire` one that goes, with its id noted in `ids.yml`.

    What is reported of it: `remedy`, on the line on which `at` stands for the `nth` time, in `reported` or else `file`.
    """

    id: str
    file: str
    find: str = ""
    put: str = ""
    add: str = ""
    times: int = 1
    move: str = ""
    retire: str = ""
    at: str = ""
    nth: int = 1
    reported: str = ""
    remedy: str = ""

    def apply(self, folder: Path) -> None:
        path = folder / self.file
        text = path.read_text(encoding="utf-8")
        assert not self.find or self.find in text, f"{self.id}: {self.find!r} is not in {self.file} any more"
        edited = text.replace(self.find, self.put, self.times) if self.find else text
        if self.move or self.retire:
            edited = _without(text, self.move or self.retire) + (_block(text, self.move) if self.move else "")
        if self.retire:
            _note_as_removed(folder / "ids.yml", self.retire)
        edited = f"{edited.rstrip()}\n{self.add}" if self.add else edited
        assert edited != text
        path.write_text(edited, encoding="utf-8")

    def is_reported(self, folder: Path, problems: Iterable[str]) -> bool:
        """Whether one of the problems names the file, the line and what to do."""
        file = self.reported or self.file
        text = (folder / file).read_text(encoding="utf-8")
        lines = [number for number, line in enumerate(text.split("\n"), start=1) if self.at in line]
        assert self.at and self.remedy and len(lines) >= self.nth, f"{self.id}: {self.at!r} stands on lines {lines}"
        begin = f"{file}: regel {lines[self.nth - 1]}: "
        return any(one.startswith(begin) and self.remedy in one for one in problems)


def _block(text: str, question: str) -> str:
    """A question as it is written, up to the next one."""
    start = text.index(f"  - id: {question}\n")
    end = text.find("\n  - id: ", start)
    return text[start : len(text) if end < 0 else end + 1]


def _without(text: str, question: str) -> str:
    return text.replace(_block(text, question), "").rstrip("\n") + "\n"


def _note_as_removed(ids: Path, question: str) -> None:
    known = ids.read_text(encoding="utf-8").splitlines(keepends=True)
    line = next(one for one in known if one.startswith(f"  {question}:"))
    kept = "".join(one for one in known if one != line)
    ids.write_text(kept.replace("removed: {}", f"removed:\n{line}".rstrip("\n")), encoding="utf-8")


def edits(name: str) -> list[Edit]:
    listed: list[dict[str, Any]] = YAML(typ="safe").load((EDITS / name).read_text(encoding="utf-8"))
    return [Edit(**one) for one in listed]


def copied(content: Path, folder: Path) -> Path:
    """A copy of the content folder to edit."""
    shutil.copytree(content, folder)
    return folder
