"""Which question comes next: the first that applies and has no answer yet (decision D4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from woningscan.content.conditions import holds
from woningscan.content.model import SHORT_SCAN_PRIORITY, Content, Question
from woningscan.conversation.memory import Answers

LENGTH_QUESTION = "scanlengte"


def questions_in_order(content: Content, answers: Mapping[str, str]) -> Sequence[Question]:
    """Every question that applies to these answers, in order of asking.

    First the function, the safety questions and what the plan always needs of the profile, then how long the scan is to
    be, then what a scan of that length asks.

    An answer to a question that does not apply any more decides nothing: the answers are replayed one by one, once for
    the answers of a `Memory`.
    """
    derived = answers.derived if isinstance(answers, Answers) else {}
    key = f"questions {content.version}"
    if key not in derived:
        derived[key] = _replayed(content, answers)
    order: Sequence[Question] = derived[key]
    return order


def _replayed(content: Content, answers: Mapping[str, str]) -> Sequence[Question]:
    length = content.questions[LENGTH_QUESTION]
    first = [question for question in content.intake if question is not length]
    is_full = answers.get(LENGTH_QUESTION) == "volledig"
    profile = [question for question in content.profile if _is_short(question)]
    further = [question for question in content.profile if is_full and not _is_short(question)]
    of_themes = [question for theme in content.themes for question in theme.questions]
    themes = [question for question in of_themes if is_full or _is_short(question)]
    ordered = [*first, *content.triage, *profile, length, *further, *themes]
    applying: list[Question] = []
    counting: dict[str, str] = {}
    for question in ordered:
        if holds(question.show_if, counting):
            applying.append(question)
            if question.id in answers:
                counting[question.id] = answers[question.id]
    return tuple(applying)


def next_question(content: Content, answers: Mapping[str, str], revisit: str | None = None) -> Question | None:
    """The question to ask now, or None when the scan is complete.

    `revisit` is an answered question to ask again; one that does not apply any more is passed over.
    """
    ordered = questions_in_order(content, answers)
    again = next((question for question in ordered if question.id == revisit), None)
    return again or next((question for question in ordered if question.id not in answers), None)


def next_safety_question(content: Content, answers: Mapping[str, str]) -> Question | None:
    """The safety question to ask now, or None when they are all answered."""
    return next((one for one in safety_questions(content, answers) if one.id not in answers), None)


def safety_questions(content: Content, answers: Mapping[str, str]) -> list[Question]:
    return [question for question in questions_in_order(content, answers) if question.section == "triage"]


def last_answered(content: Content, answers: Mapping[str, str]) -> Question | None:
    """The answered question that comes just before the next one: where "back" leads."""
    answered = [question for question in questions_in_order(content, answers) if question.id in answers]
    return answered[-1] if answered else None


def answered_questions(content: Content, answers: Mapping[str, str]) -> list[Question]:
    return [question for question in questions_in_order(content, answers) if question.id in answers]


def position(content: Content, answers: Mapping[str, str], question: Question) -> tuple[int, int]:
    """The number of `question` and how many there are in the whole scan.

    The safety questions are always counted whole: how many will apply is known only while they are answered.
    """
    applying = questions_in_order(content, answers)
    first = [asked for asked in applying if asked.section == "intake" and asked.id != LENGTH_QUESTION]
    rest = [asked for asked in applying if asked.section != "triage" and asked not in first]
    ordered = [*first, *content.triage, *rest]
    return ordered.index(question) + 1, len(ordered)


def _is_short(question: Question) -> bool:
    """Whether the short scan asks it too."""
    return question.priority >= SHORT_SCAN_PRIORITY
