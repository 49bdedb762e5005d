"""A conversation with the core alone: buttons and typed values go where Rasa's rules and forms would send them."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.safe_triage import SAFE_TRIAGE, safely
from woningscan.chat.offer import talk_to_human
from woningscan.content.model import Content
from woningscan.conversation import navigation, talk
from woningscan.conversation.choices import THREAT_CHECK, intent_for
from woningscan.conversation.effects import Effect
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply
from woningscan.conversation.step import REQUEST, SCAN, Step
from woningscan.reading.incoming import Message
from woningscan.request import form as booking
from woningscan.safety import response as safety
from woningscan.scan import dialogue as scan

__all__ = ["SAFE_TRIAGE", "Walk"]
Command = Callable[[Content, Memory, Message], Step]
COMMANDS: dict[str, Command] = {
    "back": navigation.go_back,
    "stop": navigation.stop,
    "pause": lambda content, memory, _: navigation.pause(content, memory),
    "resume": navigation.resume,
    "restart": navigation.restart,
    "affirm": navigation.affirm,
    "deny": navigation.deny,
    "start_scan": navigation.start_scan,
    "book_scan": lambda content, memory, _: booking.start(content, memory, booking.SCAN_VISIT),
    "cancel_booking": talk.cancel,
    "talk_to_human": talk_to_human,
    "send_report": lambda content, memory, _: talk.send_report(content, memory),
    "repeat_tips": lambda content, memory, _: talk.repeat_tips(content, memory),
    "erase_data": navigation.erase,
    "skip": talk.unclear,
    "report_threat": talk.report,
}


class Walk:
    """`press` and `type` give the replies; `memory`, `asking`, `offered` and `effects` tell where it stands."""

    def __init__(self, content: Content, memory: Memory | None = None) -> None:
        self.content = content
        self.memory = memory or Memory(version=content.version)
        self.asking: str | None = None
        self.offered: list[Choice] = []
        self.effects: list[Effect] = []
        self.said: list[Reply] = []

    def press(self, choice: str) -> list[str]:
        """The ids of the replies to a pressed button."""
        if choice.partition(":")[0] == THREAT_CHECK:
            return self._turn(safety.answer_check(self.content, self.memory, Message(choice=choice)))
        return self._message(Message(intent=intent_for(choice), confidence=1.0, choice=choice, asking=self.asking))

    def book(self) -> list[str]:
        """Begin a request for a woningscan and answer the safety questions that come first."""
        return safely(self.press("book_scan"), self.press)

    def type(self, text: str, intent: str = "nlu_fallback", confidence: float = 1.0) -> list[str]:
        """The ids of the replies to a typed text that the language model understands as `intent`."""
        return self._message(Message(text, intent, confidence, asking=self.asking))

    def answer(self, **values: str) -> list[str]:
        """Press the answers to these questions, in this order."""
        for question, value in values.items():
            self.press(f"antwoord:{question}={value}")
        return [reply.id for reply in self.said]

    def choices(self) -> set[str]:
        return {choice.id for choice in self.offered}

    def _message(self, message: Message) -> list[str]:
        self.said, self.effects = [], []
        if self._fills_in(message):
            self._go_on()
        else:
            self._perform(self._obey(message))
        return self._told()

    def _obey(self, message: Message) -> Step:
        intent = str(message.intent)
        if intent in self.content.answers and intent not in COMMANDS:
            return talk.answer_question(self.content, self.memory, intent, self.asking)
        return COMMANDS.get(intent, talk.unclear)(self.content, self.memory, message)

    def _turn(self, step: Step) -> list[str]:
        self.said, self.effects = [], []
        self._perform(step)
        return self._told()

    def _told(self) -> list[str]:
        self.offered = [one for reply in self.said for one in (*reply.choices, *reply.tools)] or self.offered
        return [reply.id for reply in self.said]

    def _fills_in(self, message: Message) -> bool:
        """Let the open form read its slot."""
        part = {SCAN: scan, REQUEST: booking}.get(self.asking or "")
        value = part.read(self.content, self.memory, message) if part else None
        if part is None or value is None:
            return False
        filled = scan.answer if part is scan else booking.fill
        self.memory = filled(self.content, self.memory, value)
        return True

    def _perform(self, step: Step) -> None:
        self._keep(step)
        if step.then is not None:
            self.asking = step.then or None
        if self.asking:
            self._go_on()

    def _go_on(self) -> None:
        """Ask what the open form asks next, or end it."""
        if self.asking == SCAN:
            asks = scan.is_asking(self.content, self.memory)
            step = (scan.ask if asks else scan.finish)(self.content, self.memory)
        else:
            asks = booking.is_asking(self.memory)
            step = (booking.ask if asks else booking.submit)(self.content, self.memory)
        if asks:
            self._keep(step)
        else:
            self.asking = None
            self._perform(step)

    def _keep(self, step: Step) -> None:
        self.memory = step.memory
        self.said += step.replies
        self.effects += step.effects
