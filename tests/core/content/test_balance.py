"""The questionnaire is balanced: each theme, kind of measure and group has its share; the short scan stays short."""

from __future__ import annotations

from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from woningscan.content import load_content
from woningscan.content.check.apart import MOST_IN_THE_SHORT_SCAN
from woningscan.content.check.questions import MEASURES
from woningscan.content.model import Content
from woningscan.scan.questionnaire import questions_in_order

FEWEST_OF_A_THEME = 5
FEWEST_OF_A_GROUP = {"onderweg": 3, "gezin": 4}


@pytest.fixture(scope="module")
def content(real_folder: Path) -> Content:
    return load_content(real_folder)


def test_each_theme_has_its_questions_and_its_three_kinds_of_measure(content: Content) -> None:
    for theme in content.themes:
        assert len(theme.questions) >= FEWEST_OF_A_THEME, theme.id
        assert {question.measure for question in theme.questions} == MEASURES, theme.id


def test_the_groups_of_the_ccv_have_their_share(content: Content) -> None:
    numbers = Counter(question.group for theme in content.themes for question in theme.questions)
    assert {group: number for group, number in FEWEST_OF_A_GROUP.items() if numbers[group] < number} == {}


def test_the_short_scan_is_short_for_everybody(content: Content) -> None:
    options = [[(question.id, choice.value) for choice in question.choices] for question in content.profile]
    asked = Counter[int]()
    for profile in product(*options):
        found = questions_in_order(content, {**dict(profile), "scanlengte": "kort"})
        asked[sum(question.section == "theme" for question in found)] += 1
    assert max(asked) <= MOST_IN_THE_SHORT_SCAN
    skipped = questions_in_order(content, {"scanlengte": "kort"})
    assert sum(question.section == "theme" for question in skipped) <= MOST_IN_THE_SHORT_SCAN
