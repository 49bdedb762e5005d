"""A request that nobody picks up: second address, all addresses, the official; each step once and in time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.settings import Settings, UnsafeSettings
from bot.store import Store, audit
from bot.store.request import escalation
from bot.turn.service import TurnService
from tests.support.request.escalation import FIRST, OFFICIAL, SECOND, THIRD, Made, Post, acknowledge, state_of
from tests.support.request.steps import cancel
from woningscan.reading.incoming import Incoming

RequestMade = Callable[..., Made]
MINUTE = timedelta(minutes=1)
NEW, WAITS, TOO_LONG = "Nieuwe melding", "Melding wacht", "Melding wacht te lang"
TO_OFFICIAL = (OFFICIAL, "Over uw aanvraag")


def test_each_step_comes_in_time_and_once(store: Store, post: Post, request_made: RequestMade, now: datetime):
    made = request_made()
    told = [
        (29, 0, [(FIRST, NEW)]),
        (30, 1, [(SECOND, WAITS)]),
        (59, 1, []),
        (60, 2, [(FIRST, TOO_LONG), (SECOND, TOO_LONG), (THIRD, TOO_LONG)]),
        (119, 2, []),
        (120, 3, [TO_OFFICIAL]),
        (300, 3, []),
        (60 * 24 * 5, 3, []),
    ]
    for minutes, step, new in told:
        before = len(post.subjects())
        for _ in range(2):
            post.tick(now + minutes * MINUTE)
        assert state_of(store, made.reference).step == step
        assert sorted(post.subjects()[before:]) == sorted(new)
    ids = [message["Message-ID"] for message in post.received]
    assert len(ids) == len(set(ids)) == 6
    steps = [entry.action for entry in audit.entries(store.database) if entry.action.startswith("escalation")]
    assert steps[::-1] == ["escalation.second", "escalation.everyone", "escalation.official"]


def test_the_night_and_the_weekend_do_not_count(store: Store, post: Post, request_made: RequestMade, now: datetime):
    friday = now.replace(day=27, hour=15, minute=50)
    made = request_made(at=friday)
    post.tick(friday + timedelta(hours=60))
    assert state_of(store, made.reference).step == 0
    monday = friday + timedelta(days=3)
    post.tick(monday.replace(hour=8, minute=19))
    assert state_of(store, made.reference).step == 0
    post.tick(monday.replace(hour=8, minute=20))
    assert state_of(store, made.reference).step == 1


def test_who_was_away_takes_all_steps_at_once(store: Store, post: Post, request_made: RequestMade, now: datetime):
    made = request_made()
    post.tick(now + timedelta(hours=5))
    assert state_of(store, made.reference).step == 3
    assert len(post.subjects()) == 6


@pytest.mark.parametrize("jump", [timedelta(weeks=6), -timedelta(hours=3)])
def test_a_clock_that_jumped_tells_nobody_too_soon_or_too_late(
    store: Store, post: Post, request_made: RequestMade, now: datetime, jump: timedelta
):
    before = request_made()
    meanwhile = request_made(at=now + jump)
    for minutes, step in [(1, 0), (29, 0), (31, 1), (61, 2), (121, 3)]:
        right = now + minutes * MINUTE
        post.tick(right + jump, believed=right)
        assert state_of(store, before.reference).step == step
        if jump > timedelta(0):  # a clock that went back makes a request look older than it is, and no younger
            assert state_of(store, meanwhile.reference).step == step
        else:
            assert state_of(store, meanwhile.reference).step >= step


def test_a_click_in_the_console_ends_it(store: Store, post: Post, request_made: RequestMade, now: datetime):
    made = request_made()
    assert acknowledge(store, made.reference, now + 10 * MINUTE) is True
    assert acknowledge(store, made.reference, now + 11 * MINUTE) is False
    assert acknowledge(store, "WS-AAAA-AAAAA", now) is False
    post.tick(now + timedelta(days=7))
    assert post.subjects() == [(FIRST, NEW)]
    assert state_of(store, made.reference).step == 0
    entries = [entry for entry in audit.entries(store.database) if entry.action == "request.acknowledge"]
    assert [(entry.actor, entry.object) for entry in entries] == [("a" * 32, made.reference)]


@pytest.mark.parametrize("how", ["acknowledged", "cancelled"])
def test_mail_that_became_untrue_while_it_waited_is_not_sent(
    store: Store, post: Post, request_made: RequestMade, now: datetime, how: str
):
    made = request_made()
    post.tick(now)
    post.goes_down()
    post.run(now + 30 * MINUTE, now + 130 * MINUTE, 10 * MINUTE)
    later = now + 140 * MINUTE
    if how == "acknowledged":
        acknowledge(store, made.reference, later)
    else:
        store.turns.commit_turn(
            store.conversations.load(made.token),
            state={},
            offered=[],
            replies=[],
            effects=[cancel(made.reference)],
            external_id="m2",
            now=later,
        )
    post.comes_up()
    post.tick(later + timedelta(hours=3))
    sent = post.subjects()
    assert (FIRST, NEW) in sent
    assert not {TO_OFFICIAL, (SECOND, WAITS), (FIRST, TOO_LONG)} & set(sent)


def test_given_back_it_starts_again(store: Store, post: Post, request_made: RequestMade, now: datetime):
    made = request_made()
    post.tick(now + 35 * MINUTE)
    acknowledge(store, made.reference, now + 36 * MINUTE)
    with store.database.writing() as session:
        escalation.reopen(session, made.reference, now + 60 * MINUTE)
    post.tick(now + 89 * MINUTE)
    assert post.subjects().count((SECOND, WAITS)) == 1
    post.tick(now + 90 * MINUTE)
    assert post.subjects().count((SECOND, WAITS)) == 2
    post.tick(now + 181 * MINUTE)
    assert post.subjects().count(TO_OFFICIAL) == 1
    ids = [message["Message-ID"] for message in post.received]
    assert len(ids) == len(set(ids))


def test_processes_at_the_same_time_take_each_step_once(
    store: Store, post: Post, request_made: RequestMade, now: datetime
):
    references = [request_made().reference for _ in range(6)]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: post.tick(now + 61 * MINUTE), range(8)))
    assert {state_of(store, reference).step for reference in references} == {2}
    subjects = [str(message["Subject"]) + str(message["To"]) for message in post.received]
    assert len(subjects) == len(set(subjects)) == 6 * 5
    audit.verify(store.database)


def test_a_request_that_does_not_open_does_not_hold_up_the_others(
    store: Store, post: Post, request_made: RequestMade, now: datetime
):
    broken, good = request_made(), request_made()
    with store.database.writing() as session:
        session.execute(text("UPDATE request SET fields = :x WHERE reference = :r"), {"x": b"x", "r": broken.reference})
    post.tick(now + 121 * MINUTE)
    assert {state_of(store, one.reference).step for one in (broken, good)} == {3}
    assert post.subjects().count(TO_OFFICIAL) == 1


async def test_the_official_reads_the_truth_in_the_conversation_once(
    store: Store, post: Post, request_made: RequestMade, turns: TurnService, now: datetime
):
    made, other = request_made(contact="0612345678"), request_made()
    post.tick(now + 60 * MINUTE)
    assert await turns.last_replies(made.token) == []
    post.tick(now + 121 * MINUTE)
    assert (OFFICIAL, "Over uw aanvraag") in post.subjects()
    assert len(post.subjects()) == 11, "who left a telephone number gets no mail"
    for _ in range(2):
        (notice,) = await turns.last_replies(made.token)
        assert notice.id == "booking.not_picked_up"
        said = str(notice.to_dict())
        assert made.reference in said and other.reference not in said
        assert "030 751 67 99" in said
    replies = await turns.answer(made.token, Incoming(text="  ", message_id="m2-leeg-bericht"))
    assert replies[0].id == "booking.not_picked_up"
    again = await turns.answer(made.token, Incoming(text="  ", message_id="m3-leeg-bericht"))
    assert "booking.not_picked_up" not in [reply.id for reply in again]


async def test_what_was_picked_up_late_is_not_told_any_more(
    store: Store, post: Post, request_made: RequestMade, turns: TurnService, now: datetime
):
    made = request_made()
    post.tick(now + 121 * MINUTE)
    acknowledge(store, made.reference, now + 122 * MINUTE)
    assert await turns.last_replies(made.token) == []


async def test_words_about_a_threat_come_before_it(
    store: Store, post: Post, request_made: RequestMade, turns: TurnService, now: datetime
):
    made = request_made()
    post.tick(now + 121 * MINUTE)
    threat = Incoming(text="er staat nu iemand met een mes voor mijn deur", message_id="m2-dreiging")
    replies = await turns.answer(made.token, threat)
    assert replies[0].id == "threat.route.acuut"
    kept: list[str] = []
    for _ in range(100):  # on a slow machine the words about the threat do not wait for the turn to be kept
        kept = [reply.id for reply in await turns.last_replies(made.token)]
        if "threat.route.acuut" in kept:
            break
        await asyncio.sleep(0.1)
    assert kept[0] == "threat.route.acuut"
    assert kept.count("booking.not_picked_up") == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"escalate_after": 0},
        {"escalate_after": 90},
        {"escalate_official_after": 59},
        {"escalate_official_after": float("nan")},
        {"escalate_official_after": float("inf")},
        {"request_days": 0},
        {"alarm_webhook": "http://alarm.example.org/x"},
        {"alarm_webhook": "alarm.example.org"},
    ],
)
def test_settings_that_make_no_sense_refuse_to_start(wrong: dict[str, object]):
    with pytest.raises(UnsafeSettings):
        Settings(**wrong).refuse_unsafe()
