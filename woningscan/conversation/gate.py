"""The one gate: what happens to every message, from whatever channel, before Rasa sees it.

The threat check comes first, on the raw text and with nothing but the core. A conversation has one owner, the bot or a
person, and this says which of the two a message is for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from woningscan.chat import live, with_person
from woningscan.content.model import Content
from woningscan.conversation import with_bot
from woningscan.conversation.choices import THREAT_CHECK
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice
from woningscan.conversation.step import Decision
from woningscan.reading.reading import Reading
from woningscan.reading.threat import Action
from woningscan.safety.triage import danger_choices


@dataclass(frozen=True)
class Place:
    """Where in a conversation a message arrives.

    `offered` are the buttons of now, `last` the ids of what was said last. `with_person`: staff has the conversation.
    `desk` says whether somebody can be chatted with (`woningscan/chat/live.py`); it is asked only where it matters.
    """

    offered: Sequence[Choice] = ()
    last: Sequence[str] = ()
    with_person: bool = False
    desk: Callable[[], str] = str


def decide(content: Content, memory: Memory, place: Place, reading: Reading) -> Decision:
    """Who a message is for, and what to do with it."""
    if place.with_person:
        return with_person.decide(content, memory, reading)
    decision = with_bot.decide(content, memory, place.offered, _consenting(content, place, reading))
    if decision.choice == live.STOP:  # an old screen: the chat is over, so go on
        return replace(decision, choice="resume")
    if decision.choice in live.REQUESTS:
        step = live.press(content, decision.step.memory, str(decision.choice), place.desk())
        return Decision(replace(step, replies=(*decision.step.replies, *step.replies)))
    return decision


def may_be_about_danger(reading: Reading, content: Content | None = None) -> bool:
    """Whether a message must be answered whatever the limits say: it reports a threat, by button or in words.

    With `content` the dangerous answers to the safety questions are among those buttons.
    """
    choice = reading.incoming.choice
    if reading.danger_heard.action is not Action.GEEN:
        return True
    if choice is not None:
        reports = choice == "report_threat" or choice.startswith(f"{THREAT_CHECK}:")
        return reports or (content is not None and choice in danger_choices(content))
    return reading.danger.action is not Action.GEEN


def _consenting(content: Content, place: Place, reading: Reading) -> Reading:
    """A plain yes or no to the question what staff may see is that button."""
    if reading.incoming.edited:
        return reading
    choice = live.consent_in(content, place.last, reading.typed)
    return reading if choice is None else replace(reading, incoming=replace(reading.incoming, text=None, choice=choice))
