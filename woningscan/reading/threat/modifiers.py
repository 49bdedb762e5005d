"""What surrounds a signal and changes its weight: negation, supposition, the past, somebody else, figures of speech."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .cues import Cue
from .lexicon import Span
from .normalise import Message

Spans = Mapping[str, Sequence[Span]]

ACTS = frozenset(
    "dreigt dreigde bedreigt bedreigde stalkt stalkte achtervolgt achtervolgde chanteert chanteerde".split()
)
"""What somebody does to somebody, said of the moment itself."""

NEGATION_REACH = 5
"""Words between a negation and what it denies; further away it usually belongs to something else."""


MASKS = ("figuurlijk", "bijvoeglijk")
"""Classes whose words mean something else than they say."""


def masked_tokens(spans: Spans) -> frozenset[int]:
    """Tokens inside a figure of speech."""
    return frozenset(i for name in MASKS for s in spans.get(name, ()) for i in range(s.start, s.end))


def negated(cue: Cue, message: Message, spans: Spans) -> bool:
    """A denial in the same clause or list, shortly before the cue or right behind it; quotations keep their own."""
    head = cue.heads[0]
    excused = {i for s in spans.get("geen_ontkenning", ()) for i in range(s.start, s.end)}
    token = message.tokens[head.start]
    inside = set(range(head.start, head.end))
    for s in spans.get("nee", ()):
        if message.tokens[s.start].clause == token.clause + 1 and _denies_back(s.start, message):
            return True
    for s in spans.get("niet", ()):
        other = message.tokens[s.start]
        if s.start in excused or s.start in inside or other.sentence != token.sentence or other.quoted != token.quoted:
            continue
        same_clause = other.clause == token.clause
        gap = message.tokens[s.end : head.start]
        reach = 2 * NEGATION_REACH if any(t.text in {"of", "en", "or"} for t in gap) else NEGATION_REACH
        if same_clause and 0 <= head.start - s.end <= reach:
            return True
        if same_clause and 0 <= s.start - head.end <= 1 and other.text in {"niet", "not", "geen", "nooit", "niemand"}:
            return True
        if 0 < token.clause - other.clause <= 3 and _is_list(s.end, head.start, message):
            return True
    return False


def _is_list(start: int, end: int, message: Message) -> bool:
    """A list ("nooit benaderd, bedreigd of gefilmd"): clauses of at most two words, so the denial carries over."""
    between = message.tokens[start:end]
    first = between[0].clause if between else None
    sizes: dict[int, int] = {}
    for token in between:
        sizes[token.clause] = sizes.get(token.clause, 0) + 1
    last = message.tokens[end].clause
    whole = sum(1 for t in message.tokens if t.clause == last)
    return (
        bool(between)
        and len(between) <= 8
        and all(n <= 2 for c, n in sizes.items() if c != first)
        and sizes.get(last, 0) <= 1
        and whole <= 4
    )


def _denies_back(start: int, message: Message) -> bool:
    """ "dreiging: nee" and "maar bedreigd, nee dat niet": a clause of few words that opens with the denial."""
    token = message.tokens[start]
    clause = [t for t in message.tokens if t.clause == token.clause]
    return len(clause) <= 4 and clause[0] is token


def supposed(cue: Cue, message: Message, spans: Spans) -> bool:
    """A question about rules, or an if-clause in front of the cue; direct speech ("als je ...") is no supposition.

    A fact in the same sentence ("nu iemand mij heeft bedreigd", "die kogel") makes the question a real one.
    """
    token = message.tokens[cue.start]

    def here(name: str) -> list[Span]:
        return [s for s in spans.get(name, ()) if message.tokens[s.start].sentence == token.sentence]

    rules, ifs = here("regelvraag"), [s for s in here("als") if s.start <= cue.start]
    question = token.sentence in message.question_sentences
    if token.quoted and not message.tokens[0].quoted and _is_speech(token.clause, message):
        return False
    if ifs and (rules or question or ifs[0].start <= 1) and not _second_person(cue, message):
        return True
    if any(cue.start - s.end <= 1 for s in ifs) and not _second_person(cue, message):
        return True
    if ifs and rules and any(r.start <= cue.start for r in rules):
        return True
    if here("feit"):
        return False
    return any(
        s.start <= cue.start and (message.tokens[s.start].clause == token.clause or cue.start - s.end < 4)
        for s in rules
    )


def explained(cue: Cue, message: Message, spans: Spans) -> bool:
    """An everyday explanation stands in the message ("bleek de buurman", "met pizza"): the cue alone is not certain."""
    names = ("uitleg_sterk", "bekend", "grap", "ver", "onschuldig")
    return any(
        not cue.start <= s.start < cue.end or name == "uitleg_sterk" for name in names for s in spans.get(name, ())
    )


def is_done_to_the_writer(cue: Cue, message: Message) -> bool:
    """ "Die mij bedreigt", "hij stalkt ons": whoever it is that is named beside it explains nothing."""
    around = message.tokens[max(cue.start - 2, 0) : cue.end + 2]
    clause = message.tokens[cue.start].clause
    near = {token.text for token in around if token.clause == clause}
    return bool(near & ACTS) and bool(near & {"me", "ons"})


def _is_speech(clause: int, message: Message) -> bool:
    """Quotation marks around somebody's words, not around a term ("wat is 'acute dreiging'?")."""
    return any(
        t.text in {"ik", "we", "wij", "je", "jij", "jullie", "u", "uw", "i", "you", "your"}
        for t in message.tokens
        if t.clause == clause
    )


