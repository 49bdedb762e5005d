"""What of an engine's turn counts: what the core makes of the same message, and nothing else.

The app saw what was pressed or typed and has the same core, so it takes the turn as well, in a fifth of a millisecond.
An engine that says, keeps or does anything else is not believed: no request that nobody agreed to, no label on a button
that is not its own, no other number to call. What Rasa alone decides is what a text means that the app's reader left
open, and that a second scolding in a row leads to a person.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.rasa.answer import BadAnswer
from bot.rasa.client import EngineTurn
from bot.turn.result import Result, State
from woningscan.content.model import Content
from woningscan.conversation.effects import OFFER_DATA, OFFER_REPORT, OFFER_REQUEST
from woningscan.conversation.memory import STATE_SLOT, memory_in, state_with
from woningscan.conversation.step import Step
from woningscan.conversation.use_cases import BY_STORY, turn
from woningscan.reading.incoming import Message

_HARMLESS = frozenset({OFFER_DATA, OFFER_REPORT, OFFER_REQUEST})
"""A link for who asks, to what is theirs already. Anything more needs words that the app understood itself."""


def agreed(content: Content, state: State, message: Message, said: EngineTurn) -> Result:
    """The core's own turn on `message`, where `said` is that turn. Its intent is None where the engine is to say it.

    Raises BadAnswer where the engine says anything else.
    """
    read_here = message.intent is not None
    if not read_here:
        message = replace(message, intent=said.intent, confidence=said.confidence)
    for step in _turns(content, state, message):
        after = state_with(state, step.memory, step.then or "")
        if not _same(step, after, said):
            continue
        if not read_here and any(effect.kind not in _HARMLESS for effect in step.effects):
            raise BadAnswer("an effect of words that nobody here understood")
        recent = said.state.get("recent")
        return Result(after if recent is None else {**after, "recent": recent}, list(step.replies), list(step.effects))
    raise BadAnswer("not the turn of the core")


def _turns(content: Content, state: State, message: Message) -> Iterator[Step]:
    """The turn of the core; and the one that Rasa's stories may make of it."""
    yield turn(content, memory_in(state), message)
    if message.intent in BY_STORY:
        yield turn(content, memory_in(state), replace(message, intent=BY_STORY[message.intent]))


def _same(step: Step, after: State, said: EngineTurn) -> bool:
    slots: dict[str, Any] = said.state.get("slots") or {}
    return (
        json.loads(json.dumps(after["slots"][STATE_SLOT])) == slots.get(STATE_SLOT, {})
        and after["loop"] == said.state.get("loop")
        and list(step.effects) == said.effects
        and list(step.replies) == said.replies
    )
