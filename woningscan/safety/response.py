"""What is said and done at a threat level. The police judge how serious it is; the assistant never does.

A doubt is settled by one check question. Nothing about the threat is asked; its kind alone is kept, until it is over.
"""

from __future__ import annotations

from dataclasses import replace

from woningscan.content.model import Content
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.conversation.step import Step
from woningscan.reading.aftermath import Aftermath
from woningscan.reading.commands import is_command
from woningscan.reading.incoming import Message
from woningscan.reading.reading import Reading
from woningscan.reading.threat import NOTHING, Action, Assessment, Level
from woningscan.reading.threat.situation.afterwards import (
    asks_to_go_on,
    is_no_mistake,
    may_explain_away,
    names_somebody_close,
    tells_of_strain,
)
from woningscan.reading.threat.situation.of_the_house import names_somebody
from woningscan.reading.threat.situation.rules import CARE, CARE_OF_ANOTHER, CHILD, POLICE
from woningscan.reading.threat.situation.writer import (
    asks_how,
    cannot_call,
    for_oneself,
    is_child,
    is_done_to_oneself,
    known_to_police,
    means_at_hand,
    speaks_of_another,
)
from woningscan.safety import distress
from woningscan.safety.check_question import ASIDE, TAKEN_BACK, ask_check, doubted_again
from woningscan.safety.news import News, calls_again, goes_to_the_door, news_of
from woningscan.safety.routes import repeat_route, shown_again, stopped, take_route, with_route
from woningscan.safety.speaking import before_request, first_step, known_kinds, route_replies
from woningscan.safety.triage import route_for, stops_the_scan
from woningscan.scan.questionnaire import next_question

OF_ANOTHER = "zorg_acuut_ander"
"""The route for somebody else who is about to harm themselves."""
COMMAND_WORDS = 3
"""A command by itself has so many words at most."""
_SETTLES = frozenset({Aftermath.THERE, Aftermath.OVER, Aftermath.MISTAKE, Aftermath.GO_ON})
"""After which nobody is told to call at once."""
OTHERS = "collega_of_ander"
"""The kind of danger that is somebody else's."""


def on_assessment(content: Content, memory: Memory, assessment: Assessment, typed: str = "") -> Step | None:
    """The answer to what the threat check found in `typed`, or None when it found nothing that changes anything.

    Under a stopping route a doubt is no question any more, unless it is whether it happens now; under 112 what is less
    brings 112 again. `steun` leaves what is being asked as it is (`then` is None): the message itself still has to be
    handled.
    """
    if assessment.topic == CARE_OF_ANOTHER:
        return _take_care(content, memory, OF_ANOTHER)
    if assessment.topic == CARE and assessment.action is not Action.GEEN:
        return _take_care(content, memory, "zorg_acuut" if assessment.level is Level.ACUUT else "zorg")
    if assessment.action is Action.ROUTE_ACUUT:
        known = memory.but(child=memory.child or assessment.topic == CHILD)
        if memory.route == "acuut" and _was_told(content, known, assessment):
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
        if _is_about_others(assessment) and memory.aside != ASIDE and not stopped(content, memory):
            return _support(content, memory, assessment)
        if memory.aside == ASIDE:
            return doubted_again(content, memory, assessment, typed)
        return ask_check(content, memory, assessment.kinds)
    if assessment.action is Action.STEUN and memory.route == "acuut":
        return repeat_route(content, memory)
    if assessment.action is Action.STEUN and not (memory.care or stopped(content, memory)):
        return _support(content, memory, assessment)
    return None


def _was_told(content: Content, memory: Memory, assessment: Assessment) -> bool:
    """Whether what to do now was said before: a child's whole route, or the first step for this kind of danger.

    For who told that help was called, a danger that no rule is sure of is no new one.
    """
    if memory.child or (memory.news == News.HELP_CALLED.value and not assessment.certain):
        return True
    step = first_step(content, assessment.kinds)
    return not memory.news and (step is None or step == first_step(content, memory.kinds))


