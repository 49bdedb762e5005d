"""What one message says. Whoever needs to know asks its `Reading`, so that each piece of text is read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from woningscan.content.model import Question
from woningscan.reading.aftermath import Aftermath
from woningscan.reading.answers.understanding import Understood, understand
from woningscan.reading.incoming import Incoming
from woningscan.reading.opinion import Bars, Meaning
from woningscan.reading.text import MAX_TEXT, is_cut, looked_at, sentences, windows
from woningscan.reading.threat import NOTHING, Action, Assessment
from woningscan.reading.threat.relayed import words_passed_on
from woningscan.reading.threat.situation.afterwards import names_somebody_close

POLITE = frozenset({"greet", "thanks"})
"""Intents of words that stand beside what is meant as often as alone."""


class Reader(Protocol):
    """Reads one piece of text. Never raises: the threat check must always answer."""

    @property
    def bars(self) -> Bars:
        """How sure is sure enough."""

    def own_words(self, piece: str) -> Assessment:
        """What the official wrote."""

    def words_of_others(self, piece: str) -> Assessment:
        """What somebody else wrote and the official passes on."""

    def answer(self, question: Question, piece: str) -> Mapping[str, float] | None:
        """The chance of each choice of a question; None when that cannot be told."""

    def meaning(self, piece: str) -> Meaning | None:
        """Which command, question or correction a text holds; None when that cannot be told."""

    def aftermath(self, piece: str) -> Mapping[Aftermath, float] | None:
        """The chance of each thing that a text may tell of a danger known before; None when that cannot be told."""

    def whether_danger(self, piece: str) -> Mapping[bool | None, float] | None:
        """The chances that a text says that there is danger or a threat, that there is none, and (None) that its writer
        does not know; None when that cannot be told."""


@dataclass(frozen=True)
class Reading:
    """One message and what it says. It holds message text, so it lives no longer than its turn and is never logged."""

    incoming: Incoming = field(repr=False)
    reader: Reader = field(repr=False)
    _judged: dict[str, Assessment] = field(default_factory=dict, repr=False)
    _heard: dict[str, Assessment] = field(default_factory=dict, repr=False)
    _understood: dict[tuple[str, str, str], Understood] = field(default_factory=dict, repr=False)
    _chances: dict[tuple[str, str, str], Mapping[str, float] | None] = field(default_factory=dict, repr=False)

    @cached_property
    def typed(self) -> str:
        """What the official typed, made readable; "" for a button and for signs that say nothing."""
        return looked_at(self.incoming.text or "")

    @property
    def too_long(self) -> str | None:
        """The message that says why the text is too long to answer, and whether all of it was read; or None."""
        if is_cut(self.incoming.text or ""):
            return "gate.too_long.unread"
        return "gate.too_long" if len(self.typed) > MAX_TEXT else None

    @cached_property
    def heard(self) -> tuple[str, ...]:
        """The texts of somebody else that came along, made readable."""
        return tuple(map(looked_at, self.incoming.heard))

    @property
    def danger(self) -> Assessment:
        """The most serious of what the official typed, seen by itself."""
        return self.danger_in(self.typed)

    @property
    def is_calm(self) -> bool:
        """Whether the threat check sees nothing at all in the typed text."""
        return self.danger.action is Action.GEEN and not self.danger.hint

    @cached_property
    def danger_heard(self) -> Assessment:
        """The most serious of what the texts of somebody else say, read as said to the official."""
        return _heaviest(self._words_of_others(piece) for text in self.heard for piece in windows(text))

    def danger_in(self, text: str) -> Assessment:
        """The most serious of what a text of the official's says, a long one piece by piece."""
        return _heaviest(map(self._own_words, windows(text)))

    def steps(self) -> Iterator[None]:
        """Read what every message is read for, a piece at each step, so that others can have their turn in between."""
        for piece in windows(self.typed):
            self._own_words(piece)
            yield
        for piece in (piece for text in self.heard for piece in windows(text)):
            self._words_of_others(piece)
            yield

    def _own_words(self, piece: str) -> Assessment:
        if piece not in self._judged:
            passed_on = words_passed_on(piece)
            others = [self._words_of_others(passed_on)] if passed_on else []
            self._judged[piece] = _heaviest([self.reader.own_words(piece), *others])
        return self._judged[piece]

    def _words_of_others(self, piece: str) -> Assessment:
        if piece not in self._heard:
            self._heard[piece] = self.reader.words_of_others(piece)
        return self._heard[piece]

    def answer_to(self, question: Question, words: Mapping[str, Sequence[str]], piece: str = "") -> Understood:
        """The answer that the typed text, or a `piece` of it, gives; `words` mean the same at every question."""
        said = piece or self.typed
        key = (question.section, question.id, said)
        if key not in self._understood:
            chances = self._chances_of(question, said)
            calm = question.section == "triage" and self.is_calm
            self._understood[key] = understand(question, said, words, chances, self.bars, calm)
        return self._understood[key]

    def answer_chance(self, question: Question, value: str = "") -> float:
        """The chance that the typed text gives the answer `value` to a question, or the likeliest; 0 where that cannot
        be told."""
        chances = self._chances_of(question, self.typed) or {}
        return chances.get(value, 0.0) if value else max(chances.values(), default=0.0)

    def _chances_of(self, question: Question, piece: str) -> Mapping[str, float] | None:
        key = (question.section, question.id, piece)
        if key not in self._chances:
            self._chances[key] = self.reader.answer(question, piece)
        return self._chances[key]

    @property
    def bars(self) -> Bars:
        """How sure is sure enough."""
        return self.reader.bars

    @cached_property
    def meaning(self) -> Meaning | None:
        """What the typed text asks for beside an answer; None without a model that can tell.

        Where it greets or thanks, the sentence beside that which asks for something is what it means.
        """
        whole = self.reader.meaning(self.typed)
        if whole is None or whole.intent not in POLITE:
            return whole
        parts = [self.meaning_of(part) for part in sentences(self.typed)]
        asking = [part for part in parts if part and part.intent not in POLITE and part.chance >= self.bars.command]
        return max(asking, key=lambda part: part.chance, default=whole)

    def meaning_of(self, piece: str) -> Meaning | None:
        """What a piece of the typed text asks for by itself."""
        return self.reader.meaning(piece)

    @cached_property
    def aftermath(self) -> Aftermath | None:
        """What the typed text tells of a danger known before; None where the reader is not sure, and for all else."""
        chances = self._became
        likeliest = max(chances, key=lambda told: chances[told], default=None)
        return likeliest if likeliest and chances[likeliest] >= self.bars.aftermath else None

    @cached_property
    def whether_danger(self) -> bool | None:
        """What the typed text answers to whether there is danger or a threat; None where the reader is not sure."""
        chances = self.reader.whether_danger(self.typed) or {}
        if chances.get(True, 0.0) >= self.bars.heavy:
            return True
        calm = self.is_calm and not names_somebody_close(self.typed)
        return False if calm and chances.get(False, 0.0) >= self.bars.safe_no else None

    @cached_property
    def _became(self) -> Mapping[Aftermath, float]:
        return self.reader.aftermath(self.typed) or {}

    @cached_property
    def goes_on(self) -> bool:
        """Whether the reader is as sure as it can be that a danger known before goes on."""
        return self._became.get(Aftermath.STILL, 0.0) >= self.bars.goes_on

    def own(self) -> Reading:
        """The same without what somebody else wrote."""
        return replace(self, incoming=replace(self.incoming, heard=()))


def _heaviest(assessments: Iterable[Assessment]) -> Assessment:
    return max(assessments, key=lambda assessment: (assessment.severity, assessment.hint), default=NOTHING)
