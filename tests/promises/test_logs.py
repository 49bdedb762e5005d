"""What people type is in no log, at any level, of the app or of the engine."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Iterator

import pytest

from bot.settings import Settings
from tests.support.talking.conversing import Assistant, Talk, memory_store
from tests.support.talking.safe_triage import safely

CANARIES = ("kanarievogel", "Kanariepiet", "0687654321", "kanarie@voorbeeld.nl", "kanariedag")


class Heard:
    """Everything that was logged in this process at any level, and what the engine wrote to its outputs."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.engine = ""

    @property
    def text(self) -> str:
        return "\n".join([*self.lines, self.engine])


@pytest.fixture
def heard() -> Iterator[Heard]:
    heard = Heard()

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.lines.append(f"{record.name} {logging.Formatter().format(record)} {record.args}")

    listener, root = Listener(level=0), logging.getLogger()
    names = list(logging.root.manager.loggerDict)
    levels = {name: logging.getLogger(name).level for name in names}
    before = root.level
    root.addHandler(listener)
    root.setLevel(logging.DEBUG)
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield heard
    root.removeHandler(listener)
    root.setLevel(before)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture
def talk(heard: Heard) -> Iterator[Talk]:
    """An assistant whose engine writes to a file instead of to this terminal."""
    with tempfile.TemporaryFile() as written:
        kept = os.dup(2)
        sys.stderr.flush()
        os.dup2(written.fileno(), 2)
        try:
            assistant = Assistant(Settings())
        finally:
            os.dup2(kept, 2)
            os.close(kept)
        store = memory_store()
        yield Talk(assistant, store)
        store.close()
        assistant.close()
        written.seek(0)
        heard.engine = written.read().decode("utf-8", "replace")
        assert _found(heard) == []


def _found(heard: Heard) -> list[str]:
    return [canary for canary in CANARIES if canary.casefold() in heard.text.casefold()]


def test_no_message_is_in_a_log(talk: Talk, heard: Heard) -> None:
    talk.say("kanarievogel")
    talk.say("/restart kanarievogel")
    talk.press("start_scan")
    talk.say("kanarievogel wethouder")
    talk.press("kanarievogel")
    talk.say("er staat een kanarievogel met een mes voor mijn deur")
    talk.press("talk_to_human")
    talk.press("restart")
    safely(talk.say("ik wil de woningscan aanvragen"), talk.press)
    for typed in ("Kanariepiet de Boer", "raadslid", "0687654321", "kanariedag om tien uur"):
        talk.say(typed)
    talk.press("veld:wijzig=contact")
    talk.say("kanarie@voorbeeld.nl")
    talk.press("veld:akkoord=ja")
    assert talk.ids == ["booking.confirmed.woningscan"], "the canaries must have come all the way"
    assert len(heard.lines) > 20, "nothing was listened to"
    _make_an_action_fail(talk)
    assert _found(heard) == []


def _make_an_action_fail(talk: Talk) -> None:
    """An error is where texts leak first."""
    from bot.rasa.answer import EngineUnavailable

    broken = {"slots": {"memory": {"answers": "kanarievogel", "draft": {"kind": "kanarievogel", "fields": {}}}}}
    for state in (broken, {"slots": {"memory": "kanarievogel"}}, {"slots": "kanarievogel"}):
        with pytest.raises(EngineUnavailable) as failed:
            talk.assistant.run(talk.assistant.engine.client.turn(state, text="kanarievogel woningscan aanvragen"))
        assert "kanarie" not in str(failed.value)
