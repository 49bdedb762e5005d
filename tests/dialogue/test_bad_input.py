"""What cannot be written in a scenario file: a megabyte, half a character, and tokens of nobody."""

from __future__ import annotations

import time

import pytest

from bot.turn.service import UnknownConversation
from tests.support.talking.conversing import Talk

MEGABYTE = 1024 * 1024


@pytest.fixture
def asked(talk: Talk) -> Talk:
    """In the middle of the safety questions."""
    talk.press("start_scan")
    talk.press("antwoord:functie=wethouder")
    assert talk.ids == ["scan.ask.gevaar_nu"]
    return talk


@pytest.mark.parametrize("filler", ["a", "nee ", "\x00", "👍", "/affirm ", "\u202e", "e\u0301"])
def test_a_megabyte_is_refused_at_once_and_the_question_stays(asked: Talk, filler: str) -> None:
    before = asked.memory
    begun = time.process_time()
    asked.say(filler * (MEGABYTE // len(filler)))
    assert time.process_time() - begun < 2, "of the processor: other work on the machine is not what is measured"
    assert asked.ids[0] in ("gate.too_long.unread", "gate.unreadable") and asked.ids[-1] == "scan.ask.gevaar_nu"
    assert asked.memory == before


@pytest.mark.parametrize("before", [0, 700, 950, 1900])
def test_a_threat_in_a_long_text_is_seen(asked: Talk, before: int) -> None:
    asked.say(
        "gisteren was er de raad en " * (before // 27) + "er staat nu iemand met een mes voor mijn deur. " + "ja " * 800
    )
    assert asked.ids[0] == "threat.route.acuut"


@pytest.mark.parametrize("half", ["\ud800", "nee\ud800", "\udcff\udcfe", "n\ud83dee"])
def test_half_a_character_breaks_nothing(asked: Talk, half: str) -> None:
    asked.say(half)
    assert asked.ids[-1] in ("scan.ask.gevaar_nu", "scan.ask.voorval")
    assert asked.say("hallo")[0] == "talk.greet"


@pytest.mark.parametrize(
    "choice", ["", "x" * MEGABYTE, "antwoord:", "antwoord:gevaar_nu=", "\ud800", "dreiging:onzin", "../x"]
)
def test_a_button_of_nobody_changes_nothing(asked: Talk, choice: str) -> None:
    before = asked.memory.answers
    asked.press(choice)
    assert asked.memory.answers == before
    if asked.memory.aside:  # a made-up button about a threat asks what is the matter
        assert asked.ids == ["threat.check"]
    else:
        assert asked.ids[0] in ("gate.unknown_choice", "gate.old_choice")


@pytest.mark.parametrize("token", ["", "x", "0" * 43, "\ud800", "' OR 1=1 --", "é" * 1000])
def test_a_guessed_conversation_is_nobodys(talk: Talk, token: str) -> None:
    real, talk.token = talk.token, token
    with pytest.raises(UnknownConversation):
        talk.say("hallo")
    talk.token = real
    assert talk.say("hallo") == ["talk.greet"]


def test_an_erased_conversation_is_gone(asked: Talk) -> None:
    asked.say("wis mijn gegevens")
    assert asked.say("ja") == ["privacy.erased"]
    with pytest.raises(UnknownConversation):
        asked.say("nee")
