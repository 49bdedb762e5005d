"""Short questions to the evidence that a text gives for the choices of a question."""

from __future__ import annotations

from collections.abc import Sequence

from woningscan.reading.answers.index import Evidence, QuestionIndex
from woningscan.reading.answers.meaning import Meaning, Said
from woningscan.reading.answers.result import Understood, ambiguous, sure
from woningscan.reading.answers.roles import Roles
from woningscan.reading.answers.text import Clause

SURE_PHRASE = 0.72
"""From this score on a phrase of the question decides by itself."""
MARGIN = 0.12
"""So far the second-best choice must stay behind."""


def clauses_of(meaning: Meaning) -> list[Clause]:
    return [said.clause for said in meaning.rest]


def clear(evidence: Sequence[Evidence]) -> bool:
    """There is evidence, its best is not flipped and no other choice comes near."""
    if not evidence or evidence[0].flipped:
        return False
    others = [item.score for item in evidence if item.value != evidence[0].value and not item.flipped]
    return not others or evidence[0].score - others[0] >= MARGIN


def strongest(index: QuestionIndex, meaning: Meaning) -> Evidence | None:
    """The best evidence that any single clause gives."""
    found = [item for said in meaning.rest for item in index.evidence([said.clause])[:1]]
    return max(found, key=lambda item: item.score, default=None)


def plain(index: QuestionIndex, said: Said, allowed: frozenset[str] | None = None) -> bool:
    """Every content word is one the question knows; `allowed` narrows which."""
    known = index.recognise(said.clause.words).values()
    return all(one is not None and (allowed is None or one in allowed) for one in known)


def doubts(meaning: Meaning) -> bool:
    return meaning.any("unsure", "unlooked", "unthought", "likely")


def unsure_choice(roles: Roles, index: QuestionIndex) -> Understood:
    if roles.unsure:
        return sure(roles.unsure)
    return sure(roles.no) if roles.asks_knowledge and roles.no else ambiguous(index.values)
