"""The core's `Reader` as the app has it: the rules and the words of the core with the tuned encoder beside them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from bot.reader.classes import AFTERMATH, AFTERMATH_ASKED, CHECK_ASKED, NONE, class_of, question_text
from bot.reader.encoder import Encoder, Floats, ReaderProblem, packaged_encoder
from woningscan.content.model import Question
from woningscan.content.topics import intent_of
from woningscan.reading.aftermath import Aftermath
from woningscan.reading.incoming import Incoming
from woningscan.reading.opinion import Bars, Meaning
from woningscan.reading.reading import Reading
from woningscan.reading.threat import CALM, Action, Assessment, LogOdds, assess
from woningscan.reading.threat.relayed import assess_relayed
from woningscan.reading.threat.situation.despair import read_as_despair
from woningscan.reading.threat.situation.order import INSIDE, in_order
from woningscan.reading.threat.situation.rules import CARE, OUTSIDE
from woningscan.reading.threat.statistical import Opinion

log = logging.getLogger("bot.reader")
DESPAIR, SURE_OF_DESPAIR = "wanhoop", 0.8
QUITE_CALM = 0.75
"""Chance of nothing at all above which despair is not even a line."""
INSIDE_AT = 0.3
"""Where it may well be either, what to do with somebody inside comes first."""
_CHECK_ANSWERS: Mapping[bool | None, str] = {True: "ja", False: "nee", None: "weet_niet"}
KIND_UNKNOWN = 0.8
"""Chance of no kind at all from which none is named."""


class EncoderReader:
    """Reads one message with the encoder of this installation, each text once for all heads.

    What fails is left out, so that the threat check always answers. It holds message text, so it lives no longer than
    its message.
    """

    def __init__(self) -> None:
        self._scores: dict[str, dict[str, Floats]] = {}

    @property
    def bars(self) -> Bars:
        try:
            return Bars(**packaged_encoder().bars)
        except ReaderProblem:
            return Bars()

    def own_words(self, piece: str) -> Assessment:
        return self._or_without(assess, piece)

    def words_of_others(self, piece: str) -> Assessment:
        return self._or_without(assess_relayed, piece)

    def answer(self, question: Question, piece: str) -> Mapping[str, float] | None:
        return _or_none(lambda: answer_chances(packaged_encoder(), question, piece))

    def meaning(self, piece: str) -> Meaning | None:
        return _or_none(lambda: meaning_in(packaged_encoder(), self._read(piece)["intent"]))

    def aftermath(self, piece: str) -> Mapping[Aftermath, float] | None:
        return _or_none(lambda: aftermath_chances(packaged_encoder(), piece))

    def whether_danger(self, piece: str) -> Mapping[bool | None, float] | None:
        return _or_none(lambda: _chances_of(packaged_encoder(), CHECK_ASKED, _CHECK_ANSWERS, piece))

    def log_odds(self, piece: str) -> Sequence[float]:
        """Log-odds of `geen`, `diffuus`, `concreet`, `acuut`; of a long text those of its most dangerous part."""
        return worst_of(packaged_encoder(), self._read(piece)["threat"])

    def _kind_chances(self, piece: str) -> dict[str, float]:
        """The chance of each kind of danger, by itself."""
        encoder = packaged_encoder()
        chances = _chances(self._read(piece)["kind"], encoder.temperature("kind")).max(axis=0).tolist()
        by_kind = dict(zip(encoder.classes["kind"], chances, strict=True))
        by_kind.pop(NONE)
        return by_kind

    def _kinds(self, piece: str) -> tuple[str, ...]:
        """What kinds of danger a text may tell of, that it tells of danger being known."""
        by_kind = self._kind_chances(piece)
        total = sum(by_kind.values())
        ranked = sorted(((chance / total, kind) for kind, chance in by_kind.items()), reverse=True)
        if total < 1 - KIND_UNKNOWN or ranked[0][0] < self.bars.kind:
            return ()
        possible = [kind for share, kind in ranked if share >= self.bars.kind_possible]
        inside_first = OUTSIDE in possible[:1] and by_kind[INSIDE] >= INSIDE_AT * total
        return tuple(sorted(possible, key=lambda kind: kind != INSIDE) if inside_first else possible)

    def _read(self, piece: str) -> dict[str, Floats]:
        if piece not in self._scores:
            self._scores[piece] = packaged_encoder().read(piece)
        return self._scores[piece]

    def _or_without(self, judge: Callable[[str, LogOdds | None], Assessment], piece: str) -> Assessment:
        try:
            assessment = judge(piece, self.log_odds)
            despair = self._kind_chances(piece).get(DESPAIR, 0.0)
            nothing = Opinion.from_log_odds(self.log_odds(piece)).geen
            if despair >= SURE_OF_DESPAIR and nothing <= CALM:
                assessment = read_as_despair(piece, assessment)
            elif despair >= SURE_OF_DESPAIR and nothing <= QUITE_CALM and assessment.action is Action.GEEN:
                assessment = replace(assessment, topic=CARE, hint=True)
            elif assessment.topic == CARE and not assessment.certain and despair < self.bars.kind_possible:
                assessment = replace(assessment, topic=None)
            if assessment.action is Action.GEEN or assessment.topic == CARE:
                return assessment
            with_kinds = assessment.with_kinds(self._kinds(piece))
            return replace(with_kinds, kinds=in_order(piece, with_kinds.kinds))
        except Exception as problem:
            log.error("threat check without its encoder: %s", type(problem).__name__)
            return judge(piece, None)


def read(incoming: Incoming) -> Reading:
    """What a message says, each piece of it read when it is first asked for."""
    return Reading(incoming, EncoderReader())


def check(text: str) -> Assessment:
    """What the threat check makes of a text in the official's own words."""
    return EncoderReader().own_words(text)


