"""A turn is a function: what goes in decides what comes out, and nothing stays behind."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from engine.turn import MAX_CHARACTERS, Engine
from tests.support.places import ROOT
from tests.support.talking.safe_triage import SAFE_TRIAGE
from tests.support.timing import least_of_each

SCAN = ["start_scan", "antwoord:functie=wethouder"]
NOES = ["antwoord:gevaar_nu=nee", "antwoord:voorval=nee", "antwoord:doxing=nee", "antwoord:onveilig_gevoel=nee"]


def ids(result: Any) -> list[str]:
    return [reply["id"] for reply in result.replies]


def after(run, engine: Engine, *choices: str) -> dict[str, Any]:
    state: dict[str, Any] = {}
    for choice in choices:
        result = run(engine.turn(state, choice=choice))
        assert result.error is None
        state = result.state
    return state


def test_the_same_turn_gives_the_same_result_from_another_engine(run, engine) -> None:
    other = run(Engine.load())
    state = after(run, engine, *SCAN)
    for message in ({"text": "nee, er is niets aan de hand"}, {"text": "wat kost het"}, {"choice": "pause"}):
        assert run(engine.turn(state, **message)) == run(other.turn(state, **message))


def test_nothing_is_kept_between_turns(run, engine) -> None:
    state = after(run, engine, *SCAN)
    frozen = json.dumps(state, sort_keys=True)
    first = run(engine.turn(state, text="nee"))
    run(engine.turn({}, text="hallo"))
    assert json.dumps(state, sort_keys=True) == frozen, "the caller's state was changed"
    assert run(engine.turn(state, text="nee")) == first
    assert engine._store.live == {} and engine._actions.failed == {}


def test_turn_25_costs_what_turn_2_costs_and_the_state_stays_small(run, engine) -> None:
    early, state = None, {}
    for choice in [*SCAN, *NOES]:
        state = run(engine.turn(state, choice=choice)).state
        early = early or state
    for _ in range(25 - len([*SCAN, *NOES]) - 1):
        state = run(engine.turn(state, choice="skip" if _ % 2 else "ask_why")).state
    question = "wat kost het eigenlijk"
    costs = least_of_each(
        {
            "turn 2": lambda: run(engine.turn(early, text=question)),
            "turn 25": lambda: run(engine.turn(state, text=question)),
        },
        times=40,
    )
    assert costs["turn 25"] < 2 * costs["turn 2"], costs
    assert len(json.dumps(state)) < 2000


def test_recent_turns_outside_the_forms_are_bounded(run, engine) -> None:
    state: dict[str, Any] = {}
    for _ in range(6):
        state = run(engine.turn(state, text="hallo")).state
    assert len(state["recent"]) == 2


@pytest.mark.parametrize(
    ("failing", "typed"),
    [
        ("action_answer_question", "wat kost het"),
        ("validate_scan_form", "wat kost het"),
        ("action_ask_scan_form_scan_answer", "nee"),
    ],
)
def test_an_action_that_raises_is_reported_and_says_nothing(run, engine, monkeypatch, failing, typed) -> None:
    async def broken(*_: Any) -> None:
        raise RuntimeError("geheim: Jan woont op nummer 3")

    state = after(run, engine, *SCAN)
    monkeypatch.setitem(engine._actions.executor.actions, failing, broken)
    result = run(engine.turn(state, text=typed))
    assert result.error == f"{failing}: RuntimeError"
    assert (result.replies, result.effects, result.state) == ([], [], state)
    monkeypatch.undo()
    assert ids(run(engine.turn(state, text="wat kost het"))) == ["faq.ask_costs", "scan.ask.gevaar_nu"]


def test_an_action_with_a_broken_result_is_reported(run, engine, monkeypatch) -> None:
    async def broken(*_: Any) -> list[dict[str, Any]]:
        return [{"event": "slot", "name": ["not", "a", "name"]}]

    monkeypatch.setitem(engine._actions.executor.actions, "action_answer_question", broken)
    result = run(engine.turn({}, text="wat kost het"))
    assert result.error and "action_answer_question" in result.error
    assert (result.replies, result.state) == ([], {})


@pytest.mark.parametrize(
    "payload",
    [
        "/restart",
        " /restart",
        "/session_start",
        '/report_threat{"x":1}',
        " /affirm",
        '/affirm{"choice":"antwoord:woningtype"}',
        "//affirm",
        "／restart",
        "⁄restart",
        "∕affirm",
        "/",
        "////",
    ],
)
def test_typed_text_never_acts_as_a_payload(run, engine, payload) -> None:
    state = after(run, engine, *SCAN, *NOES)
    result = run(engine.turn(state, text=payload))
    assert result.error is None
    answers = result.state["slots"]["memory"]["answers"]
    assert answers == state["slots"]["memory"]["answers"], "a payload changed an answer"
    assert result == run(engine.turn(state, text=payload.lstrip(" /"))), "the slash made a difference"


def test_text_without_words_is_simply_not_understood(run, engine) -> None:
    state = after(run, engine, *SCAN)
    for signs in ("", "   ", "...", "🍕", "\u200b"):
        assert ids(run(engine.turn(state, text=signs)))[-1] == "scan.ask.gevaar_nu"
    assert run(engine.parse("🍕")) == ("nlu_fallback", 1.0)


def test_input_that_is_not_one_short_message_is_refused(run, engine) -> None:
    run(engine.turn({}, text="a" * MAX_CHARACTERS))
    for wrong in ({"text": "a" * (MAX_CHARACTERS + 1)}, {}, {"text": "a", "choice": "help"}):
        with pytest.raises(ValueError):
            run(engine.turn({}, **wrong))


def test_unknown_slots_and_forms_in_the_state_are_left_out(run, engine) -> None:
    state = after(run, engine, *SCAN)
    foreign = {**state, "slots": {**state["slots"], "no_such_slot": "x"}}
    result = run(engine.turn(foreign, text="nee"))
    assert ids(result) == ["scan.ask.voorval"] and "no_such_slot" not in result.state["slots"]
    assert run(engine.turn({"slots": {}, "loop": "no_such_form"}, text="hallo")).error is None


def test_back_is_not_filed_as_an_answer_to_the_question_before(run, engine) -> None:
    draft = {"naam": "J. de Boer", "functie": "raadslid", "contact": "j@boer.nl", "voorkeur": "maandag"}
    state = after(run, engine, "book_scan", *(f"antwoord:{one}={value}" for one, value in SAFE_TRIAGE.items()))
    state["slots"]["memory"]["draft"]["fields"] = draft
    result = run(engine.turn(state, text="terug"))
    assert ids(result) == ["booking.ask.voorkeur"]
    assert "voorkeur" not in result.state["slots"]["memory"]["draft"]["fields"]


def test_tensorflow_is_not_loaded() -> None:
    code = (
        "import sys, engine.turn; print(sorted(m for m in sys.modules if m.split('.')[0] in ('tensorflow', 'keras')))"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip().splitlines()[-1] == "[]", done.stderr[-500:]
