"""The commands that are there at any moment, and what happens when nothing else fits."""

from __future__ import annotations

import re

from woningscan.booking import dialogue as booking
from woningscan.choices import ALWAYS, commands
from woningscan.content.model import Content
from woningscan.effects import CANCEL_REQUEST, ERASE_CONVERSATION, OFFER_REPORT, Effect
from woningscan.plan.build import build_plan
from woningscan.plan.speaking import plan_replies
from woningscan.replies import Reply, notice, text
from woningscan.safety import ASIDE, answer_check, asked_now, repeat_route, stopped
from woningscan.scan import dialogue as scan
from woningscan.scan.conditions import holds
from woningscan.scan.questionnaire import next_question
from woningscan.session import Session
from woningscan.turns import REQUEST, SCAN, Message, Step

MENU = ("start_scan", "book_scan", "help", *ALWAYS)
AFTER_MISSES = 2
_REFERENCE = re.compile(r"\bWS[- ]?([0-9A-Z]{4})[- ]?([0-9A-Z]{2,6})\b", re.IGNORECASE)


def open_conversation(content: Content, session: Session) -> Step:
    """The first words: that this is a chatbot, 112, what it does, what happens to the answers."""
    filled = {contact.id: contact.value for contact in content.contacts.values()}
    said = {
        key: content.messages[f"opening.{key}"].format_map(filled)
        for key in ("chatbot", "danger", "purpose", "privacy", "next")
    }
    first = Reply("opening.chatbot", (text(said["chatbot"]), notice(said["danger"], "emergency")))
    parts = (text(said["purpose"]), text(said["privacy"]), text(said["next"]))
    welcome = Reply(
        "opening.welcome", parts, commands(content, ("start_scan", "book_scan")), commands(content, ("help", *ALWAYS))
    )
    return Step(session.but(version=content.version), (first, welcome), then="")


def answer_question(content: Content, session: Session, topic: str, asking: str | None) -> Step:
    """An answer from `content/answers.yml`, then the same question again. "Why?" is about the open question."""
    if topic == "ask_why" and asking == SCAN:
        return scan.why(content, session)
    return _told(content, session, topic, asking)


def go_back(content: Content, session: Session, message: Message) -> Step:
    """One step back in what is open: the request being filled in, or else the scan."""
    if session.draft is not None and message.choice in (None, "back"):
        return booking.go_back(content, session)
    return scan.go_back(content, session, message)


def stop(content: Content, session: Session) -> Step:
    """End for now; what was answered stays, and the plan so far can be had."""
    offered = ("resume", "send_report", "erase_data") if session.answers else ("start_scan",)
    said = Reply(
        "nav.stop", (text(content.messages["nav.stop"]),), commands(content, offered), commands(content, ALWAYS)
    )
    return Step(session.but(misses=0), (said,), then="")


def pause(content: Content, session: Session) -> Step:
    said = Reply(
        "nav.pause", (text(content.messages["nav.pause"]),), commands(content, ("resume",)), commands(content, ALWAYS)
    )
    return Step(session.but(misses=0), (said,), then="")


def resume(content: Content, session: Session, message: Message) -> Step:
    """Go on with what was open: the request, the scan, or else the plan."""
    if session.draft is not None:
        return Step(session.but(aside=None), then=REQUEST)
    return scan.start(content, session, message)


def restart(content: Content, session: Session) -> Step:
    """After a safety route: the safety questions anew, answers kept. Otherwise all from the start, once confirmed."""
    if stopped(content, session):
        return scan.again_after_route(content, session)
    if not session.answers:
        return scan.start(content, session, Message())
    return _confirm(content, session, "restart")


def erase(content: Content, session: Session) -> Step:
    return _confirm(content, session, "erase")


def cancel(content: Content, session: Session, message: Message) -> Step:
    """Drop the request that is being filled in, or withdraw a sent one by its reference."""
    if session.draft is not None:
        return booking.drop(content, session)
    if _REFERENCE.search(message.text):
        return _withdraw(content, session, message)
    said = Reply(
        "booking.cancel.ask",
        (text(content.messages["booking.cancel.ask"]),),
        (),
        commands(content, ("resume", *ALWAYS)),
    )
    return Step(session.but(aside="cancel"), (said,), then="")


