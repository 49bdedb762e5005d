"""What happens to a message of an official who talks with the bot, before Rasa sees it.

It works on the raw text with nothing but the core, so that the safety answers are there when the engine is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from woningscan.content.model import Content
from woningscan.conversation.choices import (
    ALWAYS,
    ANSWER,
    ANY_TIME,
    CHANGE,
    FIELD,
    MISTAKE,
    THREAT_CHECK,
    TICK,
    WHOM_TO_TELL,
    commands,
    is_about_ticks,
    named_by,
    offered_as,
    value_for,
)
from woningscan.conversation.memory import Memory
from woningscan.conversation.passed_on import would_answer_danger
from woningscan.conversation.reply import Choice, Reply, text
from woningscan.conversation.step import Decision, Step
from woningscan.conversation.typed.answering import answered_beside
from woningscan.conversation.typed.asking import wants_to_go_on
from woningscan.conversation.typed.decide import decide_typed
from woningscan.conversation.typed.own_language import in_own_language
from woningscan.plan.ticking import ticked_off
from woningscan.reading.incoming import MAX_CHOICE, Message
from woningscan.reading.reading import Reading
from woningscan.reading.text import MAX_TEXT, looked_at
from woningscan.reading.threat import NOTHING, Action, Assessment
from woningscan.reading.threat.situation.afterwards import is_no_mistake, says_it_is_settled
from woningscan.reading.threat.situation.rules import CARE
from woningscan.reading.threat.situation.writer import denies, known_to_police, long_over, says_no
from woningscan.request.judged import is_payload, judged
from woningscan.request.pressed import meant, says_neither
from woningscan.safety import check_question, doubt, response, routes
from woningscan.safety.news import News, news_of
from woningscan.safety.speaking import FUNCTION
from woningscan.safety.triage import danger_choices
from woningscan.scan.dialogue import current_question

HINT_AGAIN_AFTER = 4
"""Texts after which the line with the number may be said again."""


def decide(content: Content, memory: Memory, offered: Sequence[Choice], reading: Reading) -> Decision:
    """What to do with a message: an answer from the core alone, a turn through the engine, or both."""
    return in_own_language(content, reading, _decide(content, memory, offered, reading))


def _decide(content: Content, memory: Memory, offered: Sequence[Choice], reading: Reading) -> Decision:
    incoming = reading.incoming
    if incoming.heard:
        return _decide_heard(content, memory, offered, reading)
    if incoming.edited:
        return _decide_edited(content, memory, reading)
    if incoming.choice is not None:
        return _decide_choice(content, memory, offered, incoming.choice, reading)
    if not reading.typed:
        return refused(content, memory, "gate.unreadable" if (incoming.text or "").strip() else "gate.empty")
    pressed = offered_as(reading.typed, offered)
    if pressed is not None and _is_own_label(content, pressed):
        return _decide_choice(content, memory, offered, pressed.id)
    return _decide_text(content, memory, offered, reading)


def _decide_heard(content: Content, memory: Memory, offered: Sequence[Choice], reading: Reading) -> Decision:
    """What somebody else wrote decides where it weighs more than the official's own words, which count as usual."""
    danger = reading.danger_heard
    step = response.on_assessment(content, memory, danger)
    if not reading.typed and reading.incoming.choice is None:
        return _repeated(content, memory, "gate.relayed") if step is None else Decision(step, repeat=step.then is None)
    answers_check = memory.aside == check_question.ASIDE and danger.action is Action.CONTROLEVRAAG
    own = reading.own()
    if step is None or answers_check or danger.severity <= judged(content, memory, reading).severity:
        return _decide(content, memory, offered, own)
    if step.then is not None:
        return Decision(step)
    return _after(step, _decide(content, step.memory, offered, own))


def _decide_edited(content: Content, memory: Memory, reading: Reading) -> Decision:
    """A changed text is no new answer. It is judged for danger, also as an answer to the safety question it was for."""
    question = content.questions.get(reading.incoming.edited_at or "")
    danger = judged(content, memory, reading)
    at = memory.but(revisit=question.id) if question else memory
    if doubt.weighed(content, at, reading, danger).action is Action.GEEN:
        danger = NOTHING
    step = response.on_assessment(content, memory, danger)
    if step is not None and step.then is not None:
        return Decision(step)
    if would_answer_danger(content, memory, reading):
        return Decision(check_question.ask_check(content, memory))
    repeated = _repeated(content, memory if step is None else step.memory, "gate.edited")
    return repeated if step is None else _after(step, repeated)


