"""The safety route in force: taken, repeated, stopped under, and left only by starting again.

Rules (domain, chapter 6): at `acuut` and `concreet` the scan stops, nothing is offered but starting again and talking
to somebody; a level cannot be clicked away.
"""

from __future__ import annotations

from woningscan.content.model import Content
from woningscan.conversation.choices import named_by
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.conversation.step import REQUEST, SCAN, Step
from woningscan.reading.answers.fixed import said_of_oneself
from woningscan.reading.threat import Level
from woningscan.safety import distress
from woningscan.safety.news import News
from woningscan.safety.speaking import (
    FUNCTION,
    Kinds,
    alarm_line,
    choices_after,
    first_step,
    function_of,
    functions,
    known_kinds,
    route_replies,
    whom_to_tell,
)
from woningscan.safety.triage import danger_choices, stops_the_scan
from woningscan.scan.questionnaire import next_question


def stopped(content: Content, memory: Memory) -> bool:
    """Whether a safety route is in force under which no scan and no scan request is offered."""
    return stops_the_scan(content, memory.route)


def asked_now(content: Content, memory: Memory) -> str:
    """What is to be asked when nothing else is going on: the open request, the open scan, or nothing ("")."""
    if memory.care:
        return ""
    if memory.wish and not stopped(content, memory):
        return SCAN
    if memory.draft is not None:
        return REQUEST
    if not memory.started or stopped(content, memory):
        return ""
    return SCAN if next_question(content, memory.answers, memory.revisit) is not None else ""


def take_route(content: Content, memory: Memory, route_id: str, kinds: Kinds = ()) -> Step:
    """Stop the scan, keep the answers, put a half-filled request aside and show the route for these kinds."""
    after = with_route(content, memory, route_id)
    after = after.but(aside=None, draft=None, wish="", revisit=None, fresh=None, misses=0, checks=0, alarmed=True)
    after = after.but(shelved=memory.draft or memory.shelved, taken_back=False, news="")
    after = after.but(kinds=known_kinds(memory, kinds))
    replies = route_replies(content, route_id, choices_after(content, route_id, memory), memory, after.kinds)
    return Step(after, replies, then="")


def ask_function(content: Content, memory: Memory) -> Step:
    """One tap tells whom to tell: the numbers were shown before."""
    asked = Reply("threat.function", (text(content.messages["threat.function"]),), functions(content))
    return Step(memory, (asked,), then="")


def function_told(content: Content, memory: Memory, function: str) -> Step:
    """Whom to tell, once the function is known: nothing else of the route is said again."""
    route_id = str(memory.route)
    said = tuple(text(line) for line in whom_to_tell(content, route_id, function))
    after = memory.but(answers={**memory.answers, FUNCTION: function})
    if not said:
        return repeat_route(content, after)
    return Step(after, (Reply("threat.function.told", said, choices_after(content, route_id, after)),), then="")


def function_named(content: Content, memory: Memory, typed: str) -> Step | None:
    """Whom to tell, where a short text under a route only says what somebody is; None for anything else."""
    if not stopped(content, memory) or function_of(memory):
        return None
    function = said_of_oneself(content.questions[FUNCTION], typed)
    return function_told(content, memory, function) if function is not None else None


def with_route(content: Content, memory: Memory, route_id: str) -> Memory:
    """A route never replaces a more severe one."""
    current = content.routes[memory.route].level if memory.route else "geen"
    heavier = Level(content.routes[route_id].level) >= Level(current)
    return memory.but(route=route_id if heavier else memory.route)


def danger_answered(content: Content, memory: Memory, choice: str) -> Step:
    """The route of a dangerous answer to a safety question, from whatever button: it is never too late for one."""
    route = danger_choices(content)[choice]
    question, value = named_by(choice)
    step = take_route(content, memory.but(answers={**memory.answers, question: value}), route)
    return step if step.memory.route == route else repeat_route(content, step.memory)


def repeat_route(content: Content, memory: Memory) -> Step:
    """Under a stopping route everything else leads back to it: the numbers in one line and the one step for the kind of
    danger, never the whole again."""
    route_id = memory.route or "concreet"
    if route_id in distress.ROUTES:
        return distress.stay(content, memory)
    if memory.child:
        return shown_again(content, memory)
    settled = memory.news in (News.SAID_OVER.value, News.HELP_THERE.value)
    step, stays = (
        None if settled else first_step(content, memory.kinds, route_id),
        text(content.messages["threat.stays"]),
    )
    parts = (*((text(step),) if step else ()), stays)
    choices = choices_after(content, route_id, memory)
    if route_id == "acuut":  # 112 comes before any other word
        first = Reply("threat.news" if memory.news else "threat.route.acuut", (alarm_line(content, memory),))
        return Step(memory, (first, Reply("threat.stays", parts, choices)), then="")
    return Step(memory, (Reply("threat.stays", (alarm_line(content, memory), *parts), choices),), then="")


def shown_again(content: Content, memory: Memory) -> Step:
    """The route once more, in words for a child."""
    choices = choices_after(content, str(memory.route), memory)
    _, *rest = route_replies(content, str(memory.route), choices, memory, memory.kinds)
    return Step(memory, tuple(rest), then="")


def stop_under_route(content: Content, memory: Memory) -> Step:
    """Whoever wants to stop stops, with the numbers in one line; the route stays."""
    said = Reply(
        "threat.stopped", (text(content.messages["threat.stopped"]),), choices_after(content, str(memory.route), memory)
    )
    return Step(memory.but(misses=0, aside=None), (said,), then="")


def start_again(memory: Memory, content: Content) -> Memory:
    """After a route: the safety questions are asked anew, the other answers stay."""
    kept = memory.without_answers({question.id for question in content.triage})
    after = kept.but(route=None, aside=None, draft=None, shelved=None, started=True, care=False, child=False, checks=0)
    return after.but(kinds=())
