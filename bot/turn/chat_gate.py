"""What happens to a message while a person has the conversation: to the console, and never to the language model.

The threat check still comes first. The bot says nothing but what must be said at once: where to call.
"""

from __future__ import annotations

from dataclasses import replace

from bot.store.chat.states import EndedBy
from bot.turn.gate import Decision, danger_answered, judged, offered_as, typed_in
from bot.turn.incoming import MAX_TEXT, Incoming
from bot.turn.passed_on import assessed_heard, heard_text, severity
from woningscan.chat.live import STOP, said
from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, THREAT_CHECK
from woningscan.conversation.effects import CLOSE_CHAT, ERASE_CONVERSATION, SAY_IN_CHAT, Effect
from woningscan.conversation.memory import Session
from woningscan.conversation.reply import Choice, Reply, text
from woningscan.conversation.step import Message, Step
from woningscan.conversation.talk import confirm
from woningscan.reading.threat import Action, Assessment
from woningscan.safety import response as safety
from woningscan.safety.triage import danger_choices

DOUBT = "controle"
"""What staff is told when there may be a threat and the official was asked."""
_ERASING = "erase"
# Typed word for word, these are the buttons; anything else that is typed is for the member of staff.
_MEANT = ("report_threat", STOP, "erase_data")


def decide_with_person(content: Content, session: Session, offered: list[Choice], incoming: Incoming) -> Decision:
    """What to say and to keep; the engine is only called to go on with the scan, once the official goes back to it."""
    if any(map(heard_text, incoming.heard)):
        return _with_heard(content, session, offered, incoming)
    if incoming.choice is not None:
        return _pressed(content, session, incoming.choice)
    raw = incoming.text or ""
    typed = typed_in(raw)
    if not typed:
        empty = "gate.relayed" if incoming.heard else "gate.empty"
        return _told(content, session, "gate.unreadable" if raw.strip() else empty)
    if incoming.edited:
        return _typed(content, session, typed, "handoff.edited")
    meant = offered_as(typed, [Choice(key, content.labels[key]) for key in _MEANT])
    if meant is not None:
        return _pressed(content, session, meant.id)
    return _typed(content, session, typed)


def _with_heard(content: Content, session: Session, offered: list[Choice], incoming: Incoming) -> Decision:
    """Texts of somebody else reach staff as such; a danger in them is one as in the official's own words."""
    found = assessed_heard(incoming.heard)
    step = safety.on_assessment(content, session, found) or Step(session)
    after = _without_doubt(step.session)
    replies = _only_danger(step.replies) if _is_said(found) else ()
    typed, pressed = typed_in(incoming.text or ""), incoming.choice is not None
    mark = content.messages["handoff.quoted" if typed or pressed else "handoff.forwarded"]
    heard = _say(mark.format(text="\n\n".join(map(heard_text, incoming.heard))), _danger(found, step.session))
    if not typed and not pressed:
        return Decision(Step(after, replies, (heard,)))
    own = decide_with_person(content, after, offered, replace(incoming, heard=()))
    first = replies if severity(found) > severity(judged(content, session, typed)) else ()
    both = replace(own.step, replies=(*first, *own.step.replies), effects=(*own.step.effects, heard))
    return replace(own, step=both)


def _typed(content: Content, session: Session, typed: str, mark: str | None = None) -> Decision:
    found = judged(content, session, typed)
    step = safety.on_assessment(content, session, found) or Step(session)
    after = _without_doubt(step.session)
    replies = _only_danger(step.replies) if _is_said(found) else ()
    if len(typed) > MAX_TEXT:
        too_long = Reply("gate.too_long", (text(content.messages["gate.too_long"].format(limit=MAX_TEXT)),))
        return Decision(Step(after, (*replies, too_long)))
    shown = typed if mark is None else content.messages[mark].format(text=typed)
    return Decision(Step(after, replies, (_say(shown, _danger(found, step.session)),)))


def _without_doubt(session: Session) -> Session:
    """A doubt leaves no question open: what is typed next is for the member of staff."""
    return session.but(aside=None) if session.aside in (_ERASING, safety.ASIDE) else session


def _pressed(content: Content, session: Session, choice: str) -> Decision:
    if choice.partition(":")[0] == THREAT_CHECK:
        step = safety.answer_check(content, session, Message(choice=choice))
        danger = "" if choice == f"{THREAT_CHECK}:nee" else step.session.route or DOUBT
        label = content.labels.get(choice, "")
        after = step.session.but(aside=None)
        return Decision(Step(after, _only_danger(step.replies), (_say(label, danger),) if label else ()))
    if choice in danger_choices(content):
        step = danger_answered(content, session, choice)
        question_id, _, value = choice.partition(":")[2].partition("=")
        question = content.questions[question_id]
        answered = question.choice(value)
        shown = f"{question.title}: {answered.label if answered else value}"
        return Decision(Step(step.session, _only_danger(step.replies), (_say(shown, step.session.route or DOUBT),)))
    if choice == "report_threat":
        asked = safety.ask_check(content, session)
        return Decision(Step(session, asked.replies, (_say(content.labels[choice], DOUBT),)))
    if choice == STOP:
        back = Reply("handoff.back", (text(content.messages["handoff.back"]),))
        closes = Effect(CLOSE_CHAT, {"by": EndedBy.OFFICIAL})
        return Decision(Step(session.but(aside=None), (back,), (closes,)), choice="resume")
    if choice == "erase_data":
        return Decision(confirm(content, session, _ERASING))
    if session.aside == _ERASING and choice == "affirm":
        return Decision(Step(session.emptied(), effects=(Effect(ERASE_CONVERSATION),)))
    if session.aside == _ERASING and choice == "deny":
        return Decision(Step(session.but(aside=None), (said(content, "handoff.goes_on", tools=(STOP, *ALWAYS)),)))
    return _told(content, session, "handoff.button")


def _is_said(found: Assessment) -> bool:
    """A person is there to support; the bot itself speaks where it is about calling somebody now, or may be."""
    return found.action is not Action.STEUN or found.topic == "zorg"


def _danger(found: Assessment, session: Session) -> str:
    """What staff is told: the route to give, or that there is a doubt."""
    if found.action is Action.GEEN:
        return ""
    if found.action is Action.CONTROLEVRAAG:
        return DOUBT
    if found.action is Action.STEUN:
        return found.topic if found.topic in ("doxing", "zorg") else "diffuus"
    return session.route or "concreet"


def _only_danger(replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """Without the buttons that lead to what the official has already: a person, or the scan."""
    kept = (
        replace(one, choices=tuple(c for c in one.choices if c.id.startswith(THREAT_CHECK)), tools=())
        for one in replies
    )
    return tuple(kept)


def _say(typed: str, danger: str) -> Effect:
    return Effect(SAY_IN_CHAT, {"text": typed, "danger": danger})


def _told(content: Content, session: Session, key: str) -> Decision:
    return Decision(Step(session, (said(content, key, tools=(STOP, *ALWAYS)),)))
