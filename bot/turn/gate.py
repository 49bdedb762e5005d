"""The gate: what happens to a message before Rasa sees it, and what needs no Rasa at all.

It works on the raw text with nothing but the core, so that the safety answers are there when the engine is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.reader.threat_check import check
from bot.turn.incoming import MAX_CHOICE, MAX_TEXT, Incoming, readable
from bot.turn.passed_on import CHECKED_WINDOWS, assessed_heard, pieces, severity, would_answer_danger
from woningscan.content.model import Content
from woningscan.conversation.choices import ALWAYS, ANSWER, CHANGE, FIELD, THREAT_CHECK, commands
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply, text
from woningscan.conversation.step import Message, Step
from woningscan.reading.answers.understanding import understand
from woningscan.reading.threat import NOTHING, Action, Assessment
from woningscan.reading.threat.situations import denies, long_over, says_no
from woningscan.request.judged import to_judge
from woningscan.safety import response as safety
from woningscan.safety.triage import danger_choices
from woningscan.scan.dialogue import current_question

# Commands that may come at any moment, because a channel shows them all the time or people keep an old screen open.
ANY_TIME = frozenset(
    [
        "report_threat",
        "help",
        "resume",
        "pause",
        "stop",
        "restart",
        "talk_to_human",
        "ask_privacy",
        "erase_data",
        "send_report",
        "chat_stop",
    ]
)
# Words up to which an answer is taken as one although the statistics doubt it: a danger behind it needs more words.
SHORT_ANSWER = 8
# Rasa's own way to fire an intent with slots, "/intent{…}": nobody who means something writes like this.
_PAYLOAD = re.compile(r"[/／⁄∕@]\s*\w+\s*[{\[]")


@dataclass(frozen=True)
class Decision:
    """`step` is said first and kept; then the engine is called with `text` or `choice`, where one is given.

    `repeat` says that what was asked last is shown again.
    """

    step: Step
    text: str | None = None
    choice: str | None = None
    repeat: bool = False


def decide(content: Content, memory: Memory, offered: list[Choice], incoming: Incoming) -> Decision:
    """What to do with a message: an answer from the core alone, a turn through the engine, or both."""
    if incoming.heard:
        return _decide_heard(content, memory, offered, incoming)
    if incoming.edited:
        return _decide_edited(content, memory, incoming)
    if incoming.choice is not None:
        return _decide_choice(content, memory, offered, incoming.choice)
    raw = incoming.text or ""
    typed = typed_in(raw)
    if not typed:
        return refused(content, memory, "gate.unreadable" if raw.strip() else "gate.empty")
    pressed = offered_as(typed, offered)
    if pressed is not None and _is_own_label(content, pressed):
        return _decide_choice(content, memory, offered, pressed.id)
    return _decide_text(content, memory, typed, offered)


def may_be_about_danger(incoming: Incoming, content: Content | None = None) -> bool:
    """Whether a message must be answered whatever the limits say: it reports a threat, by button or in words.

    With `content` the dangerous answers to the safety questions are among those buttons.
    """
    if assessed_heard(incoming.heard).action is not Action.GEEN:
        return True
    if incoming.choice is not None:
        reports = incoming.choice == "report_threat" or incoming.choice.startswith(f"{THREAT_CHECK}:")
        return reports or (content is not None and incoming.choice in danger_choices(content))
    return assessed(typed_in(incoming.text or "")).action is not Action.GEEN


def typed_in(raw: str) -> str:
    """So much of a text as is looked at: more than is answered."""
    return readable(raw[: MAX_TEXT * CHECKED_WINDOWS])


def assessed(typed: str) -> Assessment:
    """The most serious of what the threat check finds in a text, a long one piece by piece."""
    return max((check(piece) for piece in pieces(typed)), key=severity)


def _decide_heard(content: Content, memory: Memory, offered: list[Choice], incoming: Incoming) -> Decision:
    """What somebody else wrote decides where it weighs more than the official's own words, which count as usual."""
    typed = typed_in(incoming.text or "")
    found = assessed_heard(incoming.heard)
    step = safety.on_assessment(content, memory, found)
    if not typed and incoming.choice is None:
        return _repeated(content, memory, "gate.relayed") if step is None else Decision(step, repeat=step.then is None)
    answers_check = memory.aside == safety.ASIDE and found.action is Action.CONTROLEVRAAG
    own = replace(incoming, heard=())
    if step is None or answers_check or severity(found) <= severity(judged(content, memory, typed)):
        return decide(content, memory, offered, own)
    if step.then is not None:
        return Decision(step)
    after = decide(content, step.memory, offered, own)
    return replace(after, step=replace(after.step, replies=(*step.replies, *after.step.replies)))


