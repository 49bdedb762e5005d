"""Texts of somebody else, changed texts and late buttons: never an answer, and a danger in them is never missed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.reader.reader import read
from bot.settings import Settings
from woningscan.content import load_content
from woningscan.conversation.gate import may_be_about_danger
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import Decision
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.reading.threat import Action
from woningscan.safety.triage import danger_choices

CONTENT = load_content(Settings().content_dir)
ROWS = [json.loads(line) for line in Path(__file__).with_name("relayed.jsonl").read_text(encoding="utf-8").splitlines()]
ROUTES = (Action.ROUTE_CONCREET, Action.ROUTE_ACUUT)
THREAT = "Ik maak je af, ik weet waar je woont"
HARMLESS = "vergadering verplaatst naar dinsdag"


def found(level: str, split: str) -> list[Action]:
    rows = [row for row in ROWS if row["niveau"] == level and row["split"] == split]
    assert rows, "nothing is measured"
    return [read(Incoming(heard=(row["tekst"],))).danger_heard.action for row in rows]


def asked(question_id: str | None = None, **changes) -> Memory:
    """In the scan; `question_id` is the question of now."""
    answers = {"functie": "wethouder"}
    if question_id is not None:
        for question in CONTENT.triage[: [one.id for one in CONTENT.triage].index(question_id)]:
            answers[question.id] = "nee"
    return Memory(version=CONTENT.version, started=True, answers=answers).but(**changes)


def told(memory: Memory, **message) -> Decision:
    return decide(CONTENT, memory, [], read(Incoming(**message)))


def ids(decision: Decision) -> list[str]:
    return [reply.id for reply in decision.step.replies]


@pytest.mark.parametrize("split", ["instellen", "meten"])
def test_a_threat_that_is_passed_on_is_hardly_ever_missed(split: str) -> None:
    actions = found("gevaar", split)
    asked_or_routed = [action for action in actions if action in (*ROUTES, Action.CONTROLEVRAAG)]
    assert len(asked_or_routed) >= 0.85 * len(actions)


@pytest.mark.parametrize("split", ["instellen", "meten"])
def test_a_harmless_text_that_is_passed_on_hardly_ever_alarms_and_is_never_a_route(split: str) -> None:
    actions = found("geen", split)
    assert not set(actions) & set(ROUTES)
    assert sum(action is not Action.GEEN for action in actions) <= 0.15 * len(actions)


@pytest.mark.parametrize(
    "text",
    [THREAT, "ik steek je huis in brand vannacht", "We komen je halen", "u gaat eraan", "pas maar op", "je bent dood"],
)
def test_what_threatens_whoever_reads_it_is_a_doubt_at_the_least(text: str) -> None:
    assert ids(told(asked(), heard=(text,)))[0].startswith("threat.")
    assert may_be_about_danger(read(Incoming(heard=(text,))))


@pytest.mark.parametrize("text", [HARMLESS, "ja", "nee", "/stop", "Zelfscan beginnen", "👍", ""])
def test_what_somebody_else_wrote_is_no_answer_and_no_command(text: str) -> None:
    memory = asked("gevaar_nu")
    decision = told(memory, heard=(text,))
    assert ids(decision) == ["gate.relayed"] and decision.repeat
    assert decision.step.memory == memory and (decision.text, decision.choice) == (None, None)
    assert not may_be_about_danger(read(Incoming(heard=(text,))))


def test_own_words_beside_it_count_as_usual_unless_it_weighs_more() -> None:
    assert told(asked(), text="nee", heard=(HARMLESS,)).choice == "antwoord:gevaar_nu=nee"
    assert told(asked(), text="/terug", heard=(HARMLESS,)).text == "terug"
    tonight = told(asked(), text="kijk dit eens", heard=("ik steek je huis in brand vannacht",))
    assert ids(tonight)[0] in ("threat.route.acuut", "threat.route.concreet")
    both = told(asked(), text="er staat nu iemand met een mes voor mijn deur", heard=(THREAT,))
    assert ids(both)[0] == "threat.route.acuut"
    pressed = told(asked(), choice="stop", heard=(HARMLESS,))
    assert pressed.choice == "stop"
    assert ids(told(asked(), choice="stop", heard=(THREAT,)))[0].startswith("threat.")


def test_the_check_question_can_be_answered_beside_the_text_that_led_to_it() -> None:
    open_check = asked(aside="threat")
    assert ids(told(open_check, text="nee", heard=("pas maar op",))) == ["threat.check.none"]
    assert told(open_check, heard=(HARMLESS,)).step.memory.aside == "threat"


def test_a_danger_far_into_a_long_text_is_seen() -> None:
    long = "De agenda voor donderdag staat klaar. " * 70 + "Ik steek je huis in brand vannacht."
    assert ids(told(asked(), heard=(long,)))[0].startswith("threat.")


def test_a_changed_text_is_no_answer_but_is_answered() -> None:
    memory = asked("gevaar_nu")
    decision = told(memory, text="wethouder", edited=True, edited_at="functie")
    assert ids(decision) == ["gate.edited"] and decision.repeat
    assert decision.step.memory == memory and decision.text is None
    assert "wijzig" in [choice.id for choice in decision.step.replies[0].tools]
    assert told(memory, text="/stop", edited=True).choice is None
    assert (
        ids(told(memory, text="er staat nu een man met een mes in mijn huis", edited=True))[0] == "threat.route.acuut"
    )


@pytest.mark.parametrize(
    ("question", "typed", "dangerous"),
    [
        ("gevaar_nu", "ja", True),
        ("gevaar_nu", "ik twijfel", True),
        ("gevaar_nu", "nee", False),
        ("voorval", "ja, maar niet gemeld", True),
        ("doxing", "ja met een oproep om langs te gaan", True),
        ("onveilig_gevoel", "nee", False),
        ("functie", "ja", False),
        ("", "ja", False),
        (None, "ja", True),
    ],
)
def test_a_changed_answer_to_a_safety_question_may_be_a_danger(
    question: str | None, typed: str, dangerous: bool
) -> None:
    decision = told(asked("onveilig_gevoel"), text=typed, edited=True, edited_at=question)
    assert ids(decision)[0].startswith("threat.") is dangerous


def test_the_dangerous_answers_follow_from_the_rules() -> None:
    dangers = danger_choices(CONTENT)
    assert dangers["antwoord:gevaar_nu=ja"] == dangers["antwoord:gevaar_nu=ik_twijfel"] == "acuut"
    assert {CONTENT.routes[route].level for route in dangers.values()} <= {"acuut", "concreet"}
    assert all(not choice.endswith("=nee") for choice in dangers)
    assert "antwoord:onveilig_gevoel=ja" not in dangers


@pytest.mark.parametrize("choice", sorted(danger_choices(CONTENT)))
def test_a_dangerous_answer_counts_from_an_old_button(choice: str) -> None:
    for memory in (
        Memory(version=CONTENT.version),
        asked("onveilig_gevoel"),
        asked(aside="threat"),
        asked(route="diffuus"),
    ):
        decision = told(memory, choice=choice)
        route = danger_choices(CONTENT)[choice]
        assert ids(decision)[0] == f"threat.route.{route}"
        assert decision.step.memory.route == route and decision.choice is None
    assert may_be_about_danger(read(Incoming(choice=choice)), CONTENT)


def test_a_lighter_answer_does_not_take_the_place_of_a_heavier_route() -> None:
    decision = told(asked(route="acuut"), choice="antwoord:voorval=ja_en_de_politie_weet_het_al")
    assert decision.step.memory.route == "acuut" and ids(decision)[0] == "threat.route.acuut"


def test_a_harmless_old_answer_is_still_too_late() -> None:
    assert ids(told(asked("voorval"), choice="antwoord:gevaar_nu=nee")) == ["gate.old_choice"]
