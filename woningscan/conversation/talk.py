"""What is said around the scan and the requests: the opening, questions in between, the plan again, not understood."""

from __future__ import annotations

import re

from woningscan.content.conditions import holds
from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, commands
from woningscan.conversation.effects import CANCEL_REQUEST, OFFER_REPORT, Effect
from woningscan.conversation.memory import Session
from woningscan.conversation.reply import Reply, link, notice, text
from woningscan.conversation.step import REQUEST, SCAN, Message, Step
from woningscan.plan.build import build_plan
from woningscan.plan.speaking import plan_replies
from woningscan.request import elsewhere
from woningscan.request import form as booking
from woningscan.safety import distress
from woningscan.safety.response import ASIDE, answer_check, asked_now, on_report, repeat_route, stopped
from woningscan.scan import dialogue as scan
from woningscan.scan.questionnaire import next_question

MENU = ("start_scan", "book_scan", "help", *ALWAYS)
MENU_UNDER_ROUTE = ("talk_to_human", "restart", *ALWAYS)
MENU_IN_CARE = ("talk_to_human", "resume", *ALWAYS)
CONFIRMED = ("restart", "erase")  # what is done only after a yes
ABOUT_READERS = ("ask_privacy", "ask_who_reads")  # here it is said that others can read along, where they can
AFTER_MISSES = 2
_REFERENCE = re.compile(r"\bWS[-‐‑–— .]?([0-9A-Z]{4})[-‐‑–— .]?([0-9A-Z]{2,6})\b", re.IGNORECASE)


def menu(content: Content, session: Session) -> tuple[str, ...]:
    """The commands to offer when nothing is asked; under a stopping route no scan and no request is among them."""
    if session.care:
        return MENU_IN_CARE
    if stopped(content, session):
        return MENU_UNDER_ROUTE
    return ("resume", *MENU[1:]) if asked_now(content, session) else MENU


def open_conversation(content: Content, session: Session, private_url: str = "") -> Step:
    """The first words: that this is a chatbot, 112, what it does, what happens to the answers.

    Where others can read along, that is said too, with `private_url`: where the same can be done without them.
    """
    said = {key: content.messages[f"opening.{key}"] for key in ("chatbot", "danger", "purpose", "privacy", "next")}
    first = Reply("opening.chatbot", (text(said["chatbot"]), notice(said["danger"], "emergency")))
    about_data = (text(said["privacy"]),)
    if session.overheard:
        page = (link(content.labels["open_private"], private_url),) if private_url else ()
        about_data = (text(content.messages["opening.overheard"]), *page, text(content.messages["opening.kept"]))
    parts = (text(said["purpose"]), *about_data, text(said["next"]))
    offered = commands(content, ("start_scan", "book_scan"))
    welcome = Reply("opening.welcome", parts, offered, commands(content, ("help", *ALWAYS)))
    return Step(session.but(version=content.version), (first, welcome), then="")


def answer_question(content: Content, session: Session, topic: str, asking: str | None) -> Step:
    """An answer from `content/answers.yml`, then the same question again. "Why?" is about the open question."""
    after = session.but(misses=0, aside=None)
    if session.care and not topic.startswith("ask_"):
        return distress.stay(content, session)
    if session.child and stopped(content, session):
        return repeat_route(content, session)
    if topic == "ask_why" and asking == SCAN:
        return scan.why(content, after)
    entry = content.answers[topic]
    variant = next((one for one in entry.get("variants", ()) if holds(one["show_if"], session.answers)), entry)
    parts = tuple(text(paragraph) for paragraph in variant["text"])
    if session.overheard and topic in ABOUT_READERS:
        parts = (text(content.messages["overheard"]), *parts)
    prefix = "faq" if topic.startswith("ask_") else "talk"
    # While something is being asked, that question follows with buttons of its own.
    offered = () if asking else menu(content, after)
    return Step(after, (Reply(f"{prefix}.{topic}", parts, (), commands(content, offered)),))


def cancel(content: Content, session: Session, message: Message) -> Step:
    """Withdraw a sent request by its reference, drop the one being filled in, or ask for the reference."""
    if _REFERENCE.search(message.text):
        return _withdraw(session, message)
    if session.draft is not None or session.wish:
        return booking.drop(content, session)
    return _ask_reference(content, session.but(misses=0))


