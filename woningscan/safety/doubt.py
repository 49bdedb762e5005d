"""What is left of a doubt about danger where a text plainly answers what is asked, or plainly asks for something.

The threat check reads a text by itself. "Hij springt vanzelf aan als ik thuiskom" is a lamp to who was asked about
lamps, and "komt hij ook op zolder" the adviser. How sure the reader is of the answer or the wish weighs against a
doubt, never against what a rule is sure of; the safety questions are left out, and what is passed over leaves a line
with the number. The bars are set on rows of their own (docs/begrip.md).
"""

from __future__ import annotations

import re
from dataclasses import replace

from woningscan.content.model import Content, Question
from woningscan.conversation.memory import Memory
from woningscan.reading.reading import Reading
from woningscan.reading.secrecy import keeps_it_secret
from woningscan.reading.text import clauses
from woningscan.reading.threat import NOTHING, Action, Assessment, Level
from woningscan.reading.threat.situation.of_the_house import names_somebody, of_a_thing, says_what_one_does
from woningscan.reading.threat.situation.order import AT_HOME
from woningscan.reading.threat.situation.writer import denies
from woningscan.scan.dialogue import current_question

SHORT_ANSWER, CERTAIN_ANSWER = 12, 16
"""Words up to which an answer, and one that is certain, is taken as one although the statistics ask: a danger behind it
needs more words."""
PROFILE, SAFETY = frozenset({"intake", "profile"}), "triage"
WHICH_NUMBER, SURE_OF_A_QUESTION = "q_112_of_0900", 0.9
"""The question which number to call, and the chance from which it is that and no danger."""
REPORT = "report_threat"
TAKEN_BACK = frozenset({"mod:ontkenning", "mod:veronderstelling", "mod:verleden", "mod:ver"})
"""Reasons of the threat check that say why words of danger are none."""
ABOUT_DANGER = frozenset({REPORT, "ask_bewaken_beveiligen", "ask_capabilities", "ask_costs"})
"""What somebody in danger asks as well: whom to call, what to do with a parcel, whether to pay who blackmails."""
AT_LENGTH = 8
"""Words from which an answer has room for a danger told in passing: there a route becomes no less than a question."""
LEAVING = frozenset({"pause", "stop", "goodbye", "skip"})
"""Commands of somebody who may have to go because of what stands beside them: "er wordt gebonsd, ben zo terug"."""
_GOES = re.compile(r"\b(?:weg|terug|tijd|later|morgen|straks|stop\w*|pauze\w*|verder|ophangen|door)\b")
ROUTES = frozenset({Action.ROUTE_ACUUT, Action.ROUTE_CONCREET})


def weighed(content: Content, memory: Memory, reading: Reading, danger: Assessment) -> Assessment:
    """The assessment seen what the text plainly is: as it was, one check question instead of a route, or a line."""
    question = asked(content, memory)
    open_safety = question is not None and question.section == SAFETY
    if question is not None and is_listed(question, reading.typed) and not (open_safety and danger.certain):
        return NOTHING
    leaves = _leaves(reading)
    if danger.action is Action.GEEN and leaves:
        danger = _worst_clause(reading, danger)
    if danger.action is Action.GEEN:
        return danger if memory.draft is not None else _reported(reading, danger)
    at_home = danger.kind == AT_HOME  # "als papa weer begint te slaan" says that he did
    would_do = question is not None and question.what_if and danger.topic is None and not at_home
    if would_do and says_what_one_does(reading.typed):
        return danger.as_line()
    if danger.action is Action.CONTROLEVRAAG and _asks_which_number(reading):
        return danger.as_line()  # the answer is the numbers
    if danger.certain or danger.topic is not None:
        return danger
    if danger.is_opinion and keeps_it_secret(reading.typed):
        return danger.as_line()  # the answer says who helps, and how the screen is left
    if question is not None and not open_safety and of_a_thing(reading.typed):
        return danger.as_line()
    if question is not None and _short_answer(content, question, reading, danger):
        return danger.as_line()
    routed = danger.action in ROUTES
    bars = reading.bars
    answer = _answer_chance(question, reading, routed)
    at = (bars.over_opinion if danger.is_opinion else bars.over_route) if routed else bars.over_doubt
    wish = _wish_chance(reading) if memory.aside is None and not leaves else 0.0
    told_at_length = routed and len(reading.typed.split()) > AT_LENGTH
    passed = answer >= at and not (routed and names_somebody(reading.typed)) and not told_at_length
    if passed or (wish >= bars.over_doubt and not routed):
        return danger.as_line()
    sure_of_wish = bars.over_doubt if danger.is_opinion else bars.over_route
    if routed and (answer >= bars.over_doubt or wish >= sure_of_wish):
        return replace(danger, action=Action.CONTROLEVRAAG)
    return danger


