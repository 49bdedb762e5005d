"""The engine is killed or hangs in the middle of a scan: the core answers, at once, and nothing is lost or misfiled."""

from __future__ import annotations

import os
import signal
import time

from tests.faults.conftest import PATIENCE
from tests.support.talking.conversing import Talk


def _kill(talk: Talk, how: signal.Signals = signal.SIGKILL) -> int:
    pid = talk.assistant.engine.pid
    assert pid is not None
    os.kill(pid, how)
    talk.killed = pid
    return pid


def test_killed_engine_the_scan_goes_on_and_the_engine_takes_it_up_again(talk: Talk) -> None:
    pid = _kill(talk)
    begun = time.monotonic()
    assert talk.say("nee") == ["scan.ask.voorval"]
    assert time.monotonic() - begun < PATIENCE, "an engine that is gone is not waited for"
    assert talk.press("antwoord:voorval=nee") == ["scan.ask.doxing"]
    assert talk.say("wat kost het") == ["faq.ask_costs", "scan.ask.doxing"]
    assert talk.press("back") == ["scan.ask.voorval"]

    talk.assistant.wait_ready(other_than=pid)
    assert talk.say("hallo") == ["talk.greet", "scan.ask.voorval"]
    assert talk.say("nee") == ["scan.ask.doxing"]
    assert dict(talk.memory.answers) == {"functie": "wethouder", "gevaar_nu": "nee", "voorval": "nee"}


def test_a_request_is_made_with_the_engine_away(talk: Talk) -> None:
    _kill(talk)
    assert talk.press("talk_to_human")[0].startswith("handoff.")
    assert talk.press("start_callback")[-1] == "booking.ask.naam"
    assert talk.say("J. de Vries") == ["booking.ask.contact"]
    assert talk.say("0612345678, na 18 uur bellen") == ["booking.review"]
    assert talk.press("veld:akkoord=ja")[0].startswith("booking.confirmed")


def test_the_message_sent_again_gets_the_same_answer(talk: Talk) -> None:
    assert talk.say("hallo", "message-0") == ["talk.greet", "scan.ask.gevaar_nu"]
    pid = _kill(talk)
    assert talk.say("nee", "message-1") == ["scan.ask.voorval"]
    assert talk.say("hallo", "message-0") == ["talk.greet", "scan.ask.gevaar_nu"], "what was answered stays answered"
    talk.assistant.wait_ready(other_than=pid)
    assert talk.say("nee", "message-1") == ["scan.ask.voorval"], "the same id once more changes nothing"
    assert "voorval" not in talk.memory.answers


def test_a_threat_is_answered_while_the_engine_is_down(talk: Talk) -> None:
    _kill(talk)
    begun = time.monotonic()
    talk.say("er staat iemand met een mes voor mijn deur")
    assert time.monotonic() - begun < PATIENCE, "an engine that is gone is not waited for"
    assert talk.ids == ["threat.route.acuut", "threat.route.acuut.steps"]
    assert talk.assistant.content.contacts["alarmnummer"].value in talk.replies[0].text
    assert talk.memory.route == "acuut" and talk.memory.answers["functie"] == "wethouder"
    talk.press("report_threat")
    assert talk.ids == ["threat.check"]


def test_support_is_given_while_the_engine_is_down(talk: Talk) -> None:
    _kill(talk)
    talk.say("mijn adres staat op facebook")
    assert talk.ids[0] == "threat.route.doxing"
    assert talk.memory.route == "doxing"


def test_a_hanging_engine_is_replaced_and_nobody_waits_long(talk: Talk) -> None:
    pid = _kill(talk, signal.SIGSTOP)
    assert talk.say("nee") == ["scan.ask.voorval"]
    begun = time.monotonic()
    talk.say("hij gaat mijn huis in brand steken, hij staat er nu")
    assert talk.ids[0] == "threat.route.acuut" and time.monotonic() - begun < PATIENCE, "112 waits for no engine"

    talk.assistant.wait_ready(other_than=pid)
    assert talk.assistant.engine.pid != pid, "the hanging engine was not replaced"
    assert talk.press("restart") == ["scan.again", "scan.ask.gevaar_nu"]
    assert dict(talk.memory.answers) == {"functie": "wethouder"}


def test_an_engine_that_fails_fast_is_not_replaced(talk: Talk) -> None:
    pid = talk.assistant.engine.pid
    state = talk.state
    state["slots"]["memory"]["answers"] = "no answers at all"  # the actions raise on it
    from bot.rasa.answer import EngineUnavailable

    try:
        talk.assistant.run(talk.assistant.engine.client.turn(state, text="nee"))
    except EngineUnavailable as error:
        assert "nee" not in str(error)
    else:
        raise AssertionError("a failing action was not reported")
    time.sleep(0.5)
    assert talk.assistant.engine.pid == pid and talk.assistant.engine.ready
