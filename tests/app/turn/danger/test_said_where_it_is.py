"""The same words are a danger in one place and an answer in another: what one would do, what a house has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.reader.reader import read
from tests.support.talking.at_question import CONTENT, before
from woningscan.conversation.memory import Memory
from woningscan.conversation.step import Decision
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming
from woningscan.safety.check_question import ASIDE
from woningscan.safety.routes import stopped


def rows(name: str) -> Any:
    return YAML(typ="safe").load(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def typed_at(question: str, typed: str) -> Decision:
    memory = before(question, {}) if question else Memory(version=CONTENT.version)
    return decide(CONTENT, memory, [], read(Incoming(text=typed)))


def is_interrupted(decision: Decision) -> bool:
    after = decision.step.memory
    return after.aside == ASIDE or after.care or stopped(CONTENT, after)


NOT_NOW = [(hint, *row) for hint, listed in rows("not_now.yml").items() for row in listed]


@pytest.mark.parametrize(("most", "question", "typed"), NOT_NOW, ids=[f"{row[1]}-{row[2]}" for row in NOT_NOW])
def test_what_is_no_danger_here_interrupts_nobody(most: str, question: str, typed: str) -> None:
    decision = typed_at(question, typed)
    assert not is_interrupted(decision)
    assert most == "hint" or not decision.hint


@pytest.mark.parametrize(("question", "typed"), rows("still_danger.yml"))
def test_what_tells_of_danger_is_answered_all_the_same(question: str, typed: str) -> None:
    assert is_interrupted(typed_at(question, typed))


def test_despair_needs_words_of_its_own_where_a_danger_from_others_is_known() -> None:
    known = Memory(version=CONTENT.version, route="acuut", alarmed=True)
    for typed, cares in (("ik sta op de parkeerplaats van het gemeentehuis", False), ("ik wil niet meer leven", True)):
        decision = decide(CONTENT, known, [], read(Incoming(text=typed)))
        assert decision.step.memory.care is cares
        assert decision.step.memory.route == "acuut"
