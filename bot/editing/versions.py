"""Versions of the content as git keeps them: by what git calls them, or by the number under which one was approved."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.editing.approval import approval_of, fingerprints
from woningscan.content import ContentError
from woningscan.content.loading import APPROVAL

APPROVED = "goedgekeurd"
"""What an editor calls the version that was approved last."""


class NoSuchVersion(Exception):
    """Neither a folder with content, nor a version that was approved, nor one that git knows."""


@contextmanager
def version(name: str, content: Path) -> Iterator[Path]:
    """The content of a version: a folder, "goedgekeurd", the number of an approved one, or what git calls it.

    `content` is the folder as it is now, in a repository of git. Raises NoSuchVersion.
    """
    if Path(name).is_dir():
        yield Path(name)
        return
    with _unpacked(commit_of(name, content), content) as folder:
        yield folder


def commit_of(name: str, content: Path) -> str:
    """The commit of a version. Raises NoSuchVersion."""
    if name == APPROVED:
        approval = approval_of(content)
        if approval is None:
            raise NoSuchVersion(name)
        name = str(approval.version)
    if name.isdecimal():
        return _approved_as(int(name), content)
    known = None if name.startswith("-") else _git(content, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if known is None:
        raise NoSuchVersion(name)
    return known.decode().strip()


def has_unsaved_changes(content: Path) -> bool:
    """Whether something in the folder is not in git yet. True where git does not say."""
    return _git(content, "status", "--porcelain", "--", content.name) != b""


def put_back(commit: str, content: Path) -> None:
    """Make the texts of the folder those of a commit: what came since goes too. The schemas belong to the code."""
    where = [content.name, f":!{content.name}/schemas"]
    if _git(content, "restore", f"--source={commit}", "--staged", "--worktree", "--", *where) is None:
        raise NoSuchVersion(commit)


def _approved_as(number: int, content: Path) -> str:
    """The newest commit with exactly what was approved under this number."""
    touched = _git(content, "log", "--format=%H", "--", f"{content.name}/{APPROVAL}") or b""
    for commit in touched.decode().split():
        try:
            with _unpacked(commit, content) as folder:
                approval = approval_of(folder)
                if approval and approval.version == number and fingerprints(folder)[0] == approval.contents:
                    return commit
        except (ContentError, NoSuchVersion):
            continue
    raise NoSuchVersion(str(number))


@contextmanager
def _unpacked(commit: str, content: Path) -> Iterator[Path]:
    archive = _git(content, "archive", commit, content.name)
    if archive is None:
        raise NoSuchVersion(commit)
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(folder, filter="data")
        yield Path(folder) / content.name


def _git(content: Path, *arguments: str) -> bytes | None:
    """What git answers; None when it refuses, or is not there."""
    try:
        done = subprocess.run(["git", *arguments], cwd=content.resolve().parent, capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return None if done.returncode else done.stdout
