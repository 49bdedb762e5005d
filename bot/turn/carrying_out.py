"""A decision of the gate carried out: through the engine, or through the core alone when the engine is away."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from bot.metrics.instruments import ENGINE_AWAY, Away, Stage, timed
from bot.rasa.answer import BadAnswer, EngineUnavailable
from bot.rasa.client import EngineClient
from bot.turn.agreement import agreed
from bot.turn.result import Result, State, with_memory
from woningscan.content.model import Content
from woningscan.conversation.choices import ANSWER, FIELD, intent_for
from woningscan.conversation.last_resort import not_handled, unavailable
from woningscan.conversation.memory import Memory, asking_in, memory_in, state_with
from woningscan.conversation.reply import Reply
from woningscan.conversation.step import Decision
from woningscan.conversation.typed.decide import NOT_UNDERSTOOD
from woningscan.conversation.use_cases import turn as turn_of_the_core
from woningscan.reading.incoming import Message
from woningscan.safety.speaking import with_hint
from woningscan.scan.speaking import with_note

log = logging.getLogger("bot.turn")


async def carry_out(content: Content, engine: EngineClient, decision: Decision, memory: Memory, state: State) -> Result:
    """Keep what the gate decided and, where it says so, run the turn; `memory` is what `state` held before it."""
    step = decision.step
    if step.then is not None:
        answers = (decision.choice or "").partition(":")[0] in (ANSWER, FIELD)  # the form that asked has to be open
        state = state_with(state, step.memory, step.then if answers else "")
    elif step.memory != memory:
        state = with_memory(state, step.memory)
    if decision.text is None and decision.choice is None:
        result = Result(state, effects=list(step.effects))
    else:
        result = await _turn(content, engine, decision, memory, state)
    return (
        replace(result, replies=_with_what_was_read(content, decision, result.replies)) if result.complete else result
    )


async def through_engine(content: Content, engine: EngineClient, decision: Decision, state: State) -> Result:
    """The engine's turn on a decision's message. Raises EngineUnavailable; BadAnswer for one that is not believed."""
    try:
        with timed(Stage.ENGINE):
            said = await engine.turn(state, text=decision.text, choice=decision.choice, reading=_as_read(decision))
    except EngineUnavailable as error:
        ENGINE_AWAY.labels(Away.REFUSED if isinstance(error, BadAnswer) else Away.AWAY).inc()
        raise
    try:
        return agreed(content, state, _message(decision, asking_in(state)), said)
    except BadAnswer:
        ENGINE_AWAY.labels(Away.REFUSED).inc()
        engine.distrust()
        raise


async def _turn(content: Content, engine: EngineClient, decision: Decision, memory: Memory, state: State) -> Result:
    try:
        result = await through_engine(content, engine, decision, state)
    except EngineUnavailable as error:
        log.warning("engine away: %s", error)
        away = _without_engine(content, decision, memory, state)
        return replace(away, refused=isinstance(error, BadAnswer))
    return replace(result, effects=[*decision.step.effects, *result.effects])


def _without_engine(content: Content, decision: Decision, memory: Memory, state: State) -> Result:
    """The same turn through the core alone; the numbers to call where that fails too."""
    step = decision.step
    try:
        message = _message(decision, asking_in(state))
        understood = replace(message, intent=message.intent or NOT_UNDERSTOOD)
        taken = turn_of_the_core(content, memory_in(state), understood)
    except Exception as problem:
        log.error("turn without the engine: %s", type(problem).__name__)
        handled = bool(step.effects) or step.then is not None or step.memory != memory
        away = unavailable(content) if handled else not_handled(content, memory)
        return Result(state, [away], list(step.effects), complete=False)
    after = state_with(state, taken.memory, taken.then or "")
    return Result(after, list(taken.replies), [*step.effects, *taken.effects])


def _with_what_was_read(content: Content, decision: Decision, replies: list[Reply]) -> list[Reply]:
    """The replies, saying back what a sentence was taken for, and beginning with the number where a doubt was left."""
    if decision.noted is not None:
        replies = list(with_note(content, *decision.noted, replies))
    return list(with_hint(content, replies, decision.hint)) if decision.hint else replies


def _message(decision: Decision, asking: str | None) -> Message:
    """A decision's message as the engine hears it; without an intent where the engine has to say what is meant."""
    if decision.choice is not None:
        return Message(intent=intent_for(decision.choice), confidence=1.0, choice=decision.choice, asking=asking)
    return Message(
        text=decision.text or "",
        intent=decision.intent,
        confidence=decision.chance,
        asking=asking,
        candidates=decision.candidates,
        topic=decision.topic,
    )


def _as_read(decision: Decision) -> dict[str, Any]:
    """What the engine hears of how a text was read."""
    candidates = list(decision.candidates)
    return {"intent": decision.intent, "chance": decision.chance, "topic": decision.topic, "candidates": candidates}
