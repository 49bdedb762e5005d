"""Six visitors do the whole scan by typed sentences alone, with the engine there and with the engine away.

`visitors.yml` holds what each says to each question, in sentences of three words or more, and what they mean. What is
asked back is said again with the label in it, as people do; nothing may be stored that was not meant.
"""

from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.support.places import ROOT
from tests.support.talking.conversing import Talk
from woningscan.content.model import Question
from woningscan.plan.build import build_plan

VISITORS: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(
    (ROOT / "tests/dialogue/visitors.yml").read_text(encoding="utf-8")
)
FEWEST_WORDS, MOST_ASKED_BACK = 3, 0.2


def asked(talk: Talk) -> Question | None:
    """The question that is open."""
    prefix = "scan.ask."
    ids = [reply.id.removeprefix(prefix) for reply in talk.replies if reply.id.startswith(prefix)]
    return talk.assistant.content.questions[ids[-1]] if ids else None


@pytest.mark.parametrize("visitor", VISITORS, ids=lambda visitor: visitor["name"])
def test_a_whole_scan_in_sentences(either_way: Talk, visitor: dict[str, Any]) -> None:
    talk = either_way
    talk.say(visitor["opening"])
    meant: dict[str, str] = {}
    asked_back = 0
    while (question := asked(talk)) is not None:
        answer = visitor["answers"][question.id]
        assert len(answer["say"].split()) >= FEWEST_WORDS
        talk.say(answer["say"])
        meant[question.id] = answer["choice"]
        if question.id not in talk.memory.answers:
            asked_back += 1
            label = next(choice.label for choice in question.choices if choice.value == answer["choice"])
            talk.say(f"ik bedoel: {label}")
        assert talk.memory.answers.get(question.id) == answer["choice"], answer["say"]
    assert talk.ids[-1].startswith("plan.next")
    assert asked_back <= MOST_ASKED_BACK * len(meant)
    content = talk.assistant.content
    assert build_plan(content, talk.memory.answers) == build_plan(content, meant)
