"""What is said around the scan and the requests: the opening, questions in between, the plan again, not understood."""

from __future__ import annotations

import re
from typing import Any

from woningscan.content.conditions import holds
from woningscan.content.model import Content
from woningscan.content.topics import intent_of
from woningscan.conversation.choices import ALWAYS, commands
from woningscan.conversation.effects import CANCEL_REQUEST, OFFER_DATA, OFFER_REPORT, Effect
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, link, notice, text
from woningscan.conversation.step import REQUEST, SCAN, Step
from woningscan.plan.build import build_plan
from woningscan.plan.speaking import plan_replies
from woningscan.reading.incoming import Message
from woningscan.request import elsewhere
from woningscan.request import form as booking
from woningscan.request.changing import may_call_off
from woningscan.safety import distress
from woningscan.safety.check_question import ASIDE, answer_check
from woningscan.safety.response import on_report
from woningscan.safety.routes import asked_now, repeat_route, stopped
from woningscan.safety.speaking import alarm_line
from woningscan.safety.triage import as_answered
from woningscan.scan import dialogue as scan
from woningscan.scan import overview
from woningscan.scan.questionnaire import next_question

MENU = ("start_scan", "book_scan", "help", *ALWAYS)
MENU_UNDER_ROUTE = ("talk_to_human", "restart", *ALWAYS)
MENU_IN_CARE = ("talk_to_human", "resume", *ALWAYS)
CONFIRMED = ("restart", "erase")  # what is done only after a yes
ABOUT_READERS = (
    "ask_privacy",
    "ask_who_reads",
    "q_apparaat",
    "q_telegram",
)  # here it is said that others can read along, where they can
ABOUT_DANGER = frozenset(
    "ask_bewaken_beveiligen ask_privacy ask_who_reads q_apparaat q_112_of_0900 q_aangifte_adres q_bewijs"
    " q_bij_wie_melden q_computer"
    " q_is_dit_bedreiging q_pakket q_politie_weet_het q_steun_gezin q_waarom_geen_scan q_wat_zeg_ik"
    " q_wie_beslist q_vpt".split()
)
"""What is answered while the alarm number was said; anything else can wait until that call was made."""
VAGUE = "ask_capabilities"
"""What a question under a route is easily taken for; what I can do is not what somebody in danger asks."""
EXTORTION = "hacken_of_afpersen"
AFTER_MISSES = 2
REFERENCE = re.compile(r"\bWS[-‐‑–— .]?([0-9A-Z]{4})[-‐‑–— .]?([0-9A-Z]{2,6})\b", re.IGNORECASE)

# Beside a reference: a question about calling off, or that it is not meant. Then it is asked for before it is done.
_NOT_YET = re.compile(r"\?|\b(?:niet|geen|later|nog|hoe|of|wanneer|als|mocht|kan ik|mag ik|moet ik|stel)\b")


def menu(content: Content, memory: Memory) -> tuple[str, ...]:
    """The commands to offer when nothing is asked; under a stopping route no scan and no request is among them."""
    if memory.care:
        return MENU_IN_CARE
    if stopped(content, memory):
        return MENU_UNDER_ROUTE
    return ("resume", *MENU[1:]) if asked_now(content, memory) else MENU


def open_conversation(content: Content, memory: Memory, private_url: str = "") -> Step:
    """The first words, few enough for one small screen: that this is a chatbot, 112, what it does and how long it
    takes. What happens to the answers is one press away.

    Where others can read along, that is said too, with `private_url`: where the same can be done without them.
    """
    said = {key: content.messages[f"opening.{key}"] for key in ("chatbot", "danger", "purpose", "english")}
    alarm = (notice(said["danger"], "emergency"), text(said["english"]))
    first = Reply("opening.chatbot", (text(said["chatbot"]), *alarm))
    about_data: tuple[dict[str, Any], ...] = ()
    if memory.overheard:
        page = (link(content.labels["open_private"], private_url),) if private_url else ()
        about_data = (text(content.messages["opening.overheard"]), *page, text(content.messages["opening.kept"]))
    parts = (*about_data, text(said["purpose"]))
    offered = commands(content, ("start_scan", "book_scan"))
    beside = commands(content, ("ask_privacy", "help", *ALWAYS))
    welcome = Reply("opening.welcome", parts, offered, beside)
    return Step(memory.but(version=content.version), (first, welcome), then="")


