"""Questions people ask in between, small talk, and their own plan and data."""

from rasa_sdk import Action

from actions.adapter import content, memory_of, message_of, perform
from woningscan.conversation import navigation, talk


class AnswerQuestion(Action):
    """The topic is the intent's own name; `content/answers.yml` has a text for each."""

    def name(self):
        return "action_answer_question"

    def run(self, dispatcher, tracker, domain):
        message = message_of(tracker)
        step = talk.answer_question(content(), memory_of(tracker), message.intent, message.asking)
        return perform(dispatcher, tracker, step)


class SendReport(Action):
    def name(self):
        return "action_send_report"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, talk.send_report(content(), memory_of(tracker)))


class RepeatTips(Action):
    def name(self):
        return "action_repeat_tips"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, talk.repeat_tips(content(), memory_of(tracker)))


class EraseData(Action):
    def name(self):
        return "action_erase_data"

    def run(self, dispatcher, tracker, domain):
        return perform(dispatcher, tracker, navigation.erase(content(), memory_of(tracker), message_of(tracker)))
