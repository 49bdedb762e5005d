"""The action server of the stock project: it asks 25 questions and says a tip after each answer."""

from rasa_sdk import Action, FormValidationAction

QUESTIONS = 25
VALUES = {"agree": "ja", "decline": "nee", "do_not_know": "weet niet"}


def _given(tracker):
    return list(tracker.get_slot("given") or [])


class AskReply(Action):
    def name(self):
        return "action_ask_questionnaire_reply"

    def run(self, dispatcher, tracker, domain):
        title = f"Vraag {len(_given(tracker)) + 1} van {QUESTIONS}"
        buttons = [{"title": value, "payload": f"/{intent}"} for intent, value in VALUES.items()]
        dispatcher.utter_message(text=f"{title}: hangt er een lamp bij de deur?", buttons=buttons)
        return []


class ValidateQuestionnaire(FormValidationAction):
    def name(self):
        return "validate_questionnaire"

    async def required_slots(self, domain_slots, dispatcher, tracker, domain):
        return ["reply"] if len(_given(tracker)) < QUESTIONS else []

    async def extract_reply(self, dispatcher, tracker, domain):
        if tracker.get_slot("requested_slot") != "reply":
            return {}
        value = VALUES.get(tracker.latest_message["intent"]["name"])
        return {"reply": value} if value else {}

    def validate_reply(self, value, dispatcher, tracker, domain):
        if value is None:
            return {"reply": None}
        dispatcher.utter_message(text="Tip: licht bij de deur laat zien wie er staat.")
        return {"reply": None, "given": [*_given(tracker), value]}
