"""The app is killed at random moments of a whole conversation: nothing is lost, nothing happens twice."""

from __future__ import annotations

import contextlib
import random
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.store import KeyRing, open_store
from bot.store.mail import outbox as mails
from tests.support.process import AppProcess
from tests.support.talking.conversing import Assistant, Talk, memory_store
from woningscan.conversation.memory import memory_in

KILLS = 20
SEED = 20261124
SCRIPT = [
    *("!start_scan", "wethouder", "nee", "wat kost het", "nee", "nee", "nee", "vrijstaand", "terug", "vrijstaand"),
    *("koophuis", "!skip", "volledig", "ja", "nee", "!skip", "!skip", "!ask_why", "nee", "!skip", "!back", "!skip"),
    *("!pause", "verder", "ik wil de woningscan aanvragen", "J. de Vries", "06 98765432", "maandag", "terug"),
    *("dinsdag", "!veld:akkoord=ja", "verder", "!send_report", "bel mij terug", "A. Bakker"),
    *("a@bakker.nl", "!veld:voorkeur=geen voorkeur", "!veld:akkoord=ja", "dank u wel"),
]


@pytest.fixture
def undisturbed(assistant: Assistant) -> tuple[list[list[str]], dict[str, Any]]:
    """The same conversation without a kill: what is said at every step, and what is known at the end."""
    store = memory_store()
    talk = Talk(assistant, store)
    said = [talk.press(line[1:]) if line.startswith("!") else talk.say(line) for line in SCRIPT]
    known = talk.memory.to_dict()
    store.close()
    return said, known


def test_nothing_is_lost_or_doubled(
    tmp_path: Path, assistant: Assistant, undisturbed: tuple[list[list[str]], dict[str, Any]]
) -> None:
    said, known = undisturbed
    assert [ids for ids in said if "gate." in str(ids) or "unclear" in str(ids)] == [], "the script itself is broken"
    assert sum("booking.confirmed" in str(ids) for ids in said) == 2
    chance = random.Random(SEED)
    fatal = set(chance.sample(range(len(SCRIPT)), KILLS))
    keys = KeyRing.generate()
    app = AppProcess(tmp_path, keys, **assistant.address)
    app.start()
    try:
        token = app.open()
        for number, line in enumerate(SCRIPT):
            if number in fatal:
                _killed_while_answering(app, token, number, line, after=chance.uniform(0.0, 0.04))
                app.start()
            assert app.send(token, number, line) == said[number], f"at {number}: {line}"
    finally:
        app.kill()
    store = open_store(f"sqlite:///{tmp_path / 'app.db'}", keys)
    stored = store.conversations.load(token)
    assert stored is not None and memory_in(stored.state).to_dict() == known
    assert store.requests.counts() | {"new": 2} == store.requests.counts(), "a request was lost or stored twice"
    counted = mails.overview(store.database)
    assert counted.waiting + counted.sent == 2 and counted.failed == 0
    store.close()


def _killed_while_answering(app: AppProcess, token: str, number: int, line: str, after: float) -> None:
    def send() -> None:
        with contextlib.suppress(httpx.HTTPError, AssertionError):  # cut off, as meant
            app.send(token, number, line)

    sending = threading.Thread(target=send)
    sending.start()
    time.sleep(after)
    app.kill()
    sending.join()
