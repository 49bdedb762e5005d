"""A request in a channel where others can read along: it goes on behind a one-time link, on a page of our own (D10)."""

from __future__ import annotations

from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, commands
from woningscan.conversation.effects import OFFER_REQUEST, Effect
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.conversation.step import Step

_ASIDE = "elsewhere."


def offer(content: Content, memory: Memory, kind: str) -> Step:
    """A link to the request `kind`. Whether the answers of the scan go along is asked first, when there are any."""
    if not memory.answers:
        return _linked(memory, kind, with_answers=False)
    return ask(content, memory.but(aside=f"{_ASIDE}{kind}", misses=0))


def is_open(memory: Memory) -> bool:
    """Whether it is being asked if the answers go along."""
    return (memory.aside or "").startswith(_ASIDE)


def ask(content: Content, memory: Memory) -> Step:
    said = (text(content.messages["booking.link.why"]), text(content.messages["booking.link.ask"]))
    reply = Reply("booking.link.ask", said, commands(content, ("affirm", "deny")), commands(content, ALWAYS))
    return Step(memory, (reply,), then="")


def decided(memory: Memory, with_answers: bool) -> Step:
    """After the yes or no to `ask`: the app makes the link, so what is said comes after the commit."""
    return _linked(memory, (memory.aside or "").removeprefix(_ASIDE), with_answers)


def _linked(memory: Memory, kind: str, with_answers: bool) -> Step:
    effect = Effect(OFFER_REQUEST, {"kind": kind, "with_answers": with_answers})
    return Step(memory.but(aside=None, misses=0), effects=(effect,), then="")
