"""What is said and done at a threat level. The police judge how serious it is; the assistant never does.

Rules (domain, chapter 6): at `acuut` and `concreet` the scan stops, nothing is offered but starting again and talking
to somebody; a level cannot be clicked away; a doubt is settled by one check question; nothing about the threat is asked
or kept.
"""

from __future__ import annotations

import re
from typing import Any

from woningscan.choices import ALWAYS, THREAT_CHECK, command, commands
from woningscan.content.model import Content, Route
from woningscan.replies import Choice, Reply, items, notice, text
from woningscan.scan.questionnaire import next_question
from woningscan.scan.triage import route_for, stops_the_scan
from woningscan.session import Session
from woningscan.threat import Action, Assessment
from woningscan.turns import REQUEST, SCAN, Message, Step

ASIDE = "threat"
_CHECK_ROUTES = {"nu": "acuut", "wel": "concreet", "politie": "concreet_bekend"}
CHECKS_AGAIN = 1
# A no with one of these in it is not a plain no: "nee, nu niet meer", "nee maar hij komt terug".
_STILL_UNSURE = frozenset("maar nu meer nog alleen wel straks terug weer toch denk misschien weet".split())
_SEVERITY = ("geen", "diffuus", "concreet", "acuut")


def stopped(content: Content, session: Session) -> bool:
    """Whether a safety route is in force under which no scan and no scan request is offered."""
    return stops_the_scan(content, session.route)


def asked_now(content: Content, session: Session) -> str:
    """What is to be asked when nothing else is going on: the open request, the open scan, or nothing ("")."""
    if session.wish and not stopped(content, session):
        return SCAN
    if session.draft is not None:
        return REQUEST
    if not session.started or stopped(content, session):
        return ""
    return SCAN if next_question(content, session.answers, session.revisit) is not None else ""


def on_assessment(content: Content, session: Session, assessment: Assessment) -> Step | None:
    """The answer to what the threat check found, or None when it found nothing.

    `steun` leaves what is being asked as it is (`then` is None): the message itself still has to be handled.
    """
    if assessment.action is Action.ROUTE_ACUUT:
        return take_route(content, session, "acuut")
    if assessment.action is Action.ROUTE_CONCREET:
        return take_route(content, session, "concreet_bekend" if assessment.topic == "politie_weet_het" else "concreet")
    if assessment.action is Action.CONTROLEVRAAG:
        return ask_check(content, session)
    if assessment.action is Action.STEUN:
        route_id = assessment.topic if assessment.topic in ("doxing", "zorg") else "diffuus"
        return Step(_with_route(content, session, route_id), route_replies(content, route_id, ()))
    return None


def take_route(content: Content, session: Session, route_id: str) -> Step:
    """Stop the scan, keep the answers, drop a half-filled request and show the route."""
    after = _with_route(content, session, route_id).but(
        aside=None, draft=None, wish="", revisit=None, fresh=None, misses=0
    )
    return Step(after, route_replies(content, route_id, choices_after(content, route_id)), then="")


def ask_check(content: Content, session: Session) -> Step:
    """One check question with three answers: the way out of a doubt (decision D7)."""
    choices = tuple(
        Choice(f"{THREAT_CHECK}:{key}", content.labels[f"{THREAT_CHECK}:{key}"]) for key in ("nu", "wel", "nee")
    )
    parts = (notice(content.messages["threat.check.now"], "emergency"), text(content.messages["threat.check"]))
    return Step(session.but(aside=ASIDE, misses=0), (Reply("threat.check", parts, choices),), then="")


def answer_check(content: Content, session: Session, message: Message) -> Step:
    """The answer to the check question. A plain typed yes counts as a threat; what is unclear is asked once more.

    After that the conversation goes on, with the number to call and the button at hand: a doubt that was nothing,
    such as a name that sounds like one, must not lock anybody in.
    """
    key = _check_key(content, message)
    if key in _CHECK_ROUTES:
        return take_route(content, session, _CHECK_ROUTES[key])
    if key != "nee" and session.misses < CHECKS_AGAIN:
        again = ask_check(content, session)
        return Step(again.session.but(misses=session.misses + 1), again.replies, then="")
    after = session.but(aside=None, misses=0)
    if stopped(content, session):
        return repeat_route(content, after)
    then = asked_now(content, after)
    tools = () if then else commands(content, ("start_scan", *ALWAYS))
    reply_id = "threat.check.none" if key == "nee" else "threat.check.later"
    return Step(after, (Reply(reply_id, (text(content.messages[reply_id]),), (), tools),), then=then)


