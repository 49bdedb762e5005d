"""Whose answers do not fit the new questionnaire is told what became of them, before the conversation goes on."""

from __future__ import annotations

from typing import Any

import pytest

from bot.store import Store
from tests.support.talking.conversing import Assistant, Talk
from tests.support.talking.safe_triage import SAFE_TRIAGE
from woningscan.conversation.memory import Memory, state_with

ANSWERS = {"functie": "raadslid", **SAFE_TRIAGE, "scanlengte": "volledig", "rookmelders": "groen", "vervallen": "ja"}


@pytest.fixture
def talk(assistant: Assistant, store: Store) -> Talk:
    """A conversation that was kept under an older version of the content."""
    state: dict[str, Any] = state_with({}, Memory(version="oud", started=True, answers=ANSWERS), "scan")
    return Talk(assistant, store, store.conversations.create("web", state, [], [], Talk.now()))


def test_what_changed_is_told_once_and_the_scan_goes_on(talk: Talk) -> None:
    told, *rest = talk.press("resume")
    assert told == "scan.content_changed" and any(id.startswith("scan.ask.") for id in rest)
    assert talk.memory.answers == {key: ANSWERS[key] for key in ANSWERS if key not in ("rookmelders", "vervallen")}
    assert "Rookmelders" in talk.replies[0].text
    assert "scan.content_changed" not in talk.press("ask_why")


def test_who_is_in_danger_hears_of_nothing_else(talk: Talk) -> None:
    assert talk.say("er staat nu iemand met een mes voor mijn deur")[0] == "threat.route.acuut"
    assert "scan.content_changed" not in talk.ids
