"""The second net: a threat that the language model sees and the threat check did not leads to the check question."""

from rasa_sdk import Action

from actions.adapter import content, memory_of, message_of, perform
from woningscan.conversation import talk


class CheckThreat(Action):
    def name(self):
        return "action_check_threat"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, talk.report(content(), memory_of(tracker), message_of(tracker)))