def is_question(intent: str) -> bool:
    """Whether an intent asks something that `content/answers.yml` has an answer to."""
    return intent.startswith(("ask_", "q_"))


def answer_question(content: Content, memory: Memory, topic: str, asking: str | None) -> Step:
    """An answer from `content/answers.yml`, then the same question again. "Why?" is about the open question."""
    after = memory.but(misses=0, aside=None)
    if memory.care and not topic.startswith("ask_"):
        return distress.stay(content, memory)
    if stopped(content, memory) and _leads_back(memory, topic):
        return repeat_route(content, memory)
    if topic == "ask_why" and asking == SCAN:
        return scan.why(content, after)
    told = _from_the_scan(content, after, topic)
    if told is not None:
        return Step(after, (told,), effects=(Effect(OFFER_DATA),) if topic == "q_inzage" else ())
    entry = content.answers.get(topic) or content.answers[intent_of(topic)]
    answers = as_answered(content, memory.answers, memory.route)
    variant = next((one for one in entry.get("variants", ()) if holds(one["show_if"], answers)), entry)
    parts = tuple(text(paragraph) for paragraph in variant["text"])
    if memory.route == "acuut":  # the alarm number comes before any other word
        parts = (alarm_line(content, after), *parts)
    elif stopped(content, memory):  # the numbers stay in sight, in one line and not as the whole route again
        parts = (*parts, text(content.messages["threat.numbers"]))
    if memory.overheard and topic in ABOUT_READERS:
        parts = (text(content.messages["overheard"]), *parts)
    prefix = "faq" if is_question(topic) else "talk"
    # While something is being asked, that question follows with buttons of its own.
    offered = () if asking else menu(content, after)
    return Step(after, (Reply(f"{prefix}.{intent_of(topic)}", parts, (), commands(content, offered)),))


def _leads_back(memory: Memory, topic: str) -> bool:
    """Whether a question under a stopping route is better met with the route: "moet ik betalen?" of who is blackmailed
    is not about the cost of a scan."""
    if EXTORTION in memory.kinds and intent_of(topic) == "ask_costs":
        return True
    return memory.child or intent_of(topic) == VAGUE or (memory.route == "acuut" and topic not in ABOUT_DANGER)


def _from_the_scan(content: Content, memory: Memory, topic: str) -> Reply | None:
    """What only the state of this conversation can answer."""
    if topic == "q_hoeveel_nog":
        return overview.how_much_is_left(content, memory)
    if topic in ("q_wat_geantwoord", "q_inzage"):
        return overview.what_was_answered(content, memory)
    return overview.what_it_means(content, memory) if topic == "q_woord_uitleg" else None


def cancel(content: Content, memory: Memory, message: Message) -> Step:
    """Withdraw a sent request by its reference, drop the one being filled in, or ask for the reference."""
    if REFERENCE.search(message.text):
        asks = _NOT_YET.search(message.text.casefold()) is not None
        return _ask_reference(content, memory.but(misses=0)) if asks else _withdraw(memory, message)
    if memory.draft is not None or memory.wish:
        means_it = message.choice is not None or may_call_off(message.text)
        return booking.drop(content, memory) if means_it else unclear(content, memory, message)
    return _ask_reference(content, memory.but(misses=0))


def send_report(content: Content, memory: Memory) -> Step:
    """A one-time link to the plan so far; the app makes the link, so what is said comes after the commit.

    A threat that does not happen now leaves time to read a plan; one that does leaves none.
    """
    if memory.route == "acuut":
        return repeat_route(content, memory)
    if not _has_plan(content, memory):
        return _nothing_yet(content, memory)
    return Step(memory, effects=(Effect(OFFER_REPORT, {"stopped": stopped(content, memory)}),))


