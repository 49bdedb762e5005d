"""The pictures show the plan's numbers, their alternatives say the same, and nobody but the official has them."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise

import pytest

from bot.channels.report.pages import Pages
from bot.channels.report.picture import OUTCOMES, SPOTS, WIDTH, picture_of
from bot.settings import ROOT
from tests.support.report.answer_sets import all_to_do, answers_of, state_of
from tests.support.report.report_words import Outline
from woningscan.content.model import Content
from woningscan.plan.build import build_plan

HOMES = ("rij_of_hoekwoning", "appartement_hoger")


def alternatives(html: str) -> list[str]:
    return re.findall(r"<title id=[^>]*>(.*?)</title>", html)


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("seed", range(20))
def test_every_action_with_a_spot_is_on_the_drawing_once(
    content: Content, pages: Pages, now: datetime, seed: int, home: str
):
    answers = answers_of(content, seed, woningtype=home)
    plan = build_plan(content, answers)
    picture = picture_of(plan, answers)
    assert picture.flat == (home == "appartement_hoger")
    assert {spot.name: set(spot.numbers) for spot in picture.spots} == {
        name: {plan.numbers[item.question.id] for item in plan.items if item.question.spot == name} for name in SPOTS
    }
    settled = {question.spot for question in plan.done}
    for spot in picture.spots:
        assert spot.outcome == ("todo" if spot.numbers else "done" if spot.name in settled else "skipped")
    told, _ = alternatives(html := pages.for_pdf(state_of(content, answers), now))
    assert told.startswith(content.messages["report.home.flat" if picture.flat else "report.home.house"])
    for spot in picture.spots:
        state = ", ".join(map(str, spot.numbers))
        state = f"actie {state}" if state else content.messages[f"report.home.{spot.outcome}"]
        assert f"{content.messages[f'report.spot.{spot.name}']}: {state}." in told
        assert f'class="spot {spot.outcome}"' in html


@pytest.mark.parametrize("home", HOMES)
def test_even_the_longest_plan_fits_on_the_drawing(content: Content, home: str):
    picture = picture_of(build_plan(content, all_to_do(content)), {"woningtype": home})
    for column in (True, False):
        spots = sorted((spot for spot in picture.spots if spot.at_the_end == column), key=lambda spot: spot.words_y)
        assert all(below.words_y - above.words_y >= 15 * (len(above.lines) + 1) for above, below in pairwise(spots))
        assert all(0 < spot.words_x < WIDTH for spot in spots)
    places = [(spot.x, spot.y) for spot in picture.spots]
    assert all(abs(x - z) > 14 or abs(y - w) > 14 for (x, y), (z, w) in pairwise(sorted(places)))


def test_no_question_is_at_a_spot_that_is_not_drawn(content: Content):
    assert {question.spot for question in content.questions.values()} == {None, *SPOTS}


@pytest.mark.parametrize("seed", range(40))
def test_the_rings_give_the_numbers_of_the_plan(content: Content, pages: Pages, now: datetime, seed: int):
    answers = answers_of(content, seed)
    plan = build_plan(content, answers)
    _, told = alternatives(html := pages.for_pdf(state_of(content, answers), now))
    names = {outcome: content.messages[f"report.outcome.{outcome}"] for outcome in OUTCOMES}
    for theme, ring in zip(plan.themes, picture_of(plan, answers).rings, strict=True):
        (line,) = re.findall(rf"{re.escape(theme.title)}: (.*?)\.", told)
        for outcome in OUTCOMES:
            number = re.search(rf"(\d+) {names[outcome]}", line)
            assert (int(number[1]) if number else 0) == theme.number(outcome), (theme.id, outcome)
        assert f">{line}</text>" in html, "what is read aloud is what is seen"
        assert bool(ring.arc) == bool(theme.number("done"))


def test_the_pictures_have_a_name_and_no_style_of_their_own(content: Content, pages: Pages, now: datetime):
    """The policy forbids style attributes; a pdf takes a picture's alternative from its title alone."""
    page = Outline(html := pages.for_pdf(state_of(content, answers_of(content, 3)), now))
    for svg in page.all("svg"):
        assert svg["role"] == "img"
        assert f'<title id="{svg["aria-labelledby"]}">' in html
    assert [name for name, attributes in page.elements if "style" in attributes or name == "style"] == []
    assert [name for name, attributes in page.elements for key in attributes if key.startswith("on")] == []


def test_the_map_of_weak_spots_is_in_no_other_page_or_mail():
    folder = ROOT / "content" / "templates"
    users = [file for file in folder.rglob("*.j2") if "home.svg" in file.read_text(encoding="utf-8")]
    assert {file.relative_to(folder).as_posix() for file in users} == {
        "report/plan.html.j2",
        "report/rings.svg.j2",  # names it in a comment
    }
