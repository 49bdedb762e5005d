"""Moving through the conversation: back, stop, pause, resume, restart, yes and no outside a question."""

from rasa_sdk import Action

from actions.adapter import content, memory_of, message_of, perform
from woningscan.conversation import navigation, talk


class GoBack(Action):
    def name(self):
        return "action_back"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, navigation.go_back(content(), memory_of(tracker), message_of(tracker)))


class Stop(Action):
    def name(self):
        return "action_stop"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, navigation.stop(content(), memory_of(tracker), message_of(tracker)))


class Pause(Action):
    def name(self):
        return "action_pause"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, navigation.pause(content(), memory_of(tracker)))


class Resume(Action):
    def name(self):
        return "action_resume"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, navigation.resume(content(), memory_of(tracker), message_of(tracker)))


class Restart(Action):
    def name(self):
        return "action_restart"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, navigation.restart(content(), memory_of(tracker), message_of(tracker)))


class Affirm(Action):
    def name(self):
        return "action_affirm"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, navigation.affirm(content(), memory_of(tracker), message_of(tracker)))


class Deny(Action):
    def name(self):
        return "action_deny"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, navigation.deny(content(), memory_of(tracker), message_of(tracker)))


class NotUnderstood(Action):
    def name(self):
        return "action_not_understood"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, talk.unclear(content(), memory_of(tracker), message_of(tracker)))