def _decide_edited(content: Content, memory: Memory, incoming: Incoming) -> Decision:
    """A changed text is no new answer. It is judged for danger, also as an answer to the safety question it was for."""
    typed = typed_in(incoming.text or "")
    question = content.questions.get(incoming.edited_at or "")
    found = judged(content, memory, typed)
    at = memory.but(revisit=question.id) if question else memory
    if not found.certain and _is_plain_answer(content, at, typed, found):
        found = NOTHING
    step = safety.on_assessment(content, memory, found)
    if step is not None and step.then is not None:
        return Decision(step)
    if would_answer_danger(content, memory, typed, incoming.edited_at):
        return Decision(safety.ask_check(content, memory))
    told = _repeated(content, memory if step is None else step.memory, "gate.edited")
    return told if step is None else replace(told, step=replace(told.step, replies=(*step.replies, *told.step.replies)))


def _repeated(content: Content, memory: Memory, key: str) -> Decision:
    """Why a message is no answer, with what can be done about it, and the question of now."""
    may_change = key == "gate.edited" and memory.answers and not safety.stopped(content, memory)
    parts = [text(content.messages[key]), *([text(content.messages["gate.edited.change"])] if may_change else [])]
    tools = commands(content, ((CHANGE,) if may_change else ()) + ALWAYS)
    return Decision(Step(memory, (Reply(key, tuple(parts), (), tools),)), repeat=True)


def judged(content: Content, memory: Memory, typed: str) -> Assessment:
    """What the threat check finds in a text, seen what is asked and what was said before.

    The name of an intent in what looks like Rasa's own way to fire it is no word of the visitor's.
    """
    found = assessed(to_judge(content, memory, typed[head.end() :] if (head := _PAYLOAD.match(typed)) else typed))
    return safety.seen_in_context(content, memory, typed, found)


def _decide_text(content: Content, memory: Memory, typed: str, offered: list[Choice]) -> Decision:
    """Danger first, before anything that was offered or could be refused."""
    found = judged(content, memory, typed)
    if not found.certain and _is_no_report(content, memory, typed, found):
        found = NOTHING
    step = safety.on_assessment(content, memory, found) or safety.under_route(content, memory, typed)
    if step is not None and found.action is not Action.STEUN:
        return Decision(step)
    before = step or Step(memory)
    if _PAYLOAD.match(typed):
        return refused(content, before.memory, "gate.unreadable")
    pressed = offered_as(typed, offered)
    if pressed is not None:
        return _decide_choice(content, memory, offered, pressed.id)
    if memory.aside == safety.ASIDE:
        return _after_check(content, before.memory, Message(text=typed), before)
    if len(typed) > MAX_TEXT:
        told = refused(content, before.memory, "gate.too_long", limit=MAX_TEXT)
        return Decision(Step(told.step.memory, (*before.replies, *told.step.replies)), repeat=True)
    plain = typed.lstrip("/／⁄∕ ")  # never a Rasa payload
    if not plain:
        return refused(content, before.memory, "gate.unreadable")
    if before.memory.care and not memory.care:  # whoever writes this is not answering a question or giving a command
        return Decision(before)
    closed = _closed_incident(content, memory, typed)
    return Decision(before, choice=closed) if closed else Decision(before, text=plain)


def _is_no_report(content: Content, memory: Memory, typed: str, found: Assessment) -> bool:
    """Whether a text without certain danger denies it, is about what ended, or plainly answers the open question."""
    if memory.aside == safety.ASIDE and (denies(typed) or (found.action is Action.CONTROLEVRAAG and says_no(typed))):
        return True
    if memory.care and all(reason.startswith("stat:") for reason in found.reasons):
        return True
    return bool(_closed_incident(content, memory, typed)) or _is_plain_answer(content, memory, typed, found)