def asked(content: Content, memory: Memory) -> Question | None:
    """The question of the scan that a text may answer now."""
    waits = memory.aside is None and (memory.draft is None or memory.wish)
    return current_question(content, memory) if waits else None


def is_listed(question: Question, typed: str) -> bool:
    """Whether a text is word for word the label or a listed phrase of a choice: about doors, windows, fire or danger by
    nature, its route included. Less than that is no reason to pass over what the threat check found, so this is
    narrower than `listed_answer`."""
    folded = typed.casefold().strip(" .!")
    listed = (form for choice in question.choices for form in (choice.label, *choice.phrases))
    return any(folded == form.casefold().strip(" .!") for form in listed)


def _short_answer(content: Content, question: Question, reading: Reading, danger: Assessment) -> bool:
    """Short, understood for certain, and nothing but the statistics doubt it ("met mijn vrouw en twee kinderen")."""
    doubt = danger.action is Action.CONTROLEVRAAG and danger.is_opinion
    words = len(reading.typed.split())
    if not doubt or question.section == SAFETY or words > CERTAIN_ANSWER:
        return False
    understood = reading.answer_to(question, content.answer_words)
    return understood.value is not None and (words <= SHORT_ANSWER or not understood.said_back)


def _answer_chance(question: Question | None, reading: Reading, routed: bool) -> float:
    """How surely the text answers. A function or a home and a danger often stand in one message, so that the questions
    about those weigh nothing against a route."""
    if question is None or question.section == SAFETY or (routed and question.section in PROFILE):
        return 0.0
    return reading.answer_chance(question)


def _wish_chance(reading: Reading) -> float:
    meaning = reading.meaning
    return 0.0 if meaning is None or meaning.intent in ABOUT_DANGER else meaning.chance


def _leaves(reading: Reading) -> bool:
    """Whether a text says that its writer leaves, and something else beside it."""
    meaning = reading.meaning
    if meaning is None or meaning.intent not in LEAVING or meaning.chance < reading.bars.command:
        return False
    return len(clauses(reading.typed)) > 1


def _worst_clause(reading: Reading, danger: Assessment) -> Assessment:
    """What the threat check finds in a clause beside the one that says goodbye, where it finds nothing in the whole."""
    beside = [clause for clause in clauses(reading.typed) if not _GOES.search(clause.casefold())]
    judged = [reading.danger_in(clause) for clause in beside]
    dangers = (assessment for assessment in judged if assessment.action is not Action.STEUN)
    return max((danger, *dangers), key=lambda assessment: assessment.severity)


def _asks_which_number(reading: Reading) -> bool:
    meaning = reading.meaning
    return meaning is not None and meaning.topic == WHICH_NUMBER and meaning.chance >= SURE_OF_A_QUESTION


def _reported(reading: Reading, danger: Assessment) -> Assessment:
    """What the check sees no danger in, where the reader is sure that one is reported: asked. Words that deny it or say
    that it is no more than a thought are heard."""
    meaning = reading.meaning
    reports = meaning is not None and meaning.intent == REPORT and meaning.chance >= reading.bars.over_doubt
    if not reports or denies(reading.typed) or TAKEN_BACK.intersection(danger.reasons):
        return danger
    return replace(danger, level=Level.CONCREET, action=Action.CONTROLEVRAAG, topic=None, hint=False)
