"""Ticking off what is done: kept in the conversation alone, and erased with it."""

from __future__ import annotations

from collections.abc import Collection

from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, TICK, commands
from woningscan.conversation.memory import Memory, adopted
from woningscan.conversation.reply import Choice, Reply, text
from woningscan.conversation.step import Step
from woningscan.plan.build import Plan, PlanItem, build_plan
from woningscan.plan.speaking import how_many_ticked


def ticked_off(content: Content, memory: Memory, choice: str) -> Step:
    """The actions with what is done; a pressed action is done then, or, pressed once more, is not."""
    pressed = choice.partition(":")[2]
    after = memory
    if pressed:
        others = tuple(id for id in memory.ticked if id != pressed)
        after = memory.but(ticked=others if pressed in memory.ticked else (*others, pressed))
    plan = build_plan(content, after.answers, after.ticked)
    return Step(after.but(misses=0), (_list(content, plan),), then="")


def with_ticks(content: Content, memory: Memory, done: Collection[str], undone: Collection[str]) -> Memory | None:
    """The memory with the actions of `done` ticked off and those of `undone` no longer; None where there is no plan.

    The rest stays as it was: what was ticked off elsewhere meanwhile, and what a changed questionnaire drops, which is
    told in the chat.
    """
    listed = [item.question.id for item in build_plan(content, adopted(memory, content)[0].answers).items]
    ticked = [id for id in memory.ticked if id not in undone]
    return memory.but(ticked=(*ticked, *(id for id in listed if id in done and id not in ticked))) if listed else None


def _list(content: Content, plan: Plan) -> Reply:
    """Every action in the order in which the questions were asked: nothing moves under a finger."""
    listed = sorted(plan.items, key=lambda item: list(content.questions).index(item.question.id))
    choices = tuple(Choice(f"{TICK}:{item.question.id}", _label(content, item)) for item in listed)
    said = (text(how_many_ticked(content, plan)), text(content.messages["plan.tick"]))
    return Reply("plan.tick", said, choices, commands(content, ("resume", "send_report", *ALWAYS)))


def _label(content: Content, item: PlanItem) -> str:
    key = "plan.tick.done" if item.ticked else "plan.tick.open"
    return content.messages[key].format(title=item.question.title)