def _is_about_others(assessment: Assessment) -> bool:
    """Whether a doubt is about a threat to a colleague and nobody else, which is no more than `diffuus`."""
    return not assessment.certain and assessment.level is not Level.ACUUT and assessment.kind == OTHERS


def _support(content: Content, memory: Memory, assessment: Assessment) -> Step:
    """Support beside what is being asked; to the check question it is the answer, which is then not asked again."""
    route_id = "doxing" if assessment.topic == "doxing" else "diffuus"
    return Step(with_route(content, memory, route_id), route_replies(content, route_id, (), memory, assessment.kinds))


def seen_in_context(content: Content, memory: Memory, typed: str, found: Assessment) -> Assessment:
    """What the threat check found in a text, seen what was said and asked before it.

    A weapon after words of despair is a means, and "hij" is who despairs. Where a danger from others is known, "ik sta
    op de parkeerplaats" is about that, and despair needs words of its own. Asked what happened lately, "ik heb de
    politie gebeld" is about that.
    """
    if found.certain and found.level is Level.ACUUT:
        return found
    of_another = memory.care and speaks_of_another(typed)
    if memory.care and (means_at_hand(typed) or for_oneself(typed)):
        topic = CARE_OF_ANOTHER if of_another and not for_oneself(typed) else CARE
        return Assessment(Level.ACUUT, Action.ROUTE_ACUUT, found.reasons, topic, certain=True)
    if of_another and not found.certain and _is_about_who_despairs(memory, typed):
        return NOTHING
    if found.topic == CARE and not found.certain and stopped(content, memory) and not memory.care:
        return replace(found, level=Level.GEEN, action=Action.GEEN, topic=None, hint=True)
    question = next_question(content, memory.answers, memory.revisit) if memory.started and not memory.aside else None
    lately = question is not None and question in content.triage[1:]
    if lately and found.level >= Level.CONCREET and known_to_police(typed):
        return Assessment(Level.CONCREET, Action.ROUTE_CONCREET, found.reasons, POLICE, certain=True)
    return found


def _is_about_who_despairs(memory: Memory, typed: str) -> bool:
    """Whether "hij" is who despairs: where somebody else is known to, or where it is asked how to help ("hoe help ik
    hem"). What is done to the writer is no despair of another."""
    known = memory.route == OF_ANOTHER or asks_how(typed)
    return known and not names_somebody(typed) and not is_done_to_oneself(typed)


def on_report(content: Content, memory: Memory, message: Message) -> Step | None:
    """The button "Er is dreiging" leads to the check question; a text has been judged, so its intent alone is none."""
    return ask_check(content, memory) if message.choice is not None else None


def under_route(
    content: Content, memory: Memory, reading: Reading, danger: Assessment, wants_to_go_on: bool = False
) -> Step | None:
    """What needs words of its own under a route: who does not dare to call, a child, a mistake, who wants to go on.
    None for all else.

    A mistake and going on are asked about: a route ends with a no to whether there is danger, never with less.
    """
    typed, became = reading.typed, _became(memory, reading, danger)
    news = news_of(typed, became)
    if news is News.SAID_OVER and reading.goes_on:
        news = None
    begins_again = bool(memory.news) and (became is Aftermath.STILL or calls_again(typed))
    to_the_door = memory.route == "acuut" and goes_to_the_door(typed) and not danger.certain
    if news is None and (begins_again or to_the_door):  # "de politie is er, ik doe open" is news
        return repeat_route(content, memory.but(news=""))
    if memory.route in TAKEN_BACK and memory.aside != ASIDE and not danger.certain:
        calm = danger.action in (Action.GEEN, Action.CONTROLEVRAAG) or news is News.SAID_OVER
        if _explains_away(typed, became):
            return ask_check(content, memory.but(taken_back=True), key="threat.taken_back")
        if calm and (_asks_to_go_on(memory, typed, became) or (memory.news and wants_to_go_on)):
            return ask_check(content, memory.but(taken_back=True), key="threat.go_on")
    if news is not None and not (news is News.SAID_OVER and danger.certain):
        told = danger.kinds if danger.certain else ()  # without a danger of its own it is about the one known before
        step = _on_news(content, memory.but(kinds=known_kinds(memory, told)), news)
        if step is not None:
            return step
    if memory.route == "concreet" and not danger.certain and (became is Aftermath.KNOWN or known_to_police(typed)):
        return take_route(content, memory, "concreet_bekend", memory.kinds)
    if memory.route != "acuut":
        return None
    child = memory.child or is_child(typed)
    known = memory.but(child=child)
    if became is Aftermath.CANNOT_CALL or cannot_call(typed):
        step = repeat_route(content, known)
        return replace(step, replies=_with_other_ways(content, known, step.replies))
    return shown_again(content, known) if child and not memory.child else None


