"""What editors list as an answer is taken as one: the threat check does not stop it, unless it is certain."""

from __future__ import annotations

import pytest

from bot.reader.reader import read
from tests.support.places import ROOT
from woningscan.content import load_content
from woningscan.content.model import SKIPPED
from woningscan.conversation.memory import Memory
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming

CONTENT = load_content(ROOT / "content")
ABOUT_THE_HOME = [question for question in CONTENT.questions.values() if question.section != "triage"]
ABOUT_SAFETY = [question for question in CONTENT.questions.values() if question.section == "triage"]


def asked(question_id: str) -> Memory:
    """A memory in which this question, and no other, is open."""
    every = dict.fromkeys(CONTENT.questions, SKIPPED)  # a skipped profile hides no question
    safe = {"gevaar_nu": "nee", "voorval": "nee", "doxing": "nee", "onveilig_gevoel": "nee", "scanlengte": "volledig"}
    answers = {**every, **safe, "functie": "raadslid"}
    return Memory(version=CONTENT.version, started=True, answers=answers, revisit=question_id)


@pytest.mark.parametrize("question", ABOUT_THE_HOME, ids=lambda question: question.id)
def test_every_listed_answer_reaches_the_question(question) -> None:
    for choice in question.choices:
        for typed in (choice.label, *choice.phrases):
            decision = decide(CONTENT, asked(question.id), [], read(Incoming(text=typed)))
            assert decision.choice == f"antwoord:{question.id}={choice.value}", f"{question.id}: {typed}"


@pytest.mark.parametrize("question", ABOUT_SAFETY, ids=lambda question: question.id)
def test_a_listed_no_to_a_safety_question_is_a_no(question) -> None:
    for typed in question.choice("nee").phrases:
        decision = decide(CONTENT, asked(question.id), [], read(Incoming(text=typed)))
        assert decision.choice == f"antwoord:{question.id}=nee", f"{question.id}: {typed}"


def test_a_certain_danger_in_the_place_of_an_answer_is_still_one() -> None:
    decision = decide(
        CONTENT, asked("plaats_brievenbus"), [], read(Incoming(text="er staat nu iemand met een mes in mijn huis"))
    )
    assert decision.step.replies[0].id == "threat.route.acuut"


def test_a_short_answer_that_only_the_statistics_doubt_is_one() -> None:
    decision = decide(CONTENT, asked("huishouden"), [], read(Incoming(text="met mijn man en twee kinderen")))
    assert decision.choice == "antwoord:huishouden=met_kinderen"


@pytest.mark.parametrize("question_id", ["plaats_brievenbus", "rookmelders", "zicht_op_bezoek"])
def test_a_danger_behind_an_answer_is_still_seen(question_id: str) -> None:
    typed = "ja hoor, en er lag vrijdag een kogel in de brievenbus"
    decision = decide(CONTENT, asked(question_id), [], read(Incoming(text=typed)))
    assert decision.text is None and decision.step.replies[0].id in ("threat.route.concreet", "threat.check")
