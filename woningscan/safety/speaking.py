"""The safety routes in words, and what can be done under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from woningscan.content.model import Content, Route
from woningscan.content.references import REPORTING
from woningscan.conversation.choices import THREAT_CHECK, command, commands
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply, items, notice, text
from woningscan.safety import distress
from woningscan.safety.triage import stops_the_scan

MELDPUNT = f"{{{REPORTING}}}"


def route_replies(
    content: Content, route_id: str, choices: tuple[Choice, ...], memory: Memory, kind: str | None = None
) -> tuple[Reply, ...]:
    """The route in words. At `acuut` the first message is 112 and nothing else; what to do follows in a second.

    `kind` is what kind of danger was read: the step for it comes first. The others stay, each with its condition,
    because the kind may be read wrong.
    """
    if route_id == "acuut" and memory.child:
        route = content.routes["acuut_kind"]
        first = Reply("threat.route.acuut", (notice(content.routes["acuut"].lead, "emergency"),))
        return (first, Reply("threat.route.acuut.kind", (notice(route.lead, "emergency"), *_rest(route)), choices))
    route = for_whom(content, content.routes[route_id], memory.answers.get("functie", ""), kind)
    tone = "emergency" if stops_the_scan(content, route_id) else "info"
    lead = notice(route.lead, tone)
    rest = _rest(route)
    if route_id == "acuut":
        return (Reply("threat.route.acuut", (lead,)), Reply("threat.route.acuut.steps", rest, choices))
    return (Reply(f"threat.route.{route_id}", (lead, *rest), choices),)


def for_whom(content: Content, route: Route, function: str = "", kind: str | None = None) -> Route:
    """The route with the step for this kind of danger first, and whom to tell by the function of who reads it."""
    told_to = content.reporting.get(function) or content.reporting.get("other", "")
    first = route.kinds.get(kind or "")
    steps = route.steps if first is None else (first, *(step for step in route.steps if step != first))
    filled = tuple(step.replace(MELDPUNT, told_to) for step in steps)
    return replace(route, lead=route.lead.replace(MELDPUNT, told_to), steps=filled)


def with_hint(content: Content, replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """The usual answer with the number to call above it, in one line."""
    if not replies:
        return ()
    first, *others = replies
    line = notice(content.messages["threat.hint"], "info")
    return (replace(first, parts=(line, *first.parts)), *others)


def choices_after(content: Content, route_id: str) -> tuple[Choice, ...]:
    """What can be done under a route."""
    if route_id in distress.ROUTES:
        return commands(content, ("talk_to_human",))
    known = Choice(f"{THREAT_CHECK}:politie", content.labels[f"{THREAT_CHECK}:politie"])
    now = Choice(f"{THREAT_CHECK}:nu", content.labels[f"{THREAT_CHECK}:nu"])
    before = {"concreet": (now, known), "concreet_bekend": (now,)}.get(route_id, ())
    return (*before, command(content, "talk_to_human"), command(content, "restart"))


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
