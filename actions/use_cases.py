"""One action for each use case of the core that a rule of `data/rules/` leads to: the table says which."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.adapter import content, memory_of, message_of, perform
from woningscan.conversation import talk
from woningscan.conversation.use_cases import USE_CASES, UseCase, answer_question
from woningscan.request import form as request
from woningscan.scan import dialogue as scan

_NAMED_OTHERWISE = {
    "action_answer_question": answer_question,
    "action_cancel_request": USE_CASES["cancel_booking"],
    "action_check_threat": USE_CASES["report_threat"],
    "action_finish_scan": lambda content, memory, _: scan.finish(content, memory),
    "action_not_understood": talk.unclear,
    "action_start_request": USE_CASES["book_scan"],
    "action_submit_request": lambda content, memory, _: request.submit(content, memory),
}
_OTHERWISE = ("cancel_booking", "report_threat", "book_scan")
BY_ACTION: dict[str, UseCase] = {
    **{f"action_{intent}": case for intent, case in USE_CASES.items() if intent not in _OTHERWISE},
    **_NAMED_OTHERWISE,
}


def _action(action_name: str, use_case: UseCase) -> type[Action]:
    def name(self: Action) -> str:
        return action_name

    def run(
        self: Action, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        return perform(dispatcher, tracker, use_case(content(), memory_of(tracker), message_of(tracker)))

    return type(action_name, (Action,), {"name": name, "run": run, "__module__": __name__})


# rasa-sdk finds actions as the subclasses of its `Action`; somebody has to hold on to them.
ACTIONS = [_action(name, use_case) for name, use_case in BY_ACTION.items()]
