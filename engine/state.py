"""A conversation's compact state and the Rasa tracker it stands for. Stock Rasa replays every event; this does not.

    {"slots": {name: value that is not the initial one}, "loop": form name or null, "recent": [[intent, [actions]], …]}

`recent` holds the last few turns outside the forms, because the stories of `data/stories/` look back that far.
"""

from __future__ import annotations

from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

TURNS_REMEMBERED = 2
State = dict[str, Any]


def restore(sender_id: str, state: State, domain: Domain) -> DialogueStateTracker:
    """A fresh tracker in the given state. Slots that the domain no longer has are left out."""
    known = {slot.name for slot in domain.slots}
    events: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
    events += [SlotSet(name, value) for name, value in (state.get("slots") or {}).items() if name in known]
    loop = state.get("loop") if state.get("loop") in domain.form_names else None
    if loop:
        events.append(ActiveLoop(loop))
    events.append(ActionExecuted(ACTION_LISTEN_NAME))
    for intent, actions in [] if loop else state.get("recent") or []:
        events.append(UserUttered(intent={"name": intent, "confidence": 1.0}))
        events += [ActionExecuted(name) for name in actions]
    return DialogueStateTracker.from_events(sender_id, events, slots=domain.slots, domain=domain)


def compact(tracker: DialogueStateTracker, before: State) -> State:
    """What has to travel to the next turn."""
    slots = {name: slot.value for name, slot in tracker.slots.items() if slot.value != slot.initial_value}
    state: State = {"slots": slots, "loop": tracker.active_loop.name if tracker.active_loop else None}
    if state["loop"] is None and not before.get("loop"):
        turn = _last_turn(tracker)
        state["recent"] = [*(before.get("recent") or []), turn][-TURNS_REMEMBERED:]
    return state


def _last_turn(tracker: DialogueStateTracker) -> list[Any]:
    events = list(tracker.events)
    start = max(index for index, event in enumerate(events) if isinstance(event, UserUttered))
    actions = [event.action_name for event in events[start:] if isinstance(event, ActionExecuted) and event.action_name]
    return [events[start].intent_name, actions]
