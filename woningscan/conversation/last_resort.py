"""What is said when a turn cannot be kept or takes too long: the emergency numbers, from the core alone."""

from __future__ import annotations

from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, notice
from woningscan.conversation.with_bot import decide
from woningscan.reading.reading import Reading

UNAVAILABLE = "gate.unavailable"


def unavailable(content: Content) -> Reply:
    """That there is no good answer now, with the numbers to call. It confirms nothing and claims nothing."""
    return _away(content, UNAVAILABLE)


def busy(content: Content) -> Reply:
    """That a message was not read, with the numbers to call."""
    return Reply("gate.busy", (notice(content.messages["gate.busy"], "emergency"),))


def not_handled(content: Content, memory: Memory) -> Reply:
    """The same where the last message was certainly not handled, and what is stored of the conversation is known.

    Its id is that of `unavailable`: for whoever reads ids it is the same.
    """
    return _away(content, "gate.not_handled.kept" if memory.answers else "gate.not_handled")


def _away(content: Content, key: str) -> Reply:
    return Reply(UNAVAILABLE, (notice(content.messages[key], "emergency"),))


def on_threat(content: Content, reading: Reading) -> list[Reply]:
    """What the gate says about a threat in this message, whatever the conversation was; empty when there is none."""
    decision = decide(content, Memory(version=content.version), [], reading)
    return [reply for reply in decision.step.replies if reply.id.startswith("threat.")]
