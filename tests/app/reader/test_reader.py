"""What the app reads in a text: with the tuned encoder, and safe without it."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from bot.reader import reader
from bot.reader.encoder import MODEL, Encoder, ReaderProblem
from bot.reader.reader import EncoderReader, check
from tests.support.timing import least_seconds
from woningscan.reading.threat import Action, assess

ROUTES = {Action.ROUTE_ACUUT, Action.ROUTE_CONCREET}
CALM = "ik heb een vraag over het slot van de achterdeur"
THREAT = "hij zegt dat hij weet waar mijn kinderen naar school gaan en dat ik moet oppassen"


def danger(text: str) -> float:
    scores = EncoderReader().log_odds(text)
    return float(np.logaddexp(scores[2], scores[3]) - np.logaddexp(scores[0], scores[1]))


def test_the_reader_tells_a_threat_from_a_lock():
    assert danger(THREAT) > 0 > danger(CALM)


def test_the_reader_says_the_same_in_capitals_and_every_time():
    assert danger(THREAT.upper()) == danger(THREAT) == danger(f"  {THREAT}  ")


def test_a_threat_far_into_a_long_text_is_read():
    story = "De vergadering ging over de begroting en daarna over de nieuwe sporthal. " * 8
    assert danger(story + THREAT + ". " + story) > danger(story)


def test_a_reader_that_fails_is_left_out(monkeypatch, caplog):
    def broken() -> Encoder:
        raise MemoryError(THREAT)

    monkeypatch.setattr(reader, "packaged_encoder", broken)
    assert check("ik word bedreigd door een inwoner") == assess("ik word bedreigd door een inwoner")
    assert "MemoryError" in caplog.text
    assert THREAT not in caplog.text


def test_a_network_that_is_not_the_one_of_its_manifest_is_refused(tmp_path):
    folder = shutil.copytree(MODEL, tmp_path / "model")
    with (folder / "encoder.onnx").open("ab") as network:
        network.write(b"x")
    with pytest.raises(ReaderProblem, match="not the one of its manifest"):
        Encoder(folder)
    (folder / "encoder.onnx").unlink()
    with pytest.raises(ReaderProblem, match="tools/reader_training"):
        Encoder(folder)


@pytest.mark.parametrize("text", ["", "😀", "a" * 1000, "\u0301" * 1000, "deur " * 200, "?" * 1000, "漢" * 1000])
def test_any_thousand_characters_are_judged_in_time(text):
    check("warm")
    assert least_seconds(lambda: check(text)) < 0.2


@pytest.mark.parametrize("text", ["ik word bedreigd", "er staat nu iemand met een mes in mijn huis"])
def test_a_certain_rule_stands_above_both(text):
    assert check(text).action in ROUTES
