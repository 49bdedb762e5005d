"""The request form: like the scan, one slot that the core fills field by field."""

from rasa_sdk import Action, FormValidationAction

from actions.adapter import asks_for, content, memory_of, message_of, perform, speak, store
from woningscan.chat.offer import talk_to_human
from woningscan.conversation import talk
from woningscan.request import form as dialogue


class AskRequestField(Action):
    def name(self):
        return "action_ask_request_form_request_field"

    def run(self, dispatcher, tracker, domain):
        step = dialogue.ask(content(), memory_of(tracker))
        speak(dispatcher, step)
        return [store(step.memory)]


class ValidateRequestForm(FormValidationAction):
    def name(self):
        return "validate_request_form"

    async def required_slots(self, domain_slots, dispatcher, tracker, domain):
        return ["request_field"] if dialogue.is_asking(memory_of(tracker)) else []

    async def extract_request_field(self, dispatcher, tracker, domain):
        if not asks_for(tracker, "request_field"):
            return {}
        value = dialogue.read(content(), memory_of(tracker), message_of(tracker))
        return {} if value is None else {"request_field": value}

    def validate_request_field(self, value, dispatcher, tracker, domain):
        after = dialogue.fill(content(), memory_of(tracker), value)
        return {"request_field": None, "memory": after.to_dict()}


class SubmitRequest(Action):
    def name(self):
        return "action_submit_request"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, dialogue.submit(content(), memory_of(tracker)))


class StartRequest(Action):
    def name(self):
        return "action_start_request"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, dialogue.start(content(), memory_of(tracker), dialogue.SCAN_VISIT))


class CancelRequest(Action):
    def name(self):
        return "action_cancel_request"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, talk.cancel(content(), memory_of(tracker), message_of(tracker)))


class TalkToHuman(Action):
    def name(self):
        return "action_talk_to_human"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, talk_to_human(content(), memory_of(tracker), message_of(tracker)))
