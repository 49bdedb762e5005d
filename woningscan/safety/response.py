"""What is said and done at a threat level. The police judge how serious it is; the assistant never does.

Rules (domain, chapter 6): at `acuut` and `concreet` the scan stops, nothing is offered but starting again and talking
to somebody; a level cannot be clicked away; a doubt is settled by one check question; nothing about the threat is asked
or kept.
"""

from __future__ import annotations

from dataclasses import replace

from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, ANSWER, THREAT_CHECK, commands
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply, notice, text
from woningscan.conversation.step import REQUEST, SCAN, Step
from woningscan.reading.incoming import Message
from woningscan.reading.threat import Action, Assessment, Level
from woningscan.reading.threat.situations import (
    CARE,
    CHILD,
    POLICE,
    cannot_call,
    denies,
    explains_away,
    for_oneself,
    is_child,
    known_to_police,
    means_at_hand,
    says_no,
)
from woningscan.safety import distress
from woningscan.safety.speaking import Kinds, before_request, choices_after, first_step, route_replies
from woningscan.safety.triage import danger_choices, route_for, stops_the_scan
from woningscan.scan.questionnaire import next_question

ASIDE = "threat"
_CHECK_ROUTES = {"nu": "acuut", "wel": "concreet", "politie": "concreet_bekend"}
MOST_CHECKS = 2
TAKEN_BACK = frozenset({"acuut", "concreet"})
"""Routes that a mistake can be the reason of; what the police know of and despair stay."""


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


def on_assessment(content: Content, memory: Memory, assessment: Assessment, typed: str = "") -> Step | None:
    """The answer to what the threat check found in `typed`, or None when it found nothing that changes anything.

    Under a stopping route a doubt is no question any more, unless it is whether it happens now; under 112 what is less
    brings 112 again. `steun` leaves what is being asked as it is (`then` is None): the message itself still has to be
    handled.
    """
    if assessment.topic == CARE:
        return _take_care(content, memory, "zorg_acuut" if assessment.level is Level.ACUUT else "zorg")
    if assessment.action is Action.ROUTE_ACUUT:
        known = memory.but(child=memory.child or assessment.topic == CHILD)
        said_before = known.child and memory.route == "acuut"
        if said_before:
            return repeat_route(content, known)
        step = take_route(content, known, "acuut", assessment.kinds)
        return replace(step, replies=_with_other_ways(content, known, step.replies)) if cannot_call(typed) else step
    if assessment.action is Action.ROUTE_CONCREET:
        route_id = "concreet_bekend" if assessment.topic == POLICE else "concreet"
        if memory.route == "acuut":
            return repeat_route(content, memory)
        return take_route(content, memory, route_id, assessment.kinds)
    if assessment.action is Action.CONTROLEVRAAG:
        settled = memory.route == "acuut" or (stopped(content, memory) and assessment.level is not Level.ACUUT)
        if settled or memory.care:
            return None
        if memory.aside == ASIDE:
            return _doubted_again(content, memory, assessment, typed)
        return ask_check(content, memory, assessment.kinds)
    if assessment.action is Action.STEUN and memory.route == "acuut":
        return repeat_route(content, memory)
    if assessment.action is Action.STEUN:
        route_id = "doxing" if assessment.topic == "doxing" else "diffuus"
        return Step(_with_route(content, memory, route_id), route_replies(content, route_id, (), memory))
    return None


