"""A question as an index: which choice a whole text is a form of, and how well its words fit each choice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from woningscan.content.model import Question
from woningscan.reading.answers.lexicon import FUNCTION, NEGATORS, SOFT
from woningscan.reading.answers.phrases import (
    LIGHT,
    Phrase,
    content_stems,
    is_partial,
    keys,
    phrases_of,
    small_words,
    weights_of,
)
from woningscan.reading.answers.text import Clause, Reading, read, stem

_CONDITION = re.compile(r"\b[Aa]ls u [^,.?]*")
"""What stands in "als u een bedrijf hebt" is not what is asked."""
_LONG_ENOUGH = 5
"""Shorter words are too often one letter, or one part, away from another word."""
_UNKNOWN_WEIGHT = 1.1
_LONE_WORD_SHARE = 0.85
"""One word among unknown ones is thin: "mijn fiets is gestolen" does not say that somebody goes by bicycle."""
_LONE_WORD_COVERS = 0.7
_WITHOUT_ITS_LIMIT = 0.8
"""A phrase such as "alleen op zolder" is not quite met by a text without such a limit."""
_SMALL_WORDS_SHARE = 0.3
"""What the small words of a phrase count for when it has only one big one: "op een plek wel" is not "zat plekken"."""


@dataclass(frozen=True)
class Evidence:
    """`score` 0-1: how well a phrase of `value` covers the text. `flipped`: one of the two is negated, the other not.

    `whole`: every content word of the phrase is there.
    """

    value: str
    score: float
    flipped: bool
    whole: bool


@dataclass(frozen=True)
class _Found:
    """The words of a text as the question knows them: stem to whether it stands in a denied clause."""

    known: Mapping[str, bool]
    unknown: int
    partial: bool
    small: frozenset[str]


class QuestionIndex:
    """Built once per question; read-only afterwards."""

    def __init__(self, question: Question, generic: Mapping[str, Sequence[str]]) -> None:
        self.values = tuple(choice.value for choice in question.choices)
        forms = [
            (choice.value, read(form))
            for choice in question.choices
            for form in (choice.label, choice.value, *choice.phrases)
        ]
        self._own = _table(forms)
        self._generic = _table([(value, read(form)) for value in self.values for form in generic.get(value, ())])
        self.denials = {key for form in generic.get("nee", ()) for key in keys(read(form))}
        self.skip_forms = {key for form in generic.get("overslaan", ()) for key in keys(read(form))}
        self._topic = content_stems(read(f"{question.ask} {question.title}").words)
        self._words = frozenset(word for _, reading in forms for word in reading.words if word not in FUNCTION)
        without_conditions = _CONDITION.sub(" ", f"{question.ask} {question.title}")
        self._claimable = content_stems(read(without_conditions).words)
        self._weights = weights_of(forms, len(self.values), self._topic)
        self.vocabulary = frozenset(self._weights) | self._topic
        self._phrases = phrases_of(forms, self._weights)
        self._labels = {choice.value: content_stems(read(choice.label).words) for choice in question.choices}
        self._by_stem: dict[str, list[Phrase]] = {}
        for phrase in self._phrases:
            for one in phrase.stems:
                self._by_stem.setdefault(one, []).append(phrase)

    def exact(self, reading: Reading, literally: bool = False) -> str | None:
        """The one choice that has this whole text as a form; the question's own forms go before the generic ones.

        `literally`: only the question's own forms, word for word.
        """
        for table in (self._own,) if literally else (self._own, self._generic):
            for key in (reading.plain,) if literally else keys(reading):
                if len(table.get(key, ())) == 1:
                    return next(iter(table[key]))
        return None

    def claimed_by(self, value: str, denied: str | None) -> frozenset[str]:
        """Stems that claim `value`: those of the question and of its phrases, and what phrases of `denied` deny."""
        own = [
            phrase.stems
            for phrase in self._phrases
            if (phrase.value == value and not phrase.negated) or (phrase.value == denied and phrase.negated)
        ]
        return self._claimable.union(*own) - LIGHT

    def named(self, clauses: Sequence[Clause]) -> str | None:
        """The one choice whose label stands in the text as it is, not denied."""
        present: set[str] = set()
        for clause in clauses:
            if not any(word in NEGATORS for word in clause.words):
                present.update(one for one in self.recognise(clause.words).values() if one)
        found = [value for value, stems in self._labels.items() if stems and stems <= present]
        return found[0] if len(found) == 1 else None

    def shared(self, clauses: Sequence[Clause]) -> tuple[str, ...]:
        """The choices that could be meant when each known word belongs to several of them ("appartement")."""
        known = {one for clause in clauses for one in self.recognise(clause.words).values() if one in self._by_stem}
        holders = [{phrase.value for phrase in self._by_stem[one]} for one in known]
        if not holders or any(len(values) < 2 for values in holders):
            return ()
        both = set.intersection(*holders)
        return tuple(value for value in self.values if value in both)

    def leans(self, clauses: Sequence[Clause]) -> str | None:
        """The only choice whose phrases hold every content word of the text, all denied or none of them."""
        known = self.recognise([word for clause in clauses for word in clause.words])
        denied = {any(word in NEGATORS for word in clause.words) for clause in clauses}
        if not known or None in known.values() or len(denied) > 1:
            return None
        holders = [
            {phrase.value for phrase in self._by_stem.get(one or "", ()) if phrase.negated in denied}
            for one in known.values()
        ]
        shared = set.intersection(*holders)
        if len(shared) != 1 or (len(known) == 1 and self.evidence(clauses)[0].score < _LONE_WORD_COVERS):
            return None
        return next(iter(shared))

    def recognise(self, words: Sequence[str]) -> dict[str, str | None]:
        """For each content word the vocabulary stem it stands for, None when the question does not know it."""
        known = {word: self._known(word) for word in words if word not in FUNCTION}
        for first, second in pairwise(words):  # "rijtjes huis" for "rijtjeshuis"
            if first + second in self._words and first in known and second in known:
                known[first] = known[second] = stem(first + second)
        return {word: one for word, one in known.items() if one is not None or word not in SOFT}

    def _known(self, word: str) -> str | None:
        own = stem(word)
        if own in self.vocabulary:
            return own
        if len(word) < _LONG_ENOUGH:
            return None
        inside = [part for part in self._words if _compound(word, part) or _compound(part, word)]
        if inside:
            return stem(max(inside, key=lambda part: (len(part), part)))
        allowed = 2 if len(own) >= 9 else 1
        alike = (one for one in self.vocabulary if one[0] == own[0] and min(len(one), len(own)) >= _LONG_ENOUGH - 1)
        near = [(OSA.distance(own, one, score_cutoff=allowed), one) for one in alike]
        return min(((far, one) for far, one in near if far <= allowed and len(own) >= _LONG_ENOUGH), default=(0, None))[
            1
        ]

    def evidence(self, clauses: Sequence[Clause]) -> list[Evidence]:
        """The best evidence per choice in these clauses, strongest first."""
        found = self._found(clauses)
        total = sum(self._weights.get(one, 0.3) for one in found.known) + found.unknown * _UNKNOWN_WEIGHT
        best: dict[tuple[str, bool], tuple[float, bool]] = {}
        for phrase in {id(phrase): phrase for one in found.known for phrase in self._by_stem.get(one, ())}.values():
            shared = [one for one in phrase.stems if one in found.known]
            met = sum(self._weights[one] for one in shared)
            score = (met / phrase.weight) * (0.5 + 0.5 * min(1.0, met / total)) * _thinness(phrase, found)
            key = (phrase.value, phrase.negated != any(found.known[one] for one in shared))
            best[key] = max(best.get(key, (0.0, False)), (score, len(shared) == len(phrase.stems)))
        evidence = [Evidence(value, score, flipped, whole) for (value, flipped), (score, whole) in best.items()]
        return sorted(evidence, key=lambda item: (-item.score, item.flipped, item.value))

    def _found(self, clauses: Sequence[Clause]) -> _Found:
        known: dict[str, bool] = {}
        unknown = 0
        for clause in clauses:
            negated = any(word in NEGATORS for word in clause.words)
            for one in self.recognise(clause.words).values():
                if one is None:
                    unknown += 1
                else:
                    known[one] = known.get(one, False) or negated
            for word in clause.words:
                if word in FUNCTION and stem(word) in self._weights:
                    known.setdefault(stem(word), negated)
        small = small_words(word for clause in clauses for word in clause.words)
        return _Found(known, unknown, is_partial(clauses), small)


def _compound(whole: str, part: str) -> bool:
    """Whether `part` begins or ends `whole`: "huur" and "huurappartement", but not "mail" and "gmail"."""
    least_rest = 2 if len(part) >= 6 else 3
    fits = len(part) >= 4 and len(whole) - len(part) >= least_rest
    return fits and (whole.startswith(part) or whole.endswith(part))


def _thinness(phrase: Phrase, found: _Found) -> float:
    """What is left of a match that rests on little."""
    share = 1.0
    if len(phrase.stems - LIGHT) == 1:
        if found.unknown or (LIGHT & found.known.keys()) - phrase.stems:
            share *= _LONE_WORD_SHARE
        if phrase.small:
            share *= 1 - _SMALL_WORDS_SHARE * (1 - len(phrase.small & found.small) / len(phrase.small))
    if phrase.partial and not found.partial:
        share *= _WITHOUT_ITS_LIMIT
    return share


def _table(forms: Sequence[tuple[str, Reading]]) -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for value, reading in forms:
        for key in keys(reading):
            table.setdefault(key, set()).add(value)
    return table
