"""Where somebody is in the scan: what was answered, how much is left, what a word of the open question means."""

from __future__ import annotations

from collections.abc import Mapping

from woningscan.content.model import Content
from woningscan.conversation.choices import CHANGE, commands
from woningscan.conversation.memory import Memory
from woningscan.conversation.reply import Reply, items, text
from woningscan.scan.dialogue import current_question
from woningscan.scan.questionnaire import answered_questions, questions_in_order
from woningscan.scan.speaking import answer_label


def how_much_is_left(content: Content, memory: Memory) -> Reply:
    """How many questions come now, of this part and in all, which may change with the answers."""
    question = current_question(content, memory)
    if question is None:
        return Reply("faq.ask_duration", tuple(text(said) for said in content.answers["ask_duration"]["text"]))
    left = [one for one in questions_in_order(content, memory.answers) if one.id not in memory.answers]
    key = "scan.left" if len(left) > 1 else "scan.left.last"
    return Reply("faq.ask_duration", (text(content.messages[key].format(total=len(left))),))


def what_was_answered(content: Content, memory: Memory) -> Reply:
    """Every question that applies and its answer, what was passed over included."""
    lines = [f"{title}: {label}" for title, label in answered(content, memory.answers)]
    if not lines:
        return Reply("scan.overview", (text(content.messages["scan.overview.empty"]),))
    parts = (text(content.messages["scan.overview"]), items(lines))
    return Reply("scan.overview", parts, (), commands(content, (CHANGE,)))


def answered(content: Content, answers: Mapping[str, str]) -> list[tuple[str, str]]:
    """The titles of the questions that apply and have an answer, each with that answer as it reads."""
    given = answered_questions(content, answers)
    return [(question.title, answer_label(content, answers, question)) for question in given]


def what_it_means(content: Content, memory: Memory) -> Reply | None:
    """The open question in other words: what it is for, and that the choices explain it; None where none is open."""
    question = current_question(content, memory)
    if question is None:
        return None
    key = "scan.meaning" if question.skippable else "scan.meaning.needed"
    return Reply(f"scan.why.{question.id}", (text(question.why), text(content.messages[key])))
