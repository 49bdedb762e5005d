"""A conversation with the core alone: buttons and typed values go where Rasa's rules and forms would send them."""

from __future__ import annotations

from tests.support.talking.safe_triage import SAFE_TRIAGE, safely
from woningscan.content.model import Content
from woningscan.conversation.choices import THREAT_CHECK, intent_for
from woningscan.conversation.effects import Effect
from woningscan.conversation.going_on import with_what_is_asked
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply
from woningscan.conversation.step import Step
from woningscan.conversation.use_cases import turn
from woningscan.reading.incoming import Message
from woningscan.safety import check_question

__all__ = ["SAFE_TRIAGE", "Walk"]


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
            step = check_question.answer_check(self.content, self.memory, Message(choice=choice))
            return self._kept(with_what_is_asked(self.content, step, self.asking or ""))
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

    def go_on(self) -> list[str]:
        """The ids of what is asked, or done, without a message."""
        return self._kept(with_what_is_asked(self.content, Step(self.memory), self.asking or ""))

    def _message(self, message: Message) -> list[str]:
        return self._kept(turn(self.content, self.memory, message))

    def _kept(self, step: Step) -> list[str]:
        self.memory, self.asking = step.memory, step.then or None
        self.said, self.effects = list(step.replies), list(step.effects)
        self.offered = [one for reply in self.said for one in (*reply.choices, *reply.tools)] or self.offered
        return [reply.id for reply in self.said]
