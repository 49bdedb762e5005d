"""A flood of long texts costs whoever sends it: everybody else is answered, danger first, and nothing piles up.

How long others wait is measured by `tools/flood.py`; here it is what they are told, on however busy a machine.
"""

from __future__ import annotations

import itertools
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from bot.settings import Settings
from tests.support.running import NOWHERE, Running, listening

WORDS = itertools.cycle("de vergunning van het plein gaat over de kerk en de dijk en de school en het bos".split())
LONG = " ".join(itertools.islice(WORDS, 1_700))
THREAT = "er staat nu iemand met een mes in mijn huis"
INVENTED, REAL = 8, 4


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Running]:
    with listening(Settings(data_dir=tmp_path, **NOWHERE)) as running:
        yield running


class Visitor:
    """One conversation over the API."""

    def __init__(self, url: str) -> None:
        self.client = httpx.Client(base_url=url, timeout=120)
        self.token = self.client.post("/api/v1/conversations", json={}).json()["conversation"]

    def send(self, token: str | None = None, **message: str) -> httpx.Response:
        sent = {"message_id": secrets.token_hex(8), **message}
        headers = {"authorization": f"Bearer {token or self.token}"}
        return self.client.post("/api/v1/messages", json=sent, headers=headers)

    def told(self, **message: str) -> list[str]:
        answer = self.send(**message)
        assert answer.status_code == 200, answer.text
        return [reply["id"] for reply in answer.json()["replies"]]


@contextmanager
def flood(url: str) -> Iterator[list[bool]]:
    """Long texts from invented and from real conversations at once. Given are the answers so far: whether invented."""
    stop, answered = threading.Event(), []

    def run(invented: bool) -> None:
        visitor = Visitor(url)
        while not stop.is_set():
            visitor.send(secrets.token_urlsafe(32) if invented else None, text=LONG)
            answered.append(invented)

    threads = [threading.Thread(target=run, args=(number < INVENTED,)) for number in range(INVENTED + REAL)]
    for thread in threads:
        thread.start()
    try:
        yield answered
    finally:
        stop.set()
        for thread in threads:
            thread.join(120)


def test_others_are_answered_while_a_flood_is_read(here: Running) -> None:
    visitor = Visitor(here.url)
    with flood(here.url) as answered:
        visitor.told(choice="start_scan")
        visitor.told(choice="antwoord:functie=wethouder")
        for text in ("nee", "nee hoor", "nee", "nee"):
            assert "gate.busy" not in visitor.told(text=text)
        assert visitor.told(text=THREAT)[0] == "threat.route.acuut"
        assert answered, "the flood was there"


def test_a_threat_far_into_a_long_text_is_answered(here: Running) -> None:
    visitor = Visitor(here.url)
    assert len(LONG) > 7_500
    assert visitor.told(text=f"{LONG[:7_500]} {THREAT}")[0] == "threat.route.acuut"


def test_an_invented_conversation_is_refused_with_the_number(here: Running) -> None:
    answer = Visitor(here.url).send(secrets.token_urlsafe(32), text="nee")
    assert answer.status_code == 404
    assert "112" in answer.text
