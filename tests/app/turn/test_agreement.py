"""An engine's turn counts only where it is the core's own, to the letter; what it understood hands out links only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.rasa.answer import BadAnswer
from bot.rasa.client import EngineTurn
from bot.turn.agreement import agreed
from woningscan.content.model import Content
from woningscan.conversation.effects import ERASE_CONVERSATION, OFFER_DATA, OFFER_REPORT, Effect
from woningscan.conversation.memory import Memory, state_with
from woningscan.conversation.use_cases import turn
from woningscan.reading.incoming import Message

STARTED = Memory(version="v", started=True)
SOMEBODY_SWORE = Message(text="stomme bot", intent="insult", confidence=1.0)


def own_turn(content: Content, message: Message, **more: Any) -> EngineTurn:
    """What an engine says that does as the core."""
    step = turn(content, STARTED, message)
    state = state_with(begun(), step.memory, step.then or "")
    return EngineTurn({**state, **more}, list(step.replies), list(step.effects), message.intent, 1.0)


def begun() -> dict[str, Any]:
    return state_with({}, STARTED)


@pytest.mark.parametrize("choice", ["start_scan", "help", "privacy"])
def test_the_turn_of_the_core_is_taken(content: Content, choice: str) -> None:
    message = Message(intent=choice, confidence=1.0, choice=choice)
    said = own_turn(content, message)
    result = agreed(content, begun(), message, said)
    assert (result.replies, result.effects) == (said.replies, said.effects)
    assert result.state["slots"] == said.state["slots"] and result.state["loop"] == said.state["loop"]
    assert "recent" not in result.state
    assert agreed(content, begun(), message, replace(said, state={**said.state, "recent": [1]})).state["recent"] == [1]


@pytest.mark.parametrize("kind", ["slots", "loop", "replies", "effects", "no slots"])
def test_anything_else_is_not(content: Content, kind: str) -> None:
    message = Message(intent="start_scan", confidence=1.0, choice="start_scan")
    said = own_turn(content, message)
    wrong = {
        "slots": replace(said, state={**said.state, "slots": state_with({}, STARTED.but(route="acuut"))["slots"]}),
        "loop": replace(said, state={**said.state, "loop": "request"}),
        "replies": replace(said, replies=said.replies[:-1]),
        "effects": replace(said, effects=[Effect(ERASE_CONVERSATION)]),
        "no slots": replace(said, state={**said.state, "slots": None}),
    }[kind]
    agreed(content, begun(), message, said)
    with pytest.raises(BadAnswer):
        agreed(content, begun(), message, wrong)


def test_a_second_scolding_may_lead_to_a_person_and_nothing_else_may(content: Content) -> None:
    """Which of the two it is only Rasa knows, that remembers the turns before."""
    person = own_turn(content, replace(SOMEBODY_SWORE, intent="talk_to_human"))
    assert agreed(content, begun(), SOMEBODY_SWORE, person).replies == person.replies
    assert agreed(content, begun(), SOMEBODY_SWORE, own_turn(content, SOMEBODY_SWORE)).replies != person.replies
    with pytest.raises(BadAnswer):
        agreed(content, begun(), replace(SOMEBODY_SWORE, intent="greet"), person)


def test_what_only_the_engine_understood_may_answer_and_hand_out_links(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    unread = Message(text="hm")
    said = own_turn(content, Message(text="hm", intent="greet", confidence=0.9))
    assert agreed(content, begun(), unread, replace(said, confidence=0.9)).replies == said.replies
    for effects, taken in (
        ([Effect(OFFER_DATA)], True),
        ([Effect(OFFER_REPORT)], True),
        ([Effect(ERASE_CONVERSATION)], False),
        ([Effect(OFFER_DATA), Effect(ERASE_CONVERSATION)], False),
    ):
        _core_does(monkeypatch, effects)
        wants = replace(said, effects=effects)
        if taken:
            assert agreed(content, begun(), unread, wants).effects == effects
        else:
            with pytest.raises(BadAnswer):
                agreed(content, begun(), unread, wants)
        assert agreed(content, begun(), Message(text="hm", intent="greet"), wants).effects == effects


def _core_does(monkeypatch: pytest.MonkeyPatch, effects: list[Effect]) -> None:
    monkeypatch.setattr("bot.turn.agreement.turn", lambda *given: replace(turn(*given), effects=tuple(effects)))
