"""Between a Rasa tracker and the core: the memory lives in one slot, replies and effects travel as custom messages."""

from __future__ import annotations

import os
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from woningscan.content import load_content
from woningscan.content.model import Content
from woningscan.conversation.going_on import with_what_is_asked
from woningscan.conversation.memory import FORMS, SLOTS, STATE_SLOT, Memory, adopted
from woningscan.conversation.step import Step
from woningscan.reading.incoming import Message

Domain = dict[str, Any]
_ASKING = {form: asking for asking, form in FORMS.items()}
# What the memory slot holds and the memory it stands for: a turn's actions share it, and it goes with the turn's task.
_decoded: ContextVar[tuple[dict[str, Any], Memory]] = ContextVar("decoded")


@lru_cache(maxsize=1)
def content() -> Content:
    """The content, loaded at first use: rasa-sdk makes every action without arguments, so it cannot be passed in."""
    folder = os.environ.get("WONINGSCAN_CONTENT_DIR") or Path(__file__).resolve().parent.parent / "content"
    return load_content(Path(folder))


def memory_of(tracker: Tracker) -> Memory:
    """The conversation's memory under today's content, decoded once in a turn."""
    data = tracker.get_slot(STATE_SLOT)
    known = _decoded.get(None)
    if known is not None and known[0] == data:
        return known[1]
    memory, _ = adopted(Memory.from_dict(data), content())
    _decoded.set((data, memory))
    return memory


def message_of(tracker: Tracker) -> Message:
    """The last message: its text, its intent, the button's id where one was pressed, and what the app read in it."""
    latest = tracker.latest_message
    read = latest.get("metadata") or {}
    pressed = [entity["value"] for entity in latest.get("entities", []) if entity["entity"] == "choice"]
    intent = latest.get("intent") or {}
    return Message(
        text=latest.get("text") or "",
        intent=intent.get("name"),
        confidence=float(intent.get("confidence") or 0.0),
        choice=pressed[0] if pressed else None,
        asking=_ASKING.get(tracker.active_loop_name or ""),
        candidates=tuple(read.get("candidates", ())),
        topic=read.get("topic"),
    )


def encoded(memory: Memory) -> dict[str, Any]:
    """What the memory slot holds."""
    data = memory.to_dict()
    _decoded.set((data, memory))
    return data


def perform(dispatcher: CollectingDispatcher, tracker: Tracker, step: Step) -> list[EventType]:
    """Say and keep what a step brought and ask what comes next, so that no other action has to run after this one."""
    whole = with_what_is_asked(content(), step, _ASKING.get(tracker.active_loop_name or "", ""))
    speak(dispatcher, whole)
    form = FORMS.get(whole.then or "")
    events: list[EventType] = [SlotSet(STATE_SLOT, encoded(whole.memory))]
    if form or tracker.active_loop_name:
        events += [ActiveLoop(form), SlotSet("requested_slot", SLOTS[str(whole.then)] if form else None)]
    return [*events, FollowupAction("action_listen")]


def speak(dispatcher: CollectingDispatcher, step: Step) -> None:
    for reply in step.replies:
        dispatcher.utter_message(json_message={"reply": reply.to_dict()})
    for effect in step.effects:
        dispatcher.utter_message(json_message={"effect": effect.to_dict()})


def asks_for(tracker: Tracker, slot: str) -> bool:
    """Whether the open form waits for `slot`: only then may a message fill it."""
    return bool(tracker.get_slot("requested_slot") == slot)
