"""The scan form: one slot, asked again and again; which question it is, the core knows (decision D3)."""

from rasa_sdk import Action, FormValidationAction

from actions.adapter import asks_for, content, memory_of, message_of, perform, speak, store
from woningscan.conversation import navigation
from woningscan.scan import dialogue


class AskScanAnswer(Action):
    def name(self):
        return "action_ask_scan_form_scan_answer"

    def run(self, dispatcher, tracker, domain):
        step = dialogue.ask(content(), memory_of(tracker))
        speak(dispatcher, step)
        return [store(step.memory)]


class ValidateScanForm(FormValidationAction):
    def name(self):
        return "validate_scan_form"

    async def required_slots(self, domain_slots, dispatcher, tracker, domain):
        return ["scan_answer"] if dialogue.is_asking(content(), memory_of(tracker)) else []

    async def extract_scan_answer(self, dispatcher, tracker, domain):
        if not asks_for(tracker, "scan_answer"):
            return {}
        value = dialogue.read(content(), memory_of(tracker), message_of(tracker))
        return {} if value is None else {"scan_answer": value}

    def validate_scan_answer(self, value, dispatcher, tracker, domain):
        after = dialogue.answer(content(), memory_of(tracker), value)
        return {"scan_answer": None, "memory": after.to_dict()}


class FinishScan(Action):
    def name(self):
        return "action_finish_scan"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, dialogue.finish(content(), memory_of(tracker)))


class StartScan(Action):
    def name(self):
        return "action_start_scan"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, navigation.start_scan(content(), memory_of(tracker), message_of(tracker)))
