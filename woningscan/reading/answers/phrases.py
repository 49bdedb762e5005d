"""The typed forms of a question's choices, prepared for comparison: whole-text keys, and phrases as weighted stems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from woningscan.reading.answers.lexicon import FILLERS, FUNCTION, NEGATORS, NO, SCAFFOLD, YES
from woningscan.reading.answers.patterns import ONLY, SOME
from woningscan.reading.answers.text import Clause, Reading, stem

LIGHT = frozenset({"#", "#e", stem("alleen")})
"""Numbers and "alleen" stand in phrases of every kind, so they tell little."""
_LIGHT_WEIGHT = 0.5
_TOPIC_SHARE = 0.5
"""A word of the question itself tells less about the choice than a word only one choice has."""
_ARTICLES = frozenset("de het die dat er ik wij we mijn onze is en".split())

Form = tuple[str, Reading]
"""A choice value with one of its typed forms."""


@dataclass(frozen=True)
class Phrase:
    """`negated`: it holds a denial; `partial`: it limits ("alleen op zolder"); `small`: its words without content."""

    value: str
    stems: frozenset[str]
    negated: bool
    partial: bool
    small: frozenset[str]
    weight: float


def core(words: Iterable[str]) -> str:
    """The words that carry meaning, for comparing whole texts."""
    return " ".join(word for word in words if word not in FILLERS)


def keys(reading: Reading) -> tuple[str, ...]:
    """The text as it is, without its fillers, and without "we hebben …", "er hangt …" around what is said."""
    short = core(reading.words)
    bare = [word for word in short.split() if word not in SCAFFOLD]
    tells = any(len(word) > 3 and word not in NEGATORS | YES | NO for word in bare)
    return tuple(key for key in (reading.plain, short, " ".join(bare) if tells else "") if key)


def weights_of(forms: Sequence[Form], choices: int, topic: frozenset[str]) -> dict[str, float]:
    """How much each stem tells about the choice: the fewer choices have it, the more."""
    holders: dict[str, set[str]] = {}
    for value, reading in forms:
        for word in reading.words:
            holders.setdefault(stem(word), set()).add(value)
    weights = {}
    for one, values in holders.items():
        share = _TOPIC_SHARE if one in topic else 1.0
        weights[one] = _LIGHT_WEIGHT if one in LIGHT else (log((choices + 1) / len(values)) + 0.2) * share
    return weights


def phrases_of(forms: Sequence[Form], weights: Mapping[str, float]) -> list[Phrase]:
    """Forms without a content word ("heb ik") are left out: inside a sentence they say too little."""
    phrases = []
    for value, reading in forms:
        stems = content_stems(reading.words)
        if stems - LIGHT:
            negated = any(word in NEGATORS for word in reading.words)
            weight = sum(weights[one] for one in stems)
            phrases.append(
                Phrase(value, stems, negated, is_partial(reading.clauses), small_words(reading.words), weight)
            )
    return phrases


def content_stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word not in FUNCTION)


def small_words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word in FUNCTION and word not in FILLERS and word not in _ARTICLES)


def is_partial(clauses: Iterable[Clause]) -> bool:
    return any(SOME.search(clause.text) or ONLY.search(clause.text) for clause in clauses)
