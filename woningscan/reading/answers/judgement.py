"""From what a text says to a choice, which is certain only when no second reading is real: else it is offered back."""

from __future__ import annotations

from collections.abc import Sequence

from woningscan.reading.answers import lexicon, patterns
from woningscan.reading.answers.evidence import SURE_PHRASE, clauses_of, clear, doubts, plain, strongest, unsure_choice
from woningscan.reading.answers.index import Evidence, QuestionIndex
from woningscan.reading.answers.meaning import Meaning, Said, is_part, meaning_of
from woningscan.reading.answers.other_kinds import judge_denial_asked, judge_frequency, judge_things
from woningscan.reading.answers.result import NOT_AN_ANSWER, Understood, ambiguous, perhaps, sure
from woningscan.reading.answers.roles import Roles
from woningscan.reading.answers.safety import judge_triage
from woningscan.reading.answers.text import Reading

_COVERED = 0.9
"""The text is nearly a phrase of the question, so what its words mean elsewhere does not matter."""


def judge(section: str, index: QuestionIndex, roles: Roles, reading: Reading) -> Understood:
    meaning = meaning_of(reading)
    if section == "triage":
        return judge_triage(index, roles, meaning, reading)
    if roles.frequency:
        return judge_frequency(index, roles, meaning)
    if roles.polar and roles.no_means_yes:
        return judge_denial_asked(index, roles, meaning)
    if roles.polar:
        return _polar(section, index, roles, meaning, reading)
    return judge_things(section, index, roles, meaning, reading)


def _polar(section: str, index: QuestionIndex, roles: Roles, meaning: Meaning, reading: Reading) -> Understood:
    yes, no = roles.yes[0], roles.no or ""
    if meaning.both_ways:
        return (
            sure(roles.some)
            if roles.some and "ja en nee" in reading.plain
            else ambiguous(value for value in (yes, roles.some, no) if value)
        )
    if meaning.lead == "ja":
        return _after_yes(index, roles, meaning, yes)
    if meaning.lead == "nee":
        return _after_no(index, roles, meaning, no, yes)
    found = _without_lead(section, index, roles, meaning, yes)
    if found.certain and found.value == roles.unsure and not doubts(meaning):
        return perhaps(found.value)
    return found


def _partly(roles: Roles, *otherwise: str | None) -> Understood:
    return sure(roles.some) if roles.some else perhaps(*otherwise)


def _after_yes(index: QuestionIndex, roles: Roles, meaning: Meaning, yes: str) -> Understood:
    best = strongest(index, meaning)
    strong = best is not None and not best.flipped and best.score >= SURE_PHRASE
    if best and strong and best.value == roles.no:
        return perhaps(yes, roles.no, roles.some)
    if meaning.any("not_yet"):
        return perhaps(roles.no, yes)
    if roles.some and any(_may_be_whole(said) for said in meaning.rest):
        return perhaps(yes, roles.some)
    turned = [said for said in meaning.rest if said.turns]
    limited = meaning.contrast or any(said.opens_partly or (said.turns and said.has("only")) for said in meaning.rest)
    limited = limited or any(
        said.denies or said.has("failing", "some", "rarely") for said in turned if not said.has("unsure")
    )
    if limited or (best and strong and best.value == roles.some):
        return _partly(roles, yes, roles.no)
    if meaning.any("unsure"):
        hedged = bool(meaning.lead_words & lexicon.HEDGES)
        return sure(roles.unsure) if hedged and roles.unsure else perhaps(yes, roles.unsure, roles.some)
    return perhaps(yes, roles.some) if turned and roles.some else sure(yes)


