"""How the scan sounds: the question with its progress, the tip after an answer, the reason, the request to choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.conversation.choices import ANSWER, CHANGE, NOTHING_WRONG, answer_choices, command, commands
from woningscan.conversation.memory import Dropped, Memory
from woningscan.conversation.reply import Choice, Reply, items, progress, text
from woningscan.scan.notes import tip_for
from woningscan.scan.questionnaire import LENGTH_QUESTION, last_answered, position, questions_in_order


def question_reply(content: Content, memory: Memory, question: Question) -> Reply:
    """The question with its progress line, its choices and the commands that are always at hand.

    With the first safety question all of them can be answered at once, where a button is wide enough to read what
    that says.
    """
    choices = answer_choices(question)
    if question is content.triage[0] and not memory.overheard:
        choices = (*choices, Choice(f"{ANSWER}:{question.id}={NOTHING_WRONG}", content.labels[NOTHING_WRONG]))
    parts = (*_progress(content, memory, question), text(question.ask))
    return Reply(f"scan.ask.{question.id}", parts, choices, _tools(content, memory, question))


def is_all_clear(content: Content, question: Question, value: str) -> bool:
    """Whether this is the one answer to all the safety questions."""
    return value == NOTHING_WRONG and question is content.triage[0]


def choose_reply(content: Content, question: Question, candidates: tuple[str, ...]) -> Reply:
    """Said before the question comes back: what was typed could not be taken as one of its answers."""
    labels = [choice.label for choice in question.choices if choice.value in candidates]
    if 2 <= len(labels) < len(question.choices):
        said = content.messages["scan.clarify.between"].format(labels=_either(labels, content))
    else:
        said = content.messages["scan.clarify"]
    return Reply(f"scan.clarify.{question.id}", (text(said),))


def with_note(content: Content, question: Question, value: str, replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """The replies to an answer, the first of them saying what was made of a typed sentence and how to put it right."""
    if not replies:
        return ()
    first, *rest = replies
    choice = question.choice(value)
    said = text(content.messages["scan.noted"].format(label=choice.label if choice else value))
    change = Choice(f"{CHANGE}:{question.id}", content.labels["change_this"])
    return (replace(first, parts=(said, *first.parts), tools=(change, *first.tools)), *rest)


def tip_reply(content: Content, question: Question, answers: Mapping[str, str]) -> Reply | None:
    """The tip that belongs to the answer, at once; None where an answer has none."""
    value = answers.get(question.id, SKIPPED)
    if value == SKIPPED:
        return Reply(f"scan.skipped.{question.id}", (text(content.messages["scan.skipped"]),))
    choice = question.choice(value)
    if choice is None or not choice.tip:
        return None
    done = choice.outcome == "done"
    key = "scan.tip.done" if done else "scan.tip.todo"
    said = content.messages[key].format(tip=tip_for(content, question, choice, answers))
    return Reply(f"scan.tip.{question.id}.{value}", (text(said),))


def why_reply(question: Question) -> Reply:
    return Reply(f"scan.why.{question.id}", (text(question.why),))


def changeable_reply(content: Content, memory: Memory, questions: list[Question]) -> Reply:
    """The answered questions in their order, each with its answer as a button that asks it again."""
    choices = tuple(
        Choice(f"{CHANGE}:{question.id}", f"{question.title}: {answer_label(content, memory.answers, question)}")
        for question in questions
    )
    tools = commands(content, ("resume", "report_threat"))
    return Reply("scan.change", (text(content.messages["scan.change"]),), choices, tools)


def answer_label(content: Content, answers: Mapping[str, str], question: Question) -> str:
    """What was answered to a question, in the words on its button."""
    choice = question.choice(answers[question.id])
    return choice.label if choice else content.messages["scan.overview.skipped"]


def changed_reply(content: Content, memory: Memory, dropped: Dropped) -> Reply:
    """What a new version of the questionnaire did to the answers: what is asked again, and how much is asked no more.

    `memory` is the one from which they were dropped.
    """
    applying = {question.id for question in questions_in_order(content, memory.answers)}
    again = [content.questions[key].title for key in dropped.choices if key in applying]
    gone = len(dropped.choices) + len(dropped.questions) - len(again)
    parts = [text(content.messages["scan.content_changed"])]
    if again:
        parts += [text(content.messages["scan.content_changed.again"]), items(again)]
    if gone:
        key = "scan.content_changed.gone.one" if gone == 1 else "scan.content_changed.gone"
        parts.append(text(content.messages[key].format(number=gone)))
    return Reply("scan.content_changed", tuple(parts))


def _progress(content: Content, memory: Memory, question: Question) -> tuple[dict[str, Any], ...]:
    """The progress line: over the whole scan, or over the safety questions where a request waits for these alone."""
    if memory.wish and question in content.triage:
        number, total = content.triage.index(question) + 1, len(content.triage)
    else:
        number, total = position(content, memory.answers, question)
    part = next((theme.title for theme in content.themes if theme.id == question.theme), None)
    section = "profile" if question.id == LENGTH_QUESTION else question.section  # it stands between those
    part = part or content.messages[f"scan.part.{section}"]
    title = content.messages["scan.progress"].format(number=number, total=total, theme=part)
    return (progress(number, total, part, title),)


def _tools(content: Content, memory: Memory, question: Question) -> tuple[Choice, ...]:
    wanted = ["ask_why"]
    if question.skippable:
        wanted.append("skip")
    if last_answered(content, memory.answers) is not None:
        wanted += ["back", CHANGE]
    if memory.wish:
        wanted.append("cancel_booking")
    return tuple(command(content, intent) for intent in [*wanted, "pause", "report_threat"])


def _either(labels: list[str], content: Content) -> str:
    quoted = [f"“{label}”" for label in labels]
    return content.messages["either"].format(first=", ".join(quoted[:-1]), last=quoted[-1])
