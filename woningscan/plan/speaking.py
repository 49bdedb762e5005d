"""The plan in the chat: what to begin with and where the rest is, what was skipped, what comes next."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from woningscan.content.model import Content
from woningscan.conversation.choices import CHANGE, TICK_OFF, command
from woningscan.conversation.reply import Reply, items, text
from woningscan.plan.build import Plan, PlanItem, build_plan
from woningscan.scan.questionnaire import LENGTH_QUESTION

FIRST_ACTIONS = 3
"""What is read on a phone; the whole plan is the report."""


def plan_replies(content: Content, answers: Mapping[str, str], ticked: Collection[str] = ()) -> tuple[Reply, ...]:
    """The plan as messages, ending with what can be done now. What was ticked off is counted, not told again."""
    plan = build_plan(content, answers, ticked)
    return (
        Reply("plan.intro", (text(content.messages["plan.intro" if plan.items else "plan.intro.nothing_to_do"]),)),
        *_first(content, plan),
        *_ticked(content, plan),
        *_skipped(content, plan),
        plan_next(content, answers),
    )


def plan_next(content: Content, answers: Mapping[str, str]) -> Reply:
    """What can be done with a plan; the woningscan is offered to the functions it is meant for."""
    other = answers.get("functie") == "andere_functie"
    wanted = ["send_report", None if answers.get(LENGTH_QUESTION) == "volledig" else "full_scan", CHANGE]
    offered = [None if other else "book_scan", *wanted]
    said = content.messages["plan.next.other_function" if other else "plan.next"]
    choices = tuple(command(content, intent) for intent in offered if intent)
    something = build_plan(content, answers).items
    tools = tuple(command(content, id) for id in (*([TICK_OFF] if something else []), "talk_to_human", "report_threat"))
    return Reply("plan.next", (text(said),), choices, tools)


def _first(content: Content, plan: Plan) -> tuple[Reply, ...]:
    """What is left and comes first, and how much there is in all."""
    left = [item for items in plan.by_effort.values() for item in items if not item.ticked]
    if not left:
        return ()
    parts = [
        text(content.messages["plan.first"]),
        items([item.action for item in left[:FIRST_ACTIONS]], ordered=True),
        text(content.messages["plan.rest"].format(number=len(plan.items))),
    ]
    return (Reply("plan.first", tuple(parts)),)


def action_line(content: Content, item: PlanItem) -> str:
    """An action with all that belongs to it, on one line."""
    publishers = dict.fromkeys(str(content.sources[source]["publisher"]) for source in item.question.sources)
    return content.messages["plan.item"].format(
        action=item.action,
        why=item.question.why,
        effort=content.messages[f"plan.effort.{item.effort}"],
        whom=", ".join(content.messages[f"report.who.{party}"] for party in item.whom),
        sources=", ".join(publishers),
    )


def how_many_ticked(content: Content, plan: Plan) -> str:
    """ "Gedaan: 3 van 12" """
    return content.messages["plan.ticked"].format(number=len(plan.ticked), total=len(plan.items))


def _ticked(content: Content, plan: Plan) -> tuple[Reply, ...]:
    if not plan.ticked:
        return ()
    titles = items([item.question.title for item in plan.ticked])
    return (Reply("plan.ticked", (text(how_many_ticked(content, plan)), titles)),)


def _skipped(content: Content, plan: Plan) -> tuple[Reply, ...]:
    if not plan.skipped:
        return ()
    return (Reply("plan.skipped", (text(content.messages["plan.skipped"].format(number=len(plan.skipped))),)),)
