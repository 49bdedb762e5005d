"""The yes or no that an answer begins or ends with, apart from what is said beside it."""

from __future__ import annotations

from collections.abc import Sequence

from woningscan.reading.answers import lexicon
from woningscan.reading.answers.text import Clause, Reading, clause_of

_DECORATION = lexicon.FILLERS | set("genoeg het dat ook best wel niet meer helemaal te is met zo".split())
_BEFORE_LEAD = lexicon.FILLERS - set("van zo nog gewoon".split())
_AFTER_LEAD = frozenset("hoor joh eigenlijk gelukkig helaas dus toch".split())


def lead_of(reading: Reading) -> tuple[str | None, list[Clause]]:
    """ "ja", "nee" or None, and the clauses without it. At the end it counts when it stands alone: "instagram ja"."""
    lead, clauses = _at_front(reading.clauses)
    ends = {clause.words[-1] for clause in clauses} & {"ja", "nee"}
    if lead is None and len(ends) == 1 and clauses[-1].words[-1] in ends and len(reading.words) > 1:
        lead, last = clauses[-1].words[-1], clauses[-1].words[:-1]
        clauses = [*clauses[:-1], clause_of(last)] if last else clauses[:-1]
    return lead, clauses


def _at_front(clauses: Sequence[Clause]) -> tuple[str | None, list[Clause]]:
    """Take a yes or no off the front, with what only decorates it: "zeker niet" is a no, "denk het wel" a yes."""
    lead: str | None = None
    rest: list[Clause] = []
    for clause in clauses:
        words = list(clause.words)
        if not rest:
            found, words = _strip(words, lead)
            lead = lead or found
            if lead is None and words:
                return None, list(clauses)
        if words:
            rest.append(clause_of(words))
    return lead, rest


def _strip(words: list[str], lead: str | None) -> tuple[str | None, list[str]]:
    """The yes or no at the front of one clause and what remains of it; a clause that says nothing else is used up."""
    whole = _nothing_else(words)
    if whole:
        return (lead or whole), ([] if lead in (None, whole) else words)
    if lead is not None:
        return None, words
    at = next((at for at, word in enumerate(words) if word not in _BEFORE_LEAD), len(words))
    if at == len(words):
        return None, words
    if words[at] in lexicon.NO:
        return "nee", _after(words, at, lexicon.NO)
    denied_next = words[at + 1 : at + 2] and words[at + 1] in lexicon.NEGATORS
    if words[at] in ("ja", "jawel", "jazeker") or (words[at] in lexicon.YES and not denied_next):
        return "ja", _after(words, at, lexicon.YES)
    return None, words


def _nothing_else(words: list[str]) -> str | None:
    """Whether a clause is only a yes or a no with decoration ("nee hoor", "gelukkig niet"), and which."""
    left = [word for word in words if word not in _DECORATION and word not in lexicon.YES and word not in lexicon.NO]
    said_no = any(word in lexicon.NO for word in words)
    no = said_no or "niet" in words
    yes = "wel" in words or any(word in lexicon.YES for word in words)
    mixed = said_no and bool({"ja", "jawel", "wel"} & set(words))
    if left or mixed or not (no or yes) or (no and "klopt" in words):
        return None
    return "nee" if no else "ja"


def _after(words: list[str], at: int, same: frozenset[str]) -> list[str]:
    at += 1
    while at < len(words) and (words[at] in same or words[at] in _AFTER_LEAD):
        at += 1
    return words[at:]