def _with_other_ways(content: Content, memory: Memory, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """112 first, then what can be done by who cannot or does not dare to call, then the rest."""
    key = "threat.cannot_call.kind" if memory.child else "threat.cannot_call"
    first, *rest = replies
    return (first, Reply(key, (text(content.messages[key]),)), *rest)


def _doubted_again(content: Content, memory: Memory, assessment: Assessment, typed: str) -> Step:
    """Asked whether there is a threat, the answer raises a doubt itself: an answer first, then one level up (D7)."""
    step = answer_check(content, memory, Message(text=typed))
    settled = step.memory.aside != ASIDE and step.memory.route is None
    if not settled or assessment.is_opinion:
        return step
    return take_route(content, memory, "acuut" if assessment.level is Level.ACUUT else "concreet", assessment.kinds)


def seen_in_context(content: Content, memory: Memory, typed: str, found: Assessment) -> Assessment:
    """What the threat check found in a text, seen what was said and asked before it.

    A weapon after words of despair is a means. Asked what happened lately, "ik heb de politie gebeld" is about that.
    """
    if found.certain and found.level is Level.ACUUT:
        return found
    if memory.care and (means_at_hand(typed) or for_oneself(typed)):
        return Assessment(Level.ACUUT, Action.ROUTE_ACUUT, found.reasons, CARE, certain=True)
    question = next_question(content, memory.answers, memory.revisit) if memory.started and not memory.aside else None
    lately = question is not None and question in content.triage[1:]
    if lately and found.level >= Level.CONCREET and known_to_police(typed):
        return Assessment(Level.CONCREET, Action.ROUTE_CONCREET, found.reasons, POLICE, certain=True)
    return found


def on_report(content: Content, memory: Memory, message: Message) -> Step | None:
    """The button "Er is dreiging" leads to the check question; a text has been judged, so its intent alone is none."""
    return ask_check(content, memory) if message.choice is not None else None


def under_route(content: Content, memory: Memory, typed: str, danger: Assessment) -> Step | None:
    """What needs words of its own under a route: who does not dare to call, a child, a mistake. None for all else."""
    if memory.route in TAKEN_BACK and memory.aside != ASIDE and not danger.certain and explains_away(typed):
        return ask_check(content, memory.but(taken_back=True), key="threat.taken_back")
    if memory.route != "acuut":
        return None
    child = memory.child or is_child(typed)
    known = memory.but(child=child)
    if cannot_call(typed):
        step = repeat_route(content, known)
        return replace(step, replies=_with_other_ways(content, known, step.replies))
    return _shown_again(content, known) if child and not memory.child else None


def take_route(content: Content, memory: Memory, route_id: str, kinds: Kinds = ()) -> Step:
    """Stop the scan, keep the answers, put a half-filled request aside and show the route for these kinds."""
    after = _with_route(content, memory, route_id)
    after = after.but(aside=None, draft=None, wish="", revisit=None, fresh=None, misses=0, checks=0, alarmed=True)
    after = after.but(shelved=memory.draft or memory.shelved, taken_back=False)
    replies = route_replies(content, route_id, choices_after(content, route_id), memory, kinds)
    return Step(after, replies, then="")


def ask_check(content: Content, memory: Memory, kinds: Kinds = (), key: str = "threat.check") -> Step:
    """One check question with three answers: the way out of a doubt (decision D7).

    What to do or leave at these kinds of danger is said already, for a doubt may be a danger.
    """
    choices = tuple(
        Choice(f"{THREAT_CHECK}:{name}", content.labels[f"{THREAT_CHECK}:{name}"]) for name in ("nu", "wel", "nee")
    )
    step = first_step(content, kinds)
    parts = (
        notice(content.messages["threat.check.now"], "emergency"),
        *((text(step),) if step else ()),
        text(content.messages[key]),
    )
    after = memory.but(aside=ASIDE, misses=0, checks=memory.checks + 1)
    return Step(after, (Reply("threat.check", parts, choices),), then="")


def answer_check(content: Content, memory: Memory, message: Message) -> Step:
    """The answer to the check question. A plain typed yes counts as a threat; it is asked twice at most.

    After that the conversation goes on, with the number to call and the button at hand: a doubt that was nothing,
    such as a name that sounds like one, must not lock anybody in.
    """
    key = _check_key(content, message)
    if key in _CHECK_ROUTES:
        return take_route(content, memory, _CHECK_ROUTES[key])
    if key != "nee" and memory.checks < MOST_CHECKS:
        return ask_check(content, memory)
    after = memory.but(aside=None, misses=0, checks=0, taken_back=False)
    if key == "nee" and memory.taken_back:
        return _over(content, after)
    if stopped(content, memory) or memory.care:
        return distress.stay(content, after) if memory.care else repeat_route(content, after)
    then = asked_now(content, after)
    tools = () if then else commands(content, ("start_scan", *ALWAYS))
    reply_id = "threat.check.none" if key == "nee" else "threat.check.later"
    return Step(after, (Reply(reply_id, (text(content.messages[reply_id]),), (), tools),), then=then)


def _over(content: Content, memory: Memory) -> Step:
    """The route rested on a mistake: what it put aside goes on, and the numbers stay in sight.

    An answer that leads to a route was part of the mistake, so the safety questions are asked again.
    """
    dangerous = {f"{ANSWER}:{question}={value}" for question, value in memory.answers.items()} & set(
        danger_choices(content)
    )
    kept = memory.without_answers({question.id for question in content.triage}) if dangerous else memory
    after = kept.but(route=None, child=False, draft=memory.shelved, shelved=None)
    then = asked_now(content, after)
    parts = (text(content.messages["threat.over"]), text(content.messages["threat.numbers"]))
    tools = () if then else commands(content, ("start_scan", *ALWAYS))
    return Step(after, (Reply("threat.over", parts, (), tools),), then=then)


def danger_answered(content: Content, memory: Memory, choice: str) -> Step:
    """The route of a dangerous answer to a safety question, from whatever button: it is never too late for one."""
    route = danger_choices(content)[choice]
    question, _, value = choice.removeprefix(f"{ANSWER}:").partition("=")
    step = take_route(content, memory.but(answers={**memory.answers, question: value}), route)
    return step if step.memory.route == route else repeat_route(content, step.memory)


def repeat_route(content: Content, memory: Memory) -> Step:
    """Under a stopping route everything else leads back to it: the numbers in one line, never the whole again."""
    route_id = memory.route or "concreet"
    if route_id in distress.ROUTES:
        return distress.stay(content, memory)
    if memory.child:
        return _shown_again(content, memory)
    stays, choices = text(content.messages["threat.stays"]), choices_after(content, route_id)
    if route_id == "acuut":  # 112 comes before any other word
        first = Reply("threat.route.acuut", (notice(content.routes["acuut"].lead, "emergency"),))
        return Step(memory, (first, Reply("threat.stays", (stays,), choices)), then="")
    numbers = notice(content.messages["threat.numbers"], "emergency")
    return Step(memory, (Reply("threat.stays", (numbers, stays), choices),), then="")


def _shown_again(content: Content, memory: Memory) -> Step:
    """The route once more, in words for a child."""
    _, *rest = route_replies(content, str(memory.route), choices_after(content, str(memory.route)), memory)
    return Step(memory, tuple(rest), then="")


def stop_under_route(content: Content, memory: Memory) -> Step:
    """Whoever wants to stop stops, with the numbers in one line; the route stays."""
    said = Reply(
        "threat.stopped", (text(content.messages["threat.stopped"]),), choices_after(content, str(memory.route))
    )
    return Step(memory.but(misses=0, aside=None), (said,), then="")


def start_again(memory: Memory, content: Content) -> Memory:
    """After a route: the safety questions are asked anew, the other answers stay."""
    kept = memory.without_answers({question.id for question in content.triage})
    return kept.but(route=None, aside=None, draft=None, shelved=None, started=True, care=False, child=False, checks=0)


def after_triage(content: Content, memory: Memory) -> Step | None:
    """What the triage answers lead to, once they lead anywhere: a stopping route, support, or the go-ahead."""
    route = route_for(content, memory.answers)
    if route is None:
        return None
    if stops_the_scan(content, route.id):
        return take_route(content, memory, route.id)
    # A typed answer may have led there already.
    told = () if memory.route == route.id else route_replies(content, route.id, (), memory)
    if memory.wish and route.level == "geen":
        told = (before_request(content, route),)
    return Step(_with_route(content, memory, route.id), told)


def _take_care(content: Content, memory: Memory, route_id: str) -> Step:
    """Nothing is asked any more; what was open can be gone on with later. 112 for a danger from others stays."""
    keeps = stopped(content, memory) and memory.route not in distress.ROUTES
    route = memory.route if keeps else route_id
    after = memory.but(route=route, care=True, alarmed=True, aside=None, misses=0, checks=0)
    return Step(after, route_replies(content, route_id, distress.offered(content, after), memory), then="")


def _with_route(content: Content, memory: Memory, route_id: str) -> Memory:
    """A route never replaces a more severe one."""
    current = content.routes[memory.route].level if memory.route else "geen"
    heavier = Level(content.routes[route_id].level) >= Level(current)
    return memory.but(route=route_id if heavier else memory.route)


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