def repeat_tips(content: Content, memory: Memory) -> Step:
    """The plan so far; what can be done next is only said once the scan is complete."""
    if memory.route == "acuut":
        return repeat_route(content, memory)
    if not _has_plan(content, memory):
        return _nothing_yet(content, memory)
    told = plan_replies(content, memory.answers, memory.ticked)
    complete = next_question(content, memory.answers) is None and not stopped(content, memory)
    return Step(memory, told if complete else told[:-1])


def report(content: Content, memory: Memory, message: Message) -> Step:
    """The language model reads a threat that the threat check did not: the check question, or it was not understood."""
    return on_report(content, memory, message) or unclear(content, memory, message)


def unclear(content: Content, memory: Memory, message: Message) -> Step:
    """Nothing fitted: say so, keep what was open, and after a second time in a row offer a person."""
    if memory.aside == ASIDE:
        return answer_check(content, memory, message)
    if memory.aside == "cancel" and REFERENCE.search(message.text):
        return _withdraw(memory, message)
    if memory.care:
        return distress.stay(content, memory)
    if stopped(content, memory) and memory.draft is None:
        return repeat_route(content, memory)
    step = _not_understood(content, memory, message)
    if step.memory.misses == 0 or step.memory.misses % AFTER_MISSES:
        return step
    offer = text(content.messages["fallback.person"])
    person = Reply("fallback.person", (offer,), (), commands(content, ("talk_to_human",)))
    return Step(step.memory, (*step.replies, person), then=step.then)


def confirm(content: Content, memory: Memory, what: str) -> Step:
    """Ask for a yes to something that cannot be undone; `what` is one of `CONFIRMED`."""
    key = f"nav.confirm.{what}"
    return Step(
        memory.but(aside=what),
        (Reply(key, (text(content.messages[key]),), commands(content, ("affirm", "deny"))),),
        then="",
    )


def _not_understood(content: Content, memory: Memory, message: Message) -> Step:
    if memory.aside in CONFIRMED:
        return confirm(content, memory.but(misses=memory.misses + 1), str(memory.aside))
    if memory.aside == "cancel":
        return _ask_reference(content, memory.but(misses=memory.misses + 1))
    if elsewhere.is_open(memory):
        return elsewhere.ask(content, memory.but(misses=memory.misses + 1))
    if message.asking == SCAN:
        return scan.clarify(content, memory, message)
    if message.asking == REQUEST:
        return booking.clarify(content, memory, message)
    if asked_now(content, memory):  # something was left open, after a pause for instance
        said = Reply("nav.resumed", (text(content.messages["nav.resumed"]),))
        return Step(memory.but(misses=memory.misses + 1), (said,), then=asked_now(content, memory))
    unclear_text = text(content.messages["fallback.unclear"])
    offered = commands(content, menu(content, memory))
    return Step(memory.but(misses=memory.misses + 1), (Reply("fallback.unclear", (unclear_text,), offered),))


def _ask_reference(content: Content, memory: Memory) -> Step:
    said = text(content.messages["booking.cancel.ask"])
    offered = commands(content, menu(content, memory))
    return Step(memory.but(aside="cancel"), (Reply("booking.cancel.ask", (said,), (), offered),), then="")


def _withdraw(memory: Memory, message: Message) -> Step:
    found = REFERENCE.search(message.text)
    reference = f"WS-{found.group(1)}-{found.group(2)}".upper() if found else ""
    return Step(memory.but(aside=None), effects=(Effect(CANCEL_REQUEST, {"reference": reference}),), then="")


def _has_plan(content: Content, memory: Memory) -> bool:
    plan = build_plan(content, memory.answers)
    return any(theme.items or theme.done for theme in plan.themes)


def _nothing_yet(content: Content, memory: Memory) -> Step:
    if memory.care:
        return distress.stay(content, memory)
    if stopped(content, memory):
        return repeat_route(content, memory)
    said = text(content.messages["plan.nothing_yet"])
    offered = commands(content, ("resume" if asked_now(content, memory) else "start_scan",))
    return Step(memory, (Reply("plan.nothing_yet", (said,), offered),))
