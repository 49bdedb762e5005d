"""Whatever was answered: every action is in the report, with why, source and whom to ask, and no person is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.report.pages import Pages
from bot.settings import ROOT
from tests.support.report.answer_sets import PERSON, all_to_do, answers_of, state_of
from tests.support.report.report_words import Outline, words, words_of_pdf
from woningscan.content import load_content
from woningscan.content.model import Content
from woningscan.plan.build import Plan, build_plan

CONTENT = load_content(ROOT / "content")
PAGES = Pages(CONTENT, ROOT / "content" / "templates")
NOW = datetime.fromisoformat("2026-11-24T23:30:00+00:00")
VERDICTS = ("veiligheidsscore", "goed beveiligd", "slecht beveiligd zijn", "onvoldoende", "uw score", "is veilig.", "%")


def must_hold(plan: Plan) -> list[str]:
    held = [CONTENT.messages["report.title"]]
    for item in plan.items:
        held += [
            item.question.title,
            item.action,
            item.question.why,
            CONTENT.labels[f"measure:{item.question.measure}"],
        ]
        held += [CONTENT.messages[f"report.who.{party}"] for party in item.whom]
        held += [CONTENT.sources[source]["publisher"] for source in item.question.sources]
        held += [CONTENT.sources[source]["title"] for source in item.question.sources]
    held += [question.title for theme in plan.themes for question in (*theme.done, *theme.skipped)]
    held += [CONTENT.contacts[key].value for key in ("alarmnummer", "politie", "ondersteuningsteam", "ccv_telefoon")]
    held += [CONTENT.contacts[key].value for key in ("ccv_mail", "ccv_website")]
    return [*held, CONTENT.messages[f"plan.measures.{plan.role}"], plan.version]


@settings(max_examples=80, deadline=None)
@given(st.integers(min_value=0))
def test_the_page_holds_the_whole_plan_and_nobody(seed: int):
    answers = answers_of(CONTENT, seed)
    plan = build_plan(CONTENT, answers)
    html = PAGES.plan(state_of(CONTENT, answers), NOW, copy_token="a-token")
    page = Outline(html)
    text = words(page.text)
    assert [held for held in must_hold(plan) if words(held) not in text] == []
    links = {attributes["href"] for attributes in page.all("a")}
    assert {CONTENT.sources[source]["url"] for source in plan.sources} <= links
    assert [told for told in PERSON.values() if told in html] == []


@pytest.mark.parametrize("seed", range(6))
def test_the_pdf_says_what_the_page_says(seed: int, print_pdf: Callable[[dict[str, str]], bytes]):
    answers = answers_of(CONTENT, seed) if seed else all_to_do(CONTENT)
    text = words_of_pdf(print_pdf(answers))
    assert [held for held in must_hold(build_plan(CONTENT, answers)) if words(held) not in text] == []
    assert [told for told in PERSON.values() if words(told) in text] == []


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=0))
def test_each_action_is_said_once(seed: int):
    answers = answers_of(CONTENT, seed)
    plan = build_plan(CONTENT, answers)
    for html in (
        PAGES.for_pdf(state_of(CONTENT, answers), NOW),
        PAGES.plan(state_of(CONTENT, answers), NOW, copy_token="t"),
    ):
        text = words(Outline(html).text)
        assert [item.action for item in plan.items if text.count(words(item.action)) != 1] == []
        titles = [f"{number}.{words(CONTENT.questions[id].title)}" for id, number in plan.numbers.items()]
        assert [title for title in titles if text.count(title) != 1] == []


@settings(max_examples=80, deadline=None)
@given(st.integers(min_value=0))
def test_every_action_can_be_ticked_once(seed: int):
    answers = answers_of(CONTENT, seed)
    plan = build_plan(CONTENT, answers)
    html = PAGES.for_pdf(state_of(CONTENT, answers), NOW)
    checklist = html.partition('id="afvinken"')[2].partition("</section>")[0]
    boxes = [part.split("</ul>")[0] for part in checklist.split('<ul class="boxes">')[1:]]
    listed = words(Outline("".join(boxes)).text)
    assert sum(part.count("<li>") for part in boxes) == len(plan.items)
    assert [item.question.id for item in plan.items if listed.count(words(item.action)) < 1] == []
    assert [number for number in range(1, len(plan.items) + 1) if listed.count(f"{number}.") < 1] == []
    ranked = [item for items in plan.by_effort.values() for item in items]
    assert sorted(item.question.id for item in ranked) == sorted(item.question.id for item in plan.items)


@pytest.mark.parametrize("seed", range(20))
def test_it_counts_and_does_not_judge(content: Content, pages: Pages, seed: int):
    text = Outline(pages.for_pdf(state_of(content, answers_of(content, seed)), NOW)).text.lower()
    assert "geen oordeel over hoe veilig uw woning is" in text
    assert [verdict for verdict in VERDICTS if verdict in text] == []


def test_it_is_dated_in_dutch_local_time(content: Content, pages: Pages):
    """Half past eleven at night in London is the next day in The Hague."""
    assert "25 november 2026" in pages.for_pdf(state_of(content, {}), NOW)


def test_another_function_is_not_offered_the_scan(content: Content, pages: Pages):
    def told(function: str) -> str:
        return Outline(pages.for_pdf(state_of(content, answers_of(content, 1, functie=function)), NOW)).text

    offer, other = content.messages["report.offer"], content.messages["report.offer.other_function"]
    assert offer in told("raadslid")
    assert other not in told("raadslid")
    assert other in told("andere_functie")
    assert offer not in told("andere_functie")


def test_without_a_copy_the_page_offers_print(content: Content, pages: Pages):
    state = state_of(content, all_to_do(content))
    with_copy = pages.plan(state, NOW, copy_token="a-token")
    without = pages.plan(state, NOW, copy_token=None)
    assert 'action="/rapport/a-token/pdf"' in with_copy
    assert "<form" not in without
    assert content.messages["report.pdf.unavailable"] in without
    assert content.messages["report.pdf.unavailable"] not in with_copy
