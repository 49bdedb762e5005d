"""Which use case an intent leads to, and a whole turn of the core alone.

The one table: Rasa's actions are made from it (`actions/use_cases.py`), and with the engine away the app takes the turn
through it.
"""

from __future__ import annotations

from collections.abc import Callable

from woningscan.chat.offer import talk_to_human
from woningscan.content.model import Content
from woningscan.conversation import navigation, talk
from woningscan.conversation.going_on import with_what_is_asked
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import REQUEST, SCAN, Step
from woningscan.reading.incoming import Message
from woningscan.request import form as request
from woningscan.scan import dialogue as scan

UseCase = Callable[[Content, Memory, Message], Step]


def answer_question(content: Content, memory: Memory, message: Message) -> Step:
    """The topic that was read, or else the intent's own name; `content/answers.yml` has a text for each."""
    return talk.answer_question(content, memory, message.topic or str(message.intent), message.asking)


USE_CASES: dict[str, UseCase] = {
    "affirm": navigation.affirm,
    "back": navigation.go_back,
    "book_scan": lambda content, memory, _: request.start(content, memory, request.SCAN_VISIT),
    "cancel_booking": talk.cancel,
    "deny": navigation.deny,
    "erase_data": navigation.erase,
    "pause": lambda content, memory, _: navigation.pause(content, memory),
    "repeat_tips": lambda content, memory, _: talk.repeat_tips(content, memory),
    "report_threat": talk.report,  # the second net: a threat that the threat check did not see
    "restart": navigation.restart,
    "resume": navigation.resume,
    "send_report": lambda content, memory, _: talk.send_report(content, memory),
    "start_scan": navigation.start_scan,
    "stop": navigation.stop,
    "talk_to_human": talk_to_human,
}
BY_STORY = {"insult": "talk_to_human"}
"""What `data/stories/` may make of an intent from what came before it, which Rasa alone knows: the second in a row."""
NOT_ANSWERED = frozenset({"nonsense", "out_of_scope"})
"""Intents that have a text of their own but are first of all not understood: what was open comes back."""


def use_case(content: Content, intent: str) -> UseCase:
    """What an intent leads to."""
    if intent in USE_CASES:
        return USE_CASES[intent]
    return answer_question if intent in content.answers and intent not in NOT_ANSWERED else talk.unclear


def turn(content: Content, memory: Memory, message: Message) -> Step:
    """Everything that follows from a message, until the official has to say something; `then` is what is asked now."""
    filled = _filled_in(content, memory, message)
    step = Step(filled) if filled else use_case(content, str(message.intent))(content, memory, message)
    return with_what_is_asked(content, step, message.asking or "")


def _filled_in(content: Content, memory: Memory, message: Message) -> Memory | None:
    """The memory once the open form has read the message; None where it is about something else."""
    if message.asking == SCAN:
        answer = scan.read(content, memory, message)
        return None if answer is None else scan.answer(content, memory, answer)
    if message.asking == REQUEST:
        value = request.read(content, memory, message)
        return None if value is None else request.fill(content, memory, value)
    return None
