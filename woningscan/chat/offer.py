"""Somebody to talk to: the number at once, being called back on request, never a promise that somebody is there."""

from __future__ import annotations

import re

from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, commands
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.conversation.step import Step
from woningscan.reading.incoming import Message
from woningscan.request.form import CALL_BACK
from woningscan.request.form import start as start_request
from woningscan.safety.routes import repeat_route, stopped

_CALL_ME = re.compile(
    r"\b(?:bel|belt|bellen)\b(?! (?:ik|jullie|u|je|jij)\b).{0,30}\bterug\b|\bterugbellen\b|\bteruggebeld\b"
)


def talk_to_human(content: Content, memory: Memory, message: Message) -> Step:
    """The numbers to call, and the offer to be called back; under a stopping route the police come first."""
    if message.choice == "start_callback" or _CALL_ME.search(message.text.casefold()):
        return start_request(content, memory, CALL_BACK)
    key = "handoff.offer.threat" if stopped(content, memory) else "handoff.offer"
    if memory.care:
        key = "handoff.offer.care"
    said = content.messages[key]
    offered = (
        ("restart",)
        if memory.route == "acuut"
        else ("start_callback", "restart" if stopped(content, memory) and not memory.care else "resume")
    )
    now = repeat_route(content, memory).replies[:1] if memory.route == "acuut" else ()
    return Step(
        memory.but(misses=0),
        (
            *now,
            Reply("handoff.offer", (text(said),), commands(content, offered), commands(content, ALWAYS)),
        ),
        then="",
    )
