"""The content in a repository of its own, as an editor has it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.support.places import CONTENT


def content_repository(place: Path) -> Path:
    """A copy of the content, in git, signed by nobody; the folder."""
    folder = place / "content"
    shutil.copytree(CONTENT, folder)
    (folder / "content.yml").write_text("version: 0\n", encoding="utf-8")
    _git(folder, "init", "-q")
    save(folder)
    return folder


def save(folder: Path) -> None:
    """Commit everything."""
    _git(folder, "add", ".")
    _git(folder, "commit", "-qm", "saved")


def edit(folder: Path, file: str, old: str, new: str) -> int:
    """Replace a text once; the line on which it stands."""
    path = folder / file
    source = path.read_text("utf-8")
    assert old in source
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
    return source[: source.index(old)].count("\n") + 1


def _git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder.parent, check=True)
