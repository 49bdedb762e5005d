"""Between a Rasa tracker and the core: the session lives in one slot, replies and effects travel as custom messages."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from woningscan.content import load_content
from woningscan.content.model import Content
from woningscan.conversation.memory import STATE_SLOT, Session, adopted
from woningscan.conversation.step import REQUEST, SCAN, Message, Step

FORMS = {SCAN: "scan_form", REQUEST: "request_form"}
_ASKING = {form: asking for asking, form in FORMS.items()}


@lru_cache(maxsize=1)
def content() -> Content:
    """The content, loaded at first use: rasa-sdk makes every action without arguments, so it cannot be passed in."""
    folder = os.environ.get("WONINGSCAN_CONTENT_DIR") or Path(__file__).resolve().parent.parent / "content"
    return load_content(Path(folder))


def session_of(tracker: Tracker) -> Session:
    session, _ = adopted(Session.from_dict(tracker.get_slot(STATE_SLOT)), content())
    return session


def message_of(tracker: Tracker) -> Message:
    """The last message: its text, its intent and, where a button was pressed, the button's id."""
    latest = tracker.latest_message
    pressed = [entity["value"] for entity in latest.get("entities", []) if entity["entity"] == "choice"]
    intent = latest.get("intent") or {}
    return Message(
        text=latest.get("text") or "",
        intent=intent.get("name"),
        confidence=float(intent.get("confidence") or 0.0),
        choice=pressed[0] if pressed else None,
        asking=_ASKING.get(tracker.active_loop_name or ""),
    )


def store(session: Session) -> EventType:
    return SlotSet(STATE_SLOT, session.to_dict())


def perform(dispatcher: CollectingDispatcher, tracker: Tracker, step: Step) -> list[EventType]:
    """Say and keep what a step brought, and move between the forms as it says."""
    speak(dispatcher, step)
    events: list[EventType] = [store(step.session)]
    if step.then is None:
        return events
    wanted = FORMS.get(step.then)
    if tracker.active_loop_name and tracker.active_loop_name != wanted:
        events += [ActiveLoop(None), SlotSet("requested_slot", None)]
    if wanted and tracker.active_loop_name != wanted:
        events.append(FollowupAction(wanted))
    return events


def speak(dispatcher: CollectingDispatcher, step: Step) -> None:
    for reply in step.replies:
        dispatcher.utter_message(json_message={"reply": reply.to_dict()})
    for effect in step.effects:
        dispatcher.utter_message(json_message={"effect": effect.to_dict()})


def asks_for(tracker: Tracker, slot: str) -> bool:
    """Whether the open form waits for `slot`: only then may a message fill it."""
    requested: Any = tracker.get_slot("requested_slot")
    return requested == slot