def answer_chances(encoder: Encoder, question: Question, text: str) -> dict[str, float] | None:
    """The chance of each choice; None for a question of which the encoder knows no class."""
    values = [choice.value for choice in question.choices]
    classes = {value: class_of(question.id, value, values) for value in values}
    return _chances_of(encoder, question_text(question.ask), classes, text)


def aftermath_chances(encoder: Encoder, text: str) -> dict[Aftermath, float] | None:
    """The chance of each thing that a text may tell of a danger; None where the encoder knows none of them."""
    return _chances_of(encoder, AFTERMATH_ASKED, {told: f"{AFTERMATH}={told.value}" for told in Aftermath}, text)


def _chances_of[T](encoder: Encoder, asked: str, classes: Mapping[T, str], text: str) -> dict[T, float] | None:
    """The chance of each of the answers that a question has, beside none of them."""
    if not set(classes.values()) <= set(encoder.classes["answer"]):
        return None
    scores = encoder.answer(asked, text)
    possible = [NONE, *classes.values()]
    chances = _chances(np.asarray([scores[name] for name in possible], np.float32), encoder.temperature("answer"))
    return dict(zip(classes, chances[1:].tolist(), strict=True))


def meaning_in(encoder: Encoder, scores: Floats) -> Meaning:
    """The intent that some part of a text most surely has: the sum of its topics, and the likeliest of them."""
    chances = _chances(scores, encoder.temperature("intent")).max(axis=0).tolist()
    by_topic = dict(zip(encoder.classes["intent"], chances, strict=True))
    plain = by_topic.pop(NONE)
    by_intent: dict[str, float] = {}
    for topic, chance in by_topic.items():
        by_intent[intent_of(topic)] = by_intent.get(intent_of(topic), 0.0) + chance
    intent = max(by_intent, key=lambda name: by_intent[name])
    topic = max((name for name in by_topic if intent_of(name) == intent), key=lambda name: by_topic[name])
    return Meaning(intent, min(by_intent[intent], 1.0), topic, plain)


def worst_of(encoder: Encoder, scores: Floats) -> list[float]:
    """The log-odds of the most dangerous of the windows."""
    true = scores / np.float32(encoder.temperature("threat"))
    danger = np.logaddexp(true[:, 2], true[:, 3]) - np.logaddexp(true[:, 0], true[:, 1])
    worst: list[float] = true[int(danger.argmax())].tolist()
    return worst


def _or_none[T](ask: Callable[[], T]) -> T | None:
    try:
        return ask()
    except Exception as problem:
        log.error("not read: %s", type(problem).__name__)
        return None


def _chances(scores: Floats, temperature: float) -> Floats:
    scaled = scores / np.float32(temperature)
    odds: Floats = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    shares: Floats = odds / odds.sum(axis=-1, keepdims=True)
    return shares
