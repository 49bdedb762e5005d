"""What is said when a turn cannot be kept or takes too long: the emergency numbers, from the core alone."""

from __future__ import annotations

from bot.gate import decide
from bot.incoming import Incoming
from woningscan.content.model import Content
from woningscan.replies import Reply, notice
from woningscan.session import Session


def unavailable(content: Content) -> Reply:
    """That there is no good answer now, with the numbers to call. It confirms nothing."""
    return Reply("gate.unavailable", (notice(content.messages["gate.unavailable"], "emergency"),))


def on_threat(content: Content, incoming: Incoming) -> list[Reply]:
    """What the gate says about a threat in this message, whatever the conversation was; empty when there is none."""
    decision = decide(content, Session(version=content.version), [], incoming)
    return [reply for reply in decision.step.replies if reply.id.startswith("threat.")]