def send_report(content: Content, session: Session) -> Step:
    """A one-time link to the plan so far; the app makes the link, so what is said comes after the commit."""
    if stopped(content, session):
        return repeat_route(content, session)
    if not _has_plan(content, session):
        return _nothing_yet(content, session)
    return Step(session, effects=(Effect(OFFER_REPORT),))


def repeat_tips(content: Content, session: Session) -> Step:
    """The plan so far; what can be done next is only said once the scan is complete."""
    if stopped(content, session):
        return repeat_route(content, session)
    if not _has_plan(content, session):
        return _nothing_yet(content, session)
    told = plan_replies(content, session.answers)
    return Step(session, told if next_question(content, session.answers) is None else told[:-1])


def report(content: Content, session: Session, message: Message) -> Step:
    """The language model reads a threat that the threat check did not: the check question, or it was not understood."""
    return on_report(content, session, message) or unclear(content, session, message)


def unclear(content: Content, session: Session, message: Message) -> Step:
    """Nothing fitted: say so, keep what was open, and after a second time in a row offer a person."""
    if session.aside == ASIDE:
        return answer_check(content, session, message)
    if session.aside == "cancel" and _REFERENCE.search(message.text):
        return _withdraw(session, message)
    if session.care:
        return distress.stay(content, session)
    if stopped(content, session) and session.draft is None:
        return repeat_route(content, session)
    step = _not_understood(content, session, message)
    if step.session.misses == 0 or step.session.misses % AFTER_MISSES:
        return step
    offer = text(content.messages["fallback.person"])
    person = Reply("fallback.person", (offer,), (), commands(content, ("talk_to_human",)))
    return Step(step.session, (*step.replies, person), then=step.then)


def confirm(content: Content, session: Session, what: str) -> Step:
    """Ask for a yes to something that cannot be undone; `what` is one of `CONFIRMED`."""
    key = f"nav.confirm.{what}"
    return Step(
        session.but(aside=what),
        (Reply(key, (text(content.messages[key]),), commands(content, ("affirm", "deny"))),),
        then="",
    )


def _not_understood(content: Content, session: Session, message: Message) -> Step:
    if session.aside in CONFIRMED:
        return confirm(content, session.but(misses=session.misses + 1), str(session.aside))
    if session.aside == "cancel":
        return _ask_reference(content, session.but(misses=session.misses + 1))
    if elsewhere.is_open(session):
        return elsewhere.ask(content, session.but(misses=session.misses + 1))
    if message.asking == SCAN:
        return scan.clarify(content, session, message)
    if message.asking == REQUEST:
        return booking.clarify(content, session)
    if asked_now(content, session):  # something was left open, after a pause for instance
        said = Reply("nav.resumed", (text(content.messages["nav.resumed"]),))
        return Step(session.but(misses=session.misses + 1), (said,), then=asked_now(content, session))
    unclear_text = text(content.messages["fallback.unclear"])
    offered = commands(content, menu(content, session))
    return Step(session.but(misses=session.misses + 1), (Reply("fallback.unclear", (unclear_text,), offered),))


def _ask_reference(content: Content, session: Session) -> Step:
    said = text(content.messages["booking.cancel.ask"])
    offered = commands(content, menu(content, session))
    return Step(session.but(aside="cancel"), (Reply("booking.cancel.ask", (said,), (), offered),), then="")


def _withdraw(session: Session, message: Message) -> Step:
    found = _REFERENCE.search(message.text)
    reference = f"WS-{found.group(1)}-{found.group(2)}".upper() if found else ""
    return Step(session.but(aside=None), effects=(Effect(CANCEL_REQUEST, {"reference": reference}),), then="")


def _has_plan(content: Content, session: Session) -> bool:
    plan = build_plan(content, session.answers)
    return any(theme.items or theme.done for theme in plan.themes)


def _nothing_yet(content: Content, session: Session) -> Step:
    said = text(content.messages["plan.nothing_yet"])
    offered = commands(content, ("resume" if asked_now(content, session) else "start_scan",))
    return Step(session, (Reply("plan.nothing_yet", (said,), offered),))
