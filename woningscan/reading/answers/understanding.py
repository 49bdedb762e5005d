"""Which choice a typed text means as the answer to a question, or none: better asked back than stored on a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from woningscan.content.model import SKIPPED, Question
from woningscan.reading.answers import lexicon, patterns
from woningscan.reading.answers.index import QuestionIndex
from woningscan.reading.answers.judgement import judge
from woningscan.reading.answers.phrases import core
from woningscan.reading.answers.result import NOT_AN_ANSWER, Understood, ambiguous, sure
from woningscan.reading.answers.roles import Roles, roles_of
from woningscan.reading.answers.text import MAX_CHARS, Reading, read

__all__ = ["Understood", "understand"]

_POSITION = re.compile(
    r"^(?:(?:ik )?(?:kies|neem|doe|optie|keuze|antwoord|nummer|nr|de|het|maar|voor) )*"
    r"([a-h]|\d{1,2}|eerste|tweede|derde|vierde|vijfde|laatste|bovenste|onderste)(?: optie| keuze| antwoord)?$"
)
_ORDINALS = {
    "eerste": 0,
    "bovenste": 0,
    "tweede": 1,
    "derde": 2,
    "vierde": 3,
    "vijfde": 4,
    "laatste": -1,
    "onderste": -1,
}


@dataclass(frozen=True)
class _Known:
    question: Question
    words: Mapping[str, Sequence[str]]
    index: QuestionIndex
    roles: Roles


_KNOWN: dict[tuple[str, str, int], _Known] = {}
_KNOWN_LIMIT = 1_000


def understand(question: Question, text: str, words: Mapping[str, Sequence[str]]) -> Understood:
    """The answer `text` gives to `question`. `words` are the typed forms that mean the same at every question.

    Deterministic and without side effects that a caller can see; any text is accepted.
    """
    known = _known(question, words)
    reading = read(text[: MAX_CHARS + 1])
    if not reading.clauses or len(text) > MAX_CHARS:
        return NOT_AN_ANSWER
    for step in (_declined, _other_subject, _whole_text, _by_position, _by_meaning):
        found = step(known, reading)
        if found is not None:
            return found
    return NOT_AN_ANSWER


def _known(question: Question, words: Mapping[str, Sequence[str]]) -> _Known:
    """The index of a question, built at first use. Compared by content: a caller may build the same question anew."""
    key = (question.section, question.id, id(words))
    known = _KNOWN.get(key)
    if known is None or known.words is not words or (known.question is not question and known.question != question):
        if len(_KNOWN) >= _KNOWN_LIMIT:
            _KNOWN.clear()
        known = _KNOWN[key] = _Known(question, words, QuestionIndex(question, words), roles_of(question))
    return known


def _really_asks(reading: Reading, known: _Known) -> bool:
    """A question mark after an answer is only hesitation: "nee toch?", "geen idee?", "in de voordeur?"."""
    if not reading.asks:
        return False
    if known.index.exact(reading) or patterns.UNSURE.fullmatch(reading.plain):
        return False
    return not all(word in lexicon.HESITATION for word in reading.words)


def _whole_text(known: _Known, reading: Reading) -> Understood | None:
    decides_safety = known.question.section == "triage"
    if decides_safety and reading.asks:
        return None
    value = known.index.exact(reading, literally=decides_safety)
    return sure(value) if value else None


def _by_position(known: _Known, reading: Reading) -> Understood | None:
    """ "2", "b", "optie b", "de laatste": the choices stand in this order on the screen."""
    found = _POSITION.match(reading.plain)
    if not found:
        return None
    named = found.group(1)
    at = _ORDINALS.get(named)
    if at is None:
        at = int(named) - 1 if named.isdigit() else ord(named) - ord("a")
    values = known.index.values
    return sure(values[at]) if -1 <= at < len(values) and named != "0" else NOT_AN_ANSWER


def _declined(known: _Known, reading: Reading) -> Understood | None:
    """Passing over the question, or not wanting to say; the second is a choice of its own at some questions."""
    whole = core(reading.words) or reading.plain
    declines = not reading.asks and any(patterns.DECLINES.search(clause.text) for clause in reading.clauses)
    if declines and known.roles.decline:
        return sure(known.roles.decline)
    passes = patterns.SKIPS.fullmatch(whole) or {whole, reading.plain} & known.index.skip_forms
    first = patterns.SKIPS_INSIDE.search(reading.clauses[0].text)
    if passes or declines or (first and len(reading.words) <= 8):
        return sure(SKIPPED) if known.question.skippable else ambiguous(known.index.values)
    return None


def _other_subject(known: _Known, reading: Reading) -> Understood | None:
    if _really_asks(reading, known) or patterns.THANKS.match(reading.plain) or patterns.EMPTY.match(reading.plain):
        return NOT_AN_ANSWER
    if (
        known.index.exact(reading, literally=True)
        and not patterns.ASKS.match(reading.plain)
        and not set(reading.words) <= lexicon.OFF_TOPIC
    ):
        return None
    words = [word for word in reading.words if word not in lexicon.FILLERS]
    rest = [word for word in words if word not in lexicon.YES]
    if (
        rest
        and all(word in lexicon.OFF_TOPIC for word in rest)
        and len(rest) <= 4
        and not (len(rest) < len(words) and rest[0] in lexicon.APPROVING)
    ):
        return NOT_AN_ANSWER
    if patterns.ASKS.match(reading.plain) and not any(
        patterns.UNSURE.search(clause.text) for clause in reading.clauses
    ):
        return NOT_AN_ANSWER
    return None


def _by_meaning(known: _Known, reading: Reading) -> Understood | None:
    return judge(known.question.section, known.index, known.roles, reading)
