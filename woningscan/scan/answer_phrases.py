"""What a question's own words say: its choices' labels and phrases as an index that typed words are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Iterable, Mapping, Sequence

from rapidfuzz.distance import OSA

from woningscan.content.model import Question
from woningscan.scan.answer_lexicon import FILLERS, FUNCTION, NEGATORS, NO, ONLY, SCAFFOLD, SOFT, SOME, YES
from woningscan.scan.answer_text import Clause, Reading, read, stem

_ARTICLES = frozenset({"de", "het", "die", "dat", "er", "ik", "wij", "we", "mijn", "onze", "is", "en"})
_UNKNOWN_WEIGHT = 1.1
_NUMBER_WEIGHT = 0.5
_LONE_WORD_SHARE = 0.85
"""One word among unknown ones is thin: "mijn fiets is gestolen" does not say that somebody goes by bicycle."""
_WITHOUT_ITS_LIMIT = 0.8
"""A phrase such as "alleen op zolder" is not quite met by a text without such a limit."""
_SMALL_WORDS_SHARE = 0.25
"""What the small words of a phrase count for when it has only one big one: "op een plek wel" is not "zat plekken"."""
_LONE_WORD_COVERS = 0.7
_TOPIC_SHARE = 0.5
"""A word of the question itself tells less about the choice than a word only one choice has."""


@dataclass(frozen=True)
class _Phrase:
    value: str
    stems: frozenset[str]
    negated: bool
    partial: bool
    small: frozenset[str]
    weight: float


@dataclass(frozen=True)
class Evidence:
    """`score` 0–1: how well a phrase of `value` covers the text; `flipped`: one of the two is negated and the other is not."""

    value: str
    score: float
    flipped: bool


def core(words: Iterable[str]) -> str:
    """The words that carry meaning, for comparing whole texts; all words when there is nothing else."""
    kept = [word for word in words if word not in FILLERS]
    return " ".join(kept)


class QuestionIndex:
    """Built once per question; read-only afterwards."""

    def __init__(self, question: Question, generic: Mapping[str, Sequence[str]]) -> None:
        self.question = question
        self.values = tuple(choice.value for choice in question.choices)
        self._exact: dict[str, set[str]] = {}
        self._generic: dict[str, set[str]] = {}
        own = [(choice.value, form) for choice in question.choices for form in (choice.label, choice.value, *choice.phrases)]
        for value, form in own:
            self._remember(self._exact, value, form)
        for value in self.values:
            for form in generic.get(value, ()):
                self._remember(self._generic, value, form)
        self.denials = {key for form in generic.get("nee", ()) for key in _keys(read(form))}
        self.skip_forms = {key for form in generic.get("overslaan", ()) for key in _keys(read(form))}
        readings = [(value, read(form)) for value, form in own]
        self._topic = frozenset(stem(word) for word in read(f"{question.ask} {question.title}").words if word not in FUNCTION)
        self._weights = self._weigh(readings)
        self.vocabulary = frozenset(self._weights) | self._topic
        self._phrases = self._collect(readings)
        self._labels = {choice.value: _content(read(choice.label).words) for choice in question.choices}
        self._by_stem: dict[str, list[_Phrase]] = {}
        for phrase in self._phrases:
            for one in phrase.stems:
                self._by_stem.setdefault(one, []).append(phrase)

    @staticmethod
    def _remember(table: dict[str, set[str]], value: str, form: str) -> None:
        for key in _keys(read(form)):
            table.setdefault(key, set()).add(value)

    def _weigh(self, readings: Sequence[tuple[str, Reading]]) -> dict[str, float]:
        holders: dict[str, set[str]] = {}
        for value, reading in readings:
            for word in reading.words:
                holders.setdefault(stem(word), set()).add(value)
        count = len(self.values)
        return {
            one: _NUMBER_WEIGHT if one in ("#", "#e") else (log((count + 1) / len(values)) + 0.2) * (_TOPIC_SHARE if one in self._topic else 1.0)
            for one, values in holders.items()
        }

    def _collect(self, readings: Sequence[tuple[str, Reading]]) -> list[_Phrase]:
        phrases = []
        for value, reading in readings:
            stems = _content(reading.words)
            if stems - {"#", "#e"}:
                negated = any(word in NEGATORS for word in reading.words)
                phrases.append(_Phrase(value, stems, negated, _is_partial(reading.clauses), _small(reading.words), sum(self._weights[one] for one in stems)))
        return phrases

    def exact(self, reading: Reading, literally: bool = False) -> str | None:
        """The one choice that has this whole text as a form; the question's own forms go before the generic ones.

        `literally`: only the question's own forms, word for word.
        """
        for table in (self._exact,) if literally else (self._exact, self._generic):
            for key in (reading.plain,) if literally else _keys(reading):
                if len(table.get(key, ())) == 1:
                    return next(iter(table[key]))
        return None

    def claimed_by(self, value: str, denied: str | None) -> frozenset[str]:
        """Stems with which `value` is claimed: those of the question and of its phrases, and what phrases of `denied` deny."""
        own = [phrase.stems for phrase in self._phrases if (phrase.value == value and not phrase.negated) or (phrase.value == denied and phrase.negated)]
        return self._topic.union(*own)

    def named(self, clauses: Sequence[Clause]) -> str | None:
        """The one choice whose label stands in the text as it is, not denied."""
        present: set[str] = set()
        for clause in clauses:
            if not any(word in NEGATORS for word in clause.words):
                present.update(one for one in self.recognise(clause.words).values() if one)
        found = [value for value, stems in self._labels.items() if stems and stems <= present]
        return found[0] if len(found) == 1 else None

    def shared(self, clauses: Sequence[Clause]) -> tuple[str, ...]:
        """The choices that could be meant when every known word of the text belongs to several of them ("appartement")."""
        known = {one for clause in clauses for one in self.recognise(clause.words).values() if one in self._by_stem}
        holders = [{phrase.value for phrase in self._by_stem[one]} for one in known]
        if not holders or any(len(values) < 2 for values in holders):
            return ()
        both = set.intersection(*holders)
        return tuple(value for value in self.values if value in both)

    def leans(self, clauses: Sequence[Clause]) -> str | None:
        """The only choice whose phrases hold every content word of the text, when no word is unknown and they agree on denying."""
        known = self.recognise([word for clause in clauses for word in clause.words])
        denied = {any(word in NEGATORS for word in clause.words) for clause in clauses}
        if not known or None in known.values() or len(denied) > 1:
            return None
        holders = [{phrase.value for phrase in self._by_stem.get(one or "", ()) if phrase.negated in denied} for one in known.values()]
        shared = set.intersection(*holders)
        if len(shared) != 1 or (len(known) == 1 and self.evidence(clauses)[0].score < _LONE_WORD_COVERS):
            return None
        return next(iter(shared))

    def recognise(self, words: Sequence[str]) -> dict[str, str | None]:
        """For each content word of the text the vocabulary stem it stands for, None when the question does not know it."""
        known = {word: self._known(word) for word in words if word not in FUNCTION}
        return {word: one for word, one in known.items() if one is not None or word not in SOFT}

    def _known(self, word: str) -> str | None:
        own = stem(word)
        if own in self.vocabulary:
            return own
        if len(word) < 5:
            return None
        inside = [one for one in self.vocabulary if len(one) >= 4 and (own.endswith(one) or own.startswith(one) or (len(own) >= 5 and one.endswith(own)))]
        if inside:
            return max(inside, key=lambda one: (len(one), one))
        if len(own) < 5:
            return None
        allowed = 2 if len(own) >= 9 else 1
        alike = (one for one in self.vocabulary if len(one) >= 4 and one[0] == own[0] and abs(len(one) - len(own)) <= allowed)
        near = [(OSA.distance(own, one, score_cutoff=allowed), one) for one in alike]
        near = [pair for pair in near if pair[0] <= allowed]
        return min(near)[1] if near else None

    def evidence(self, clauses: Sequence[Clause]) -> list[Evidence]:
        """The best evidence per choice in these clauses, strongest first."""
        known: dict[str, bool] = {}
        partial = _is_partial(clauses)
        small = _small([word for clause in clauses for word in clause.words])
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
        total = sum(self._weights.get(one, 0.3) for one in known) + unknown * _UNKNOWN_WEIGHT
        best: dict[tuple[str, bool], float] = {}
        for phrase in {id(p): p for one in known for p in self._by_stem.get(one, ())}.values():
            shared = [one for one in phrase.stems if one in known]
            met = sum(self._weights[one] for one in shared)
            score = (met / phrase.weight) * (0.5 + 0.5 * min(1.0, met / total if total else 0))
            if unknown and len(phrase.stems) == 1:
                score *= _LONE_WORD_SHARE
            if len(phrase.stems) == 1 and phrase.small:
                score *= 1 - _SMALL_WORDS_SHARE * (1 - len(phrase.small & small) / len(phrase.small))
            if phrase.partial and not partial:
                score *= _WITHOUT_ITS_LIMIT
            key = (phrase.value, phrase.negated != any(known[one] for one in shared))
            best[key] = max(best.get(key, 0.0), score)
        return sorted((Evidence(value, score, flipped) for (value, flipped), score in best.items()), key=lambda e: (-e.score, e.flipped, e.value))


def _is_partial(clauses: Iterable[Clause]) -> bool:
    return any(SOME.search(clause.text) or ONLY.search(clause.text) for clause in clauses)


def _content(words: Sequence[str]) -> frozenset[str]:
    """Forms without a content word ("heb ik") are only for whole-text comparison: inside a sentence they say too little."""
    return frozenset(stem(word) for word in words if word not in FUNCTION)


def _small(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word in FUNCTION and word not in FILLERS and word not in _ARTICLES)


def _keys(reading: Reading) -> tuple[str, ...]:
    """The text as it is, without its fillers, and without "we hebben …", "er hangt …" around what is said."""
    short = core(reading.words)
    bare = [word for word in short.split() if word not in SCAFFOLD]
    tells = any(len(word) > 3 and word not in NEGATORS and word not in YES and word not in NO for word in bare)
    return tuple(key for key in (reading.plain, short, " ".join(bare) if tells else "") if key)
