"""What happens to a message while a person has the conversation: to the console, and never to the language model.

The threat check still comes first. The bot says nothing but what must be said at once: where to call.
"""

from __future__ import annotations

from dataclasses import replace

from woningscan.chat.live import CALL_BACK, STOP, said
from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, THREAT_CHECK, named_by, offered_as
from woningscan.conversation.effects import CLOSE_CHAT, ERASE_CONVERSATION, SAY_IN_CHAT, Effect
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply, text
from woningscan.conversation.step import Decision, Step
from woningscan.conversation.talk import confirm
from woningscan.conversation.typed.own_language import in_own_language
from woningscan.reading.incoming import Message
from woningscan.reading.reading import Reading
from woningscan.reading.text import MAX_TEXT
from woningscan.reading.threat import Action, Assessment
from woningscan.request.judged import judged
from woningscan.safety import check_question, response, routes
from woningscan.safety.triage import danger_choices

DOUBT = "controle"
"""What staff is told when there may be a threat and the official was asked."""
_ERASING = "erase"
# Typed word for word, these are the buttons; anything else that is typed is for the member of staff.
_MEANT = ("report_threat", STOP, "erase_data")


def decide(content: Content, memory: Memory, reading: Reading) -> Decision:
    """What to say and to keep; the engine is only called to go on with the scan, once the official goes back to it."""
    return in_own_language(content, reading, _decide(content, memory, reading))


def _decide(content: Content, memory: Memory, reading: Reading) -> Decision:
    incoming = reading.incoming
    if any(reading.heard):
        return _with_heard(content, memory, reading)
    if incoming.choice is not None:
        return _pressed(content, memory, incoming.choice)
    if not reading.typed:
        empty = "gate.relayed" if incoming.heard else "gate.empty"
        return _told(content, memory, "gate.unreadable" if (incoming.text or "").strip() else empty)
    if incoming.edited:
        return _typed(content, memory, reading, "handoff.edited")
    meant = offered_as(reading.typed, [Choice(key, content.labels[key]) for key in _MEANT])
    if meant is not None:
        return _pressed(content, memory, meant.id)
    return _typed(content, memory, reading)


def _with_heard(content: Content, memory: Memory, reading: Reading) -> Decision:
    """Texts of somebody else reach staff as such; a danger in them is one as in the official's own words."""
    danger = reading.danger_heard
    step, replies = _on_danger(content, memory, danger)
    after = _without_doubt(step.memory)
    has_own = bool(reading.typed) or reading.incoming.choice is not None
    mark = content.messages["handoff.quoted" if has_own else "handoff.forwarded"]
    heard = _say(mark.format(text="\n\n".join(reading.heard)), _danger(danger, step.memory))
    if not has_own:
        return Decision(Step(after, replies, (heard,)))
    own = _decide(content, after, reading.own())
    first = replies if danger.severity > judged(content, memory, reading).severity else ()
    both = replace(own.step, replies=(*first, *own.step.replies), effects=(*own.step.effects, heard))
    return replace(own, step=both)


def _typed(content: Content, memory: Memory, reading: Reading, mark: str | None = None) -> Decision:
    danger = judged(content, memory, reading)
    step, replies = _on_danger(content, memory, danger)
    after = _without_doubt(step.memory)
    long = reading.too_long
    if long:
        refused = Reply(long, (text(content.messages[long].format(limit=MAX_TEXT)),))
        return Decision(Step(after, (*replies, refused)))
    shown = reading.typed if mark is None else content.messages[mark].format(text=reading.typed)
    return Decision(Step(after, replies, (_say(shown, _danger(danger, step.memory)),)))


def _on_danger(content: Content, memory: Memory, danger: Assessment) -> tuple[Step, tuple[Reply, ...]]:
    """The safety step, and what of it the bot says. A person is there to support; the bot itself speaks where it is
    about calling somebody now, or may be."""
    step = response.on_assessment(content, memory, danger) or Step(memory)
    speaks = danger.action is not Action.STEUN or danger.topic == "zorg"
    return step, _only_danger(step.replies) if speaks else ()


def _without_doubt(memory: Memory) -> Memory:
    """A doubt leaves no question open: what is typed next is for the member of staff."""
    return memory.but(aside=None) if memory.aside in (_ERASING, check_question.ASIDE) else memory


def _pressed(content: Content, memory: Memory, choice: str) -> Decision:
    if choice.partition(":")[0] == THREAT_CHECK:
        step = check_question.answer_check(content, memory, Message(choice=choice))
        danger = "" if choice == f"{THREAT_CHECK}:nee" else step.memory.route or DOUBT
        label = content.labels.get(choice, "")
        after = step.memory.but(aside=None)
        return Decision(Step(after, _only_danger(step.replies), (_say(label, danger),) if label else ()))
    if choice in danger_choices(content):
        step = routes.danger_answered(content, memory, choice)
        question_id, value = named_by(choice)
        question = content.questions[question_id]
        answered = question.choice(value)
        shown = f"{question.title}: {answered.label if answered else value}"
        return Decision(Step(step.memory, _only_danger(step.replies), (_say(shown, step.memory.route or DOUBT),)))
    if choice == "report_threat":
        asked = check_question.ask_check(content, memory)
        return Decision(Step(memory, asked.replies, (_say(content.labels[choice], DOUBT),)))
    if choice == CALL_BACK and memory.route != "acuut":
        closes = Effect(CLOSE_CHAT, {"by": "official"})
        return Decision(Step(memory.but(aside=None), effects=(closes,)), choice=CALL_BACK)
    if choice == STOP:
        back = Reply("handoff.back", (text(content.messages["handoff.back"]),))
        closes = Effect(CLOSE_CHAT, {"by": "official"})
        return Decision(Step(memory.but(aside=None), (back,), (closes,)), choice="resume")
    if choice == "erase_data":
        return Decision(confirm(content, memory, _ERASING))
    if memory.aside == _ERASING and choice == "affirm":
        return Decision(Step(memory.emptied(), effects=(Effect(ERASE_CONVERSATION),)))
    if memory.aside == _ERASING and choice == "deny":
        return Decision(Step(memory.but(aside=None), (said(content, "handoff.goes_on", tools=(STOP, *ALWAYS)),)))
    return _told(content, memory, "handoff.button")


def _danger(found: Assessment, memory: Memory) -> str:
    """What staff is told: the route to give, or that there is a doubt."""
    if found.action is Action.GEEN:
        return ""
    if found.action is Action.CONTROLEVRAAG:
        return DOUBT
    if found.action is Action.STEUN:
        return found.topic if found.topic in ("doxing", "zorg") else "diffuus"
    return memory.route or "concreet"


def _only_danger(replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """Without the buttons that lead to what the official has already: a person, or the scan."""
    kept = (
        replace(one, choices=tuple(c for c in one.choices if c.id.startswith(THREAT_CHECK)), tools=())
        for one in replies
    )
    return tuple(kept)


def _say(typed: str, danger: str) -> Effect:
    return Effect(SAY_IN_CHAT, {"text": typed, "danger": danger})


def _told(content: Content, memory: Memory, key: str) -> Decision:
    return Decision(Step(memory, (said(content, key, tools=(STOP, *ALWAYS)),)))
