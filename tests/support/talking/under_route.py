"""One message to the gate of the core, under a safety route or without one, with no encoder and no engine."""

from __future__ import annotations

from typing import Any

from tests.support.talking.opinions import Opinions
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import Decision
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.reading.reading import Reading


def heard(text: str, **opinions: Any) -> Reading:
    """A text of which a reader thinks nothing, but for these fields of `Opinions`."""
    return Reading(Incoming(text=text), Opinions(**opinions))


def typed(content: Content, memory: Memory, text: str, **opinions: Any) -> Decision:
    return decide(content, memory, (), heard(text, **opinions))


def pressed(content: Content, memory: Memory, choice: str, shown: Decision | None = None) -> Decision:
    """`shown`: what was answered last, with its buttons still there."""
    offered = [button for reply in shown.step.replies for button in reply.choices] if shown else []
    return decide(content, memory, offered, Reading(Incoming(choice=choice), Opinions()))


def routed(content: Content, route: str, **changes: object) -> Memory:
    memory = Memory(version=content.version, answers={"functie": "raadslid"}, route=route, alarmed=True)
    return memory.but(**changes)
