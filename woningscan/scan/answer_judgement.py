"""From what a text says to a choice, for questions with yes and no, with always and never, and with choices of another kind.

A choice is certain only when no second reading is real; everything else is offered back.
"""

from __future__ import annotations

from typing import Sequence

from woningscan.scan import answer_lexicon as lexicon
from woningscan.scan.answer_meaning import Meaning, Said, meaning_of
from woningscan.scan.answer_phrases import Evidence, QuestionIndex
from woningscan.scan.answer_result import NOT_AN_ANSWER, Understood, ambiguous, perhaps, sure
from woningscan.scan.answer_roles import Roles
from woningscan.scan.answer_safety import judge_triage
from woningscan.scan.answer_text import Reading

_SURE_PHRASE = 0.72
"""From this score on a phrase of the question decides by itself."""
_ENOUGH = 0.55
"""Enough when the choices are things (a function, a kind of house) and only one is named."""
_MARGIN = 0.12


def judge(section: str, index: QuestionIndex, roles: Roles, reading: Reading) -> Understood:
    meaning = meaning_of(reading)
    if section == "triage":
        return judge_triage(index, roles, meaning)
    if roles.frequency:
        return _frequency(index, roles, meaning)
    if roles.polar:
        return _polar(section, index, roles, meaning, reading)
    return _things(section, index, roles, meaning, reading)


def _polar(section: str, index: QuestionIndex, roles: Roles, meaning: Meaning, reading: Reading) -> Understood:
    yes = roles.yes[0]
    if meaning.both_ways:
        return sure(roles.some) if roles.some and "ja en nee" in reading.plain else _one_of(yes, roles.some, roles.no)
    if roles.no_means_yes:
        if not meaning.rest and meaning.lead == "ja" and meaning.lead_words & lexicon.AGREES:
            return sure(yes)
        return _denial_asked(index, roles, meaning)
    if meaning.lead == "ja":
        return _after_yes(index, roles, meaning, yes)
    if meaning.lead == "nee":
        return _after_no(index, roles, meaning, yes)
    found = _without_lead(section, index, roles, meaning, yes)
    if found.certain and found.value == roles.unsure and not _doubts(meaning):
        return perhaps(found.value)
    return found


def _one_of(*values: str | None) -> Understood:
    return ambiguous(value for value in values if value)


def _after_yes(index: QuestionIndex, roles: Roles, meaning: Meaning, yes: str) -> Understood:
    best = _best(index, meaning.rest)
    if best and not best.flipped and best.value == roles.no and best.score >= _SURE_PHRASE:
        return perhaps(yes, roles.no, roles.some)
    if meaning.any("not_yet"):
        return perhaps(roles.no, yes)
    turned = [said for said in meaning.rest if said.turns]
    partly = meaning.contrast or any(said.opens_partly for said in meaning.rest) or any(said.has("only") and said.turns for said in meaning.rest)
    partly = partly or any(said.denies or said.has("failing", "unsure", "some", "rarely") for said in turned)
    partly = partly or bool(best and best.value == roles.some and not best.flipped and best.score >= _SURE_PHRASE)
    if partly:
        return sure(roles.some) if roles.some else perhaps(yes, roles.no)
    if meaning.any("unsure"):
        return perhaps(yes, roles.unsure)
    if turned and roles.some:
        return perhaps(yes, roles.some)
    return sure(yes)


def _after_no(index: QuestionIndex, roles: Roles, meaning: Meaning, yes: str) -> Understood:
    no = roles.no or yes
    best = _best(index, meaning.rest)
    if any(said.affirms and said.turns and not said.has("not_yet") for said in meaning.rest) or meaning.contrast:
        return sure(roles.some) if roles.some and not meaning.any("not_yet") else perhaps(no, roles.some, yes)
    if any(said.opens_partly for said in meaning.rest):
        return sure(roles.some) if roles.some else perhaps(no, yes)
    if any(said.has("only") and said.turns for said in meaning.rest) and roles.some:
        return perhaps(roles.some, no)
    if meaning.any("unsure") and roles.unsure and not roles.asks_knowledge:
        return perhaps(no, roles.unsure)
    if best and not best.flipped and best.value != no and best.value != roles.unsure and best.score >= _SURE_PHRASE:
        return perhaps(no, best.value)
    return sure(no)


