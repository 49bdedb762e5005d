"""Answers that decide about safety: a wrong "no" is the worst mistake, so a no counts only when it is plain."""

from __future__ import annotations

from woningscan.reading.answers import lexicon, patterns
from woningscan.reading.answers.index import QuestionIndex
from woningscan.reading.answers.meaning import Meaning, Said
from woningscan.reading.answers.result import NOT_AN_ANSWER, Understood, ambiguous, sure
from woningscan.reading.answers.roles import Roles
from woningscan.reading.answers.text import Reading

_POINTS_TO_YES = 0.5
_TELLS_APART = 0.3
_MARGIN = 0.1


def judge_triage(index: QuestionIndex, roles: Roles, meaning: Meaning, reading: Reading) -> Understood:
    heaviest_first = ambiguous((*roles.yes, *(value for value in index.values if value not in roles.yes)))
    if meaning.both_ways:
        return heaviest_first
    if meaning.lead != "nee" and (chosen := _yes(index, roles, meaning)):
        return sure(chosen)
    if meaning.lead == "ja":
        return heaviest_first
    if meaning.any("unsure", "unlooked", "unthought"):
        return sure(roles.unsure) if roles.unsure and meaning.lead is None else heaviest_first
    bare = (
        meaning.lead == "nee"
        and not meaning.lead_words & lexicon.NO
        and not meaning.lead_words <= lexicon.DENIED_IN_SAFETY
    )
    hedged = reading.asks or bare or meaning.lead_words & lexicon.HEDGES or patterns.NOT_QUITE_NO.search(reading.plain)
    if roles.no and not hedged and plainly_no(meaning):
        return sure(roles.no)
    return heaviest_first if meaning.lead or index.evidence([said.clause for said in meaning.rest]) else NOT_AN_ANSWER


def plainly_no(meaning: Meaning) -> bool:
    """Every word belongs to a denial, no hedge among them, and nothing is denied that means safety."""
    if meaning.lead is None and not any(said.denies or set(said.clause.words) & lexicon.SAFE for said in meaning.rest):
        return False
    return all(_harmless(said) for said in meaning.rest)


def _harmless(said: Said) -> bool:
    words = set(said.clause.words)
    if said.has("some", "only", "rarely", "failing", "not_yet") or said.affirms or said.turns:
        return False
    if words - lexicon.PLAIN - lexicon.SAFE - lexicon.THREATENING or words & lexicon.HEDGES:
        return False
    if words & lexicon.SAFE and said.denies:
        return False
    return said.denies == 1 if words & lexicon.THREATENING else said.denies <= 2


def _yes(index: QuestionIndex, roles: Roles, meaning: Meaning) -> str | None:
    """The yes that is meant. With two, what is told about the police or the threat decides, or its denial."""
    if len(roles.yes) == 1:
        if meaning.lead == "ja":
            return None if meaning.any("unsure") else roles.yes[0]
        named = [item for said in meaning.rest for item in index.evidence([said.clause]) if not item.flipped]
        strongest = max(named, key=lambda item: item.score, default=None)
        return (
            roles.yes[0] if strongest and strongest.value in roles.yes and strongest.score >= _POINTS_TO_YES else None
        )
    scores: dict[str, float] = {}
    for said in meaning.rest:
        for item in index.evidence([said.clause]):
            if item.value in roles.yes:
                value = roles.yes[1 - roles.yes.index(item.value)] if item.flipped else item.value
                scores[value] = max(scores.get(value, 0.0), item.score)
    ordered = sorted(scores.items(), key=lambda pair: -pair[1])
    if not ordered or ordered[0][1] < (_TELLS_APART if meaning.lead == "ja" else _POINTS_TO_YES):
        return None
    return ordered[0][0] if len(ordered) == 1 or ordered[0][1] - ordered[1][1] >= _MARGIN else None
