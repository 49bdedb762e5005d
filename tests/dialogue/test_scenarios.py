"""Conversations as data: `scenarios/<behaviour>/*.yml`, run through the real engine, actions and store.

A file maps names to scenarios, each a list of steps:

    say: text | press: id or label of a button     what the official does
    until: pattern                                 the same again and again until such a reply comes
    expect: [ids]      the replies in their order; `*` fits anything, `...` stands for any number of replies
    offers: [ids]      buttons that are there          not_offers: [patterns]     buttons that are not
    answers: {question: value}    what is recorded afterwards; null means nothing
    start: name        continue where a scenario of `scenarios/starts.yml` ends
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.support.talking.conversing import Talk

HERE = Path(__file__).parent / "scenarios"
KEYS = {"say", "press", "until", "expect", "offers", "not_offers", "answers", "start"}
MOST_TIMES = 100
Step = dict[str, Any]


def _read(path: Path) -> dict[str, list[Step]]:
    return dict(YAML(typ="safe").load(path.read_text(encoding="utf-8")))


STARTS = _read(HERE / "starts.yml")
SCENARIOS = [
    pytest.param(steps, id=f"{path.parent.name}/{path.stem}/{name}")
    for path in sorted(HERE.glob("*/*.yml"))
    for name, steps in _read(path).items()
]


@pytest.mark.parametrize("steps", SCENARIOS)
def test_scenario(steps: list[Step], talk: Talk) -> None:
    for number, step in enumerate(steps, start=1):
        _run(step, talk, f"step {number} {step}")


def _pattern(wanted: str) -> str:
    return re.escape(wanted).replace(r"\*", ".*")


def _matches(wanted: str, given: str) -> bool:
    return re.fullmatch(_pattern(wanted), given) is not None


def _run(step: Step, talk: Talk, where: str) -> None:
    assert set(step) <= KEYS, f"{where}: unknown key"
    if "start" in step:
        for before in STARTS[step["start"]]:
            _run(before, talk, f"start {step['start']} {before}")
        return
    for _ in range(MOST_TIMES if "until" in step else 1):
        talk.say(str(step["say"])) if "say" in step else talk.press(str(step["press"]))
        if any(_matches(step.get("until", ""), one) for one in talk.ids):
            break
    assert "until" not in step or any(_matches(step["until"], one) for one in talk.ids), f"{where}: never came"
    if "expect" in step:
        wanted = "".join("(?:.*\n)*" if one == "..." else f"{_pattern(one)}\n" for one in step["expect"])
        assert re.fullmatch(wanted, "".join(f"{one}\n" for one in talk.ids)), f"{where}: got {talk.ids}"
    offered = {choice.id for choice in talk.offered}
    missing = set(step.get("offers", ())) - offered
    assert not missing, f"{where}: {missing} not in {offered}"
    unwanted = {one for one in offered for bad in step.get("not_offers", ()) if _matches(bad, one)}
    assert not unwanted, f"{where}: {unwanted} is offered"
    for question, value in (step.get("answers") or {}).items():
        assert talk.memory.answers.get(question) == value, f"{where}: {question} is {talk.memory.answers}"
