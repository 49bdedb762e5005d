"""A conversation that is open while the content changes goes on, and is told what became of its answers."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.talking.safe_triage import SAFE_TRIAGE
from tests.support.talking.walk import Walk
from woningscan.content.model import SKIPPED, Content, Question, Theme
from woningscan.conversation.memory import Memory, adopted
from woningscan.plan.build import build_plan
from woningscan.scan.questionnaire import LENGTH_QUESTION, next_question, questions_in_order
from woningscan.scan.speaking import changed_reply

OFFICIAL = {"functie": "raadslid", **SAFE_TRIAGE}


def edited(content: Content, chance: Random) -> Content:
    """The content after an editor: themes' questions gone, moved, less or more important, their choices fewer."""
    themes = tuple(replace(theme, questions=_edited(theme, chance)) for theme in content.themes)
    of_themes = {question.id for theme in content.themes for question in theme.questions}
    kept = {id: question for id, question in content.questions.items() if id not in of_themes}
    kept |= {question.id: question for theme in themes for question in theme.questions}
    return replace(content, version="nieuw", themes=themes, questions=kept)


def _edited(theme: Theme, chance: Random) -> tuple[Question, ...]:
    kept = chance.sample(theme.questions, chance.randint(0, len(theme.questions)))
    return tuple(
        replace(
            question,
            priority=chance.randint(1, 3),
            choices=tuple(chance.sample(question.choices, chance.randint(1, len(question.choices)))),
        )
        for question in kept
    )


def somebody(content: Content, chance: Random) -> Memory:
    """Somebody anywhere in the scan, or behind it, with something ticked off or a question open again."""
    answers, most = {**OFFICIAL, LENGTH_QUESTION: chance.choice(["kort", "volledig"])}, chance.randint(0, 60)
    while len(answers) < most and (question := next_question(content, answers)) is not None:
        answers[question.id] = chance.choice([*(one.value for one in question.choices), SKIPPED])
    items = [item.question.id for item in build_plan(content, answers).items]
    ticked = tuple(chance.sample(items, chance.randint(0, len(items))))
    revisit = chance.choice([None, *(id for id in answers if content.questions[id].theme)])
    planned = chance.random() < 0.5
    return Memory(version="oud", started=True, answers=answers, ticked=ticked, revisit=revisit, planned=planned)


@given(seed=st.integers())
@settings(max_examples=60, deadline=None)
def test_what_is_told_is_what_happens(content: Content, seed: int) -> None:
    chance = Random(seed)
    memory, new = somebody(content, chance), edited(content, chance)
    after, dropped = adopted(memory, new)
    lost = set(memory.answers) - set(after.answers)
    assert bool(dropped) == bool(lost) and {*dropped.choices, *dropped.questions} == lost
    if not dropped:
        return
    told = changed_reply(new, after, dropped)
    named = [line for part in told.parts if part["kind"] == "list" for line in part["items"]]
    open_now = [question for question in questions_in_order(new, after.answers) if question.id not in after.answers]
    assert named == [question.title for id in dropped.choices for question in open_now if question.id == id]
    assert (str(len(lost) - len(named)) in told.text) or len(lost) - len(named) in (0, 1)


@given(seed=st.integers())
@settings(max_examples=40, deadline=None)
def test_the_conversation_goes_on_to_its_plan(content: Content, seed: int) -> None:
    chance = Random(seed)
    memory, new = somebody(content, chance), edited(content, chance)
    after, _ = adopted(memory, new)
    assert set(after.ticked) <= set(after.answers)
    walk = Walk(new, after)
    said = walk.press("resume")
    for _ in range(2 * len(new.questions)):
        if "plan.next" in said:
            break
        said = walk.press("skip")
    assert "plan.next" in said
    assert walk.memory.version == "nieuw"
