"""The numbers in the language that somebody in danger types, beside the Dutch, until no route is in force any more."""

from __future__ import annotations

from dataclasses import replace

from woningscan.content.model import Content, Language
from woningscan.conversation.choices import ALWAYS, commands
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, notice
from woningscan.conversation.step import Decision
from woningscan.conversation.typed.decide import NOT_UNDERSTOOD
from woningscan.reading.language import language_of
from woningscan.reading.reading import Reading
from woningscan.safety.routes import stopped

REPLY = "gate.own_language"


def in_own_language(content: Content, reading: Reading, decision: Decision) -> Decision:
    """The decision with the numbers in the language of the text first; what is not understood is met in it.

    Under a route that language is remembered: "ok" and a button are of none.
    """
    step = decision.step
    alarming = any(reply.id.startswith("threat.") for reply in step.replies)
    under_route = step.memory.care or stopped(content, step.memory)
    goes_on = decision.text is not None or decision.choice is not None
    if alarming or (under_route and (step.replies or goes_on)):
        language = language_of(content.languages, reading.typed) or content.languages.get(step.memory.language)
        return decision if language is None else _with_numbers(decision, language)
    lost = decision.text is not None and decision.intent in (None, NOT_UNDERSTOOD, "english")
    language = language_of(content.languages, reading.typed) if lost else None
    if language is None:
        return decision
    unclear = Reply(REPLY, (notice(language.unclear, "emergency"),), (), commands(content, ALWAYS))
    return Decision(replace(step, replies=(*step.replies, unclear)), repeat=True)


def _with_numbers(decision: Decision, language: Language) -> Decision:
    """The line above the first reply, or before what the engine says."""
    step = decision.step
    line = notice(_numbers(step.memory, language), "emergency")
    first, *rest = step.replies or (Reply(REPLY),)
    replies = (replace(first, parts=(line, *first.parts)), *rest)
    return replace(decision, step=replace(step, memory=step.memory.but(language=language.id), replies=replies))


def _numbers(memory: Memory, language: Language) -> str:
    """112 alone at `acuut`, unless help was called or the danger is said to be over."""
    if memory.care:
        return language.despair
    return language.acute if memory.route == "acuut" and not memory.news else language.danger
