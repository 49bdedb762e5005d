"""What an answer says by itself, whatever the question: yes, no, partly, unsure — clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from woningscan.reading.answers import lexicon, patterns
from woningscan.reading.answers.lead import lead_of
from woningscan.reading.answers.text import Clause, Reading

_MARKS = {
    "unsure": patterns.UNSURE,
    "unlooked": patterns.UNLOOKED,
    "unthought": patterns.UNTHOUGHT,
    "likely": patterns.LIKELY,
    "not_yet": patterns.NOT_YET,
    "some": patterns.SOME,
    "only": patterns.ONLY,
    "never": patterns.NEVER,
    "always": patterns.ALWAYS,
    "often": patterns.OFTEN,
    "rarely": patterns.RARELY,
    "failing": patterns.FAILING,
}
_OPENING = 12
"""Within so many letters a word such as "soms" belongs to the answer itself, further on to its explanation."""
_TURNS = ("maar", "echter", "terwijl", "behalve", "alleen")


@dataclass(frozen=True)
class Said:
    """One clause with what it says. `denies`: how many denials it holds; `affirms`: it holds "wel" as an answer word.

    `turns`: it begins with "maar" or the like; `opens_partly`: it begins with something like "een beetje".
    """

    clause: Clause
    marks: frozenset[str]
    denies: int
    affirms: bool
    turns: bool
    opens_partly: bool

    def has(self, *names: str) -> bool:
        return any(name in self.marks for name in names)


@dataclass(frozen=True)
class Meaning:
    """`lead`: the yes or no the text begins (or ends) with; `lead_words`: how it was said; `rest`: everything else."""

    lead: str | None
    lead_words: frozenset[str]
    rest: tuple[Said, ...]
    both_ways: bool
    contrast: bool

    def any(self, *names: str) -> bool:
        return any(said.has(*names) for said in self.rest)


def meaning_of(reading: Reading) -> Meaning:
    lead, clauses = lead_of(reading)
    rest = tuple(_said(clause) for clause in clauses)
    taken = set(reading.words) - {word for said in rest for word in said.clause.words}
    return Meaning(lead, frozenset(taken if lead else ()), rest, _both_ways(lead, rest), _contrast(lead, rest))


def _said(clause: Clause) -> Said:
    text = clause.text
    sure = " ".join(patterns.UNSURE.sub(" ", patterns.UNLOOKED.sub(" ", text)).split())
    marks = {name for name, pattern in _MARKS.items() if pattern.search(sure if name == "some" else text)}
    partly = patterns.SOME.search(sure)
    words = sure.split()
    if "unlooked" in marks and "unsure" in marks:
        marks.discard("unlooked")
    if "rarely" in marks:
        marks.discard("some")
    closing = words[-1] if len(words) > 1 else ""
    denies = sum(word in lexicon.NEGATORS for word in words) + (closing == "nee")
    if "niet alleen" in sure:
        denies -= 1
        marks.discard("only")
    affirms = closing == "ja" or any(
        word == "wel" and words[at + 1 : at + 2] not in (["eens"], ["es"]) for at, word in enumerate(words)
    )
    return Said(
        clause,
        frozenset(marks),
        denies,
        affirms,
        clause.words[0] in _TURNS,
        bool(partly and partly.start() <= _OPENING),
    )


def _both_ways(lead: str | None, rest: Sequence[Said]) -> bool:
    """Yes and then no, or the reverse: "ja nee wacht". Deep inside a clause it is a quotation or a turn of phrase."""
    if lead is None:
        words = [word for said in rest for word in said.clause.words]
        parts = [said.clause.words[-1] for said in rest if len(said.clause.words) > 1]
        return "ja" in words and "nee" in words and not ("ja" in parts and "nee" in parts)
    other = lexicon.NO if lead == "ja" else frozenset({"ja", "jawel", "klopt"})
    for said in rest:
        if any(word in other for word in said.clause.words[:4]):
            return True
        if patterns.REVERSAL.search(" ".join(said.clause.words[:4])) and not patterns.NOT_YET.search(said.clause.text):
            return True
    return False


def _contrast(lead: str | None, rest: Sequence[Said]) -> bool:
    """One part yes and another no: "de achterdeur wel, de ramen niet", "ja, maar achter niet"."""
    affirmed = [at for at, said in enumerate(rest) if said.affirms and _has_subject(said)]
    denied = [at for at, said in enumerate(rest) if said.denies and _has_subject(said) and not said.has("not_yet")]
    if any(a != d for a in affirmed for d in denied):
        return True
    for at in affirmed:
        words = rest[at].clause.words
        if (
            rest[at].denies
            and "wel" in words
            and any(n in words for n in lexicon.NEGATORS)
            and abs(words.index("wel") - min(words.index(n) for n in lexicon.NEGATORS if n in words)) > 1
        ):
            return True
    if lead is None and any(_ends_denied(said) and is_part(said) for said in rest):
        return any(
            not said.denies and not said.has("unsure", "unlooked", "likely") and len(said.clause.words) > 1
            for said in rest
        )
    return lead == "ja" and any(_ends_denied(said) and (said.turns or len(said.clause.words) <= 4) for said in rest)


def _has_subject(said: Said) -> bool:
    return any(
        word not in lexicon.FILLERS and word not in ("wel", "niet", "het", "dat", "ook") for word in said.clause.words
    )


def is_part(said: Said) -> bool:
    """ "achter niet": a thing or a place that is left out, not "doe ik niet"."""
    words = said.clause.words
    return (
        len(words) <= 4
        and any(word not in lexicon.FUNCTION for word in words)
        and not any(word in lexicon.AUXILIARY for word in words)
    )


def _ends_denied(said: Said) -> bool:
    return said.clause.words[-1] == "niet" and len(said.clause.words) > 1 and _has_subject(said)
