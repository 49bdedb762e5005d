"""What is kept no longer than needed is removed on time, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.store import Store, audit
from bot.store.conversation.report_links import COPY_LIFETIME
from bot.store.mail import outbox
from bot.store.request import due_mail
from bot.store.retention import Limits, Swept, sweep
from tests.support.request.steps import OFFER, submit
from woningscan.conversation.effects import Outcome

TakeTurn = Callable[..., list[Outcome]]
HOUR = timedelta(hours=1)


def test_nothing_is_removed_before_its_time(store: Store, token: str, take_turn: TakeTurn, now: datetime):
    take_turn(submit(), OFFER)
    assert sweep(store.database, now + 22 * HOUR) == Swept(0, 0, 0, 0)
    assert store.conversations.load(token) is not None
    assert audit.verify(store.database).rows == 1


@pytest.mark.parametrize(("finished", "limit"), [(False, 72 * HOUR), (True, timedelta(days=30))])
def test_a_conversation_is_erased_after_its_last_turn(
    store: Store, token: str, take_turn: TakeTurn, now: datetime, finished: bool, limit: timedelta
):
    take_turn(submit(), OFFER, finished=finished, now=now + 10 * HOUR)
    last = now + 10 * HOUR
    assert sweep(store.database, last + limit - HOUR).conversations == 0
    assert store.conversations.load(token) is not None
    assert sweep(store.database, last + limit).conversations == 1
    assert store.conversations.load(token) is None
    assert store.requests.counts()["new"] == 1
    assert audit.entries(store.database)[0].action == "retention.erase"
    assert sweep(store.database, last + limit).conversations == 0


def test_inbox_rows_go_after_a_day(store: Store, token: str, take_turn: TakeTurn, now: datetime):
    take_turn(external_id="m1")
    take_turn(external_id="m2", now=now + 3 * HOUR)
    assert sweep(store.database, now + 24 * HOUR).inbox_rows == 1
    conversation = store.conversations.load(token)
    assert store.conversations.already_answered(conversation.id, "m1") is None
    assert store.conversations.already_answered(conversation.id, "m2") is not None


def test_used_and_expired_report_links_go(store: Store, take_turn: TakeTurn, now: datetime):
    used, _unused = take_turn(OFFER, OFFER)
    store.reports.open_report(used.data["token"], now)
    assert sweep(store.database, now).report_links == 0, "what was used is gone at once"
    assert sweep(store.database, now + COPY_LIFETIME).report_links == 1, "the link for ticking off"
    assert sweep(store.database, now + 24 * HOUR).report_links == 1


def test_sent_mails_go_and_others_stay(store: Store, take_turn: TakeTurn, now: datetime):
    for number in range(3):
        take_turn(submit(), external_id=f"m{number}")
    sent, failed = (due_mail.claim(store.database, now, HOUR) for _ in range(2))
    due_mail.mark_sent(store.database, sent)
    outbox.mark_failed(store.database, failed, "SMTPDataError")
    assert sweep(store.database, now + timedelta(days=14) - HOUR).sent_mails == 0
    assert sweep(store.database, now + timedelta(days=14)).sent_mails == 1
    left = outbox.overview(store.database)
    assert (left.waiting, left.sent, left.failed) == (1, 0, 1)


def test_more_than_one_batch_is_removed(store: Store, now: datetime):
    template = store.conversations.load(store.conversations.create("web", {}, [], [], now)).id
    with store.database.writing() as session:
        for number in range(1000):
            session.execute(
                text("INSERT INTO data_key VALUES (:id, 'conversation', :key)"), {"id": str(number), "key": b"x"}
            )
            session.execute(
                text(
                    "INSERT INTO conversation (id, token_hash, data_key_id, channel, version, finished, state, "
                    "offered, last_replies, owner, created_at, updated_at, binding) "
                    "SELECT :id, :id, :id, channel, version, finished, state, offered, "
                    "last_replies, owner, created_at, updated_at, binding FROM conversation WHERE id = :template"
                ),
                {"id": str(number), "template": template},
            )
    assert sweep(store.database, now + 73 * HOUR).conversations == 1001


def test_limits_can_be_set(store: Store, token: str, now: datetime):
    assert sweep(store.database, now + 2 * HOUR, Limits(unfinished=HOUR)).conversations == 1