def _after(step: Step, decision: Decision) -> Decision:
    """The decision, with what a step says before it."""
    return replace(decision, step=replace(decision.step, replies=(*step.replies, *decision.step.replies)))


def _repeated(content: Content, memory: Memory, key: str) -> Decision:
    """Why a message is no answer, with what can be done about it, and the question of now."""
    may_change = key == "gate.edited" and memory.answers and not routes.stopped(content, memory)
    parts = [text(content.messages[key]), *([text(content.messages["gate.edited.change"])] if may_change else [])]
    tools = commands(content, ((CHANGE,) if may_change else ()) + ALWAYS)
    return Decision(Step(memory, (Reply(key, tuple(parts), (), tools),)), repeat=True)


def _decide_text(content: Content, memory: Memory, offered: Sequence[Choice], reading: Reading) -> Decision:
    """Danger first; a doubt that is too small for a question leaves one line beside the usual answer, now and then."""
    danger = doubt.weighed(content, memory, reading, judged(content, memory, reading))
    decision = _decide_judged(content, memory, offered, reading, danger)
    after = decision.step.memory
    calm = decision.step.then is None and after.aside is None and not (after.care or routes.stopped(content, after))
    doubted = danger.hint or danger.action is Action.CONTROLEVRAAG  # what was taken for an answer all the same
    if doubted and calm and not memory.hinted:
        step = replace(decision.step, memory=after.but(hinted=HINT_AGAIN_AFTER))
        return replace(decision, step=step, hint="threat.hint.zorg" if danger.topic == CARE else "threat.hint")
    if not memory.hinted or decision.step.then is not None:
        return decision
    return replace(decision, step=replace(decision.step, memory=after.but(hinted=memory.hinted - 1)))


def _decide_judged(
    content: Content, memory: Memory, offered: Sequence[Choice], reading: Reading, danger: Assessment
) -> Decision:
    """Danger before anything that was offered or could be refused."""
    typed = reading.typed
    if not danger.certain and _is_no_report(content, memory, reading, danger):
        danger = NOTHING
    if _says_it_is_over(memory, typed, danger):
        return _after_check(content, memory, Message(choice=f"{THREAT_CHECK}:nee"), Step(memory))
    told = None if danger.severity else routes.function_named(content, memory, typed)
    wants_on = memory.route in check_question.TAKEN_BACK and wants_to_go_on(reading)
    step = (
        told
        or response.under_route(content, memory, reading, danger, wants_on)
        or response.on_assessment(content, memory, danger, typed)
    )
    if step is not None and danger.action is not Action.STEUN:
        return Decision(step)
    before = step or Step(memory)
    if is_payload(typed):
        return refused(content, before.memory, "gate.unreadable")
    pressed = offered_as(typed, offered) or meant(content, memory, typed, offered)
    if pressed is not None:
        return _decide_choice(content, memory, offered, pressed.id)
    if says_neither(content, memory, typed, offered):
        return refused(content, before.memory, "booking.stop_or_go_on")
    if memory.aside == check_question.ASIDE:
        decision = _after_check(content, before.memory, Message(text=typed), before, reading.whether_danger)
        settled = decision.step.memory
        over = settled.aside is None and not (settled.care or routes.stopped(content, settled))
        beside = over and decision.choice is not None
        return (beside and answered_beside(content, settled, reading, decision.step)) or decision
    long = reading.too_long
    if long:
        return _after(before, refused(content, before.memory, long, limit=MAX_TEXT))
    plain = typed.lstrip("/／⁄∕ ")  # never a Rasa payload
    if not plain:
        return refused(content, before.memory, "gate.unreadable")
    if before.memory.care and not memory.care:  # whoever writes this is not answering a question or giving a command
        return Decision(before)
    closed = _closed_incident(content, memory, typed)
    return Decision(before, choice=closed) if closed else decide_typed(content, memory, reading, plain, before)


