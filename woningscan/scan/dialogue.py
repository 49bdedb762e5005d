"""The self-scan as a conversation: asking, understanding, answering, going back, changing, finishing."""

from __future__ import annotations

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.conversation.choices import ANSWER, CHANGE, value_for
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, text
from woningscan.conversation.step import SCAN, Step
from woningscan.plan.speaking import plan_replies
from woningscan.reading.answers.fixed import fixed_answer, listed_in
from woningscan.reading.incoming import Message
from woningscan.request import form as booking
from woningscan.safety.response import after_triage
from woningscan.safety.routes import asked_now, repeat_route, start_again, stopped
from woningscan.safety.triage import nothing_wrong
from woningscan.scan import speaking
from woningscan.scan.questionnaire import (
    LENGTH_QUESTION,
    answered_questions,
    last_answered,
    next_question,
    next_safety_question,
)


def current_question(content: Content, memory: Memory) -> Question | None:
    if stopped(content, memory) or not (memory.started or memory.wish):
        return None
    wanted = next_question(content, memory.answers, memory.revisit)
    if memory.wish and (wanted is None or wanted.id != memory.revisit):  # a request waits for these and no others
        return next_safety_question(content, memory.answers)
    return wanted


def start(content: Content, memory: Memory, message: Message) -> Step:
    """Begin or go on: at the open question or, with the plan shown, at what can be done now.

    Who wants the full scan, by button or in words, is asked what the short one leaves out.
    """
    if stopped(content, memory):
        return repeat_route(content, memory)
    after = memory.but(started=True, aside=None, misses=0, care=False)
    if message.choice == "full_scan" or listed_in(content.questions[LENGTH_QUESTION], message.text) == "volledig":
        after = after.but(answers={**after.answers, LENGTH_QUESTION: "volledig"}, planned=False)
    if next_question(content, after.answers, after.revisit) is None:
        whole = plan_replies(content, after.answers, after.ticked)
        told = whole[-1:] if after.planned else whole
        return Step(after.but(planned=True), told, then="")
    return Step(after, then=SCAN)


def ask(content: Content, memory: Memory) -> Step:
    """Respond to the answer just given, then ask what comes next; nothing when the scan stopped or is complete."""
    responded = _respond(content, memory)
    after = responded.memory
    question = current_question(content, after)
    if question is None or responded.then == "":
        return responded
    return Step(after, (*responded.replies, speaking.question_reply(content, after, question)), responded.effects)


def read(content: Content, memory: Memory, message: Message) -> str | None:
    """The choice value that `message` answers the current question with, or None. Never a guess."""
    question = current_question(content, memory)
    if question is None:
        return None
    if message.choice is not None:
        value = value_for(ANSWER, question.id, message.choice)
        if value is not None:
            return value if question.choice(value) or speaking.is_all_clear(content, question, value) else None
        return SKIPPED if message.choice == "skip" and question.skippable else None
    return fixed_answer(question, message.text, content.answer_words)


def answer(content: Content, memory: Memory, value: str) -> Memory:
    """Record an answer to the current question; that nothing is the matter answers all safety questions."""
    question = current_question(content, memory)
    if question is None:
        return memory
    if not speaking.is_all_clear(content, question, value):
        return memory.answered(question.id, value)
    for asked, answered in nothing_wrong(content).items():
        memory = memory.answered(asked, answered)
    return memory


def is_asking(content: Content, memory: Memory) -> bool:
    """Whether a question remains, once what was just answered has had its consequence."""
    step = after_triage(content, memory) if memory.fresh in {question.id for question in content.triage} else None
    return current_question(content, step.memory if step else memory) is not None


def clarify(content: Content, memory: Memory, message: Message) -> Step:
    """One clarifying question: the choices come back with a word on why."""
    question = current_question(content, memory)
    if question is None:
        return Step(memory, then=asked_now(content, memory))
    said = speaking.choose_reply(content, question, message.candidates)
    return Step(memory.but(misses=memory.misses + 1), (said,))


def why(content: Content, memory: Memory) -> Step:
    question = current_question(content, memory)
    return Step(memory.but(misses=0), (speaking.why_reply(question),) if question else ())


def go_back(content: Content, memory: Memory, message: Message) -> Step:
    """One question back, the list of answers to choose from, or one answered question again."""
    if stopped(content, memory):
        return repeat_route(content, memory)
    begun = memory.started or not memory.wish
    kind, _, wanted = (message.choice or "").partition(":")
    if kind == CHANGE and any(one.id == wanted for one in answered_questions(content, memory.answers)):
        return Step(memory.but(started=begun, revisit=wanted, planned=False, misses=0), then=SCAN)
    if kind == CHANGE:
        return _list_answers(content, memory)
    if memory.revisit is not None:
        return Step(memory.but(revisit=None, misses=0), then=SCAN)
    previous = last_answered(content, memory.answers)
    if previous is None or (memory.wish and previous.section != "triage"):
        return Step(
            memory.but(started=begun), (Reply("scan.first", (text(content.messages["scan.first"]),)),), then=SCAN
        )
    return Step(memory.without_answers({previous.id}).but(started=begun, planned=False, misses=0), then=SCAN)


def finish(content: Content, memory: Memory) -> Step:
    """The last answer was given: respond to it and show the plan, unless a route stops the scan.

    Where a request waited for the safety questions, it goes on now.
    """
    responded = _respond(content, memory)
    after = responded.memory
    if after.wish and not stopped(content, after):
        begun = booking.start(content, after, after.wish)
        return Step(begun.memory, (*responded.replies, *begun.replies), begun.effects, begun.then)
    if stopped(content, after) or not after.started or asked_now(content, after) == SCAN:
        return responded
    said = Reply("scan.complete", (text(content.messages["scan.complete"]),))
    plan = plan_replies(content, after.answers, after.ticked)
    return Step(after.but(planned=True), (*responded.replies, said, *plan), then="")


def again_after_route(content: Content, memory: Memory) -> Step:
    said = Reply("scan.again", (text(content.messages["scan.again"]),))
    return Step(start_again(memory, content), (said,), then=SCAN)


def _respond(content: Content, memory: Memory) -> Step:
    """What an answer leads to: its tip, a safety route after the triage, or a referral for another function."""
    question = content.questions.get(memory.fresh or "")
    quiet = memory.but(fresh=None)
    if question is None:
        return Step(quiet)
    value = memory.answers.get(question.id, SKIPPED)
    if question.section == "triage":
        return after_triage(content, quiet) or Step(quiet)
    if question.id == "functie" and value == "andere_functie":
        said = content.messages["intake.other_function"]
        return Step(quiet, (Reply("intake.other_function", (text(said),)),))
    tip = speaking.tip_reply(content, question, memory.answers)
    return Step(quiet, (tip,) if tip else ())


def _list_answers(content: Content, memory: Memory) -> Step:
    answered = answered_questions(content, memory.answers)
    if not answered:
        return Step(memory, (Reply("scan.first", (text(content.messages["scan.first"]),)),), then=SCAN)
    return Step(memory.but(misses=0), (speaking.changeable_reply(content, memory, answered),), then="")
