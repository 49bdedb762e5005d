"""The questionnaire by replay: the next question is the first that applies and has no answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.talking.walk import SAFE_TRIAGE
from woningscan.content.model import SHORT_SCAN_PRIORITY, SKIPPED, Content
from woningscan.scan.questionnaire import (
    LENGTH_QUESTION,
    answered_questions,
    last_answered,
    next_question,
    position,
    questions_in_order,
)

FIRST = {"functie": "wethouder"}


def run(content: Content, answers: dict[str, str], pick=None) -> list[str]:
    """Answer every question that comes; returns their ids in order."""
    asked = []
    while (question := next_question(content, answers)) is not None:
        asked.append(question.id)
        value = (pick or {}).get(question.id) or question.choices[-1].value
        answers = {**answers, question.id: value}
    return asked


def test_the_parts_come_in_order(content: Content) -> None:
    asked = run(content, {}, {**FIRST, **SAFE_TRIAGE, LENGTH_QUESTION: "volledig"})
    sections = [content.questions[one].section for one in asked]
    assert asked[0] == "functie"
    assert asked[1:5] == list(SAFE_TRIAGE)
    assert asked[5:9] == ["woningtype", "eigendom", "huishouden", LENGTH_QUESTION]
    assert sections[9:13] == ["profile"] * 4
    assert set(sections[13:]) == {"theme"}
    assert len(asked) == len(set(asked))


def test_the_short_scan_is_the_part_of_the_full_one_that_matters_most(content: Content) -> None:
    begun = {**FIRST, **SAFE_TRIAGE, **{question.id: SKIPPED for question in content.profile}}
    full = run(content, {**begun, LENGTH_QUESTION: "volledig"})
    short = run(content, {**begun, LENGTH_QUESTION: "kort"})
    assert full == [question.id for theme in content.themes for question in theme.questions]
    assert short == [one for one in full if content.questions[one].priority >= SHORT_SCAN_PRIORITY]
    assert 0 < len(short) < len(full)


def test_after_the_short_scan_the_full_one_asks_only_the_rest(content: Content) -> None:
    begun = {**FIRST, **SAFE_TRIAGE, **{question.id: SKIPPED for question in content.profile}}
    short = run(content, {**begun, LENGTH_QUESTION: "kort"})
    rest = run(content, {**begun, **dict.fromkeys(short, "weet_niet"), LENGTH_QUESTION: "volledig"})
    assert not set(rest) & set(short)
    assert {*rest, *short} == {question.id for theme in content.themes for question in theme.questions}


def test_back_leads_to_the_last_answered_in_order_not_in_time(content: Content) -> None:
    answers = {"huishouden": "alleen", "gevaar_nu": "nee", **FIRST}
    found = last_answered(content, answers)
    assert found is not None
    assert found.id == "huishouden"
    assert [question.id for question in answered_questions(content, answers)] == ["functie", "gevaar_nu", "huishouden"]
    assert last_answered(content, {}) is None


def test_an_answer_that_no_longer_applies_is_not_the_last_one(content: Content) -> None:
    answers = {**FIRST, "gevaar_nu": "ja", "voorval": "nee"}
    found = last_answered(content, answers)
    assert found is not None
    assert found.id == "gevaar_nu"


def test_an_answered_question_is_asked_again_only_while_it_applies(content: Content) -> None:
    answers = {**FIRST, "gevaar_nu": "nee", "voorval": "nee"}
    again = next_question(content, answers, revisit="voorval")
    passed = next_question(content, {**answers, "gevaar_nu": "ja"}, revisit="voorval")
    unknown = next_question(content, answers, revisit="bestaat_niet")
    assert again is not None and again.id == "voorval"
    assert passed is not None and passed.id == "woningtype"  # an answer that does not count hides what hangs on it
    assert unknown is not None and unknown.id == "doxing"


def test_the_short_scan_asks_of_the_profile_what_it_uses(content: Content) -> None:
    asked = run(content, {}, {**FIRST, **SAFE_TRIAGE, LENGTH_QUESTION: "kort"})
    assert [one for one in asked if content.questions[one].section == "profile"] == [
        "woningtype",
        "eigendom",
        "huishouden",
    ]


@pytest.mark.parametrize("length", ["kort", "volledig"])
def test_the_numbers_run_through_the_whole_scan(content: Content, length: str) -> None:
    answers = {**FIRST, **SAFE_TRIAGE, **{question.id: SKIPPED for question in content.profile}}
    answers[LENGTH_QUESTION] = length
    asked = questions_in_order(content, answers)
    numbers = [position(content, answers, question) for question in asked]
    assert numbers == [(number, len(asked)) for number in range(1, len(asked) + 1)]


def test_the_safety_questions_are_counted_whole_from_the_first_on(content: Content) -> None:
    answers = {**FIRST}
    total = position(content, {}, content.questions["functie"])[1]
    for number, (question, value) in enumerate(SAFE_TRIAGE.items(), start=2):
        assert position(content, answers, content.questions[question]) == (number, total)
        answers[question] = value


def test_no_skipped_question_hides_another(content: Content) -> None:
    everything = {LENGTH_QUESTION: "volledig", **SAFE_TRIAGE, **FIRST}
    unanswered = {question.id for question in questions_in_order(content, everything)}
    for question in content.questions.values():
        if question.skippable:
            skipped = {one.id for one in questions_in_order(content, {**everything, question.id: SKIPPED})}
            assert skipped == unanswered, question.id


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_the_next_question_is_always_the_first_that_applies(content: Content, data: st.DataObject) -> None:
    known = data.draw(st.sets(st.sampled_from(sorted(content.questions))))
    answers = {one: data.draw(st.sampled_from(content.questions[one].choices)).value for one in known}
    ordered = [question.id for question in questions_in_order(content, answers)]
    open_now = [one for one in ordered if one not in answers]
    found = next_question(content, answers)
    assert (found.id if found else None) == (open_now[0] if open_now else None)
    assert len(run(content, answers)) <= len(content.questions) - len(set(answers) & set(ordered))
