"""Moving through the conversation: back, stop, pause, resume, restart, erase, and a yes or no outside a question."""

from __future__ import annotations

import re

from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, CHANGE, commands
from woningscan.conversation.effects import ERASE_CONVERSATION, Effect
from woningscan.conversation.memory import Session
from woningscan.conversation.reply import Reply, text
from woningscan.conversation.step import REQUEST, SCAN, Message, Step
from woningscan.conversation.talk import CONFIRMED, confirm, menu, unclear
from woningscan.reading.commands import is_bare_yes, is_command
from woningscan.request import elsewhere
from woningscan.request import form as booking
from woningscan.safety import distress
from woningscan.safety.response import asked_now, repeat_route, stop_under_route, stopped
from woningscan.scan import dialogue as scan

_WANTS_LIST = re.compile(r"\b(?:wijzig|verander|aanpassen|corrigeer|verbeter)")


def go_back(content: Content, session: Session, message: Message) -> Step:
    """One step back in what is open: the request being filled in, or else the scan."""
    open_now = session.but(aside=None)
    if message.choice is None and _WANTS_LIST.search(message.text.casefold()) and session.draft is None:
        return scan.go_back(content, open_now, Message(choice=CHANGE))
    if session.draft is not None and not session.wish and message.choice in (None, "back"):
        return booking.go_back(content, open_now, session.draft)
    return scan.go_back(content, open_now, message)


def start_scan(content: Content, session: Session, message: Message) -> Step:
    """Begin the scan or go on with it; a request that is being filled in comes first."""
    if (session.draft is not None or session.wish) and not stopped(content, session):
        return booking.still_open(content, session)
    return scan.start(content, session, message)


def stop(content: Content, session: Session, message: Message) -> Step:
    """End for now; what was answered stays, and the plan so far can be had."""
    if not is_command("stop", message):
        return unclear(content, session, message)
    if session.care:
        pressed = message.choice is not None
        return distress.stopped_asking(content, session) if pressed else distress.which_stop(content, session)
    if stopped(content, session) and session.draft is None:
        return stop_under_route(content, session)
    if session.draft is not None or session.wish:
        key = "nav.stop.request" if session.draft is not None else "nav.stop.before_request"
        return _rest(content, session, key, ("resume", "cancel_booking"))
    offered = ("resume", "send_report", "erase_data") if session.answers else ("start_scan",)
    return _rest(content, session, "nav.stop", offered)


def pause(content: Content, session: Session) -> Step:
    return _rest(content, session, "nav.pause", ("resume",))


def resume(content: Content, session: Session, message: Message) -> Step:
    """Go on with what was open: the request, the scan, or else the plan."""
    if session.draft is not None or session.wish:
        after = session.but(aside=None, care=False)
        return Step(after, then=SCAN if session.wish else REQUEST)
    return scan.start(content, session, message)


def restart(content: Content, session: Session, message: Message) -> Step:
    """After a safety route: the safety questions anew, answers kept. Otherwise all from the start, once confirmed."""
    if not is_command("restart", message):
        return unclear(content, session, message)
    if stopped(content, session):
        return scan.again_after_route(content, session)
    if not session.answers and session.draft is None:
        return scan.start(content, session.but(wish=""), Message())
    return confirm(content, session, "restart")


def erase(content: Content, session: Session, message: Message) -> Step:
    """Ask for a yes to erasing, where the whole message asks for it."""
    if not is_command("erase_data", message):
        return unclear(content, session, message)
    return confirm(content, session, "erase")


def affirm(content: Content, session: Session, message: Message) -> Step:
    """A yes outside a question: to what was asked aside, to the opening's offer, or to the offer after the plan."""
    if session.aside in CONFIRMED and not is_bare_yes(content, message):
        return _moved_on(content, session)
    if session.care and session.aside is None and message.choice is None:
        return distress.stay(content, session)
    if session.aside == "restart":
        return scan.start(content, session.emptied(), message)
    if session.aside == "erase":
        return Step(session.emptied(), effects=(Effect(ERASE_CONVERSATION),), then="")
    if elsewhere.is_open(session):
        return elsewhere.decided(session, with_answers=True)
    if message.asking or stopped(content, session) or session.aside:
        return unclear(content, session, message)
    if not session.planned:
        return resume(content, session, message)
    return _as_you_wish(content, session) if session.requested else booking.start(content, session, booking.SCAN_VISIT)


def deny(content: Content, session: Session, message: Message) -> Step:
    """A no outside a question leaves everything as it is and goes on with what was open."""
    if message.asking:
        return unclear(content, session, message)
    if session.care and session.aside is None:
        return distress.stay(content, session)
    if stopped(content, session) and session.aside is None:
        return repeat_route(content, session)
    if elsewhere.is_open(session):
        return elsewhere.decided(session, with_answers=False)
    return _as_you_wish(content, session)


def _rest(content: Content, session: Session, key: str, offered: tuple[str, ...]) -> Step:
    """Nothing is asked any more. Under a stopping route the numbers are the last thing said."""
    if stopped(content, session) and session.draft is None:
        return repeat_route(content, session)
    said = Reply(key, (text(content.messages[key]),), commands(content, offered), commands(content, ALWAYS))
    return Step(session.but(misses=0, aside=None), (said,), then="")


def _moved_on(content: Content, session: Session) -> Step:
    """Asked for a yes to something that cannot be undone, something else was said: it is not done."""
    after = session.but(aside=None)
    then = asked_now(content, after)
    return Step(after, then=then) if then else _as_you_wish(content, session)


def _as_you_wish(content: Content, session: Session) -> Step:
    after = session.but(aside=None)
    then = asked_now(content, after) if session.aside else ""
    offered = () if then else commands(content, menu(content, after))
    said = Reply("nav.as_you_wish", (text(content.messages["nav.as_you_wish"]),), (), offered)
    return Step(after, (said,), then=then)
