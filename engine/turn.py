"""One Rasa turn as a function: (state, message) in, (replies, effects, state) out, nothing kept."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import rasa.core.agent
import rasa.core.policies.rule_policy
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.log_utils import configure_structlog

from engine.actions_inproc import InProcessActions, leave_validation_to_the_endpoint
from engine.graph_in_order import run_graphs_in_order
from engine.model import checked_model
from engine.state import State, compact, restore
from woningscan.conversation.choices import intent_for

# Rasa's language model takes minutes and gigabytes on a very long text; the app's gate says no long before this.
MAX_CHARACTERS = 1000


@dataclass(frozen=True)
class TurnResult:
    """`intent` and `confidence`: what the message was taken for. `error` names the action that failed and its error's
    class; then nothing was said and `state` is as it was."""

    state: State
    replies: list[dict[str, Any]] = field(default_factory=list)
    effects: list[dict[str, Any]] = field(default_factory=list)
    intent: str | None = None
    confidence: float = 0.0
    error: str | None = None


class _TurnStore(InMemoryTrackerStore):
    """Holds a tracker for the length of one turn."""

    def __init__(self, domain: Domain) -> None:
        super().__init__(domain)
        self.live: dict[str, DialogueStateTracker] = {}

    async def save(self, tracker: DialogueStateTracker) -> None:
        self.live[tracker.sender_id] = tracker

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        return self.live.get(sender_id)


class Engine:
    """A loaded model that answers turns. Make one with `await Engine.load()`."""

    def __init__(self, agent: rasa.core.agent.Agent, actions: InProcessActions) -> None:
        self._agent = agent
        self._actions = actions
        agent.domain.is_empty = lambda: False  # Rasa builds an empty domain at every text, only to compare with it
        self._store = _TurnStore(agent.domain)
        agent.tracker_store = agent.processor.tracker_store = self._store

    @classmethod
    async def load(cls) -> Engine:
        """Load the recorded model. Raises ModelError when it is missing or not the right one."""
        configure_structlog(logging.ERROR)  # unconfigured, Rasa logs at debug, and that prints what people type
        logging.getLogger("rasa").setLevel(logging.CRITICAL)  # its error log quotes the failing action's input
        # Rasa would run "back" and "restart" before an open form sees the message, and file the text under the question
        # before; ours are ordinary rules, after the form.
        rasa.core.policies.rule_policy.DEFAULT_ACTION_MAPPINGS.clear()
        leave_validation_to_the_endpoint()
        run_graphs_in_order()
        actions = InProcessActions("actions")
        agent = rasa.core.agent.Agent.load(checked_model(), action_endpoint=actions)
        loaded = cls(agent, actions)
        await loaded.parse("goedemorgen")  # the first text costs ten times the second; nobody should wait for it
        return loaded

    async def turn(
        self,
        state: State,
        text: str | None = None,
        choice: str | None = None,
        reading: Mapping[str, Any] | None = None,
    ) -> TurnResult:
        """Run one turn on a typed `text` or a pressed `choice`. Raises ValueError when neither or too much is given.

        `reading` is what the app's encoder read in the text: `intent`, `chance`, `topic` and `candidates`. Without an
        intent the language model of `config.yml` says what is meant.
        """
        if (text is None) == (choice is None):
            raise ValueError("give a text or a choice")
        if text is not None and len(text) > MAX_CHARACTERS:
            raise ValueError(f"text longer than {MAX_CHARACTERS} characters")
        turn_id, channel = uuid.uuid4().hex, CollectingOutputChannel()
        self._store.live[turn_id] = restore(turn_id, state, self._agent.domain)
        typed = "" if text is None else plain(text)
        parsed = _pressed(choice) if choice is not None else _read_already(typed, reading or {})
        message = UserMessage(typed, channel, turn_id, parse_data=parsed, metadata=_read_beside(reading or {}))
        try:
            await self._agent.processor.handle_message(message)
            error = self._actions.failed.pop(turn_id, None)
            if error:
                return TurnResult(state, error=error)
            said = [message["custom"] for message in channel.messages if "custom" in message]
            tracker = self._store.live[turn_id]
            intent = tracker.latest_message.intent
            return TurnResult(
                compact(tracker, state),
                [one["reply"] for one in said if "reply" in one],
                [one["effect"] for one in said if "effect" in one],
                intent.get("name"),
                float(intent.get("confidence") or 0.0),
            )
        finally:
            self._store.live.pop(turn_id, None)
            self._actions.failed.pop(turn_id, None)

    async def parse(self, text: str) -> tuple[str | None, float]:
        """The intent of a text and how sure the language model is."""
        typed = plain(text[:MAX_CHARACTERS])
        parsed = await self._agent.parse_message(typed) if _has_words(typed) else _wordless(typed)
        return parsed["intent"]["name"], float(parsed["intent"]["confidence"] or 0.0)


def plain(text: str) -> str:
    """Typed text that cannot act as a Rasa payload: Rasa takes a leading "/" for a command with slots and entities."""
    return text.lstrip().lstrip("/").lstrip()


def _has_words(typed: str) -> bool:
    return any(character.isalnum() for character in typed)


def _wordless(typed: str) -> dict[str, Any]:
    """Signs only: the tokenizer leaves nothing of it and the classifier fails on nothing, so it is not understood."""
    return {"text": typed, "intent": {"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": 1.0}, "entities": []}


def _read_already(typed: str, reading: Mapping[str, Any]) -> dict[str, Any] | None:
    """A text as it was read before it came here; None where Rasa's own language model has to say."""
    if not reading.get("intent"):
        return None if _has_words(typed) else _wordless(typed)
    intent = {"name": str(reading["intent"]), "confidence": float(reading.get("chance") or 0.0)}
    return {"text": typed, "intent": intent, "entities": []}


def _read_beside(reading: Mapping[str, Any]) -> dict[str, Any]:
    """What the actions need of it: the choices that a text may mean, and what a question is about."""
    return {"candidates": [str(value) for value in reading.get("candidates") or ()], "topic": reading.get("topic")}


def _pressed(choice: str) -> dict[str, Any]:
    """A pressed button as Rasa would have understood it: no language model, no payload parsing."""
    return {
        "text": "",
        "intent": {"name": intent_for(choice), "confidence": 1.0},
        "entities": [{"entity": "choice", "value": choice, "start": 0, "end": 0}],
    }
