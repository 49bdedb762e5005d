"""The mail server is away for a day, and everything else that can go wrong between sending and knowing it was sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from bot.jobs.alarms import alarms
from bot.mail import SmtpTransport
from bot.store import Store
from bot.store.mail import outbox
from bot.turn.service import TurnService
from tests.support.request.escalation import FIRST, OFFICIAL, SECOND, THIRD, Made, Post, state_of
from woningscan.reading.incoming import Incoming

RequestMade = Callable[..., Made]
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
EVERY_MAIL = {
    (FIRST, "Nieuwe melding"),
    (SECOND, "Melding wacht"),
    *((address, "Melding wacht te lang") for address in (FIRST, SECOND, THIRD)),
    (OFFICIAL, "Over uw aanvraag"),
}


async def test_a_day_without_a_mail_server_loses_nothing(
    store: Store, post: Post, request_made: RequestMade, turns: TurnService, now: datetime
):
    post.goes_down()
    made, other = request_made(), request_made(contact="0612345678")
    moment, climbed = now, {}
    while moment < now + DAY:
        post.tick(moment)
        climbed.setdefault(state_of(store, made.reference).step, moment)
        moment += 10 * MINUTE
    late = {step: (at - now) / MINUTE for step, at in climbed.items()}
    assert late == {0: 0, 1: 30, 2: 60, 3: 120}, "escalation does not wait for the mail"
    assert (await turns.last_replies(made.token))[0].id == "booking.not_picked_up"
    assert (await turns.answer(other.token, Incoming(text=" ", message_id="m2-leeg-bericht")))[0].id == (
        "booking.not_picked_up"
    )
    codes = {alarm.code: alarm.count for alarm in alarms(store, now + DAY)}
    assert codes["mail_wacht"] == 11
    assert codes["aanvraag_niet_opgepakt"] == 2
    assert outbox.overview(store.database).failed == 0

    post.comes_up()
    post.run(now + DAY, now + DAY + 130 * MINUTE, 5 * MINUTE)
    assert len(post.received) == 11
    assert set(post.subjects()) == EVERY_MAIL
    assert max(Counter(message["Message-ID"] for message in post.received).values()) == 1
    assert max(Counter((str(message["To"]), str(message["Subject"])) for message in post.received).values()) == 1
    assert "mail_wacht" not in {alarm.code for alarm in alarms(store, now + DAY + 130 * MINUTE)}


@pytest.mark.parametrize(
    ("script", "copies"),
    [
        (["451 greylisted", "RCPT 450 busy"], 1),
        (["stall"], 1),
        (["421 closing"], 1),
        (["drop"], 2),
        (["drop", "drop", "451 later", "drop"], 4),
    ],
)
def test_what_a_server_answers_costs_at_most_a_copy_with_the_same_id(
    store: Store, post: Post, request_made: RequestMade, now: datetime, script: list[str], copies: int
):
    assert post.server is not None
    request_made()
    post.server.script = list(script)
    patience = 3 if "stall" in script else 120
    post.transport = SmtpTransport(f"smtp://127.0.0.1:{post.port}?starttls=off", timeout=patience)
    post.run(now, now + 25 * MINUTE, MINUTE)
    assert len({message["Message-ID"] for message in post.received}) == 1
    assert len(post.received) == copies
    assert outbox.overview(store.database).sent == 1


def test_a_refused_mail_to_an_official_is_an_alarm_of_its_own(
    store: Store, post: Post, request_made: RequestMade, now: datetime
):
    assert post.server is not None
    request_made()
    post.run(now, now + 100 * MINUTE, 10 * MINUTE)
    post.server.script = ["RCPT 550 unknown"]
    post.tick(now + 121 * MINUTE)
    codes = {alarm.code for alarm in alarms(store, now + 122 * MINUTE)}
    assert "mail_geweigerd" in codes and "mail_mislukt" not in codes


def test_nobody_to_mail_to_is_no_failure(store: Store, post: Post, request_made: RequestMade, now: datetime):
    made = request_made()
    post.goes_down()
    post.run(now, now + 121 * MINUTE, 10 * MINUTE)
    store.requests.erase(made.reference, actor="beheer", now=now + 122 * MINUTE)
    post.comes_up()
    post.run(now + 3 * DAY / 24, now + 6 * DAY / 24, 10 * MINUTE)
    assert (OFFICIAL, "Over uw aanvraag") not in post.subjects()
    left = outbox.overview(store.database)
    assert (left.waiting, left.failed) == (0, 0)


def test_a_server_that_is_away_does_not_take_all_attempts_in_one_round(
    store: Store, post: Post, request_made: RequestMade, now: datetime
):
    post.goes_down()
    for _ in range(12):
        request_made()
    assert post.tick(now).retried == 5
    assert post.tick(now).retried == 5
    assert post.tick(now).retried == 2


def test_workers_at_the_same_time_send_one_mail_each(
    store: Store, post: Post, request_made: RequestMade, now: datetime
):
    for _ in range(5):
        request_made()
    later = now + 121 * MINUTE
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: post.tick(later), range(8)))
    assert len(post.received) == 30
    assert len({message["Message-ID"] for message in post.received}) == 30
    assert outbox.overview(store.database).sent == 30


def test_dead_letters_get_a_new_start(store: Store, post: Post, request_made: RequestMade, now: datetime):
    assert post.server is not None
    request_made()
    post.server.script = ["554 no"]
    post.tick(now)
    assert [alarm.code for alarm in alarms(store, now)] == ["mail_mislukt"]
    assert outbox.retry_failed(store.database, now + MINUTE) == 1
    post.tick(now + MINUTE)
    assert post.subjects() == [(FIRST, "Nieuwe melding")]
    assert alarms(store, now + MINUTE) == []
