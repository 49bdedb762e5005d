"""What is different between two versions of the content, text by text."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ruamel.yaml import YAML

_NAMED_BY = ("id", "value")
"""What tells the items of a list apart, whatever their order."""


class NoSuchVersion(Exception):
    """Neither a folder with content nor a version that git knows."""


@dataclass(frozen=True)
class Change:
    """`was` None: it is new; `becomes` None: it is gone. `key` is its place in the file, as `rookmelders.ask`."""

    file: str
    key: str
    was: str | None
    becomes: str | None


def changes_between(old: Path, new: Path) -> list[Change]:
    """Every text that differs, in the order of the new files; what is gone stands with its file, at the end."""
    files = sorted({path.relative_to(folder).as_posix() for folder in (old, new) for path in _sources(folder)})
    found = []
    for file in files:
        before, after = _texts(old / file), _texts(new / file)
        keys = [*after, *(key for key in before if key not in after)]
        found += [
            Change(file, key, before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)
        ]
    return found


@contextmanager
def version(name: str, root: Path) -> Iterator[Path]:
    """The content of a version: a folder, or what git calls it ("HEAD~3", a tag). Raises NoSuchVersion."""
    if Path(name).is_dir():
        yield Path(name)
        return
    archive = subprocess.run(["git", "archive", name, "content"], cwd=root, capture_output=True, check=False)
    if archive.returncode:
        raise NoSuchVersion(name)
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive.stdout)) as packed:
        packed.extractall(folder, filter="data")
        yield Path(folder) / "content"


def _sources(folder: Path) -> Iterator[Path]:
    yield from folder.rglob("*.yml")
    yield from (folder / "templates").rglob("*.j2")


def _texts(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    source = file.read_text("utf-8")
    if file.suffix == ".j2":
        return {"": source}
    return dict(_flat(YAML(typ="safe", pure=True).load(source), ""))


def _flat(value: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _flat(part, f"{key}.{name}".lstrip("."))
    elif isinstance(value, list):
        for number, part in enumerate(value, start=1):
            names = [part[name] for name in _NAMED_BY if name in part] if isinstance(part, dict) else []
            yield from _flat(part, f"{key}.{names[0] if names else number}".lstrip("."))
    else:
        yield key, str(value)
