"""From triage answers to a safety route: the first matching rule, most severe first (decision D7)."""

from __future__ import annotations

from collections.abc import Mapping

from woningscan.content.conditions import holds
from woningscan.content.model import Content, Route
from woningscan.conversation.choices import ANSWER, named_by

STOPPING_LEVELS = frozenset({"acuut", "concreet"})


def route_for(content: Content, answers: Mapping[str, str]) -> Route | None:
    """The route these answers lead to, or None while the triage is not finished."""
    for rule in content.triage_rules:
        if rule.when is None:
            break
        if holds(rule.when, answers):
            return content.routes[rule.route]
    if any(question.id not in answers for question in content.triage if holds(question.show_if, answers)):
        return None
    return content.routes[content.triage_rules[-1].route]


def danger_choices(content: Content) -> Mapping[str, str]:
    """The buttons under the safety questions that by themselves stop the scan, each with its route."""
    found = {}
    for question in content.triage:
        for choice in question.choices:
            route = _route_of(content, {question.id: choice.value})
            if route is not None and stops_the_scan(content, route):
                found[f"{ANSWER}:{question.id}={choice.value}"] = route
    return found


def as_answered(content: Content, answers: Mapping[str, str], route_id: str | None) -> Mapping[str, str]:
    """The answers with the one that leads to `route_id` by itself: who told a danger in own words was not asked it, and
    what is said to others may not be said to them."""
    for choice, route in danger_choices(content).items():
        if route == route_id:
            question, value = named_by(choice)
            return {**answers, question: value}
    return answers


def _route_of(content: Content, answers: Mapping[str, str]) -> str | None:
    rules = (rule for rule in content.triage_rules if rule.when is not None and holds(rule.when, answers))
    return next((rule.route for rule in rules), None)


def stops_the_scan(content: Content, route_id: str | None) -> bool:
    """Whether no scan and no scan request may be offered: the scan is for situations without a concrete threat."""
    return route_id is not None and content.routes[route_id].level in STOPPING_LEVELS


def nothing_wrong(content: Content) -> Mapping[str, str]:
    """The answers of somebody with whom nothing is the matter: a no to each safety question."""
    return {question.id: "nee" for question in content.triage}
