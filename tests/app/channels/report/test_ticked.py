"""What was ticked off in the chat is on the plan and in what is kept, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.channels.report.pages import Pages
from tests.support.report.answer_sets import all_to_do
from tests.support.report.report_words import Outline
from woningscan.content.model import Content
from woningscan.conversation.memory import Memory, state_with
from woningscan.plan.build import build_plan

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.mark.parametrize("paper", [False, True])
def test_the_plan_counts_what_is_done_and_marks_it(content: Content, pages: Pages, paper: bool) -> None:
    answers = all_to_do(content)
    items = build_plan(content, answers).items
    ticked = tuple(item.question.id for item in items[:3])
    state = state_with({}, Memory(version=content.version, answers=answers, ticked=ticked))
    html = pages.for_pdf(state, NOW) if paper else pages.plan(state, NOW, copy_token=None)
    assert content.messages["plan.ticked"].format(number=3, total=len(items)) in Outline(html).text
    marked = [content.messages["plan.tick.done"].format(title=item.question.title) for item in items]
    assert [title in Outline(html).text for title in marked] == [True] * 3 + [False] * (len(items) - 3)


def test_nothing_is_called_done_where_nothing_was_ticked_off(content: Content, pages: Pages) -> None:
    state = state_with({}, Memory(version=content.version, answers=all_to_do(content)))
    assert content.messages["plan.ticked"].partition("{")[0] not in Outline(pages.for_pdf(state, NOW)).text
