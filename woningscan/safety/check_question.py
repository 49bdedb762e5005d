"""The check question: the one question that settles a doubt, and what its answer leads to (decision D7)."""

from __future__ import annotations

from dataclasses import replace

from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, ANSWER, MISTAKE, THREAT_CHECK, command, commands
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply, notice, text
from woningscan.conversation.step import Step
from woningscan.reading.incoming import Message
from woningscan.reading.language import language_of
from woningscan.reading.threat import Assessment, Level
from woningscan.reading.threat.situation.afterwards import is_no_mistake
from woningscan.reading.threat.situation.writer import denies, explains_away, known_to_police, says_no
from woningscan.safety import distress
from woningscan.safety.news import News
from woningscan.safety.routes import asked_now, repeat_route, stopped, take_route
from woningscan.safety.speaking import Kinds, first_step, known_kinds
from woningscan.safety.triage import danger_choices

ASIDE = "threat"
_CHECK_ROUTES = {"nu": "acuut", "wel": "concreet", "politie": "concreet_bekend"}
MOST_CHECKS = 2
TAKEN_BACK = frozenset({"acuut", "concreet"})
"""Routes that a mistake can be the reason of; what the police know of and despair stay."""


_AS_READ: dict[bool | None, str] = {True: "wel", False: "nee"}


def ask_check(content: Content, memory: Memory, kinds: Kinds = (), key: str = "threat.check") -> Step:
    """One check question with three answers: the way out of a doubt (decision D7).

    What to do or leave at these kinds of danger is said already, for a doubt may be a danger; not to who told that help
    is there or that it is over, and wants to go on.
    """
    choices = tuple(
        Choice(f"{THREAT_CHECK}:{name}", content.labels[f"{THREAT_CHECK}:{name}"]) for name in ("nu", "wel", "nee")
    )
    settled = key != "threat.check" and memory.news in (News.SAID_OVER.value, News.HELP_THERE.value)
    step = None if settled else first_step(content, known_kinds(memory, kinds))
    parts = (
        notice(content.messages["threat.check.now"], "emergency"),
        *((text(step),) if step else ()),
        text(content.messages[key]),
    )
    after = memory.but(aside=ASIDE, misses=0, checks=memory.checks + 1, kinds=known_kinds(memory, kinds))
    return Step(after, (Reply("threat.check", parts, choices),), then="")


def answer_check(
    content: Content, memory: Memory, message: Message, supported: bool = False, is_danger: bool | None = None
) -> Step:
    """The answer to the check question. A plain typed yes counts as a threat; it is asked twice at most.

    After that the conversation goes on, with the number to call and the button at hand: a doubt that was nothing,
    such as a name that sounds like one, must not lock anybody in. `supported`: support was given for what the answer
    tells, which needs no second question. `is_danger`: what the reader makes of a text that no words are certain of.
    """
    meant = memory.taken_back and message.choice is None and is_no_mistake(message.text)
    key = "wel" if meant else _check_key(content, message) or _AS_READ.get(is_danger)
    if key in _CHECK_ROUTES:
        step = take_route(content, memory, _CHECK_ROUTES[key])
        return with_mistake(content, step) if message.choice else step
    if key != "nee" and memory.checks < MOST_CHECKS and not supported:
        return ask_check(content, memory)
    after = memory.but(aside=None, misses=0, checks=0, taken_back=False)
    if key == "nee" and not stopped(content, memory):
        after = after.but(kinds=())
    if key == "nee" and memory.taken_back:
        return _over(content, after)
    if stopped(content, memory) or memory.care:
        return distress.stay(content, after) if memory.care else repeat_route(content, after)
    then = asked_now(content, after)
    tools = () if then else commands(content, ("start_scan", *ALWAYS))
    if key != "nee" and supported:
        return Step(after, then=then)
    reply_id = "threat.check.none" if key == "nee" else "threat.check.later"
    return Step(after, (Reply(reply_id, (text(content.messages[reply_id]),), (), tools),), then=then)


def doubted_again(content: Content, memory: Memory, assessment: Assessment, typed: str) -> Step:
    """Asked whether there is a threat, the answer raises a doubt itself: an answer first, then one level up (D7).

    Whoever writes in another language cannot answer the question better than so.
    """
    step = answer_check(content, memory, Message(text=typed))
    settled = step.memory.aside != ASIDE and step.memory.route is None
    foreign = step.memory.aside == ASIDE and language_of(content.languages, typed) is not None
    if not foreign and (not settled or assessment.is_opinion):
        return step
    return take_route(content, memory, "acuut" if assessment.level is Level.ACUUT else "concreet", assessment.kinds)


def by_accident(content: Content, memory: Memory, at_once: bool) -> Step:
    """A button that led to a route was pressed by accident.

    A safety question is asked again, with the numbers first; for anything else there is the check question. So there is
    where not `at_once`: the button is that of an earlier screen, and what came after it may be a danger of its own.
    """
    if not (at_once and _dangerous(content, memory)):
        return ask_check(content, memory.but(taken_back=True), key="threat.taken_back")
    after = _without_route(content, memory)
    numbers = Reply("threat.by_accident", (notice(content.messages["threat.numbers"], "emergency"),))
    return Step(after, (numbers,), then=asked_now(content, after))


def with_mistake(content: Content, step: Step) -> Step:
    """The step that a press led to, with the button that takes the press back, where the route may be a mistake."""
    if step.memory.route not in TAKEN_BACK:
        return step
    *before, last = step.replies
    choices = (*last.choices, command(content, MISTAKE))
    return replace(step, replies=(*before, replace(last, choices=choices)))


def _over(content: Content, memory: Memory) -> Step:
    """The route rested on a mistake: what it put aside goes on, and the numbers stay in sight."""
    after = _without_route(content, memory)
    then = asked_now(content, after)
    parts = (text(content.messages["threat.over"]), text(content.messages["threat.numbers"]))
    tools = () if then else commands(content, ("start_scan", *ALWAYS))
    return Step(after, (Reply("threat.over", parts, (), tools),), then=then)


def _without_route(content: Content, memory: Memory) -> Memory:
    """An answer that leads to a route was part of the mistake, so the safety questions are asked again."""
    triage = {question.id for question in content.triage}
    kept = memory.without_answers(triage) if _dangerous(content, memory) else memory
    return kept.but(route=None, child=False, draft=memory.shelved, shelved=None, kinds=())


def _dangerous(content: Content, memory: Memory) -> bool:
    answered = {f"{ANSWER}:{question}={value}" for question, value in memory.answers.items()}
    return bool(answered & set(danger_choices(content)))


def _check_key(content: Content, message: Message) -> str | None:
    if message.choice:
        kind, _, key = message.choice.partition(":")
        return key if kind == THREAT_CHECK else None
    typed = message.text.casefold().strip(" .!")
    if typed in content.answer_words["ja"] or _says_yes(content, typed):
        return "wel"
    if typed in content.answer_words["nee"] or denies(message.text) or says_no(message.text):
        return "nee"
    if known_to_police(message.text):
        return "politie"
    return "nee" if explains_away(message.text) else None


def _says_yes(content: Content, typed: str) -> bool:
    """Whether a text begins with a yes and goes on with what is the matter."""
    first = typed.replace(",", " ").split(" ")[0]
    return first in content.answer_words["ja"] and not (denies(typed) or known_to_police(typed) or explains_away(typed))
