"""What is said to somebody who wrote that they cannot go on: a person to talk to, nothing that sounds like business.

While `Memory.care` is set, nothing is asked and no scan is offered; it ends when the official chooses to go on.
"""

from __future__ import annotations

from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, commands
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply, text
from woningscan.conversation.step import Step

_ACUTE = frozenset({"zorg_acuut", "zorg_acuut_ander"})
ROUTES = frozenset({"zorg", *_ACUTE})


def offered(content: Content, memory: Memory) -> tuple[Choice, ...]:
    """A person first; going on only where something was begun."""
    begun = bool(memory.answers) or memory.draft is not None
    goes_on = begun and memory.route not in _ACUTE
    return commands(content, ("talk_to_human", *(("resume",) if goes_on else ())))


def stay(content: Content, memory: Memory) -> Step:
    """Whatever else is typed: the numbers again in one line."""
    return _said(content, memory, "threat.zorg.stay", offered(content, memory))


def which_stop(content: Content, memory: Memory) -> Step:
    """ "Ik stop ermee" in the dark: the questions, or life."""
    choices = (*commands(content, ("stop",)), *offered(content, memory))
    return _said(content, memory, "threat.zorg.which", choices)


def stopped_asking(content: Content, memory: Memory) -> Step:
    """The questions are ended, by the button."""
    return _said(content, memory, "threat.zorg.stopped", offered(content, memory))


def _said(content: Content, memory: Memory, key: str, choices: tuple[Choice, ...]) -> Step:
    reply = Reply(key, (text(content.messages[key]),), choices, commands(content, ALWAYS))
    return Step(memory.but(misses=0, aside=None), (reply,), then="")
