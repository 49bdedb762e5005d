"""Moving through the conversation: back, stop, pause, resume, restart, erase, and a yes or no outside a question."""

from __future__ import annotations

import re

from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, CHANGE, commands
from woningscan.conversation.effects import ERASE_CONVERSATION, Effect
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.conversation.step import REQUEST, SCAN, Step
from woningscan.conversation.talk import CONFIRMED, confirm, menu, unclear
from woningscan.reading.commands import is_bare_yes, is_command
from woningscan.reading.incoming import Message
from woningscan.request import elsewhere
from woningscan.request import form as booking
from woningscan.safety import distress
from woningscan.safety.check_question import ASIDE
from woningscan.safety.routes import asked_now, repeat_route, stop_under_route, stopped
from woningscan.scan import dialogue as scan

_WANTS_LIST = re.compile(r"\b(?:wijzig|verander|aanpassen|corrigeer|verbeter)")


def go_back(content: Content, memory: Memory, message: Message) -> Step:
    """One step back in what is open: the request being filled in, or else the scan."""
    open_now = memory.but(aside=None)
    if message.choice is None and _WANTS_LIST.search(message.text.casefold()) and memory.draft is None:
        return scan.go_back(content, open_now, Message(choice=CHANGE))
    if memory.draft is not None and not memory.wish and message.choice in (None, "back"):
        return booking.go_back(content, open_now, memory.draft)
    return scan.go_back(content, open_now, message)


def start_scan(content: Content, memory: Memory, message: Message) -> Step:
    """Begin the scan or go on with it; a request that is being filled in comes first."""
    if (memory.draft is not None or memory.wish) and not stopped(content, memory):
        return booking.still_open(content, memory)
    return scan.start(content, memory, message)


def stop(content: Content, memory: Memory, message: Message) -> Step:
    """End for now; what was answered stays, and the plan so far can be had."""
    if not is_command("stop", message, whole=_may_be_danger(content, memory)):
        return unclear(content, memory, message)
    if memory.care:
        pressed = message.choice is not None
        return distress.stopped_asking(content, memory) if pressed else distress.which_stop(content, memory)
    if stopped(content, memory) and memory.draft is None:
        return stop_under_route(content, memory)
    if memory.draft is not None or memory.wish:
        key = "nav.stop.request" if memory.draft is not None else "nav.stop.before_request"
        return _rest(content, memory, key, ("resume", "cancel_booking"))
    if not memory.answers:
        return _rest(content, memory, "nav.stop.unbegun", ("start_scan",))
    return _rest(content, memory, "nav.stop", ("resume", "send_report", "erase_data"))


def pause(content: Content, memory: Memory) -> Step:
    return _rest(content, memory, "nav.pause", ("resume",))


def resume(content: Content, memory: Memory, message: Message) -> Step:
    """Go on with what was open: the request, the scan, or else the plan."""
    if memory.draft is not None or memory.wish:
        after = memory.but(aside=None, care=False)
        return Step(after, then=SCAN if memory.wish else REQUEST)
    return scan.start(content, memory, message)


def restart(content: Content, memory: Memory, message: Message) -> Step:
    """After a safety route: the safety questions anew, answers kept. Otherwise all from the start, once confirmed."""
    if not is_command("restart", message, whole=_may_be_danger(content, memory)):
        return unclear(content, memory, message)
    if stopped(content, memory):
        return scan.again_after_route(content, memory)
    if not memory.answers and memory.draft is None:
        return scan.start(content, memory.but(wish=""), Message())
    return confirm(content, memory, "restart")


def erase(content: Content, memory: Memory, message: Message) -> Step:
    """Ask for a yes to erasing, where the whole message asks for it."""
    if not is_command("erase_data", message, whole=_may_be_danger(content, memory)):
        return unclear(content, memory, message)
    return confirm(content, memory, "erase")


def affirm(content: Content, memory: Memory, message: Message) -> Step:
    """A yes outside a question: to what was asked aside, to the opening's offer, or to the offer after the plan."""
    if memory.aside in CONFIRMED and not is_bare_yes(content, message):
        return _moved_on(content, memory)
    if memory.care and memory.aside is None and message.choice is None:
        return distress.stay(content, memory)
    if memory.aside == "restart":
        return scan.start(content, memory.emptied(), message)
    if memory.aside == "erase":
        return Step(memory.emptied(), effects=(Effect(ERASE_CONVERSATION),), then="")
    if elsewhere.is_open(memory):
        return elsewhere.decided(memory, with_answers=True)
    if message.asking or stopped(content, memory) or memory.aside:
        return unclear(content, memory, message)
    if not memory.planned:
        return resume(content, memory, message)
    return _as_you_wish(content, memory) if memory.requested else booking.start(content, memory, booking.SCAN_VISIT)


def deny(content: Content, memory: Memory, message: Message) -> Step:
    """A no outside a question leaves everything as it is and goes on with what was open."""
    if message.asking:
        return unclear(content, memory, message)
    if memory.care and memory.aside is None:
        return distress.stay(content, memory)
    if stopped(content, memory) and memory.aside is None:
        return repeat_route(content, memory)
    if elsewhere.is_open(memory):
        return elsewhere.decided(memory, with_answers=False)
    return _as_you_wish(content, memory)


def _may_be_danger(content: Content, memory: Memory) -> bool:
    """Whether what is typed now may well be about a danger: then only a message that says nothing else is a command."""
    return stopped(content, memory) or memory.care or memory.aside == ASIDE


def _rest(content: Content, memory: Memory, key: str, offered: tuple[str, ...]) -> Step:
    """Nothing is asked any more. Under a stopping route and in despair the numbers are the last thing said."""
    if memory.care:
        return distress.stay(content, memory)
    if stopped(content, memory) and memory.draft is None:
        return repeat_route(content, memory)
    said = Reply(key, (text(content.messages[key]),), commands(content, offered), commands(content, ALWAYS))
    return Step(memory.but(misses=0, aside=None), (said,), then="")


def _as_you_wish(content: Content, memory: Memory) -> Step:
    after = memory.but(aside=None)
    then = asked_now(content, after) if memory.aside else ""
    offered = () if then else commands(content, menu(content, after))
    said = Reply("nav.as_you_wish", (text(content.messages["nav.as_you_wish"]),), (), offered)
    return Step(after, (said,), then=then)


def _moved_on(content: Content, memory: Memory) -> Step:
    """Asked for a yes to something that cannot be undone, something else was said: it is not done."""
    after = memory.but(aside=None)
    then = asked_now(content, after)
    return Step(after, then=then) if then else _as_you_wish(content, memory)
