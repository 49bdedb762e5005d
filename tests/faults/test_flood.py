"""A flood of long texts costs whoever sends it: everybody else is answered, danger first, and nothing piles up.

How long others wait is measured by `benchmarks/flood.py`; here it is what they are told, on however busy a machine.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.support.running import NOWHERE, Running, listening
from tests.support.stress.flood import INVENTED, LONG, REAL, THREAT, Visitor, flood


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Running]:
    with listening(Settings(data_dir=tmp_path, **NOWHERE)) as running:
        yield running


def test_others_are_answered_while_a_flood_is_read(here: Running) -> None:
    visitor = Visitor(here.url)
    with flood(here.url) as answered:
        visitor.told(choice="start_scan")
        visitor.told(choice="antwoord:functie=wethouder")
        for text in ("nee", "nee hoor", "nee", "nee"):
            assert "gate.busy" not in visitor.told(text=text)
        assert visitor.told(text=THREAT)[0] == "threat.route.acuut"
    assert len(answered) >= INVENTED + REAL, "the flood was answered too"


def test_a_threat_far_into_a_long_text_is_answered(here: Running) -> None:
    visitor = Visitor(here.url)
    assert len(LONG) > 7_500
    assert visitor.told(text=f"{LONG[:7_500]} {THREAT}")[0] == "threat.route.acuut"


def test_an_invented_conversation_is_refused_with_the_number(here: Running) -> None:
    answer = Visitor(here.url).send(secrets.token_urlsafe(32), text="nee")
    assert answer.status_code == 404
    assert "112" in answer.text
