"""The picture shows the plan's numbers, and the list beside it says the same in words."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.report.pages import Pages
from bot.channels.report.picture import OUTCOMES, SIDE, WIDTH, picture_of
from tests.support.report.answer_sets import answers_of, state_of
from tests.support.report.report_words import Outline
from woningscan.content.model import Content, Question
from woningscan.plan.build import Plan, PlanItem, ThemePlan, build_plan

QUESTION = Question("x", "X1", "theme", "t", "T", "A", "W", ())
amounts = st.integers(0, 20)


def theme_of(done: int, todo: int, check: int, skipped: int) -> ThemePlan:
    items = [PlanItem(QUESTION, outcome, "a", ("zelf",), "nu") for outcome in ["todo"] * todo + ["check"] * check]
    return ThemePlan("t", "Thema", tuple(items), (QUESTION,) * done, (QUESTION,) * skipped)


@settings(max_examples=200)
@given(st.lists(st.tuples(amounts, amounts, amounts, amounts), max_size=6))
def test_a_square_for_every_question_and_none_on_another(numbers: list[tuple[int, int, int, int]]):
    picture = picture_of(Plan(tuple(theme_of(*each) for each in numbers), "onbekend", "1"))
    for row, (done, todo, check, skipped) in zip(picture.rows, numbers, strict=True):
        assert row.counts == {"done": done, "todo": todo, "check": check, "skipped": skipped}
        assert {kind: sum(one.outcome == kind for one in row.squares) for kind in OUTCOMES} == row.counts
    places = [(one.x, one.y) for row in picture.rows for one in row.squares] + [
        (one.x, one.y) for one in picture.legend
    ]
    assert len(set(places)) == len(places)
    assert all(0 <= x <= WIDTH - SIDE and 0 <= y <= picture.height - SIDE for x, y in places)
    tops = sorted({y for _, y in places})
    assert all(below - above >= SIDE for above, below in pairwise(tops))


@pytest.mark.parametrize("seed", range(40))
def test_the_words_give_the_numbers_of_the_plan(content: Content, pages: Pages, now: datetime, seed: int):
    answers = answers_of(content, seed)
    html = pages.for_pdf(state_of(content, answers), now)
    drawn = html[html.index("<svg") : html.index("</svg>")]
    told = Outline(html[html.index("</svg>") :].split("</ul>")[0]).text
    names = {outcome: content.messages[f"report.outcome.{outcome}"] for outcome in OUTCOMES}
    totals = dict.fromkeys(OUTCOMES, 0)
    for theme in build_plan(content, answers).themes:
        (line,) = re.findall(rf"{re.escape(theme.title)}: (.*)\.", told)
        for outcome in OUTCOMES:
            said = re.search(rf"(\d+) {names[outcome]}", line)
            assert (int(said[1]) if said else 0) == theme.number(outcome), (theme.id, outcome)
            totals[outcome] += theme.number(outcome)
    for outcome, total in totals.items():
        assert drawn.count(f'class="square {outcome}"') == total + 1  # one in the legend
        assert f">{names[outcome]}</text>" in drawn


def test_the_picture_has_a_name_and_no_style_of_its_own(content: Content, pages: Pages, now: datetime):
    """The policy forbids style attributes; a pdf takes a picture's alternative from its title alone."""
    page = Outline(html := pages.for_pdf(state_of(content, answers_of(content, 3)), now))
    (svg,) = page.all("svg")
    assert svg["role"] == "img"
    assert f'<title id="{svg["aria-labelledby"]}">{content.messages["report.picture.title"]}</title>' in html
    assert [name for name, attributes in page.elements if "style" in attributes or name == "style"] == []
    assert [name for name, attributes in page.elements for key in attributes if key.startswith("on")] == []
