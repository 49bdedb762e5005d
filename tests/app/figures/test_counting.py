"""What is counted, once per conversation, and that a count outlives everything that was counted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from bot.figures.counting import events_of
from bot.store import Store, figures
from bot.store.retention import sweep
from tests.support.request.steps import ERASE, submit
from woningscan.content.model import Content
from woningscan.conversation.effects import Effect
from woningscan.conversation.memory import Memory

WEEK = "2026-W48"


def turn(store: Store, token: str, now: datetime, events: dict, *effects: Effect, name: str = "m1") -> None:
    store.turns.commit_turn(
        store.conversations.load(token),
        state={},
        offered=[],
        replies=[],
        effects=list(effects),
        external_id=name,
        now=now,
        events=events,
    )


def test_an_event_counts_once_in_a_conversation(store: Store, now: datetime):
    tokens = [store.conversations.create("web", {}, [], [], now) for _ in range(2)]
    scan = {"scan": {"scan": 1, "thema.x.te_doen": 3}, "route.acuut": {"route.acuut": 1}}
    for token in tokens:
        for number in range(3):
            turn(store, token, now, scan, name=f"m{number}")
    assert figures.read(store.database) == {
        WEEK: {"gesprek": 2, "scan": 2, "thema.x.te_doen": 6, "route.acuut": 2},
    }


def test_counts_outlive_erasure_and_retention(store: Store, now: datetime):
    token = store.conversations.create("web", {}, [], [], now)
    turn(store, token, now, {"scan": {"scan": 1}}, submit("terugbellen"))
    turn(store, token, now, {}, ERASE, name="m2")
    store.conversations.create("web", {}, [], [], now)
    before = figures.read(store.database)
    sweep(store.database, now + timedelta(days=400))
    assert figures.read(store.database) == before
    assert before[WEEK] == {"gesprek": 2, "scan": 1, "aanvraag.terugbellen": 1}


def test_a_turn_that_is_not_kept_counts_nothing(store: Store, now: datetime):
    token = store.conversations.create("web", {}, [], [], now)
    before = figures.read(store.database)
    with pytest.raises(ValueError):
        turn(store, token, now, {"scan": {"scan": 1}}, submit(), Effect("something.else"))
    assert figures.read(store.database) == before


def test_turns_at_the_same_time_are_all_counted(store: Store, now: datetime):
    def converse(number: int) -> None:
        token = store.conversations.create("web", {}, [], [], now)
        events = {"route.acuut": {"route.acuut": 1}, "scan": {"scan": 1}}
        turn(store, token, now, dict(reversed(events.items())) if number % 2 else events, submit())

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(converse, range(24)))
    assert figures.read(store.database)[WEEK] == {
        "gesprek": 24,
        "aanvraag.woningscan": 24,
        "route.acuut": 24,
        "scan": 24,
    }


def test_a_week_begins_on_monday_in_the_netherlands():
    sunday = datetime.fromisoformat("2026-11-29T22:59:59+00:00")
    assert figures.week_of(sunday) == "2026-W48"
    assert figures.week_of(sunday + timedelta(seconds=1)) == "2026-W49"
    assert figures.week_of(datetime.fromisoformat("2027-01-01T12:00:00+00:00")) == "2026-W53"


def test_what_a_session_came_to(content: Content):
    theme = content.themes[0]
    question = next(one for one in theme.questions if any(choice.outcome == "todo" for choice in one.choices))
    to_do = next(choice.value for choice in question.choices if choice.outcome == "todo")
    assert events_of(content, Memory(answers={question.id: to_do})) == {}
    done = events_of(content, Memory(answers={question.id: to_do}, planned=True, route="diffuus"))
    assert done["route.diffuus"] == {"route.diffuus": 1}
    assert done["scan"]["scan"] == 1
    asked = f"thema.{theme.id}.scans" in done["scan"]
    assert done["scan"].get(f"thema.{theme.id}.te_doen", 0) == (1 if asked else 0)
    assert set(events_of(content, Memory(planned=True, route="acuut"), ["scan", "route.acuut"])) == set()