def _second_person(cue: Cue, message: Message) -> bool:
    clause = message.tokens[cue.start].clause
    return any(t.text in {"je", "jullie", "jij", "jou", "you", "your"} for t in message.tokens if t.clause == clause)


def times(cue: Cue, message: Message, spans: Spans) -> frozenset[str]:
    """Time classes in the cue's sentence; those of the whole message when the sentence has none."""
    names = ("nu", "net", "komt", "recent", "vannacht", "herhaald", "oud", "gesloten", "loopt_door")
    sentence = message.tokens[cue.start].sentence
    near = {n for n in names for s in spans.get(n, ()) if message.tokens[s.start].sentence == sentence}
    anywhere = {n for n in names if spans.get(n)}
    extra = anywhere & {"gesloten", "loopt_door", "oud", "herhaald"}
    return frozenset(near | extra) if near else frozenset(anywhere)


def closed_past(when: frozenset[str]) -> bool:
    """Long ago, and nothing says that it goes on."""
    if "oud" not in when or "loopt_door" in when:
        return False
    return "gesloten" in when or not when & {"nu", "net", "recent", "herhaald"}


def far_away(cue: Cue, message: Message, spans: Spans) -> str | None:
    """Who it is about: "ver" (news, films, history), "collega", "ander" (a neighbour), or None for the writer."""
    sentence = message.tokens[cue.start].sentence

    def here(name: str) -> bool:
        return any(message.tokens[s.start].sentence == sentence for s in spans.get(name, ()))

    if here("ver"):
        return "ver"
    if here("anderen") and any(s.name == "bedreig" or s.name == "kogel" for s in cue.heads):
        return "collega"
    if _writer_is_object(cue, message):
        return None
    if here("collega"):
        return "collega"
    if here("ander"):
        return "ander"
    return None


def _writer_is_object(cue: Cue, message: Message) -> bool:
    """A word for the writer or the reader of the threat within the cue's clause, other than "mijn collega"."""
    clause = message.tokens[cue.start].clause
    tokens = [t for t in message.tokens if t.clause == clause]
    previous = ["", *(t.text for t in tokens)]
    words = [t.text for before, t in zip(previous, tokens, strict=False) if before != "van"]
    return any(w in {"me", "ons", "je", "jullie", "ik", "wij", "we"} for w in words)
