"""From weighed signals and an optional second opinion to one assessment.

The rules can be certain; the model of words never silences a certain signal, and a reader of whole sentences only makes
a line with the number of it. The opinion raises a level, asks the check question, or decides about weak signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import features
from .assessment import Action, Assessment, Level
from .statistical import Model, Opinion
from .weigh import LEXICON, Reading, Weighed, read_signals

ROUTE_AT = {"sure": 0.31, "unsure": 0.57, "explained": 0.66, "none": 0.65, "silenced": 0.65}
"""Probability of danger from which a message is routed, by what the rules found.

Chosen on rows that the word tables had not been written for: on the others the rules look better than they are."""

CHECK_AT = {"sure": 0.0, "unsure": 0.24, "explained": 0.43, "none": 0.32, "silenced": 0.43}
"""Probability of danger from which one check question is asked."""

CALM_AT = 0.05
"""Probability of danger below which a reader of whole sentences is surer than a rule that the words explain it
("de kogel is door de kerk"): a line and no question. On the rows of ``dev`` no danger was below it."""

CALM_SIGNAL = 0.2
"""Probability of anything at all below which such a reader takes "staat op dit adres" for what it is."""

SUPPORT_AT = {"sure": 0.55, "unsure": 0.69, "explained": 0.69, "none": 0.65, "silenced": 0.71}
"""Probability of anything but ``geen`` from which support is offered, by what the rules found at the lowest level."""

DOXING = "doxing"
TOPIC_SUPPORT_AT = {"zorg": 0.0, DOXING: 0.2}
"""The same, where advice of its own is waiting: worries about oneself always, an address that is out almost always."""

NAMED = frozenset({"bedreigd"})
"""Kinds of signal that leave a line with the number although the statistics do not believe them."""

HINT_AT = 0.10
"""Probability of danger from which the usual answer comes with one line more: it costs no turn, so little is enough."""

ACUTE_SHARE = {"none": 0.30, "acuut": 0.25, "concreet": 0.40}
"""Share of the danger that must be acute for the acute route, by the highest level of the weak signals."""


READER_SHARE, JOINED_TEMPERATURE = 0.85, 1.0
"""How much the encoder counts beside the model of words, and how sure the two are together.

Set with the bars above on rows that neither was trained on (`data/threat/dev.jsonl`); docs/begrip.md."""

MAX_ANSWER = 4
MIN_FOREIGN = 4
FAMILIAR_SHARE = 0.4


def feature_vector(text: str) -> dict[str, float]:
    """Features of the statistical opinion for one message (also used when training it)."""
    return vector_of(read_signals(text))


def vector_of(reading: Reading) -> dict[str, float]:
    """Features of a message that has been read already."""
    if not reading.message.tokens:
        return {}
    outcomes = [(signal.cue, signal.outcome) for signal in reading.signals]
    return features.vector(reading.message, reading.spans, outcomes)


def joined(scores: Sequence[float], others: Sequence[float]) -> list[float]:
    """The log-odds of the package's model and of another reader as one."""
    together = zip(scores, others, strict=True)
    return [(own * (1 - READER_SHARE) + other * READER_SHARE) / JOINED_TEMPERATURE for own, other in together]


def is_bare_answer(reading: Reading) -> bool:
    """Only words of a button or a short answer ("ja", "weet ik niet"): an answer to the open question, nothing more."""
    answers = {i for s in reading.spans.get("antwoord", ()) for i in range(s.start, s.end)}
    return len(reading.message.tokens) <= MAX_ANSWER and len(answers) == len(reading.message.tokens)


def is_foreign(reading: Reading, model: Model) -> bool:
    """Most words are in no training message: another language, on which the opinion says nothing."""
    words = [t.text for t in reading.message.tokens if not t.text.isdigit()]
    known = sum(f"w:{word}" in model.weights or bool(LEXICON.classes_of(word)) for word in words)
    return len(words) >= MIN_FOREIGN and known < FAMILIAR_SHARE * len(words)


