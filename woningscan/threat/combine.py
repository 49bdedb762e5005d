"""From cues and their surroundings to one assessment.

Kinds of cue, with the level they have by default and when they happen now or are announced for the next hours:
see ``KINDS``. Source of the levels: the label rules (now or within hours is ``acuut``; announced violence and targeted
acts are ``concreet``; insults and unrest are ``diffuus``).
"""

from __future__ import annotations

from dataclasses import dataclass

from . import modifiers
from .assessment import NOTHING, Action, Assessment, Level
from .cues import Cue, find_cues
from .lexicon import Lexicon
from .normalise import Message, read
from .tables.benign import BENIGN
from .tables.evidence import EVIDENCE
from .tables.rules import RULES
from .tables.signals import SIGNALS
from .tables.typos import NOT_TYPOS
from .tables.violence import VIOLENCE
from .tables.world import WORLD

A, C, D, G = Level.ACUUT, Level.CONCREET, Level.DIFFUUS, Level.GEEN


@dataclass(frozen=True)
class Kind:
    """Levels of one kind of signal by time."""

    usual: Level
    now: Level
    soon: Level
    earlier: Level
    topic: str | None = None


KINDS = {
    "nood": Kind(A, A, A, A),
    "brand": Kind(A, A, A, C),
    "aanval": Kind(A, A, A, C),
    "inbraak": Kind(A, A, A, D),
    "aanwezig": Kind(A, A, A, C),
    "was_aanwezig": Kind(D, A, C, D),
    "wapen": Kind(C, A, A, C),
    "schot": Kind(A, A, A, C),
    "explosief": Kind(A, A, A, C),
    "daad": Kind(C, A, C, C),
    "geweld": Kind(C, C, A, C),
    "bedreigd": Kind(C, C, A, C),
    "hint": Kind(C, C, A, C),
    "symbool": Kind(C, C, C, C),
    "volgen": Kind(C, A, C, C),
    "politie": Kind(C, C, C, C, "politie_weet_het"),
    "doxing": Kind(D, D, C, D, "doxing"),
    "diffuus": Kind(D, D, D, D),
    "zorg": Kind(D, D, D, D, "zorg"),
}

LEXICON = Lexicon({**WORLD, **VIOLENCE, **BENIGN, **EVIDENCE, **SIGNALS}, NOT_TYPOS)


@dataclass(frozen=True)
class Weighed:
    """One cue after its modifiers."""

    level: Level
    sure: bool
    topic: str | None
    reasons: tuple[str, ...]

    @property
    def outcome(self) -> str:
        """Level, or the modifier that silenced the cue."""
        mods = [r for r in self.reasons if r.startswith("mod:")]
        return self.level.value + "".join(mods)


def assess_rules(text: str) -> Assessment:
    """Deterministic part: signals, modifiers, combination."""
    message = read(text)
    if not message.tokens:
        return NOTHING
    spans = LEXICON.tag(message.tokens)
    cues = find_cues(message, spans, RULES, modifiers.masked_tokens(spans))
    weighed = [_weigh(cue, message, spans) for cue in cues]
    return _decide([w for w in weighed if w])


def _weigh(cue: Cue, message: Message, spans: modifiers.Spans) -> Weighed:
    kind = KINDS[cue.rule.kind]
    label = " ".join(t.text for t in message.tokens[cue.start:cue.end][:8])
    reasons = [f"cue:{cue.rule.name}[{label}]"]
    if modifiers.negated(cue, message, spans):
        return Weighed(G, True, None, (*reasons, "mod:ontkenning"))
    if modifiers.supposed(cue, message, spans):
        return Weighed(G, True, None, (*reasons, "mod:veronderstelling"))
    when = modifiers.times(cue, message, spans)
    if modifiers.closed_past(when):
        return Weighed(G, True, None, (*reasons, "mod:verleden"))
    other = modifiers.far_away(cue, message, spans)
    if other == "ver" or other == "ander":
        return Weighed(G, True, None, (*reasons, f"mod:{other}"))
    if other == "collega":
        return Weighed(D if kind.usual >= C else G, True, None, (*reasons, "mod:collega"))
    level = kind.usual
    if when & {"nu", "net"}:
        level = kind.now
        reasons.append("tijd:nu")
    elif "komt" in when:
        level = kind.soon
        reasons.append("tijd:straks")
    elif when & {"recent", "vannacht", "herhaald"}:
        level = kind.earlier
        reasons.append("tijd:eerder")
    sure = cue.rule.sure
    if modifiers.explained(cue, message, spans):
        sure = False
        reasons.append("mod:uitleg")
    return Weighed(level, sure, kind.topic, tuple(reasons))


def _decide(weighed: list[Weighed]) -> Assessment:
    """The highest level counts; an uncertain one asks a check question."""
    reasons = tuple(dict.fromkeys(r for w in weighed for r in w.reasons))
    live = [w for w in weighed if w.level > G]
    if not live:
        return Assessment(G, Action.GEEN, reasons, None)
    level = max(w.level for w in live)
    sure = any(w.sure for w in live if w.level == level)
    topic = next((w.topic for w in sorted(live, key=lambda w: -w.level.rank) if w.topic), None)
    if level == D:
        return Assessment(D, Action.STEUN, reasons, topic)
    if not sure:
        return Assessment(level, Action.CONTROLEVRAAG, reasons, topic)
    return Assessment(level, Action.ROUTE_ACUUT if level == A else Action.ROUTE_CONCREET, reasons, topic)


def feature_vector(text: str) -> dict[str, float]:
    """Features of the statistical opinion for one message (also used when training it)."""
    from . import features

    message = read(text)
    if not message.tokens:
        return {}
    spans = LEXICON.tag(message.tokens)
    cues = find_cues(message, spans, RULES, modifiers.masked_tokens(spans))
    return features.vector(message, spans, [(cue, _weigh(cue, message, spans).outcome) for cue in cues])
