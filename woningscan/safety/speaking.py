"""The safety routes in words, and what can be done under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from woningscan.content.model import Content, Route
from woningscan.content.references import REPORTING
from woningscan.conversation.choices import THREAT_CHECK, WHOM_TO_TELL, answer_choices, command, commands, named_by
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply, items, notice, text
from woningscan.reading.threat import Level
from woningscan.safety import distress
from woningscan.safety.triage import stops_the_scan

MELDPUNT = f"{{{REPORTING}}}"
FUNCTION = "functie"
"""The question, and the field of a request, that tells what function somebody has."""
AT_HOME = "huiselijk"
"""The kind of danger that reads along."""
INSIDE = "binnengedrongen"
"""Somebody in the house; where that is somebody who lives there, the steps for a stranger do not fit."""
KNOWN_TO_POLICE = "concreet_bekend"
"""The route of a threat that the police know of."""
Kinds = tuple[str, ...]


def route_replies(
    content: Content, route_id: str, choices: tuple[Choice, ...], memory: Memory, kinds: Kinds = ()
) -> tuple[Reply, ...]:
    """The route in words. At `acuut` the first message is 112 and nothing else; what to do follows in a second.

    `kinds` are the kinds of danger that it may be: the steps for them come first, each with its condition.
    """
    if route_id == "acuut" and memory.child:
        route = for_whom(content, content.routes["acuut_kind"], kinds=kinds)
        first = Reply("threat.route.acuut", (notice(content.routes["acuut"].lead, "emergency"),))
        return (first, Reply("threat.route.acuut.kind", (notice(route.lead, "emergency"), *_rest(route)), choices))
    route = for_whom(content, content.routes[route_id], function_of(memory), kinds)
    tone = "emergency" if stops_the_scan(content, route_id) else "info"
    lead = notice(route.lead, tone)
    rest = _rest(route)
    if AT_HOME in kinds[:1] and not memory.overheard:  # the button is on our own pages
        rest = (*rest, text(content.messages["threat.quick_exit"]))
    if route_id == "acuut":
        return (Reply("threat.route.acuut", (lead,)), Reply("threat.route.acuut.steps", rest, choices))
    return (Reply(f"threat.route.{route_id}", (lead, *rest), choices),)


def for_whom(content: Content, route: Route, function: str = "", kinds: Kinds = ()) -> Route:
    """The route for these kinds of danger, and whom to tell by the function of who reads it."""
    told_to = content.reporting.get(function) or content.reporting.get("other", "")
    filled = tuple(step.replace(MELDPUNT, told_to) for step in _fitting(route, kinds))
    return replace(route, lead=route.lead.replace(MELDPUNT, told_to), steps=filled)


def _fitting(route: Route, kinds: Kinds) -> tuple[str, ...]:
    """The steps for these kinds first, then those for any; without a kind all of them.

    At 112 the steps for other kinds are left out: people do the first thing they read, and out is wrong with somebody
    outside as inside is at a fire. At other levels there is time to read on.
    """
    first = tuple(dict.fromkeys(step for kind in kinds for step in route.kinds.get(kind, ())))
    if not first:
        return route.steps
    of_a_kind = frozenset(step for steps in route.kinds.values() for step in steps)
    acute = route.level == Level.ACUUT
    others = (step for step in route.steps if step not in first and not (acute and step in of_a_kind))
    return (*first, *others)


def known_kinds(memory: Memory, kinds: Kinds) -> Kinds:
    """The kinds of now and those read before; who is in danger at home is so whatever is told next."""
    known = dict.fromkeys((*kinds, *memory.kinds))
    if AT_HOME not in memory.kinds[:1]:
        return tuple(known)
    return (AT_HOME, *(kind for kind in known if kind not in (AT_HOME, INSIDE)))


def function_of(memory: Memory) -> str:
    """The function as told in the scan or in a request, "" while it is not known."""
    told = [memory.answers, *(draft.fields for draft in (memory.draft, memory.shelved) if draft is not None)]
    return next((fields[FUNCTION] for fields in told if fields.get(FUNCTION)), "")


def functions(content: Content) -> tuple[Choice, ...]:
    """The functions of which it is known whom they tell."""
    choices = answer_choices(content.questions[FUNCTION])
    return tuple(choice for choice in choices if named_by(choice.id)[1] in content.reporting)


def whom_to_tell(content: Content, route_id: str, function: str = "") -> tuple[str, ...]:
    """What a route says about whom to tell within the own organisation, for this function."""
    route = content.routes[route_id]
    filled = for_whom(content, route, function)
    return tuple(said for step, said in zip(route.steps, filled.steps, strict=True) if MELDPUNT in step)


def first_step(content: Content, kinds: Kinds, route_id: str = "acuut") -> str | None:
    """What to do now, or not, at the likeliest of these kinds of danger."""
    by_kind = content.routes[route_id].kinds
    return next((by_kind[kind][0] for kind in kinds if kind in by_kind), None)


def alarm_line(content: Content, memory: Memory) -> dict[str, Any]:
    """The numbers in one line: 112 alone at `acuut`, with the contact at the police where they know of it; for who told
    that help was called or that it is over, what is left to do."""
    messages = content.messages
    said = messages[f"threat.news.{memory.news}"] if memory.news else messages["threat.numbers"]
    if memory.route == KNOWN_TO_POLICE or (memory.route == "acuut" and not memory.news):
        said = content.routes[memory.route].lead
    return notice(said, "emergency")


def with_hint(content: Content, replies: Sequence[Reply], key: str) -> tuple[Reply, ...]:
    """The usual answer with the number to call above it, in the line of that key."""
    if not replies:
        return ()
    first, *others = replies
    line = notice(content.messages[key], "info")
    return (replace(first, parts=(line, *first.parts)), *others)


def choices_after(content: Content, route_id: str, memory: Memory) -> tuple[Choice, ...]:
    """What can be done under a route. Whom to tell can be asked where that depends on a function not known yet."""
    if route_id in distress.ROUTES:
        return commands(content, ("talk_to_human",))
    known = Choice(f"{THREAT_CHECK}:politie", content.labels[f"{THREAT_CHECK}:politie"])
    now = Choice(f"{THREAT_CHECK}:nu", content.labels[f"{THREAT_CHECK}:nu"])
    before = {"concreet": (now, known), "concreet_bekend": (now,)}.get(route_id, ())
    unknown = not (function_of(memory) or memory.overheard) and whom_to_tell(content, route_id)
    whom = commands(content, (WHOM_TO_TELL,) if unknown else ())
    return (*before, *whom, command(content, "talk_to_human"), command(content, "restart"))


def before_request(content: Content, route: Route) -> Reply:
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
