"""The plan in the chat: quick wins, per theme the three most important actions, what was skipped, what comes next."""

from __future__ import annotations

from collections.abc import Mapping

from woningscan.content.model import Content
from woningscan.conversation.choices import CHANGE, command
from woningscan.conversation.reply import Reply, items, text
from woningscan.plan.build import Plan, PlanItem, ThemePlan, build_plan
from woningscan.scan.questionnaire import LENGTH_QUESTION


def plan_replies(content: Content, answers: Mapping[str, str]) -> tuple[Reply, ...]:
    """The whole plan as messages, ending with what can be done now."""
    plan = build_plan(content, answers)
    return (
        Reply("plan.intro", (text(content.messages["plan.intro" if plan.items else "plan.intro.nothing_to_do"]),)),
        *_quick_wins(content, plan),
        *(_theme(content, theme) for theme in plan.themes if theme.items),
        *_skipped(content, plan),
        Reply(f"plan.measures.{plan.role}", (text(content.messages[f"plan.measures.{plan.role}"]),)),
        plan_next(content, answers),
    )


def plan_next(content: Content, answers: Mapping[str, str]) -> Reply:
    """What can be done with a plan; the woningscan is offered to the functions it is meant for."""
    other = answers.get("functie") == "andere_functie"
    wanted = ["send_report", "full_scan" if answers.get(LENGTH_QUESTION) == "kort" else None, CHANGE]
    offered = [None if other else "book_scan", *wanted]
    said = content.messages["plan.next.other_function" if other else "plan.next"]
    choices = tuple(command(content, intent) for intent in offered if intent)
    tools = tuple(command(content, intent) for intent in ("talk_to_human", "report_threat"))
    return Reply("plan.next", (text(said),), choices, tools)


def _quick_wins(content: Content, plan: Plan) -> tuple[Reply, ...]:
    if not plan.quick_wins:
        return ()
    parts = (text(content.messages["plan.quick_wins"]), items([item.action for item in plan.quick_wins], ordered=True))
    return (Reply("plan.quick_wins", parts),)


def _theme(content: Content, theme: ThemePlan) -> Reply:
    parts = [text(content.messages["plan.theme"].format(theme=theme.title))]
    parts.append(items([_told(content, item) for item in theme.first], ordered=True))
    if theme.further:
        parts.append(text(content.messages["plan.further"].format(number=len(theme.further))))
    return Reply(f"plan.theme.{theme.id}", tuple(parts))


def _told(content: Content, item: PlanItem) -> str:
    publishers = dict.fromkeys(str(content.sources[source]["publisher"]) for source in item.question.sources)
    return content.messages["plan.item"].format(
        action=item.action,
        why=item.question.why,
        measure=content.labels[f"measure:{item.question.measure}"],
        sources=", ".join(publishers),
    )


def _skipped(content: Content, plan: Plan) -> tuple[Reply, ...]:
    if not plan.skipped:
        return ()
    parts = (text(content.messages["plan.skipped"]), items([question.title for question in plan.skipped]))
    return (Reply("plan.skipped", parts),)
