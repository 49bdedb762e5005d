"""The promise that a late turn costs what an early one costs: a real engine process, both turns taken alternately."""

from __future__ import annotations

import json
from collections.abc import Iterator
from statistics import median

import httpx
import pytest

from benchmarks.conversations import ANSWERS, Step, scan_script, timed
from benchmarks.peers import WoningscanEngine

EARLY, LATE, REPEATS = 2, ANSWERS, 30


@pytest.fixture(scope="module")
def engine() -> Iterator[WoningscanEngine]:
    with WoningscanEngine() as started:
        started.start()
        yield started


@pytest.fixture(scope="module")
def client(engine: WoningscanEngine) -> Iterator[httpx.Client]:
    with engine.client() as to_engine:
        yield to_engine


@pytest.fixture(scope="module")
def script(client: httpx.Client) -> list[Step]:
    return scan_script(client)


def test_turn_25_costs_what_turn_2_costs(engine: WoningscanEngine, client: httpx.Client, script: list[Step]) -> None:
    def cpu(number: int) -> float:
        step = script[number - 1]
        return timed(engine, client, number, "/turn", {"state": step.state, "text": step.text})[0].cpu

    ratios = []
    for _ in range(REPEATS):
        early = cpu(EARLY)
        ratios.append(cpu(LATE) / early)
    assert median(ratios) < 1.3, "the cost of a turn grows with the conversation"


def test_state_that_travels_with_a_turn_stays_small(script: list[Step]) -> None:
    early, late = (len(json.dumps(script[number - 1].state)) for number in (EARLY, LATE))
    assert late - early < 60 * (LATE - EARLY), "more than an answer is kept per question"
    assert late < 2_500
