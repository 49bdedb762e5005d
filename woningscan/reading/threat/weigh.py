"""One signal with its surroundings: which level it has, and how certain that is.

Kinds of signal have a level by default, when it happens now, when it is announced for the next hours, and when it
happened earlier. Source of the levels: the label rules (now or within hours is ``acuut``; announced violence and
targeted acts are ``concreet``; insults and unrest are ``diffuus``; last night is ``concreet``).
"""

from __future__ import annotations

from dataclasses import dataclass

from . import modifiers
from .assessment import PAST, Level
from .cues import Cue, find_cues
from .lexicon import Lexicon, Span
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
    """Levels of one kind of signal by time. ``danger``: the kind of danger whose steps are then never left out."""

    usual: Level
    now: Level
    soon: Level
    earlier: Level
    topic: str | None = None
    danger: str | None = None


KINDS = {
    "nood": Kind(A, A, A, A),
    "brand": Kind(A, A, A, C, danger="brand"),
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

TABLES = {**WORLD, **VIOLENCE, **BENIGN, **EVIDENCE, **SIGNALS}
FUZZY_TABLES = frozenset(VIOLENCE) | frozenset(SIGNALS)
LEXICON = Lexicon(TABLES, NOT_TYPOS, FUZZY_TABLES)


@dataclass(frozen=True)
class Weighed:
    """One cue after its modifiers."""

    cue: Cue
    level: Level
    sure: bool
    topic: str | None
    reasons: tuple[str, ...]

    @property
    def doubted(self) -> bool:
        """An everyday explanation or another victim stands in the message."""
        return any(r in {"mod:uitleg", "mod:ander"} for r in self.reasons)

    @property
    def danger(self) -> str | None:
        """The kind of danger that its words name."""
        return KINDS[self.cue.rule.kind].danger

    @property
    def outcome(self) -> str:
        """Level and the modifiers that changed it."""
        return self.level.value + "".join(r for r in self.reasons if r.startswith("mod:"))


@dataclass(frozen=True)
class Reading:
    """A message with its tags and weighed signals."""

    message: Message
    spans: dict[str, list[Span]]
    signals: tuple[Weighed, ...]


def read_signals(text: str) -> Reading:
    """Normalise, tag, find and weigh the signals of one message."""
    message = read(text)
    spans = LEXICON.tag(message.tokens) if message.tokens else {}
    cues = find_cues(message, spans, RULES, modifiers.masked_tokens(spans))
    return Reading(message, spans, tuple(weigh(cue, message, spans) for cue in cues))


def weigh(cue: Cue, message: Message, spans: modifiers.Spans) -> Weighed:
    """Apply the modifiers in order of strength: denial, supposition, past, somebody else, time, explanation."""
    kind = KINDS[cue.rule.kind]
    label = " ".join(t.text for t in message.tokens[cue.start : cue.end][:8])
    reasons = [f"cue:{cue.rule.name}[{label}]"]

    def weighed(level: Level, sure: bool, *extra: str) -> Weighed:
        return Weighed(cue, level, sure, kind.topic if level > G else None, (*reasons, *extra))

    if modifiers.negated(cue, message, spans):
        return weighed(G, True, "mod:ontkenning")
    if modifiers.supposed(cue, message, spans):
        return weighed(G, True, "mod:veronderstelling")
    when = modifiers.times(cue, message, spans)
    if modifiers.closed_past(when):
        return weighed(G, True, "mod:verleden")
    other = modifiers.far_away(cue, message, spans)
    if other == "ver":
        return weighed(G, True, "mod:ver")
    if other == "collega":
        return weighed(D if kind.usual >= C else G, True, "mod:collega")
    level = kind.usual
    if when & {"nu", "net"}:
        level = kind.now
        reasons.append("tijd:nu")
    elif "komt" in when:
        level = kind.soon
        reasons.append("tijd:straks")
    elif when & {"recent", "vannacht", "herhaald"}:
        level = kind.earlier
        reasons.append(PAST)
    if other == "ander":
        return weighed(level, False, "mod:ander")
    done_to_the_writer = modifiers.is_done_to_the_writer(cue, message)  # who is named beside it explains nothing
    if modifiers.explained(cue, message, spans):
        return weighed(level, done_to_the_writer, "mod:uitleg")
    return weighed(level, cue.rule.sure or done_to_the_writer)
