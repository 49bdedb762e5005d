"""One action for each use case of the core that a rule of `data/rules/` leads to: the table says which."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.adapter import content, memory_of, message_of, perform
from woningscan.chat.offer import talk_to_human
from woningscan.content.model import Content
from woningscan.conversation import navigation, talk
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import Step
from woningscan.reading.incoming import Message
from woningscan.request import form as request
from woningscan.scan import dialogue as scan

UseCase = Callable[[Content, Memory, Message], Step]


def _answer_question(content: Content, memory: Memory, message: Message) -> Step:
    """The topic is the intent's own name; `content/answers.yml` has a text for each."""
    return talk.answer_question(content, memory, str(message.intent), message.asking)


USE_CASES: dict[str, UseCase] = {
    "action_affirm": navigation.affirm,
    "action_answer_question": _answer_question,
    "action_back": navigation.go_back,
    "action_cancel_request": talk.cancel,
    "action_check_threat": talk.report,  # the second net: a threat that the threat check did not see
    "action_deny": navigation.deny,
    "action_erase_data": navigation.erase,
    "action_finish_scan": lambda content, memory, _: scan.finish(content, memory),
    "action_not_understood": talk.unclear,
    "action_pause": lambda content, memory, _: navigation.pause(content, memory),
    "action_repeat_tips": lambda content, memory, _: talk.repeat_tips(content, memory),
    "action_restart": navigation.restart,
    "action_resume": navigation.resume,
    "action_send_report": lambda content, memory, _: talk.send_report(content, memory),
    "action_start_request": lambda content, memory, _: request.start(content, memory, request.SCAN_VISIT),
    "action_start_scan": navigation.start_scan,
    "action_stop": navigation.stop,
    "action_submit_request": lambda content, memory, _: request.submit(content, memory),
    "action_talk_to_human": talk_to_human,
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
ACTIONS = [_action(name, use_case) for name, use_case in USE_CASES.items()]