def _says_it_is_over(memory: Memory, typed: str, danger: Assessment) -> bool:
    """Whether somebody who was asked if there still is danger says that it is over: that is a no."""
    if memory.aside != check_question.ASIDE or not memory.taken_back or danger.certain:
        return False
    if denies(typed) and not is_no_mistake(typed):
        return True
    return news_of(typed) is News.SAID_OVER and says_it_is_settled(typed)


def _is_no_report(content: Content, memory: Memory, reading: Reading, danger: Assessment) -> bool:
    """Whether a text without certain danger denies it, or is about what ended."""
    typed = reading.typed
    if memory.aside == check_question.ASIDE:
        doubted = danger.action is Action.CONTROLEVRAAG
        denied = denies(typed) or (doubted and says_no(typed))
        if denied or known_to_police(typed):
            return True
    if memory.care and danger.is_opinion:
        return True
    return bool(_closed_incident(content, memory, typed))


def _closed_incident(content: Content, memory: Memory, typed: str) -> str:
    """The answer "no" to a safety question about lately, for what ended years ago; "" for anything else."""
    question = current_question(content, memory) if memory.aside is None else None
    if question is None or question.section != "triage" or not long_over(typed):
        return ""
    return f"{ANSWER}:{question.id}=nee" if question.choice("nee") else ""


def _decide_choice(
    content: Content, memory: Memory, offered: Sequence[Choice], choice: str, reading: Reading | None = None
) -> Decision:
    kind = choice.partition(":")[0]
    if kind == THREAT_CHECK:
        return _after_check(content, memory, Message(choice=choice), Step(memory))
    if choice == "report_threat":
        return Decision(check_question.ask_check(content, memory))
    if choice in danger_choices(content):
        return Decision(check_question.with_mistake(content, routes.danger_answered(content, memory, choice)))
    if choice == MISTAKE and memory.route in check_question.TAKEN_BACK:
        is_offered = any(button.id == choice for button in offered)
        taken_back = check_question.by_accident(content, memory, at_once=is_offered)
        return Decision(taken_back, choice="resume" if taken_back.then else None)
    if memory.aside == check_question.ASIDE:
        return Decision(check_question.ask_check(content, memory))
    if choice in ANY_TIME or any(button.id == choice for button in offered):
        function = value_for(ANSWER, FUNCTION, choice)
        if function and routes.stopped(content, memory):
            return Decision(routes.function_told(content, memory, function))
        if choice == WHOM_TO_TELL:
            return Decision(routes.ask_function(content, memory))
        if is_about_ticks(choice):
            return Decision(ticked_off(content, memory, choice))
        return Decision(Step(memory), choice=choice)
    if reading is not None and " " in choice:  # no button of ours: a text that came as one is judged like a text
        step = response.on_assessment(content, memory, reading.danger_in(looked_at(choice)))
        if step is not None and step.then is not None:
            return Decision(step)
    known = len(choice) <= MAX_CHOICE and kind in (ANSWER, FIELD, CHANGE, TICK)
    return refused(content, memory, "gate.old_choice" if known else "gate.unknown_choice")


def _after_check(
    content: Content, memory: Memory, message: Message, before: Step, is_danger: bool | None = None
) -> Decision:
    step = check_question.answer_check(content, memory, message, bool(before.replies), is_danger)
    return _after(before, Decision(step, choice="resume" if step.then else None))


def _is_own_label(content: Content, choice: Choice) -> bool:
    """Whether what stands on a button is from the content, so that typing it is that button before all else."""
    if content.labels.get(choice.id) == choice.label:
        return True
    kind = choice.id.partition(":")[0]
    question_id, value = named_by(choice.id)
    fields = {field.id: field for group in content.request_fields.values() for field in group}
    asked = fields.get(question_id) if kind == FIELD else content.questions.get(question_id) if kind == ANSWER else None
    return asked is not None and any((c.value, c.label) == (value, choice.label) for c in asked.choices)


def refused(content: Content, memory: Memory, key: str, **values: object) -> Decision:
    """A message that cannot be used: why, and the question again."""
    why = Reply(key, (text(content.messages[key].format(**values)),))
    return Decision(Step(memory, (why,)), repeat=True)
