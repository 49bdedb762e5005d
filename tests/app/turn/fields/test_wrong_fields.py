"""What is said to be wrong in a request is about the request: no doubt about danger stands in its way."""

from __future__ import annotations

import pytest

from bot.reader.reader import read
from tests.support.talking.at_question import CONTENT
from woningscan.conversation.memory import Draft, Memory
from woningscan.conversation.with_bot import decide
from woningscan.reading.incoming import Incoming

FILLED = {"naam": "J. de Vries", "functie": "raadslid", "contact": "0612345678", "voorkeur": "dinsdag"}
AT_REVIEW = Memory(version=CONTENT.version, draft=Draft("woningscan", FILLED))


@pytest.mark.parametrize("typed", ["de naam en het moment kloppen niet", "mijn naam klopt niet en het moment ook niet"])
def test_both_are_asked_again(typed: str) -> None:
    decision = decide(CONTENT, AT_REVIEW, [], read(Incoming(text=typed)))
    draft = decision.step.memory.draft
    assert decision.choice == "resume" and draft is not None
    assert draft.editing == "naam" and "voorkeur" not in draft.fields


@pytest.mark.parametrize(
    "typed", ["mijn naam is verkeerd en er staat iemand met een mes voor de deur", "naam klopt niet hij bedreigt me"]
)
def test_danger_beside_it_goes_first(typed: str) -> None:
    assert decide(CONTENT, AT_REVIEW, [], read(Incoming(text=typed))).step.memory.route in {"acuut", "concreet"}
