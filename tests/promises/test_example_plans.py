"""The plans of six officials read as an adviser would write them (`docs/voorbeeldplannen/`)."""

from __future__ import annotations

import re

import pytest

from bot.editing.examples import Official, answers_of, plan_text
from tests.support.places import ROOT
from tools.content_documents import officials
from woningscan.content import load_content
from woningscan.plan.build import build_plan

CONTENT = load_content(ROOT / "content")
OFFICIALS = [pytest.param(official, id=official.name) for official in officials()]
# An order that says "it" before it says what, or that has nothing to do something with.
WITHOUT_SUBJECT = re.compile(
    r"^(?:Doe|Zet|Bespreek|Vraag|Koop|Stop|Regel|Meld|Controleer|Zoek|Let|Bedenk|Haal|Laat)\s+"
    r"(?:het|dit|ze|hem|er|hier|hiermee|daarmee)\b"
)
NOT_FOR: dict[tuple[str, str], str] = {
    ("huishouden", "alleen"): r"huisgenoten|uw gezin|bij u woont|Leer samen|samen met|Bespreek (?!het plan)",
    ("eigendom", "koop"): r"verhuurder|[Hh]uurt",
    ("eigendom", "huur"): r"\bVvE\b|Huurt u",
    ("woningtype", "appartement_hoger"): r"begane grond|oprit|om uw huis|achterdeur",
    ("functie", "raadslid"): r"secretaris|dijkgraaf",
    ("functie", "waterschapsbestuurder"): r"griffier|dijkgraaf|gemeentesecretaris",
    ("functie", "commissaris_van_de_koning"): r"griffier|gemeentesecretaris",
    ("functie", "burgemeester"): r"griffier",
    ("auto", "nee"): r"\bportieren\b|\bparkeer\b|\bauto\b",
}


@pytest.mark.parametrize("official", OFFICIALS)
def test_no_line_lacks_a_subject_and_none_comes_twice(official: Official) -> None:
    plan = build_plan(CONTENT, answers_of(CONTENT, official.answers))
    actions = [item.action for item in plan.items]
    assert [action for action in actions if WITHOUT_SUBJECT.match(action)] == []
    lines = re.findall(r"^\d+\. (.*?) Waarom\?", plan_text(CONTENT, official), re.MULTILINE)
    assert len(lines) == len(set(lines)) and set(lines) <= set(actions)
    assert all(item.action.count("verhuurder") <= 1 for item in plan.items)


@pytest.mark.parametrize("official", OFFICIALS)
def test_no_line_is_for_somebody_else(official: Official) -> None:
    told = plan_text(CONTENT, official).split("\n\n", 1)[1]
    answers = official.answers
    found = {value: re.findall(words, told) for (key, value), words in NOT_FOR.items() if answers.get(key) == value}
    assert {value: words for value, words in found.items() if words} == {}


def test_what_is_for_now_can_be_done_now() -> None:
    """Nothing that waits for a trade, a landlord or a holiday stands under today, whoever reads it."""
    for official in officials():
        plan = build_plan(CONTENT, answers_of(CONTENT, official.answers))
        for item in plan.by_effort["nu"]:
            assert not re.search(r"\b(?:plaatsen|vakantie|leverancier|bedrijf met)\b", item.action), item.action


def test_the_subject_is_missed() -> None:
    """The pattern bites on what used to be said."""
    for line in ("Bespreek het vandaag.", "Zet het vandaag aan, eerst voor uw mail.", "Doe het vanaf nu elke keer."):
        assert WITHOUT_SUBJECT.match(line)
