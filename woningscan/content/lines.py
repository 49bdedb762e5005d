"""The line numbers of problems. Read only once something is wrong: the loader does not need them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, SequenceNode

from woningscan.content.problems import Problem


def with_lines(folder: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Every problem with the line in its file: that of its key, or of what should hold the key when it is missing."""
    trees: dict[str, Any] = {}
    found = []
    for one in problems:
        if not one.line and (folder / one.file).is_file():
            if one.file not in trees:
                trees[one.file] = _tree(folder / one.file)
            one = one.at(line_of(trees[one.file], one.path))
        found.append(one)
    return found


def line_of(tree: Any, path: Iterable[Any]) -> int:
    """The line, counted from 1, on which `path` begins in a composed YAML document; 1 when there is no document."""
    line, node = 1, tree
    for part in path:
        inside = _inside(node, part)
        if inside is None:
            break
        line, node = inside
    return line


def _inside(node: Any, part: Any) -> tuple[int, Any] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line + 1, value
    elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark.line + 1, node.value[part]
    return None


def _tree(path: Path) -> Any:
    try:
        return YAML(typ="safe", pure=True).compose(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, YAMLError, RecursionError):
        return None
