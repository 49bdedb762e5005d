"""The texts of a content folder, each with its place, for who compares versions of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

_NAMED_BY = ("id", "value")
"""What tells the items of a list apart, whatever their order."""


class Text(NamedTuple):
    """`key` is its place as an editor calls it (`rookmelders.ask`), `path` the keys and numbers that lead to it."""

    key: str
    path: tuple[str | int, ...]
    text: str


def files_of(folder: Path) -> list[str]:
    """The files that hold texts, by their name in the folder."""
    found = [*folder.rglob("*.yml"), *(folder / "templates").rglob("*.j2")]
    return sorted(path.relative_to(folder).as_posix() for path in found)


def texts_in(file: Path) -> dict[str, Text]:
    """The texts of a file by key, in its own order; none of a file that is not there. Of a template it is one text.

    Raises YAMLError for what is no YAML.
    """
    if not file.exists():
        return {}
    source = file.read_text("utf-8")
    if file.suffix == ".j2":
        return {"": Text("", (), source)}
    return {text.key: text for text in _flat(YAML(typ="safe").load(source), "", ())}


def _flat(value: Any, key: str, path: tuple[str | int, ...]) -> Iterator[Text]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _flat(part, f"{key}.{name}".lstrip("."), (*path, name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            names = [part[name] for name in _NAMED_BY if name in part] if isinstance(part, dict) else []
            yield from _flat(part, f"{key}.{names[0] if names else index + 1}".lstrip("."), (*path, index))
    else:
        yield Text(key, path, str(value))
