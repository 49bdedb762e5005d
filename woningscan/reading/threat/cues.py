"""Signals: places in a message where the word classes of one rule come together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .lexicon import Span
from .normalise import Message

MAX_CUES = 60
"""More cues than this add nothing but time."""


@dataclass(frozen=True)
class Rule:
    """When all ``parts`` (class names, ``a|b`` for either) stand within ``window`` words, there is a cue of ``kind``.

    ``ordered``: in this order. ``without``: classes that may not stand in the same sentence. ``sure``: certain enough
    to route without a check question. ``scope``: ``clause``, ``sentence`` or ``message``.
    """

    name: str
    kind: str
    parts: tuple[str, ...]
    ordered: bool = False
    window: int = 9
    without: tuple[str, ...] = ()
    sure: bool = True
    scope: str = "sentence"


@dataclass(frozen=True)
class Cue:
    """One match of a rule: tokens ``start`` up to ``end`` (exclusive)."""

    rule: Rule
    start: int
    end: int
    heads: tuple[Span, ...]


def find_cues(
    message: Message, spans: Mapping[str, Sequence[Span]], rules: Sequence[Rule], masked: frozenset[int]
) -> list[Cue]:
    """Cues of all rules; tokens in ``masked`` (figures of speech) do not count."""
    found: list[Cue] = []
    for rule in rules:
        candidates = [_spans_of(part, spans, masked) for part in rule.parts]
        if not all(candidates):
            continue
        for anchor in candidates[0]:
            heads = _complete(anchor, candidates[1:], rule, message)
            if heads and not _spoiled(heads, rule, spans, message):
                found.append(Cue(rule, min(h.start for h in heads), max(h.end for h in heads), tuple(heads)))
                if len(found) >= MAX_CUES:
                    return found
    return found


def _spans_of(part: str, spans: Mapping[str, Sequence[Span]], masked: frozenset[int]) -> list[Span]:
    names = part.split("|")
    return [s for name in names for s in spans.get(name, ()) if not masked.intersection(range(s.start, s.end))]


def _complete(anchor: Span, others: Sequence[Sequence[Span]], rule: Rule, message: Message) -> list[Span]:
    """The anchor with the nearest fitting span of every other part; empty when one is missing."""
    heads = [anchor]
    for candidates in others:
        after = heads[-1].end if rule.ordered else 0
        fitting = [
            s
            for s in candidates
            if (s.start >= after or not rule.ordered)
            and not any(_clash(s, h) for h in heads)
            and _distance(s, heads[-1] if rule.ordered else anchor) <= rule.window
            and _same_scope(s, anchor, rule.scope, message)
        ]
        if not fitting:
            return []
        heads.append(min(fitting, key=lambda s: (_distance(s, anchor), s.start)))
    return heads


def _clash(a: Span, b: Span) -> bool:
    """The same words twice; a word inside a phrase with a gap ("maken *je* af") is a part of its own."""
    return _overlap(a, b) and abs((a.end - a.start) - (b.end - b.start)) < 2


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _same_scope(a: Span, b: Span, scope: str, message: Message) -> bool:
    first, second = message.tokens[a.start], message.tokens[b.start]
    if scope == "clause":
        return first.clause == second.clause
    return scope == "message" or first.sentence == second.sentence


def _spoiled(heads: Sequence[Span], rule: Rule, spans: Mapping[str, Sequence[Span]], message: Message) -> bool:
    sentence = message.tokens[heads[0].start].sentence
    return any(
        message.tokens[s.start].sentence == sentence and not any(_overlap(s, h) for h in heads)
        for name in rule.without
        for s in spans.get(name, ())
    )
