"""Follows what content files name in one another, and remembers what leads nowhere."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from woningscan.content.model import Contact
from woningscan.content.problems import Problem, problem

REPORTING = "meldpunt"
"""What a route says for whom to tell within the own organisation; filled in when it is said."""
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class References:
    """`problems` grows while the model is built, so that an editor sees everything at once."""

    def __init__(self, sources: Mapping[str, Any], contacts: Mapping[str, Contact]) -> None:
        self.problems: list[Problem] = []
        self._sources = sources
        self._contacts = contacts
        self.counts: Mapping[str, int] = {}
        """How many questions there are, by the placeholder that stands for it in an answer."""

    def known(self, file: str, path: Iterable[Any], name: str, where: Mapping[str, Any]) -> bool:
        if name not in where:
            self.problems.append(problem(file, path, f"{name} bestaat niet. {alternatives(name, where)}"))
        return name in where

    def sources(self, file: str, path: tuple[Any, ...], names: Iterable[str]) -> tuple[str, ...]:
        for index, name in enumerate(names):
            self.known(file, (*path, "sources", index), name, self._sources)
        return tuple(names)

    def filled(self, file: str, path: tuple[Any, ...], text: str) -> str:
        """`text` with every `{contact id}` replaced by what people read."""
        for name in _PLACEHOLDER.findall(text):
            counted = file == "answers.yml" and name in self.counts
            if (file, name) != ("routes.yml", REPORTING) and not counted:
                self.known(file, path, name, self._contacts)
        return self.filled_where_known(text)

    def filled_where_known(self, text: str) -> str:
        """`text` with its contacts filled in; other placeholders stay for what is said at run time."""
        return _PLACEHOLDER.sub(lambda found: self._value(found[1], found[0]), text)

    def unique(self, what: str, places: Iterable[tuple[str, tuple[Any, ...], str]]) -> None:
        """Of `(file, path, value)` every value may come once; the second one is the mistake."""
        first: dict[str, str] = {}
        for file, path, value in places:
            if value in first:
                remedy = f"Hij staat ook in {first[value]}. Kies hier een waarde die nog niet bestaat"
                self.problems.append(problem(file, path, f"{what} {value} komt twee keer voor. {remedy}"))
            first.setdefault(value, file)

    def _value(self, name: str, otherwise: str) -> str:
        if name in self.counts:
            return str(self.counts[name])
        return self._contacts[name].value if name in self._contacts else otherwise


def alternatives(name: str, where: Iterable[str]) -> str:
    """What was probably meant, or what there is to choose from."""
    known = sorted(where)
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return f"Bedoelt u {near[0]}?"
    told = ", ".join(known)
    return f"Kies uit: {told if len(told) <= 300 else told[:300] + ' …'}"
