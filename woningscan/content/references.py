"""Follows what content files name in one another, and remembers what leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from woningscan.content.model import Contact
from woningscan.content.problems import problem

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class References:
    """`problems` grows while the model is built, so that an editor sees everything at once."""

    def __init__(self, sources: Mapping[str, Any], contacts: Mapping[str, Contact]) -> None:
        self.problems: list[str] = []
        self._sources = sources
        self._contacts = contacts

    def known(self, file: str, path: Iterable[Any], name: str, where: Mapping[str, Any]) -> bool:
        if name not in where:
            self.problems.append(problem(file, path, f"{name} bestaat niet"))
        return name in where

    def sources(self, file: str, path: tuple[Any, ...], names: Iterable[str]) -> tuple[str, ...]:
        for index, name in enumerate(names):
            self.known(file, (*path, "sources", index), name, self._sources)
        return tuple(names)

    def filled(self, file: str, path: tuple[Any, ...], text: str) -> str:
        """`text` with every `{contact id}` replaced by what people read."""
        for name in _PLACEHOLDER.findall(text):
            self.known(file, path, name, self._contacts)
        return self.filled_where_known(text)

    def filled_where_known(self, text: str) -> str:
        """`text` with its contacts filled in; other placeholders stay for what is said at run time."""
        return _PLACEHOLDER.sub(lambda found: self._value(found[1], found[0]), text)

    def unique(self, file: str, path: tuple[Any, ...], values: list[str]) -> None:
        for value in sorted({value for value in values if values.count(value) > 1}):
            self.problems.append(problem(file, path, f"{value} komt twee keer voor"))

    def _value(self, name: str, otherwise: str) -> str:
        return self._contacts[name].value if name in self._contacts else otherwise
