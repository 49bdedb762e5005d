"""What an answer says by itself, whatever the question: yes, no, partly, unsure — clause by clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from woningscan.scan import answer_lexicon as lexicon
from woningscan.scan.answer_text import Clause, Reading

_MARKS = {
    "unsure": lexicon.UNSURE, "unlooked": lexicon.UNLOOKED, "unthought": lexicon.UNTHOUGHT, "likely": lexicon.LIKELY, "not_yet": lexicon.NOT_YET, "some": lexicon.SOME, "only": lexicon.ONLY,
    "never": lexicon.NEVER, "always": lexicon.ALWAYS, "often": lexicon.OFTEN, "rarely": lexicon.RARELY, "failing": lexicon.FAILING,
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
    """`lead` is the yes or no the text begins (or ends) with, `lead_words` how it was said; `rest` is everything else."""

    lead: str | None
    lead_words: frozenset[str]
    rest: tuple[Said, ...]
    both_ways: bool
    contrast: bool

    def any(self, *names: str) -> bool:
        return any(said.has(*names) for said in self.rest)


def meaning_of(reading: Reading) -> Meaning:
    clauses = list(reading.clauses)
    lead, clauses = _lead(clauses)
    ends = {clause.words[-1] for clause in clauses} & {"ja", "nee"}
    if lead is None and len(ends) == 1 and clauses[-1].words[-1] in ends and len(reading.words) > 1:
        lead, clauses = clauses[-1].words[-1], [*clauses[:-1], Clause(clauses[-1].words[:-1], " ".join(clauses[-1].words[:-1]))]
        clauses = [clause for clause in clauses if clause.words]
    rest = tuple(_said(clause) for clause in clauses)
    taken = set(reading.words) - {word for said in rest for word in said.clause.words}
    return Meaning(lead, frozenset(taken if lead else ()), rest, _both_ways(lead, rest), _contrast(lead, rest))


def _lead(clauses: Sequence[Clause]) -> tuple[str | None, list[Clause]]:
    """Take a yes or no off the front, together with what only decorates it; "zeker niet" is a no, "denk het wel" a yes."""
    lead: str | None = None
    rest: list[Clause] = []
    for position, clause in enumerate(clauses):
        words = list(clause.words)
        if lead is None or not rest:
            found, words = _strip(words, lead)
            if found:
                lead = lead or found
            if lead is None and words:
                return None, list(clauses)
        if words:
            rest.append(Clause(tuple(words), " ".join(words)))
    return lead, rest


def _strip(words: list[str], lead: str | None) -> tuple[str | None, list[str]]:
    decorated = [word for word in words if word not in lexicon.FILLERS and word not in ("het", "dat", "ook", "best", "wel", "niet", "meer", "helemaal", "te", "is", "met", "zo")]
    if not [word for word in decorated if word not in lexicon.YES and word not in lexicon.NO]:
        no = "niet" in words or any(word in lexicon.NO for word in words)
        yes = "wel" in words or any(word in lexicon.YES for word in words)
        mixed = any(word in lexicon.NO for word in words) and (any(word in ("ja", "jawel") for word in words) or "wel" in words)
        if not mixed and (no or yes) and not ("klopt" in words and no):
            return (lead or ("nee" if no else "ja")), ([] if lead in (None, "nee" if no else "ja") else words)
    at = 0
    while at < len(words) and words[at] in lexicon.FILLERS and words[at] not in ("voor", "van", "zo", "nog", "gewoon"):
        at += 1
    if lead is None and at < len(words) and words[at] in lexicon.NO:
        return "nee", _after(words, at, lexicon.NO)
    if lead is None and at < len(words) and words[at] in lexicon.YES and not (len(words) > at + 1 and words[at + 1] in ("niet", "geen", "nooit", "niks", "niets")):
        return "ja", _after(words, at, lexicon.YES)
    return None, words


def _after(words: list[str], at: int, same: frozenset[str]) -> list[str]:
    at += 1
    while at < len(words) and (words[at] in same or words[at] in ("hoor", "joh", "eigenlijk", "gelukkig", "helaas", "dus", "toch")):
        at += 1
    return words[at:]


def _said(clause: Clause) -> Said:
    text = clause.text
    sure = " ".join(lexicon.UNSURE.sub(" ", lexicon.UNLOOKED.sub(" ", text)).split())
    marks = {name for name, pattern in _MARKS.items() if pattern.search(sure if name == "some" else text)}
    partly = lexicon.SOME.search(sure)
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
    affirms = closing == "ja" or any(word == "wel" and words[at + 1 : at + 2] not in (["eens"], ["es"]) for at, word in enumerate(words))
    return Said(clause, frozenset(marks), denies, affirms, clause.words[0] in _TURNS, bool(partly and partly.start() <= _OPENING))


def _both_ways(lead: str | None, rest: Sequence[Said]) -> bool:
    """Yes and then no, or the reverse: "ja nee wacht". One of them inside a longer clause is a quotation or a turn of phrase."""
    if lead is None:
        words = [word for said in rest for word in said.clause.words]
        parts = [said.clause.words[-1] for said in rest if len(said.clause.words) > 1]
        return "ja" in words and "nee" in words and not ("ja" in parts and "nee" in parts)
    other = lexicon.NO if lead == "ja" else frozenset({"ja", "jawel", "klopt"})
    for said in rest:
        if any(word in other for word in said.clause.words[:4]):
            return True
        if lexicon.REVERSAL.search(" ".join(said.clause.words[:4])) and not lexicon.NOT_YET.search(said.clause.text):
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
        if rest[at].denies and "wel" in words and any(n in words for n in lexicon.NEGATORS) and abs(words.index("wel") - min(words.index(n) for n in lexicon.NEGATORS if n in words)) > 1:
            return True
    if lead is None and any(_ends_denied(said) and _short_part(said) for said in rest):
        return any(not said.denies and not said.has("unsure", "unlooked", "likely") and len(said.clause.words) > 1 for said in rest)
    return lead == "ja" and any(_ends_denied(said) and (said.turns or len(said.clause.words) <= 4) for said in rest)


def _has_subject(said: Said) -> bool:
    return any(word not in lexicon.FILLERS and word not in ("wel", "niet", "het", "dat", "ook") for word in said.clause.words)


def _short_part(said: Said) -> bool:
    """ "achter niet": a thing or a place that is left out, not "doe ik niet"."""
    return len(said.clause.words) <= 4 and any(word not in lexicon.FUNCTION for word in said.clause.words)


def _ends_denied(said: Said) -> bool:
    return said.clause.words[-1] == "niet" and len(said.clause.words) > 1 and _has_subject(said)
