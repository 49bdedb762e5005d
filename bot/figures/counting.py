"""What of a turn goes into the figures: events without content, each counted once per conversation."""

from __future__ import annotations

from collections.abc import Collection

from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.plan.build import build_plan

Events = dict[str, dict[str, int]]


def events_of(content: Content, memory: Memory, counted: Collection[str] = ()) -> Events:
    """What this conversation has come to by now, without what was counted before."""
    events: Events = {}
    if memory.route and f"route.{memory.route}" not in counted:
        events[f"route.{memory.route}"] = {f"route.{memory.route}": 1}
    if memory.planned and "scan" not in counted:
        events["scan"] = {"scan": 1, **_themes(content, memory)}
    return events


def _themes(content: Content, memory: Memory) -> dict[str, int]:
    """Per theme: how many scans answered something in it, how many answers that were, how many came to "to do"."""
    counts: dict[str, int] = {}
    for theme in build_plan(content, memory.answers).themes:
        answered = sum(theme.number(outcome) for outcome in ("todo", "check", "done"))
        if answered:
            counts[f"thema.{theme.id}.scans"] = 1
            counts[f"thema.{theme.id}.antwoorden"] = answered
            counts[f"thema.{theme.id}.te_doen"] = theme.number("todo")
    return counts