def _without_lead(section: str, index: QuestionIndex, roles: Roles, meaning: Meaning, yes: str) -> Understood:
    evidence = index.evidence([said.clause for said in meaning.rest])
    first = meaning.rest[0]
    if len(meaning.rest) == 1 and len(first.clause.words) == 1 and not first.denies:
        if first.clause.words[0] in lexicon.WHOLLY:
            return sure(yes)
        if not first.marks and section != "profile":
            return perhaps(*(item.value for item in evidence if not item.flipped)) if evidence else NOT_AN_ANSWER
    if evidence and _clear(evidence) and evidence[0].score >= 0.9:
        return sure(evidence[0].value)
    if _doubts(meaning):
        return _in_doubt(index, roles, meaning, evidence)
    if meaning.contrast or _partly_then_turned(meaning):
        return sure(roles.some) if roles.some else _one_of(yes, roles.no)
    turned = any(said.turns for said in meaning.rest[1:])
    if first.has("only") and first.turns and roles.some and len(meaning.rest) > 1 and any(said.denies for said in meaning.rest[1:]):
        return sure(roles.some)
    if meaning.any("not_yet"):
        return sure(roles.no) if roles.no else ambiguous(index.values)
    if _clear(evidence) and evidence[0].score >= _SURE_PHRASE and not (turned and evidence[0].value == yes and roles.some):
        return sure(evidence[0].value)
    if not turned and (leaning := index.leans([said.clause for said in meaning.rest])) and not meaning.any("some", "only", "rarely"):
        return sure(leaning)
    by_clause = _by_clause(index, roles, meaning, yes)
    if by_clause:
        return by_clause
    if first.has("some", "only") or any(said.has("some", "only") and said.turns for said in meaning.rest):
        return sure(roles.some) if roles.some else _one_of(yes, roles.no)
    if first.has("rarely"):
        return perhaps(roles.no, roles.some)
    likely = [item.value for item in evidence if not item.flipped and item.score >= 0.3]
    return perhaps(*likely) if likely else NOT_AN_ANSWER


def _by_clause(index: QuestionIndex, roles: Roles, meaning: Meaning, yes: str) -> Understood | None:
    """Each clause on its own: a later one that says the opposite makes the whole partly true."""
    senses = [sense for said in meaning.rest if (sense := _sense(index, roles, said, yes))]
    if not senses:
        return None
    if len(set(senses)) == 1:
        hanging = senses[0] != roles.some and [said for said in meaning.rest[1:] if said.turns and _sense(index, roles, said, yes) is None]
        return perhaps(senses[0], roles.some) if hanging or _sense(index, roles, meaning.rest[0], yes) is None and len(meaning.rest) > 2 else sure(senses[0])
    if roles.some and set(senses) <= {yes, roles.no, roles.some}:
        return sure(roles.some)
    return perhaps(*senses)


def _sense(index: QuestionIndex, roles: Roles, said: Said, yes: str) -> str | None:
    """What one clause claims, only when every word of it is understood or a phrase of the question covers it."""
    evidence = index.evidence([said.clause])
    if _clear(evidence) and evidence[0].score >= _SURE_PHRASE and (len(evidence) == 1 or not evidence[0].flipped):
        return evidence[0].value
    if not _plain(index, said, index.claimed_by(yes, roles.no)) or said.denies > 1 and not said.has("never"):
        return None
    half = bool(index.recognise(said.clause.words)) and (roles.all_of_several or (roles.one_of_several and said.denies))
    if said.has("some", "only"):
        return roles.some
    if said.has("rarely"):
        return None
    if half:
        return None
    if said.denies:
        return roles.no
    if said.affirms or said.has("always") or any(word in lexicon.ASSERTING for word in said.clause.words) and len(said.clause.words) > 1:
        return yes
    return None


def _denial_asked(index: QuestionIndex, roles: Roles, meaning: Meaning) -> Understood:
    """ "Deelt u nooit …?": "nooit" agrees, "wel eens" does not, and a bare yes or no could be either."""
    if meaning.any("unsure", "unlooked"):
        return _unsure(roles, index)
    if meaning.lead is None and any(said.affirms for said in meaning.rest) and not any(said.denies for said in meaning.rest) and roles.some:
        return sure(roles.some)
    best = _best(index, meaning.rest)
    if best and not best.flipped and best.score >= _SURE_PHRASE:
        return sure(best.value)
    if meaning.any("never") and not meaning.any("some"):
        return sure(roles.yes[0])
    if meaning.any("some") and roles.some and meaning.lead != "nee":
        return sure(roles.some) if not any(said.denies for said in meaning.rest) else perhaps(roles.some, roles.yes[0])
    return ambiguous(index.values)


def _frequency(index: QuestionIndex, roles: Roles, meaning: Meaning) -> Understood:
    never, some, always = roles.no, roles.some, roles.always
    if meaning.both_ways:
        return _one_of(some, always, never)
    evidence = index.evidence([said.clause for said in meaning.rest])
    if _clear(evidence) and evidence[0].score >= _SURE_PHRASE and not (meaning.lead and (meaning.lead == "nee") != (evidence[0].value == never)):
        return sure(evidence[0].value)
    if meaning.any("unsure", "unlooked"):
        return _unsure(roles, index)
    if meaning.lead == "nee":
        if meaning.any("some", "only", "rarely") or meaning.contrast or any(said.turns and said.affirms for said in meaning.rest):
            return perhaps(some, never)
        opposite = evidence and not evidence[0].flipped and evidence[0].value != never and evidence[0].score >= _SURE_PHRASE
        return perhaps(never, evidence[0].value) if opposite else sure(never or "")
    if meaning.rest and lexicon.CONDITION.match(meaning.rest[0].clause.text):
        return sure(some or "")
    plain = [said for said in meaning.rest if _plain(index, said)]
    if meaning.contrast or (plain and plain[0] is meaning.rest[0] and plain[0].has("only")):
        return sure(some or "")
    for said in plain[:1]:
        often = said.has("often") and "vaak" in index.values
        if said.has("never") and said.denies <= 1:
            return sure(never or "")
        if said.has("rarely"):
            return perhaps(never, some)
        if (said.has("always") and not said.denies) or often:
            return sure(always or "")
        if said.has("often"):
            return perhaps(always, some)
        if said.has("some"):
            return perhaps(some, always) if "meestal" in said.clause.words else sure(some or "")
        if said.denies == 1 and said is meaning.rest[0]:
            return sure(never or "")
    if meaning.lead == "ja" or plain:
        return _one_of(always, some)
    likely = [item.value for item in evidence if not item.flipped and item.score >= 0.3]
    return perhaps(*likely) if likely else NOT_AN_ANSWER