def _closed_incident(content: Content, memory: Memory, typed: str) -> str:
    """The answer "no" to a safety question about lately, for what ended years ago; "" for anything else."""
    question = current_question(content, memory) if memory.aside is None else None
    if question is None or question.section != "triage" or not long_over(typed):
        return ""
    return f"{ANSWER}:{question.id}=nee" if question.choice("nee") else ""


def _is_plain_answer(content: Content, memory: Memory, typed: str, found: Assessment) -> bool:
    """Whether a text that no rule is sure of plainly answers the open question.

    Word for word a listed answer: it is about doors, windows, fire or danger by nature and its meaning is known, its
    route included. Or short, understood for certain, and nothing but the statistics see a doubt in it ("met mijn vrouw
    en twee kinderen"). The safety questions get only the first of these.
    """
    question = current_question(content, memory) if memory.aside is None else None
    if question is None:
        return False
    folded = typed.casefold().strip(" .!")
    listed = (form for choice in question.choices for form in (choice.label, *choice.phrases))
    if any(folded == form.casefold().strip(" .!") for form in listed):
        return True
    doubt = found.action is Action.CONTROLEVRAAG and all(reason.startswith("stat:") for reason in found.reasons)
    if not doubt or question.section == "triage" or len(typed.split()) > SHORT_ANSWER:
        return False
    return understand(question, typed, content.answer_words).certain


def _decide_choice(content: Content, memory: Memory, offered: list[Choice], choice: str) -> Decision:
    kind = choice.partition(":")[0]
    if kind == THREAT_CHECK:
        return _after_check(content, memory, Message(choice=choice), Step(memory))
    if choice == "report_threat":
        return Decision(safety.ask_check(content, memory))
    if choice in danger_choices(content):
        return Decision(danger_answered(content, memory, choice))
    if memory.aside == safety.ASIDE:
        return Decision(safety.ask_check(content, memory))
    if choice in ANY_TIME or any(one.id == choice for one in offered):
        return Decision(Step(memory), choice=choice)
    known = len(choice) <= MAX_CHOICE and kind in (ANSWER, FIELD, CHANGE)
    return refused(content, memory, "gate.old_choice" if known else "gate.unknown_choice")


def danger_answered(content: Content, memory: Memory, choice: str) -> Step:
    """The route of a dangerous answer to a safety question, from whatever button: it is never too late for one."""
    route = danger_choices(content)[choice]
    question, _, value = choice.removeprefix(f"{ANSWER}:").partition("=")
    step = safety.take_route(content, memory.but(answers={**memory.answers, question: value}), route)
    return step if step.memory.route == route else safety.repeat_route(content, step.memory)


def _after_check(content: Content, memory: Memory, message: Message, before: Step) -> Decision:
    step = safety.answer_check(content, memory, message)
    said = Step(step.memory, (*before.replies, *step.replies), step.effects, step.then)
    return Decision(said, choice="resume" if step.then else None)


def offered_as(typed: str, offered: list[Choice]) -> Choice | None:
    """A typed text that is exactly what stands on a button is that button."""
    folded = typed.casefold().rstrip(".!")
    labelled = (choice for choice in offered if isinstance(choice.label, str) and isinstance(choice.id, str))
    return next((choice for choice in labelled if choice.label.casefold().rstrip(".!") == folded), None)


def _is_own_label(content: Content, choice: Choice) -> bool:
    """Whether what stands on a button is from the content, so that typing it is that button before all else."""
    if content.labels.get(choice.id) == choice.label:
        return True
    kind, _, named = choice.id.partition(":")
    question_id, _, value = named.partition("=")
    fields = {field.id: field for one in content.request_fields.values() for field in one}
    asked = {ANSWER: content.questions, FIELD: fields}.get(kind, {}).get(question_id)
    return asked is not None and any((one.value, one.label) == (value, choice.label) for one in asked.choices)


def refused(content: Content, memory: Memory, key: str, **values: object) -> Decision:
    """A message that cannot be used: why, and the question again."""
    said = Reply(key, (text(content.messages[key].format(**values)),))
    return Decision(Step(memory, (said,)), repeat=True)