def _after_no(index: QuestionIndex, roles: Roles, meaning: Meaning, no: str, yes: str) -> Understood:
    if meaning.contrast or any(said.affirms and said.turns and not said.has("not_yet") for said in meaning.rest):
        return perhaps(no, roles.some, yes) if meaning.any("not_yet") else _partly(roles, no, yes)
    if roles.some and any(said.has("only") and said.turns for said in meaning.rest):
        return perhaps(roles.some, no)
    if any(said.opens_partly for said in meaning.rest):
        return _partly(roles, no, yes)
    if meaning.any("unsure") and roles.unsure and not roles.asks_knowledge:
        return perhaps(no, roles.unsure)
    best = strongest(index, meaning)
    if best and not best.flipped and best.value not in (no, roles.unsure) and best.score >= SURE_PHRASE:
        return perhaps(no, best.value)
    return sure(no)


def _without_lead(section: str, index: QuestionIndex, roles: Roles, meaning: Meaning, yes: str) -> Understood:
    evidence = index.evidence(clauses_of(meaning))
    first = meaning.rest[0]
    if len(meaning.rest) == 1 and len(first.clause.words) == 1 and not first.denies:
        if first.clause.words[0] in lexicon.WHOLLY:
            return sure(yes)
        if not first.marks and section != "profile":
            return _offer(evidence, 0.0)
    if clear(evidence) and evidence[0].score >= _COVERED:
        return sure(evidence[0].value)
    if roles.some and len(meaning.rest) == 1 and first.clause.words[-1] == "wel" and is_part(first):
        return sure(roles.some)
    if doubts(meaning):
        return _in_doubt(index, roles, meaning, evidence)
    if meaning.contrast or _partly_then_turned(meaning):
        return _partly(roles, yes, roles.no)
    turned = any(said.turns for said in meaning.rest[1:])
    if first.has("only") and first.turns and roles.some and any(said.denies for said in meaning.rest[1:]):
        return sure(roles.some)
    if meaning.any("not_yet"):
        return sure(roles.no) if roles.no else ambiguous(index.values)
    if (
        clear(evidence)
        and evidence[0].score >= SURE_PHRASE
        and not (turned and evidence[0].value == yes and roles.some)
    ):
        return sure(evidence[0].value)
    if not turned and not meaning.any("some", "only", "rarely") and (leaning := index.leans(clauses_of(meaning))):
        return sure(leaning)
    if by_clause := _by_clause(index, roles, meaning, yes):
        return by_clause
    limiting = [said for said in meaning.rest if said.has("some", "only") and (said is first or said.turns)]
    if limiting:
        return (
            perhaps(roles.some, yes, roles.no)
            if all(_weak(index, said) for said in limiting)
            else _partly(roles, yes, roles.no)
        )
    return perhaps(roles.no, roles.some) if first.has("rarely") else _offer(evidence, 0.3)


def _offer(evidence: Sequence[Evidence], least: float) -> Understood:
    likely = [item.value for item in evidence if not item.flipped and item.score >= least]
    return perhaps(*likely) if likely else NOT_AN_ANSWER


def _by_clause(index: QuestionIndex, roles: Roles, meaning: Meaning, yes: str) -> Understood | None:
    """Each clause on its own: a later one that says the opposite makes the whole partly true."""
    senses = [_sense(index, roles, said, yes) for said in meaning.rest]
    told = list(dict.fromkeys(sense for sense in senses if sense))
    if not told:
        return None
    if len(told) == 1:
        open_turns = [
            said for said, sense in zip(meaning.rest[1:], senses[1:], strict=True) if said.turns and not sense
        ]
        if told[0] == yes and roles.some and any(said.denies or said.has("failing") for said in open_turns):
            return sure(roles.some)
        late = senses[0] is None and len(senses) > 2
        return perhaps(told[0], roles.some) if (open_turns and told[0] != roles.some) or late else sure(told[0])
    return sure(roles.some) if roles.some and set(told) <= {yes, roles.no, roles.some} else perhaps(*told)


