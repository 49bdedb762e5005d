"""Alarms: what is wrong is known without mail, in the console, in `/gereed` and through the webhook."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import httpx
import pytest
from sqlalchemy import text

from bot.jobs.alarms import NOTHING_IN, SILENCE, alarms
from bot.jobs.webhook import notify
from bot.store import Store, audit
from bot.store.base import beats
from bot.store.notices import Alarm
from bot.store.request import escalation
from bot.store.request.escalation.ladder import Ladder
from bot.store.request.models import Request
from tests.app.store.request.test_audit_and_requests import forge
from tests.support.request.escalation import Made, acknowledge
from tests.support.rows import changed

RequestMade = Callable[..., Made]
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
HOOK = "https://alarm.example.org/geheim-pad"


class Listener:
    """The other machine; `answers` are its next statuses, an exception is a failure on the way."""

    def __init__(self, *answers: int | Exception) -> None:
        self.answers = list(answers)
        self.heard: list[dict[str, str]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        answer = self.answers.pop(0) if self.answers else 204
        if isinstance(answer, Exception):
            raise answer
        if answer < 300:
            self.heard.append(json.loads(request.content))
        return httpx.Response(answer, headers={"location": "https://elsewhere.example.org/"})

    @property
    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self)


def codes(store: Store, now: datetime) -> list[str]:
    return [alarm.code for alarm in alarms(store, now)]


def test_mail_that_waits_is_an_alarm_after_five_minutes(store: Store, request_made: RequestMade, now: datetime):
    request_made()
    assert alarms(store, now + 4 * MINUTE) == []
    assert alarms(store, now + 5 * MINUTE) == [Alarm("mail_wacht", now, 1)]


def test_a_request_past_the_last_step_is_an_alarm_until_it_is_picked_up(
    store: Store, request_made: RequestMade, ladder: Ladder, now: datetime
):
    made = request_made()
    for minutes, expected in ((119, False), (121, True)):
        escalation.escalate(store.database, store.vault, ladder, now + minutes * MINUTE)
        assert ("aanvraag_niet_opgepakt" in codes(store, now + minutes * MINUTE)) is expected
    acknowledge(store, made.reference, now + 130 * MINUTE)
    assert "aanvraag_niet_opgepakt" not in codes(store, now + 130 * MINUTE)


def test_a_request_that_stays_open_is_an_alarm_after_ninety_days(
    store: Store, request_made: RequestMade, now: datetime
):
    made = request_made()
    acknowledge(store, made.reference, now)
    assert "aanvraag_te_lang_open" not in codes(store, now + 89 * DAY)
    assert "aanvraag_te_lang_open" in codes(store, now + 90 * DAY)
    changed(store, Request, status="finished")
    assert "aanvraag_te_lang_open" not in codes(store, now + 90 * DAY)


def test_a_job_that_is_silent_is_an_alarm(store: Store, now: datetime):
    beats.begin(store.database, list(SILENCE), now)
    assert alarms(store, now + 9 * MINUTE) == []
    for minute in range(0, 60, 5):
        beats.beat(store.database, "mail", now + minute * MINUTE)
    silent = {alarm.code: alarm.since for alarm in alarms(store, now + HOUR)}
    assert silent == {f"taak_stil_{job}": now for job in ("gesprek", "escalatie", "alarm")}
    assert "taak_stil_bewaartermijn" in codes(store, now + 4 * HOUR)


def test_a_message_in_telegram_that_waits_too_long_is_an_alarm(store: Store, now: datetime):
    store.telegram.put(1, now, chat_id=5, contents={"text": "hallo"}, in_order=True)
    assert alarms(store, now + NOTHING_IN - timedelta(seconds=1)) == []
    (waits,) = alarms(store, now + NOTHING_IN)
    assert (waits.code, waits.count) == ("telegram_wacht", 1)


def test_a_job_that_is_no_longer_meant_to_run_is_not_missed(store: Store, now: datetime):
    beats.begin(store.database, ["mail", "alarm"], now)
    beats.begin(store.database, ["mail"], now + HOUR)
    assert codes(store, now + HOUR) == ["taak_stil_mail"], "the first sign of a start is the start of before"


def test_a_broken_chain_is_an_alarm_that_stays(store: Store, request_made: RequestMade, now: datetime):
    request_made()
    audit.check(store.database, now)
    assert alarms(store, now) == []
    forge(store, "UPDATE audit SET actor = 'ander' WHERE seq = 1")
    for hours in (1, 2):
        audit.check(store.database, now + hours * HOUR)
    broken = [alarm for alarm in alarms(store, now + 2 * HOUR) if alarm.code == "logboek_gebroken"]
    assert [alarm.since for alarm in broken] == [now + HOUR]


def test_rows_cut_off_between_two_counts_are_seen(store: Store, request_made: RequestMade, now: datetime):
    request_made(), request_made()
    audit.check(store.database, now)
    forge(store, "DELETE FROM audit WHERE seq = 2")
    audit.check(store.database, now + HOUR)
    assert "logboek_gebroken" in codes(store, now + HOUR)


def test_the_webhook_hears_a_code_and_a_time_once(store: Store, request_made: RequestMade, now: datetime):
    listener = Listener()
    request_made()
    later = now + 6 * MINUTE
    assert notify(store, HOOK, now, listener.transport) == 0
    for minute in range(3):
        notify(store, HOOK, later + minute * MINUTE, listener.transport)
    assert listener.heard == [{"alarm": "mail_wacht", "since": now.isoformat()}]


@pytest.mark.parametrize("failure", [500, 404, 302, httpx.ConnectTimeout("x"), httpx.ReadError("x")])
def test_the_webhook_is_tried_again_and_follows_nobody(
    store: Store,
    request_made: RequestMade,
    now: datetime,
    failure: int | Exception,
    caplog: pytest.LogCaptureFixture,
):
    caplog.set_level(logging.WARNING)
    listener = Listener(failure, failure)
    request_made()
    for minute in range(4):
        notify(store, HOOK, now + (6 + minute) * MINUTE, listener.transport)
    assert len(listener.heard) == 1
    assert "geheim-pad" not in caplog.text


def test_an_alarm_that_comes_back_is_told_again(store: Store, request_made: RequestMade, now: datetime):
    listener = Listener()
    for round in range(2):
        request_made(at=now + round * HOUR)
        notify(store, HOOK, now + round * HOUR + 6 * MINUTE, listener.transport)
        with store.database.writing() as session:
            session.execute(text("UPDATE outbox SET status = 'done'"))
        notify(store, HOOK, now + round * HOUR + 7 * MINUTE, listener.transport)
    assert [heard["since"] for heard in listener.heard] == [now.isoformat(), (now + HOUR).isoformat()]


def test_processes_at_the_same_time_tell_an_alarm_once(store: Store, request_made: RequestMade, now: datetime):
    listener = Listener()
    request_made()
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: notify(store, HOOK, now + 6 * MINUTE, listener.transport), range(8)))
    assert len(listener.heard) == 1
