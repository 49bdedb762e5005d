"""How the scan sounds: the question with its progress, the tip after an answer, the reason, the request to choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from woningscan.content.model import SKIPPED, Content, Question
from woningscan.conversation.choices import CHANGE, answer_choices, command, commands
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Choice, Reply, progress, text
from woningscan.scan.notes import tip_for
from woningscan.scan.questionnaire import last_answered, position


def question_reply(content: Content, memory: Memory, question: Question) -> Reply:
    """The question with its progress line, its choices and the commands that are always at hand."""
    parts = (*_progress(content, memory, question), text(question.ask))
    return Reply(f"scan.ask.{question.id}", parts, answer_choices(question), _tools(content, memory, question))


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
    kept = first.parts[1:] if first.id.startswith("scan.tip.") else first.parts  # a tip says the answer back itself
    change = Choice(f"{CHANGE}:{question.id}", content.labels["change_this"])
    return (replace(first, parts=(said, *kept), tools=(change, *first.tools)), *rest)


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
    heard = content.messages["scan.heard"].format(label=choice.label)
    said = content.messages[key].format(tip=tip_for(content, question, choice, answers))
    return Reply(f"scan.tip.{question.id}.{value}", (text(heard), text(said)))


def why_reply(question: Question) -> Reply:
    return Reply(f"scan.why.{question.id}", (text(question.why),))


def changeable_reply(content: Content, questions: list[Question]) -> Reply:
    """The answered questions, newest first, each as a button that asks it again."""
    choices = tuple(Choice(f"{CHANGE}:{question.id}", question.title) for question in reversed(questions))
    return Reply(
        "scan.change", (text(content.messages["scan.change"]),), choices, commands(content, ("resume", "report_threat"))
    )


def _progress(content: Content, memory: Memory, question: Question) -> tuple[dict[str, Any], ...]:
    """The progress line. The intake has none: its two questions stand apart, and a count would promise too little."""
    if question.section == "intake":
        return ()
    number, total = position(content, memory.answers, question)
    part = next((theme.title for theme in content.themes if theme.id == question.theme), None)
    part = part or content.messages[f"scan.part.{question.section}"]
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
