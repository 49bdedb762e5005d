"""What goes into a step of the conversation and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

from woningscan.content.model import Question
from woningscan.conversation.effects import Effect
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply

SCAN = "scan"
REQUEST = "request"


@dataclass(frozen=True)
class Step:
    """A use case's result. `then`: what is asked after it: `scan`, `request`, "" for nothing; None changes nothing."""

    memory: Memory
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()
    then: str | None = None


@dataclass(frozen=True)
class Decision:
    """What the gate makes of a message. `step` is said first and kept; then the engine is called with `text` or
    `choice`, where one is given. `repeat` says that what was asked last is shown again.

    With `text` goes what it was read as: its `intent` with the `chance` of it (None: the engine's own language model
    says), the `topic` of a question, and the `candidates` of the open question that a clarification may name. `noted`
    is the answer that a typed sentence was taken for, to be said back with what follows. `hint`: the message,
    with the number to call in one line, that this begins with.
    """

    step: Step
    text: str | None = None
    choice: str | None = None
    repeat: bool = False
    intent: str | None = None
    chance: float = 0.0
    topic: str | None = None
    noted: tuple[Question, str] | None = None
    hint: str = ""
    candidates: tuple[str, ...] = ()
