"""Two turns at the same moment: one wins, nothing happens twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest

from bot.store import Conflict, Duplicate, Store, audit
from bot.store.mail import outbox
from tests.support.request.steps import submit


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Runs the calls in threads that start together; returns their results or exceptions."""
    barrier = threading.Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        barrier.wait()
        try:
            return call()
        except Exception as error:
            return error

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


def turn(store: Store, token: str, external_id: str, now: datetime) -> Callable[[], Any]:
    conversation = store.conversations.load(token)
    return lambda: store.turns.commit_turn(
        conversation,
        state={"by": external_id},
        offered=[],
        replies=[],
        effects=[submit()],
        external_id=external_id,
        now=now,
    )


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_turns_at_once_one_conflicts(store: Store, token: str, now: datetime, attempt: int):
    results = at_once(turn(store, token, "m1", now), turn(store, token, "m2", now))
    assert sorted(type(result).__name__ for result in results) == ["Conflict", "list"]
    winner = "m1" if isinstance(results[0], list) else "m2"
    assert store.conversations.load(token).state == {"by": winner}
    assert store.requests.counts()["new"] == 1


def test_the_same_message_four_times_at_once_has_one_effect(store: Store, token: str, now: datetime):
    results = at_once(*[turn(store, token, "m1", now)] * 4)
    assert sum(isinstance(result, list) for result in results) == 1
    assert all(isinstance(result, list | Duplicate) for result in results)
    assert store.requests.counts()["new"] == 1
    assert outbox.overview(store.database).waiting == 1


def test_turns_of_many_conversations_do_not_hinder_each_other(store: Store, now: datetime):
    tokens = [store.conversations.create("web", {}, [], [], now) for _ in range(8)]
    results = at_once(*[turn(store, token, "m1", now) for token in tokens])
    assert [type(result) for result in results] == [list] * 8
    assert len({result[0].data["reference"] for result in results}) == 8
    assert audit.verify(store.database).rows == 8


def test_a_turn_and_an_erasure_at_once_leave_no_half_conversation(store: Store, now: datetime):
    for _ in range(5):
        token = store.conversations.create("web", {}, [], [], now)
        identity = store.conversations.load(token).id
        results = at_once(
            turn(store, token, "m1", now), lambda identity=identity: store.conversations.erase(identity, now=now)
        )
        assert results[1] is True
        assert isinstance(results[0], list) or type(results[0]).__name__ == "ConversationGone"
        assert store.conversations.load(token) is None


def test_conflict_lets_the_caller_run_again(store: Store, token: str, now: datetime):
    first, second = turn(store, token, "m1", now), turn(store, token, "m2", now)
    first()
    with pytest.raises(Conflict):
        second()
    assert turn(store, token, "m2", now)()[0].data["reference"]
