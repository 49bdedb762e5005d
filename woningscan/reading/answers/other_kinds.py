"""Questions that are not answered with yes or no: how often, "doet u nooit …?", and which of several things."""

from __future__ import annotations

from woningscan.reading.answers import lexicon, patterns
from woningscan.reading.answers.evidence import SURE_PHRASE, clauses_of, clear, doubts, plain, strongest, unsure_choice
from woningscan.reading.answers.index import QuestionIndex
from woningscan.reading.answers.meaning import Meaning, Said
from woningscan.reading.answers.result import NOT_AN_ANSWER, Understood, ambiguous, perhaps, sure
from woningscan.reading.answers.roles import Roles
from woningscan.reading.answers.text import Reading

_ENOUGH = 0.55
"""Enough when the choices are things (a function, a kind of house) and only one of them is named."""
_CONTRADICTS = 0.6
"""A phrase of another choice that covers so much of the text is a second reading, whatever label the text holds."""
_WORTH_OFFERING = 0.3


def judge_frequency(index: QuestionIndex, roles: Roles, meaning: Meaning) -> Understood:
    never, some, always = roles.no or "", roles.some or "", roles.always or ""
    if meaning.both_ways:
        return ambiguous((some, always, never))
    evidence = index.evidence(clauses_of(meaning))
    agrees = bool(evidence) and (meaning.lead is None or (meaning.lead == "nee") == (evidence[0].value == never))
    if clear(evidence) and evidence[0].score >= SURE_PHRASE and agrees:
        return sure(evidence[0].value)
    if doubts(meaning):
        return unsure_choice(roles, index)
    if meaning.lead == "nee":
        if (
            meaning.contrast
            or meaning.any("some", "only", "rarely")
            or any(said.turns and said.affirms for said in meaning.rest)
        ):
            return perhaps(some, never)
        return (
            perhaps(never, evidence[0].value) if clear(evidence) and evidence[0].score >= SURE_PHRASE else sure(never)
        )
    if not meaning.rest:
        return ambiguous((always, some))
    first = meaning.rest[0]
    understood = plain(index, first)
    if patterns.CONDITION.match(first.clause.text) or meaning.contrast or (understood and first.has("only")):
        return sure(some)
    if (
        patterns.SOME.match(first.clause.text)
        and not first.has("always", "often")
        and "meestal" not in first.clause.words
    ):
        return sure(some)
    if understood and (found := _how_often(index, roles, first)):
        return found
    if meaning.lead == "ja" or understood:
        return ambiguous((always, some))
    likely = [item.value for item in evidence if not item.flipped and item.score >= _WORTH_OFFERING]
    return perhaps(*likely) if likely else NOT_AN_ANSWER


def _how_often(index: QuestionIndex, roles: Roles, said: Said) -> Understood | None:
    never, some, always = roles.no or "", roles.some or "", roles.always or ""
    about_this = index.recognise(said.clause.words) or not set(said.clause.words) & lexicon.SOMEBODY_ELSE
    if said.denies and not about_this:
        return None
    if said.has("never") and said.denies <= 1:
        return sure(never)
    if said.has("rarely"):
        return perhaps(never, some)
    if (said.has("always") and not said.denies) or (said.has("often") and "vaak" in index.values):
        return sure(always)
    if said.has("often"):
        return perhaps(always, some)
    if said.has("some"):
        return perhaps(some, always) if "meestal" in said.clause.words else sure(some)
    return sure(never) if said.denies == 1 else None


def judge_denial_asked(index: QuestionIndex, roles: Roles, meaning: Meaning) -> Understood:
    """ "Deelt u nooit …?": "nooit" and "klopt" agree, "wel eens" does not, and a bare yes or no could be either."""
    agreed, some = roles.yes[0], roles.some
    if meaning.both_ways:
        return ambiguous(index.values)
    if not meaning.rest:
        return sure(agreed) if meaning.lead_words & lexicon.AGREES else ambiguous(index.values)
    if doubts(meaning):
        return unsure_choice(roles, index)
    denied = any(said.denies for said in meaning.rest)
    if some and meaning.lead is None and not denied and any(said.affirms for said in meaning.rest):
        return sure(some)
    best = strongest(index, meaning)
    if best and not best.flipped and best.score >= SURE_PHRASE:
        return sure(best.value)
    if meaning.any("never") and not meaning.any("some"):
        return sure(agreed)
    if some and meaning.any("some") and meaning.lead != "nee":
        often_something = any(patterns.OFTEN_ENOUGH.search(said.clause.text) for said in meaning.rest)
        return perhaps(some, agreed) if denied or often_something else sure(some)
    return ambiguous(index.values)


def judge_things(section: str, index: QuestionIndex, roles: Roles, meaning: Meaning, reading: Reading) -> Understood:
    """Which function, which kind of house: the one that is named, not denied, and not somebody else's."""
    if not meaning.rest:
        return ambiguous(index.values)
    clauses = clauses_of(meaning)
    evidence = index.evidence(clauses)
    if meaning.any("unsure") and not (evidence and evidence[0].score >= 0.9):
        return unsure_choice(roles, index)
    named = [item for item in evidence if not item.flipped]
    someone_else = section == "intake" and bool(patterns.NOT_MYSELF.search(reading.plain))
    label = index.named(clauses) or index.leans(clauses)
    if label and not someone_else and not any(item.score >= _CONTRADICTS and item.value != label for item in named):
        return sure(label)
    whole = bool(named) and named[0].whole and clear(named)
    shared = index.shared(clauses)
    if shared and not (whole and named[0].score >= _ENOUGH):
        return ambiguous(shared)
    if clear(named) and named[0].score >= (_ENOUGH if whole else SURE_PHRASE):
        return perhaps(named[0].value) if someone_else and named[0].score < 0.95 else sure(named[0].value)
    absent = "geen" in index.values and meaning.lead is None
    if absent and (
        reading.plain in index.denials
        or (meaning.rest[0].denies == 1 and all(plain(index, said) for said in meaning.rest))
    ):
        return sure("geen")
    likely = [item.value for item in named if item.score >= _WORTH_OFFERING]
    return perhaps(*likely) if likely else NOT_AN_ANSWER
