"""The scan form: one slot, asked again and again; which question it is, the core knows (decision D3)."""

from typing import Any

from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.adapter import Domain, asks_for, content, encoded, memory_of, message_of, speak
from woningscan.conversation.memory import STATE_SLOT
from woningscan.scan import dialogue


class AskScanAnswer(Action):
    def name(self) -> str:
        return "action_ask_scan_form_scan_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        step = dialogue.ask(content(), memory_of(tracker))
        speak(dispatcher, step)
        return [SlotSet(STATE_SLOT, encoded(step.memory))]


class ValidateScanForm(FormValidationAction):
    def name(self) -> str:
        return "validate_scan_form"

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[str]:
        return ["scan_answer"] if dialogue.is_asking(content(), memory_of(tracker)) else []

    async def extract_scan_answer(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, str]:
        if not asks_for(tracker, "scan_answer"):
            return {}
        value = dialogue.read(content(), memory_of(tracker), message_of(tracker))
        return {} if value is None else {"scan_answer": value}

    def validate_scan_answer(
        self, value: str, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        after = dialogue.answer(content(), memory_of(tracker), value)
        return {"scan_answer": None, STATE_SLOT: encoded(after)}
