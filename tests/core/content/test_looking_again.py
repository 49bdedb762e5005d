"""What an editor is told to look at again, and that most facts rest on an official source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.core.content.editing import TODAY
from woningscan.content import load_content
from woningscan.content.check.sourcing.looking_again import LookAgain, is_old, to_look_at_again, to_read
from woningscan.content.check.sourcing.resting import LEAST_OFFICIAL, facts, official_problems, official_share
from woningscan.content.loading import load_office_hours
from woningscan.content.model import Content


@pytest.fixture(scope="module")
def content(real_folder: Path) -> Content:
    return load_content(real_folder)


def listed(content: Content, folder: Path, today: date = TODAY) -> dict[str, LookAgain]:
    """By the first key of where it stands."""
    return {str(one.path[-1]): one for one in to_look_at_again(content, load_office_hours(folder), today)}


def marked(content: Content, key: str, **values: object) -> Content:
    """The content with other marks of one source."""
    return replace(content, sources={**content.sources, key: {**content.sources[key], **values}})


def test_most_facts_rest_on_an_official_source(content: Content) -> None:
    assert official_share(content).percent >= LEAST_OFFICIAL
    assert list(official_problems(content)) == []


def test_too_few_official_sources_stop_the_content(content: Content) -> None:
    nothing = replace(content, sources={key: {**one, "official": False} for key, one in content.sources.items()})
    assert official_share(nothing).percent == 0
    assert [problem.file for problem in official_problems(nothing)] == ["sources.yml"]


def test_a_source_is_listed_for_each_reason_and_one_without_a_reason_is_not(
    content: Content, real_folder: Path
) -> None:
    right = marked(content, "politie_112", checked=TODAY.isoformat(), status="bevestigd", official=True)
    assert "politie_112" not in listed(right, real_folder)
    for values in ({"checked": "2020-01-01"}, {"status": "deels"}, {"status": "folder"}, {"official": False}):
        reasons = listed(marked(right, "politie_112", **values), real_folder)["politie_112"].reasons
        assert len(reasons) == 1, values
    worst = marked(right, "politie_112", checked="2020-01-01", status="folder", official=False)
    assert len(listed(worst, real_folder)["politie_112"].reasons) == 3


def test_what_rests_on_it_is_told_with_whether_anything_official_is_left(content: Content, real_folder: Path) -> None:
    for key, one in listed(content, real_folder).items():
        if key in content.sources:
            resting = {fact.name for fact in facts(content) if key in fact.sources}
            assert {*one.alone, *one.beside} == resting
            assert not {*one.alone} & {*one.beside}


def test_unconfirmed_office_hours_are_listed_until_somebody_confirms_them(content: Content, real_folder: Path) -> None:
    hours = {**load_office_hours(real_folder), "confirmed": False}
    assert "booking.yml" in [one.file for one in to_look_at_again(content, hours, TODAY)]
    confirmed = to_look_at_again(content, {**hours, "confirmed": True}, TODAY)
    assert "booking.yml" not in [one.file for one in confirmed]


def test_a_year_later_each_source_and_contact_is_old(content: Content, real_folder: Path) -> None:
    later = listed(content, real_folder, TODAY + timedelta(days=400))
    assert {*content.sources, *content.contacts} <= {*later}
    assert is_old("2025-11-28", date(2026, 11, 29)) and not is_old("2025-11-29", date(2026, 11, 29))


def test_the_most_pressing_comes_first_and_each_line_says_where_it_stands(content: Content, real_folder: Path) -> None:
    old = marked(content, "knmi", checked="2020-01-01")
    lines = [line for line in to_read(real_folder, old, load_office_hours(real_folder), TODAY) if ": regel " in line]
    number = next(
        at for at, line in enumerate((real_folder / "sources.yml").read_text("utf-8").split("\n"), 1) if line == "knmi:"
    )
    assert lines[0].startswith(f"sources.yml: regel {number}: knmi ")
    assert len(lines) == len(listed(old, real_folder))