def affirm(content: Content, session: Session, message: Message) -> Step:
    """A yes outside a question: to what was asked aside, to the opening's offer, or to the offer after the plan."""
    if session.aside == "restart":
        return scan.start(content, Session(version=session.version), message)
    if session.aside == "erase":
        return Step(Session(version=session.version), effects=(Effect(ERASE_CONVERSATION),), then="")
    if message.asking or stopped(content, session):
        return unclear(content, session, message)
    if session.planned:
        return booking.start(content, session, booking.SCAN_VISIT)
    return scan.start(content, session, message)


def deny(content: Content, session: Session, message: Message) -> Step:
    """A no outside a question leaves everything as it is and goes on with what was open."""
    if message.asking:
        return unclear(content, session, message)
    after = session.but(aside=None)
    said = Reply("nav.as_you_wish", (text(content.messages["nav.as_you_wish"]),), (), commands(content, MENU))
    return Step(after, (said,), then=asked_now(content, after) if session.aside else "")


def send_report(content: Content, session: Session) -> Step:
    """A one-time link to the plan so far; the app makes the link, so what is said comes after the commit."""
    if not _has_plan(content, session):
        return _nothing_yet(content, session)
    return Step(session, effects=(Effect(OFFER_REPORT),))


def repeat_tips(content: Content, session: Session) -> Step:
    if not _has_plan(content, session):
        return _nothing_yet(content, session)
    told = plan_replies(content, session.answers)
    return Step(session, told if next_question(content, session.answers) is None else told[:-1])


def unclear(content: Content, session: Session, message: Message) -> Step:
    """Nothing fitted: say so, keep what was open, and after a second time in a row offer a person."""
    if session.aside == ASIDE:
        return answer_check(content, session, message)
    if session.aside == "cancel" and _REFERENCE.search(message.text):
        return _withdraw(content, session, message)
    if stopped(content, session) and session.draft is None:
        return repeat_route(content, session)
    if message.asking == SCAN:
        step = scan.clarify(content, session, message)
    elif message.asking == REQUEST:
        step = booking.clarify(content, session)
    else:
        said = Reply("fallback.unclear", (text(content.messages["fallback.unclear"]),), commands(content, MENU))
        step = Step(session.but(misses=session.misses + 1), (said,))
    if step.session.misses == 0 or step.session.misses % AFTER_MISSES:
        return step
    offer = text(content.messages["fallback.person"])
    return Step(
        step.session,
        (*step.replies, Reply("fallback.person", (offer,), (), commands(content, ("talk_to_human",)))),
        then=step.then,
    )


def _told(content: Content, session: Session, topic: str, asking: str | None) -> Step:
    """The answer; while something is being asked, that question follows with buttons of its own."""
    entry = content.answers[topic]
    variant = next((one for one in entry.get("variants", ()) if holds(one["show_if"], session.answers)), entry)
    filled = {contact.id: contact.value for contact in content.contacts.values()}
    parts = tuple(text(paragraph.format_map(filled)) for paragraph in variant["text"])
    prefix = "faq" if topic.startswith("ask_") else "talk"
    after = session.but(misses=0)
    offered = () if asking else ("resume", *ALWAYS) if asked_now(content, after) else MENU
    return Step(after, (Reply(f"{prefix}.{topic}", parts, (), commands(content, offered)),))


def _confirm(content: Content, session: Session, what: str) -> Step:
    said = Reply(
        f"nav.confirm.{what}", (text(content.messages[f"nav.confirm.{what}"]),), commands(content, ("affirm", "deny"))
    )
    return Step(session.but(aside=what), (said,), then="")


def _withdraw(content: Content, session: Session, message: Message) -> Step:
    first, second = _REFERENCE.search(message.text).groups()
    return Step(
        session.but(aside=None),
        effects=(Effect(CANCEL_REQUEST, {"reference": f"WS-{first}-{second}".upper()}),),
        then="",
    )


def _has_plan(content: Content, session: Session) -> bool:
    plan = build_plan(content, session.answers)
    return any(theme.items or theme.done for theme in plan.themes)


def _nothing_yet(content: Content, session: Session) -> Step:
    said = Reply("plan.nothing_yet", (text(content.messages["plan.nothing_yet"]),), commands(content, ("start_scan",)))
    return Step(session, (said,))