def _things(section: str, index: QuestionIndex, roles: Roles, meaning: Meaning, reading: Reading) -> Understood:
    if not meaning.rest:
        return ambiguous(index.values)
    evidence = index.evidence([said.clause for said in meaning.rest])
    if meaning.any("unsure") and not (evidence and evidence[0].score >= 0.9):
        return _unsure(roles, index)
    label = index.named([said.clause for said in meaning.rest]) or index.leans([said.clause for said in meaning.rest])
    named = [item for item in evidence if not item.flipped]
    if label and not (section == "intake" and lexicon.NOT_MYSELF.search(reading.plain)) and not any(item.score >= _SURE_PHRASE and item.value != label for item in named):
        return sure(label)
    if shared := index.shared([said.clause for said in meaning.rest]):
        return ambiguous(shared)
    if named and named[0].score >= _ENOUGH and _clear(named):
        someone_else = section == "intake" and lexicon.NOT_MYSELF.search(reading.plain) and named[0].score < 0.95
        return perhaps(named[0].value) if someone_else else sure(named[0].value)
    if "geen" in index.values and meaning.lead is None and reading.plain in index.denials:
        return sure("geen")
    if "geen" in index.values and all(_plain(index, said) for said in meaning.rest) and meaning.rest[0].denies == 1:
        return sure("geen")
    likely = [item.value for item in named if item.score >= 0.25]
    return perhaps(*likely) if likely else NOT_AN_ANSWER


def _unsure(roles: Roles, index: QuestionIndex) -> Understood:
    if roles.unsure:
        return sure(roles.unsure)
    return sure(roles.no) if roles.asks_knowledge and roles.no else ambiguous(index.values)


def _partly_then_turned(meaning: Meaning) -> bool:
    """ "De deur wel, maar het raam staat op een kier"."""
    affirmed = [at for at, said in enumerate(meaning.rest) if said.affirms and len(said.clause.words) > 1 and not said.denies]
    return bool(affirmed) and any(said.turns and not said.has("not_yet") for said in meaning.rest[affirmed[0] + 1 :])


def _in_doubt(index: QuestionIndex, roles: Roles, meaning: Meaning, evidence: Sequence[Evidence]) -> Understood:
    """Not knowing, not having looked, not having thought of it: the last is a no where it is about what people do."""
    if _clear(evidence) and evidence[0].score >= _SURE_PHRASE:
        return sure(evidence[0].value)
    if any(said.affirms or (said.turns and said.has("unsure")) for said in meaning.rest if not said.has("unsure") or said is not meaning.rest[0]):
        return perhaps(roles.some, roles.unsure)
    if meaning.any("unsure", "likely"):
        vague = [said for said in meaning.rest if said.has("likely")]
        if vague and index.recognise([word for said in vague for word in said.clause.words if word not in ("misschien", "weet", "idee")]):
            return perhaps(roles.unsure, roles.some)
        return _unsure(roles, index)
    if meaning.any("unthought") and roles.habit and roles.no:
        return sure(roles.no)
    if any("niet dat ik" in said.clause.text or "voor zover" in said.clause.text for said in meaning.rest) and roles.habit and roles.unsure:
        return perhaps(roles.unsure, roles.no)
    return sure(roles.unsure or roles.no) if roles.unsure or roles.no else ambiguous(index.values)


def _plain(index: QuestionIndex, said: Said, allowed: frozenset[str] | None = None) -> bool:
    """Every content word is one the question knows; `allowed` narrows which."""
    known = index.recognise(said.clause.words).values()
    return all(one is not None and (allowed is None or one in allowed) for one in known)


def _best(index: QuestionIndex, rest: Sequence[Said]) -> Evidence | None:
    found = [item for said in rest for item in index.evidence([said.clause])[:1]]
    return max(found, key=lambda item: item.score, default=None)


def _clear(evidence: Sequence[Evidence]) -> bool:
    """The first is not flipped and no other choice comes near."""
    if not evidence or evidence[0].flipped:
        return False
    others = [item.score for item in evidence if item.value != evidence[0].value and not item.flipped]
    return not others or evidence[0].score - others[0] >= _MARGIN
