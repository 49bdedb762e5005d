"""The request form: like the scan, one slot that the core fills field by field."""

from typing import Any

from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.adapter import Domain, asks_for, content, encoded, memory_of, message_of, speak
from woningscan.conversation.memory import STATE_SLOT
from woningscan.request import form as dialogue


class AskRequestField(Action):
    def name(self) -> str:
        return "action_ask_request_form_request_field"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        step = dialogue.ask(content(), memory_of(tracker))
        speak(dispatcher, step)
        return [SlotSet(STATE_SLOT, encoded(step.memory))]


class ValidateRequestForm(FormValidationAction):
    def name(self) -> str:
        return "validate_request_form"

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[str]:
        return ["request_field"] if dialogue.is_asking(memory_of(tracker)) else []

    async def extract_request_field(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, str]:
        if not asks_for(tracker, "request_field"):
            return {}
        value = dialogue.read(content(), memory_of(tracker), message_of(tracker))
        return {} if value is None else {"request_field": value}

    def validate_request_field(
        self, value: str, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        after = dialogue.fill(content(), memory_of(tracker), value)
        return {"request_field": None, STATE_SLOT: encoded(after)}