def _became(memory: Memory, reading: Reading, danger: Assessment) -> Aftermath | None:
    """What the reader understands of a danger known before. Where the threat check sees one, nothing is settled by it,
    and words that say what became of it go first."""
    became = reading.aftermath if memory.route in TAKEN_BACK else None
    if became is Aftermath.GO_ON and is_command("stop", Message(text=reading.typed), whole=True):
        return None
    if became in _SETTLES and danger.action in (Action.ROUTE_ACUUT, Action.ROUTE_CONCREET):
        return None
    return None if became in (Aftermath.MISTAKE, Aftermath.GO_ON) and news_of(reading.typed) else became


def _explains_away(typed: str, became: Aftermath | None) -> bool:
    """Whether a message may say that it was a mistake: enough to ask. That it was a partner or an ex is none."""
    if became is Aftermath.MISTAKE and not (names_somebody_close(typed) or is_no_mistake(typed)):
        return True
    return may_explain_away(typed)


def _asks_to_go_on(memory: Memory, typed: str, became: Aftermath | None) -> bool:
    """Right after the danger "verder" or "zelfscan beginnen" is no more than a command."""
    return (became is Aftermath.GO_ON and len(typed.split()) > COMMAND_WORDS) or asks_to_go_on(
        typed, barely=bool(memory.news)
    )


def _on_news(content: Content, memory: Memory, news: News) -> Step | None:
    """What is left to do when help was called or the danger is said to be over; whether it is, nobody here can see."""
    if not stopped(content, memory) or memory.route in distress.ROUTES:
        return None
    if memory.route == "acuut" or news is News.SAID_OVER:
        return repeat_route(content, memory.but(news=news.value))
    return take_route(content, memory, "concreet_bekend", memory.kinds) if memory.route == "concreet" else None


def speaks_of_feelings(content: Content, memory: Memory, typed: str) -> bool:
    """Whether somebody under a route for a threat, not of now, says what it does to them or to their family."""
    return stopped(content, memory) and memory.route != "acuut" and not memory.care and tells_of_strain(typed)


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
    return Step(with_route(content, memory, route.id), told)


def _take_care(content: Content, memory: Memory, route_id: str) -> Step:
    """Nothing is asked any more; what was open can be gone on with later. 112 for a danger from others stays."""
    keeps = stopped(content, memory) and memory.route not in distress.ROUTES
    route = memory.route if keeps else route_id
    after = memory.but(route=route, care=True, alarmed=True, aside=None, misses=0, checks=0)
    return Step(after, route_replies(content, route_id, distress.offered(content, after), memory), then="")


def _with_other_ways(content: Content, memory: Memory, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """112 first, then what can be done by who cannot or does not dare to call, then the rest."""
    key = "threat.cannot_call.kind" if memory.child else "threat.cannot_call"
    first, *rest = replies
    return (first, Reply(key, (text(content.messages[key]),)), *rest)
