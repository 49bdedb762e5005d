"""The plan in the chat: what can be done today, per theme what else matters most, what was skipped, what comes next."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from woningscan.content.model import Content
from woningscan.conversation.choices import CHANGE, TICK_OFF, command
from woningscan.conversation.reply import Reply, items, text
from woningscan.plan.build import ACTIONS_PER_THEME, Plan, PlanItem, ThemePlan, build_plan
from woningscan.scan.questionnaire import LENGTH_QUESTION

ACTIONS_TODAY = 5
"""What somebody can do in a day, and what fits in one message."""


def plan_replies(content: Content, answers: Mapping[str, str], ticked: Collection[str] = ()) -> tuple[Reply, ...]:
    """The whole plan as messages, ending with what can be done now. What was ticked off is counted, not told again."""
    plan = build_plan(content, answers, ticked)
    today = plan.quick_wins[:ACTIONS_TODAY]
    return (
        Reply("plan.intro", (text(content.messages["plan.intro" if plan.items else "plan.intro.nothing_to_do"]),)),
        *_today(content, today),
        *(reply for theme in plan.themes for reply in _theme(content, theme, today)),
        *_ticked(content, plan),
        *_skipped(content, plan),
        Reply(f"plan.measures.{plan.role}", (text(content.messages[f"plan.measures.{plan.role}"]),)),
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


def _today(content: Content, today: tuple[PlanItem, ...]) -> tuple[Reply, ...]:
    if not today:
        return ()
    lines = [_told(content, item) for item in today]
    return (Reply("plan.quick_wins", (text(content.messages["plan.quick_wins"]), items(lines, ordered=True))),)


def _theme(content: Content, theme: ThemePlan, today: tuple[PlanItem, ...]) -> tuple[Reply, ...]:
    """The theme's first actions that were not told yet; nothing where all of them were."""
    left = [item for item in theme.items if item not in today and not item.ticked]
    if not left:
        return ()
    parts = [text(content.messages["plan.theme"].format(theme=theme.title))]
    parts.append(items([_told(content, item) for item in left[:ACTIONS_PER_THEME]], ordered=True))
    further = len(left) - ACTIONS_PER_THEME
    if further > 0:
        key = "plan.further.one" if further == 1 else "plan.further"
        parts.append(text(content.messages[key].format(number=further)))
    return (Reply(f"plan.theme.{theme.id}", tuple(parts)),)


def _told(content: Content, item: PlanItem) -> str:
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
    parts = (text(content.messages["plan.skipped"]), items([question.title for question in plan.skipped]))
    return (Reply("plan.skipped", parts),)