def is_calm(reading: Reading) -> bool:
    """A question, or talk about locks, lamps and sheds: without a live signal more is needed to disturb it."""
    sentences = {token.sentence for token in reading.message.tokens}
    asking = bool(reading.spans.get("regelvraag")) or sentences <= reading.message.question_sentences
    return asking or bool(reading.spans.get("huisdomein"))


def decide(signals: Sequence[Weighed], opinion: Opinion | None, calm: bool = False) -> Assessment:
    """One level and one action. Without an opinion the rules decide alone and weak signals ask the check question.

    ``calm``: see ``is_calm``.
    """
    live = [s for s in signals if s.level > Level.GEEN]
    reasons = tuple(dict.fromkeys(r for s in signals for r in s.reasons))
    topic = next((s.topic for s in sorted(live, key=lambda s: -s.level.rank) if s.topic), None)
    if opinion is None:
        return _rules_alone(live, reasons, topic)
    reasons += (f"stat:gevaar={opinion.danger:.2f}",) if opinion.danger >= 0.2 else ()
    dangers = [s for s in live if s.level >= Level.CONCREET]
    found = _certainty(dangers, signals, calm)
    if opinion.danger >= ROUTE_AT[found]:
        level = _danger_level(dangers, opinion)
        return Assessment(level, Action.ROUTE_ACUUT if level is Level.ACUUT else Action.ROUTE_CONCREET, reasons, topic)
    calm_reader = opinion.reads and opinion.signal < CALM_SIGNAL
    if topic == DOXING and not dangers and not calm_reader:  # its own advice has the number for when somebody comes
        return Assessment(Level.DIFFUUS, Action.STEUN, reasons, topic)
    if found == "sure" and opinion.reads and opinion.danger < CALM_AT:
        return Assessment(Level.GEEN, Action.GEEN, reasons, None, hint=True)
    if found == "sure" or opinion.danger >= CHECK_AT[found]:
        return Assessment(_danger_level(dangers, opinion), Action.CONTROLEVRAAG, reasons, topic)
    support_at = TOPIC_SUPPORT_AT.get(topic or "", SUPPORT_AT[_certainty(live, signals, calm)])
    if opinion.signal >= support_at:
        return Assessment(Level.DIFFUUS, Action.STEUN, reasons, topic)
    named = any(signal.cue.rule.kind in NAMED and not signal.doubted for signal in dangers)
    return Assessment(Level.GEEN, Action.GEEN, reasons, None, hint=named or opinion.danger >= HINT_AT)


def _certainty(live: Sequence[Weighed], signals: Sequence[Weighed], calm: bool) -> str:
    """What the rules found: certain or weak signals, explained ones, silenced ones, or none."""
    if any(s.sure for s in live):
        return "sure"
    if live:
        return "unsure" if any(not s.doubted for s in live) else "explained"
    return "silenced" if calm or any(s.level is Level.GEEN for s in signals) else "none"


def _danger_level(dangers: Sequence[Weighed], opinion: Opinion) -> Level:
    """Acute when a certain rule says so or enough of the danger is; a weak acute signal lowers what is enough."""
    if any(s.sure and s.level is Level.ACUUT for s in dangers):
        return Level.ACUUT
    share = opinion.acuut / max(opinion.danger, 1e-9)
    highest = max((s.level for s in dangers), default=None)
    return Level.ACUUT if share >= ACUTE_SHARE[highest.value if highest else "none"] else Level.CONCREET


def _rules_alone(live: Sequence[Weighed], reasons: tuple[str, ...], topic: str | None) -> Assessment:
    if not live:
        return Assessment(Level.GEEN, Action.GEEN, reasons, None)
    level = max(s.level for s in live)
    sure = any(s.sure for s in live if s.level is level)
    if level is Level.DIFFUUS:
        if sure:
            return Assessment(level, Action.STEUN, reasons, topic)
        return Assessment(Level.GEEN, Action.GEEN, reasons, None)
    if not sure:
        return Assessment(level, Action.CONTROLEVRAAG, reasons, topic)
    return Assessment(level, Action.ROUTE_ACUUT if level is Level.ACUUT else Action.ROUTE_CONCREET, reasons, topic)
