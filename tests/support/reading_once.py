"""Files that an edit leaves as they are need not be read again for each: reading them is not what is tested."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from woningscan.content import loading


@contextmanager
def unchanged_files_read_once() -> Iterator[None]:
    """While it is open, content files with the same text are parsed and held against their schema once."""
    parse: Any = loading._parse
    check_shape: Any = loading._check_shape
    paths: dict[str, Path] = {}
    shapes: dict[tuple[int, bytes], tuple[Any, list[Any]]] = {}

    @cache
    def once(name: str, size: int, text: bytes) -> Any:
        return parse(name, paths[name])

    def cached(name: str, path: Path) -> Any:
        if not path.is_file():
            return parse(name, path)
        paths[name] = path
        data, problems = once(name, path.stat().st_size, path.read_bytes())
        return data, list(problems)

    def shape(folder: Path, name: str, data: Any) -> Any:
        schema = (folder / "schemas" / f"{loading._SHAPES.get(name, 'questions')}.schema.json").read_bytes()
        key = id(data), schema
        if key not in shapes:  # what is kept beside it stays in memory, and so no other data gets its number
            shapes[key] = data, check_shape(folder, name, data)
        return list(shapes[key][1])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "_parse", cached)
        patch.setattr(loading, "_check_shape", shape)
        yield
