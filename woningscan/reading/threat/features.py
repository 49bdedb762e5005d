"""What the statistical opinion looks at: words, letter groups, word classes and the outcome of the rules.

Word classes generalise ("buurman", "overbuurman"); letter groups survive typing errors; rule outcomes carry negation,
supposition and time, which a bag of words cannot see.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterator, Sequence

from .cues import Cue
from .lexicon import Span
from .modifiers import MASKS
from .normalise import Message

MAX_WORDS = 220
"""Words looked at; bounds the time for very long messages."""

BLOCK_WEIGHTS = {"w": 1.0, "c": 1.0, "k": 0.8, "r": 0.1}
"""Length of each block's vector: words, letters, classes, rules.

The rules weigh little here: they were written with the training rows in view, so a model that leans on them is too sure
of itself on new messages. They speak for themselves in ``combine``."""

_TIMES = ("nu", "net", "komt", "recent", "vannacht", "herhaald", "oud", "gesloten", "loopt_door")


def vector(message: Message, spans: dict[str, list[Span]], outcomes: Sequence[tuple[Cue, str]]) -> dict[str, float]:
    """Weights per feature; ``outcomes`` are the cues with what the modifiers made of them."""
    muted = {
        i for cue, outcome in outcomes if outcome.startswith("geen") for h in cue.heads for i in range(h.start, h.end)
    }
    muted -= {
        i
        for cue, outcome in outcomes
        if not outcome.startswith("geen")
        for h in cue.heads
        for i in range(h.start, h.end)
    }
    muted |= {i for name in MASKS for s in spans.get(name, ()) for i in range(s.start, s.end)}
    blocks = {
        "w": Counter(_words(message, muted)),
        "c": Counter(_letters(message, muted)),
        "k": Counter(_classes(message, spans, muted)),
        "r": Counter(_rules(outcomes, message, spans)),
    }
    result: dict[str, float] = {}
    for block, counts in blocks.items():
        damped = {name: 1.0 + math.log(n) for name, n in counts.items()}
        length = math.sqrt(sum(v * v for v in damped.values())) or 1.0
        factor = BLOCK_WEIGHTS[block] / (length if block != "r" else 1.0)
        for name, value in damped.items():
            result[f"{block}:{name}"] = value * factor
    return result


def _words(message: Message, muted: set[int]) -> Iterator[str]:
    """Words and pairs; a word whose signal was denied or supposed counts as another word."""
    plain = ("0" if t.text.isdigit() else t.text for t in message.tokens[:MAX_WORDS])
    words = ["^", *(f"~{word}" if i in muted else word for i, word in enumerate(plain)), "$"]
    yield from words[1:-1]
    yield from (f"{a} {b}" for a, b in itertools.pairwise(words))


def _letters(message: Message, muted: set[int]) -> Iterator[str]:
    for position, token in enumerate(message.tokens[:MAX_WORDS]):
        if position in muted:
            continue
        padded = f" {token.text[:24]} "
        for size in (2, 3, 4, 5):
            for i in range(len(padded) - size + 1):
                yield padded[i : i + size]


def _classes(message: Message, spans: dict[str, list[Span]], muted: set[int]) -> Iterator[str]:
    clauses: dict[int, set[str]] = {}
    heard: set[str] = set()
    for name, found in spans.items():
        for span in found:
            if muted.intersection(range(span.start, span.end)):
                heard.add("~" + name)
                continue
            heard.add(name)
            clauses.setdefault(message.tokens[span.start].sentence, set()).add(name)
    yield from sorted(heard)
    pairs: set[str] = set()
    for names in clauses.values():
        ordered = sorted(names)[:30]
        pairs.update(f"{a}+{b}" for i, a in enumerate(ordered) for b in ordered[i + 1 :])
    yield from sorted(pairs)


def _rules(outcomes: Sequence[tuple[Cue, str]], message: Message, spans: dict[str, list[Span]]) -> Iterator[str]:
    for kind, outcome in sorted({(cue.rule.kind, outcome) for cue, outcome in outcomes}):
        yield f"{kind}={outcome}"
    for rule in sorted({cue.rule.name + "=" + outcome for cue, outcome in outcomes}):
        yield "n:" + rule
    yield from sorted({"hoogste=" + outcome for _, outcome in outcomes})
    if not outcomes:
        yield "geen_cue"
    yield from (f"tijd={name}" for name in _TIMES if spans.get(name))
    if message.question_sentences:
        yield "vraag"
        last = message.tokens[-1].sentence
        if len(message.question_sentences) == last + 1:
            yield "alleen_vragen"
    if any(t.quoted for t in message.tokens):
        yield "citaat"
        if any(t.quoted and t.text in {"je", "jullie", "you", "u", "uw"} for t in message.tokens):
            yield "citaat_jij"
    words = {t.text for t in message.tokens}
    if words & {"ik", "me", "mijn", "ons", "onze", "we", "wij", "my", "our"}:
        yield "schrijver"
    yield f"lengte={min(5, int(math.log2(len(message.tokens) + 1)))}"
