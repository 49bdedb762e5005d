"""Steps that most tests of the stores take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from bot.store import Store
from woningscan.conversation.effects import Effect, Outcome


@pytest.fixture
def token(store: Store, now: datetime) -> str:
    return store.conversations.create("web", {"answers": {}}, [{"id": "start", "label": "Beginnen"}], [], now)


@pytest.fixture
def take_turn(store: Store, token: str, now: datetime) -> Callable[..., list[Outcome]]:
    """Loads the conversation and commits one turn with the given effects."""

    def take(*effects: Effect, external_id: str = "m1", **changes: Any) -> list[Outcome]:
        conversation = store.conversations.load(token)
        turn: dict[str, Any] = {"state": {"answers": {"slot": "ja"}}, "offered": [], "replies": [{"id": "r1"}]}
        turn |= {"effects": list(effects), "external_id": external_id, "now": now} | changes
        return store.turns.commit_turn(conversation, **turn)

    return take