def repeat_route(content: Content, session: Session) -> Step:
    """Under a stopping route everything else leads back to it."""
    route_id = session.route or "concreet"
    first, *rest = route_replies(content, route_id, choices_after(content, route_id))
    said = Reply("threat.stays", (text(content.messages["threat.stays"]),))
    replies = (first, said, *rest) if rest else (said, first)  # at `acuut` 112 comes before any other word
    return Step(session, replies, then="")


def start_again(session: Session, content: Content) -> Session:
    """After a route: the safety questions are asked anew, the other answers stay."""
    kept = session.without_answers({question.id for question in content.triage})
    return kept.but(route=None, aside=None, draft=None, started=True)


def after_triage(content: Content, session: Session) -> Step | None:
    """What the triage answers lead to, once they lead anywhere: a stopping route, support, or the go-ahead."""
    route = route_for(content, session.answers)
    if route is None:
        return None
    if stops_the_scan(content, route.id):
        return take_route(content, session, route.id)
    # A typed answer may have led there already.
    told = () if session.route == route.id else route_replies(content, route.id, ())
    if session.wish and route.level == "geen":
        told = (_before_request(content, route),)
    return Step(_with_route(content, session, route.id), told)


def route_replies(content: Content, route_id: str, choices: tuple[Choice, ...]) -> tuple[Reply, ...]:
    """The route in words. At `acuut` the first message is 112 and nothing else; what to do follows in a second."""
    route = content.routes[route_id]
    tone = "emergency" if stops_the_scan(content, route_id) else "info"
    lead = notice(route.lead, tone)
    rest = _rest(route)
    if route_id == "acuut":
        return (Reply("threat.route.acuut", (lead,)), Reply("threat.route.acuut.steps", rest, choices))
    return (Reply(f"threat.route.{route_id}", (lead, *rest), choices),)


def choices_after(content: Content, route_id: str) -> tuple[Choice, ...]:
    known = Choice(f"{THREAT_CHECK}:politie", content.labels[f"{THREAT_CHECK}:politie"])
    now = Choice(f"{THREAT_CHECK}:nu", content.labels[f"{THREAT_CHECK}:nu"])
    before = {"concreet": (now, known), "concreet_bekend": (now,)}.get(route_id, ())
    return (*before, command(content, "talk_to_human"), command(content, "restart"))


def _with_route(content: Content, session: Session, route_id: str) -> Session:
    """A route never replaces a more severe one."""
    current = content.routes[session.route].level if session.route else "geen"
    heavier = _SEVERITY.index(content.routes[route_id].level) >= _SEVERITY.index(current)
    return session.but(route=route_id if heavier else session.route)


def _before_request(content: Content, route: Route) -> Reply:
    """The same where a request follows: its own words about going on with the scan are left out."""
    numbers = (notice(route.lead, "info"), items(route.steps, ordered=True)) if route.steps else ()
    return Reply(f"threat.route.{route.id}", (*numbers, text(content.messages["booking.safety_done"])))


def _rest(route: Route) -> tuple[dict[str, Any], ...]:
    parts = []
    if route.steps:
        parts.append(items(route.steps, ordered=True))
    if route.close:
        parts.append(text(route.close))
    return tuple(parts)


def _check_key(content: Content, message: Message) -> str | None:
    if message.choice:
        kind, _, key = message.choice.partition(":")
        return key if kind == THREAT_CHECK else None
    typed = " ".join(re.findall(r"\w+", message.text.casefold()))
    if typed in content.answer_words["nee"] or (typed.startswith("nee ") and not _STILL_UNSURE & set(typed.split())):
        return "nee"
    return "wel" if typed in content.answer_words["ja"] else None
