"""Word classes: which spans of a message belong to which class of the tables.

Pattern language of the tables (entries are separated by white space):

``woord`` exact · ``woord*`` begins with · ``*woord`` ends with · ``*woord*`` contains ·
``~woord`` also with typing errors ·
``een_paar_woorden`` a phrase · ``<klasse>`` inside a phrase: any word of that class ·
``woord?`` inside a phrase: may be missing ·
``..`` inside a phrase: up to six other words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from .normalise import Token

MAX_GAP = 6
MIN_FUZZY = 6
"""Plain entries of the fuzzy tables from this length on are also found with typing errors."""


@dataclass(frozen=True)
class Span:
    """Tokens ``start`` up to ``end`` (exclusive) belong to ``name``."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class _Phrase:
    name: str
    parts: tuple[str, ...]


class Lexicon:
    """Compiled tables; immutable after construction, so one instance serves every thread."""

    def __init__(
        self, tables: Mapping[str, str], not_typos: frozenset[str], fuzzy_tables: frozenset[str] = frozenset()
    ) -> None:
        self._exact: dict[str, set[str]] = {}
        self._prefix: dict[str, set[str]] = {}
        self._suffix: dict[str, set[str]] = {}
        self._infix: list[tuple[str, str]] = []
        self._fuzzy: dict[str, set[str]] = {}
        self._phrases: dict[str, list[_Phrase]] = {}
        self._not_typos = not_typos
        for name, entries in tables.items():
            for entry in entries.split():
                if "_" in entry:
                    for parts in _expand(entry):
                        self._phrases.setdefault(parts[0], []).append(_Phrase(name, parts))
                else:
                    self._add_word(name, entry)
                    if name in fuzzy_tables and len(entry) >= MIN_FUZZY and entry.isalpha():
                        self._fuzzy.setdefault(entry, set()).add(name)
        self.classes_of = lru_cache(maxsize=20_000)(self._classes_of)

    def _add_word(self, name: str, entry: str) -> None:
        word = entry.strip("*~")
        if entry.startswith("~"):
            self._fuzzy.setdefault(word, set()).add(name)
            self._exact.setdefault(word, set()).add(name)
        elif entry.startswith("*") and entry.endswith("*"):
            self._infix.append((word, name))
        elif entry.endswith("*"):
            self._prefix.setdefault(word, set()).add(name)
        elif entry.startswith("*"):
            self._suffix.setdefault(word, set()).add(name)
        else:
            self._exact.setdefault(word, set()).add(name)

    def _classes_of(self, word: str) -> frozenset[str]:
        """All classes of one word; a word nobody knows gets the classes of its nearest fuzzy entry."""
        found = set(self._exact.get(word, ()))
        for cut in range(1, len(word) + 1):
            found |= self._prefix.get(word[:cut], set())
            found |= self._suffix.get(word[-cut:], set())
        if len(word) >= 4:
            found.update(name for part, name in self._infix if part in word)
        if not found and len(word) >= 4 and word[-1] == "e":  # spoken and Flemish forms drop the final n
            found |= self._exact.get(word + "n", set())
        if not found and len(word) >= 5 and word.isalpha() and word not in self._not_typos:
            found |= self._nearest(word)
        return frozenset(found)

    def _nearest(self, word: str) -> set[str]:
        """Classes of fuzzy entries within one edit (two from nine letters on)."""
        best: set[str] = set()
        best_distance = 3
        for entry, names in self._fuzzy.items():
            allowed = 2 if min(len(entry), len(word)) >= 9 else 1
            if abs(len(entry) - len(word)) > allowed or (entry[0] != word[0] and allowed < 2):
                continue
            distance = OSA.distance(word, entry, score_cutoff=allowed)
            if distance <= allowed and distance < best_distance:
                best, best_distance = set(names), distance
        return best

    def tag(self, tokens: Sequence[Token]) -> dict[str, list[Span]]:
        """Spans per class, in order of their start."""
        words = [token.text for token in tokens]
        classes = [self.classes_of(word) for word in words]
        spans: dict[str, set[tuple[int, int]]] = {}
        for i, names in enumerate(classes):
            for name in names:
                spans.setdefault(name, set()).add((i, i + 1))
            for key in (words[i], *(f"<{name}>" for name in names)):
                for phrase in self._phrases.get(key, ()):
                    end = _match(phrase.parts, 1, i + 1, tokens, classes)
                    if end:
                        spans.setdefault(phrase.name, set()).add((i, end))
        return {name: [Span(name, a, b) for a, b in sorted(found)] for name, found in spans.items()}


def _expand(entry: str) -> list[tuple[str, ...]]:
    """A phrase with optional words becomes all its forms."""
    forms: list[tuple[str, ...]] = [()]
    for part in entry.split("_"):
        if part.endswith("?"):
            forms += [(*form, part[:-1]) for form in forms]
        else:
            forms = [(*form, part) for form in forms]
    return forms


def _fits(part: str, word: str, names: frozenset[str]) -> bool:
    if part.startswith("<"):
        return part[1:-1] in names
    if part.endswith("*"):
        return word.startswith(part[:-1])
    return part == word


def _match(parts: tuple[str, ...], at: int, i: int, tokens: Sequence[Token], classes: Sequence[frozenset[str]]) -> int:
    """End of the phrase when ``parts[at:]`` fit from token ``i`` on, else 0."""
    if at == len(parts):
        return i
    if parts[at] == "..":
        for skip in range(MAX_GAP + 1):
            if i + skip < len(tokens) and tokens[i + skip].sentence == tokens[i - 1].sentence:
                end = _match(parts, at + 1, i + skip, tokens, classes)
                if end:
                    return end
        return 0
    if i < len(tokens) and _fits(parts[at], tokens[i].text, classes[i]):
        return _match(parts, at + 1, i + 1, tokens, classes)
    return 0