def _sense(index: QuestionIndex, roles: Roles, said: Said, yes: str) -> str | None:
    """What one clause claims, only when every word of it is understood or a phrase of the question covers it."""
    evidence = index.evidence([said.clause])
    if clear(evidence) and evidence[0].score >= SURE_PHRASE:
        return evidence[0].value
    if not plain(index, said, index.claimed_by(yes, roles.no)) or (said.denies > 1 and not said.has("never")):
        return None
    if said.has("some", "only"):
        return roles.some
    if said.has("rarely"):
        return None
    content = index.recognise(said.clause.words)
    if said.denies and not content and not set(said.clause.words) <= lexicon.BARE_DENIAL:
        return None
    left_out = (said.clause.words[-1] == "niet" and is_part(said)) or patterns.LEFT_OUT.match(said.clause.text)
    if said.denies and roles.some and left_out and content:
        return None
    if said.has("never") and not (content and roles.all_of_several):
        return roles.no
    half_asked = roles.all_of_several or (roles.one_of_several and said.denies)
    if half_asked and content:
        return None
    if said.denies:
        return roles.no
    words = set(said.clause.words)
    asserts = len(words) > 1 and bool(words & lexicon.ASSERTING) and bool(words & lexicon.POINTING)
    always = said.has("always") and (bool(content) or not words & lexicon.SOFT)
    return yes if said.affirms or always or asserts else None


def _may_be_whole(said: Said) -> bool:
    """ "ja, regelmatig", "op slot wel, ja": the whole or only a part."""
    return bool(patterns.OFTEN_ENOUGH.match(said.clause.text)) or (said.clause.words[-1] == "wel" and is_part(said))


def _weak(index: QuestionIndex, said: Said) -> bool:
    """The limit may belong to something else than what was asked: "ik ga meestal met de trein"."""
    rest = patterns.WEAKLY_PARTLY.sub(" ", said.clause.text)
    if patterns.WEAKLY_PARTLY.match(said.clause.text) or patterns.SOME.search(rest) or patterns.ONLY.search(rest):
        return False
    return not plain(index, said)


def _partly_then_turned(meaning: Meaning) -> bool:
    """ "De deur wel, maar het raam staat op een kier"."""
    if len(meaning.rest) > 1 and meaning.rest[0].clause.words[-1] == "wel" and is_part(meaning.rest[0]):
        return True
    affirmed = [
        at for at, said in enumerate(meaning.rest) if said.affirms and len(said.clause.words) > 1 and not said.denies
    ]
    return bool(affirmed) and any(said.turns and not said.has("not_yet") for said in meaning.rest[affirmed[0] + 1 :])


def _in_doubt(index: QuestionIndex, roles: Roles, meaning: Meaning, evidence: Sequence[Evidence]) -> Understood:
    """Not knowing, not having looked, not having thought of it: the last is a no where it is about what people do."""
    if clear(evidence) and evidence[0].score >= SURE_PHRASE:
        return sure(evidence[0].value)
    later_doubt = any(said.turns and said.has("unsure") for said in meaning.rest[1:])
    affirmed = [said for said in meaning.rest if said.affirms and not said.has("unsure")]
    if roles.some and any(index.recognise(said.clause.words) for said in affirmed):
        return sure(roles.some)
    if later_doubt or affirmed:
        return perhaps(roles.some, roles.unsure)
    if meaning.any("unsure", "likely"):
        vague = [word for said in meaning.rest if said.has("likely") for word in said.clause.words]
        more_said = index.recognise([word for word in vague if word not in ("misschien", "weet", "idee", "mogelijk")])
        return perhaps(roles.unsure, roles.some) if more_said else unsure_choice(roles, index)
    if meaning.any("unthought") and roles.habit and roles.no:
        return sure(roles.no)
    as_far_as_known = any(
        "niet dat ik" in said.clause.text or "voor zover" in said.clause.text for said in meaning.rest
    )
    if as_far_as_known and roles.habit and roles.unsure:
        return perhaps(roles.unsure, roles.no)
    value = roles.unsure or roles.no
    return sure(value) if value else ambiguous(index.values)
