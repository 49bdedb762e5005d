"""Requests that cannot be read hold up nobody: each is set aside, counted in an alarm, and shown as broken."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text, update

from bot.jobs.alarms import alarms
from bot.jobs.chat_watch import look_after_chats
from bot.jobs.webhook import notify
from bot.store import BadRequest, Store, figures
from bot.store.base.models import DataKey
from bot.store.mail import outbox
from bot.store.request import due_mail, escalation, requests
from bot.store.request import fields as request_fields
from bot.store.request.escalation.ladder import Ladder
from bot.store.request.models import EscalationRow, Request
from bot.store.request.states import RequestKind
from bot.store.retention import sweep
from tests.app.jobs.test_alarms import HOOK, Listener
from tests.support.request.requests import FIELDS, open_lines
from woningscan.content.model import Content
from woningscan.conversation.effects import OPEN_CHAT, Effect

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
WRONG_FIELDS: list[Any] = [{"contact": 5}, ["naam"], "tekst", {"contact": None}, {"naam": {}}, 7, None, {"x": ["y"]}]


def poison(store: Store, references: list[str]) -> None:
    """Spoils requests, one after another in another way."""
    with store.database.writing() as session:
        for number, reference in enumerate(references):
            by_reference = text("SELECT id, data_key_id FROM request WHERE reference = :r")
            row_id, key_id = session.execute(by_reference, {"r": reference}).one()
            row, its_key = update(Request).where(Request.id == row_id), update(DataKey).where(DataKey.id == key_id)
            ways = [
                row.values(fields=b"geen envelop"),
                row.values(fields=b""),
                its_key.values(wrapped=b"\x01\x02k9" + bytes(60)),
                its_key.values(wrapped=b"x"),
            ]
            way = number % (len(ways) + len(WRONG_FIELDS))
            if way < len(ways):
                session.execute(ways[way])
                continue
            key = store.vault.data_key(session, key_id)
            assert key is not None
            spoiled = Request(id=row_id)
            key.seal(spoiled, Request.fields, WRONG_FIELDS[way - len(ways)])
            session.execute(row.values(fields=spoiled.fields))


def file(store: Store, number: int, now: datetime, *, urgent: bool = False) -> list[str]:
    with store.database.writing() as session:
        return [
            requests.submit(session, store.vault, RequestKind.CALL_BACK, FIELDS, "example.org", now, urgent=urgent)
            for _ in range(number)
        ]


def waits_for_a_chat(store: Store, now: datetime) -> str:
    """A conversation that waits for staff; its id."""
    stored = store.conversations.load(store.conversations.create("web", {}, [], [], now))
    assert stored is not None
    opens = Effect(OPEN_CHAT, {"share": False, "urgent": False})
    store.turns.commit_turn(stored, state={}, offered=[], replies=[], effects=[opens], external_id="m", now=now)
    return stored.id


def codes(store: Store, now: datetime) -> dict[str, int]:
    return {alarm.code: alarm.count for alarm in alarms(store, now)}


def test_a_thousand_poisoned_requests_hold_up_none(
    store: Store, ladder: Ladder, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    references = file(store, 1050, now)
    good, bad = references[::21], [one for number, one in enumerate(references) if number % 21]
    assert (len(good), len(bad)) == (50, 1000)
    poison(store, bad)
    with store.database.writing() as session:  # the steps before this one are the same for all
        for row_id in session.scalars(select(Request.id)).all():
            session.add(EscalationRow(request_id=row_id, begun_at=now, round=1, step=2, step_at=now))
    escalation.escalate(store.database, store.vault, ladder, now + 121 * MINUTE)
    with store.database.reading() as session:
        wanted = "SELECT r.reference FROM request r JOIN escalation e ON e.request_id = r.id WHERE e.step = 3"
        assert set(session.scalars(text(wanted))) == set(references), "a broken one still reaches people"
        told = "SELECT r.reference FROM request r JOIN outbox o ON o.request_id = r.id WHERE o.kind = 'not_picked_up'"
        assert set(session.scalars(text(told))) == set(good)
    found = codes(store, now + 121 * MINUTE)
    assert (found["aanvraag_onleesbaar"], found["aanvraag_niet_opgepakt"]) == (1000, 1050)
    assert {line.reference for line in open_lines(store) if line.broken} == set(bad)
    tried: list[object] = []
    monkeypatch.setattr(request_fields, "read", lambda *args: tried.append(args))
    started = time.process_time()
    escalation.escalate(store.database, store.vault, ladder, now + 122 * MINUTE)
    assert tried == [], "not tried again and again"
    assert time.process_time() - started < 60


def test_a_row_that_cannot_be_taken_up_is_set_aside_and_comes_back_when_it_can(
    store: Store, ladder: Ladder, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, _ = file(store, 2, now)
    put = outbox.put

    def refuse(session: Any, request_id: str, *args: Any, **named: Any) -> None:
        if session.get(Request, request_id).reference == bad:
            raise RuntimeError("wat er ook is")
        put(session, request_id, *args, **named)

    with monkeypatch.context() as patch:
        patch.setattr(outbox, "put", refuse)
        assert escalation.escalate(store.database, store.vault, ladder, now + 31 * MINUTE) == 1
    assert codes(store, now + 31 * MINUTE)["aanvraag_onleesbaar"] == 1
    assert escalation.escalate(store.database, store.vault, ladder, now + 40 * MINUTE) == 0, "it rests for an hour"
    assert escalation.escalate(store.database, store.vault, ladder, now + 100 * MINUTE) > 1
    escalation.escalate(store.database, store.vault, ladder, now + 101 * MINUTE)
    assert "aanvraag_onleesbaar" not in codes(store, now + 101 * MINUTE)


def test_a_moment_that_is_none_holds_up_nobody(store: Store, ladder: Ladder, now: datetime) -> None:
    """Only SQLite lets such a value in; the others need no defence against it."""
    bad, *good = file(store, 3, now)
    if not store.database.is_sqlite:
        return
    with store.database.writing() as session:
        session.execute(text("UPDATE request SET created_at = 'gisteren' WHERE reference = :r"), {"r": bad})
        session.execute(text("UPDATE outbox SET created_at = 'x' WHERE rowid = 1"))
    escalation.escalate(store.database, store.vault, ladder, now + 121 * MINUTE)
    assert codes(store, now + 121 * MINUTE)["aanvraag_onleesbaar"] == 1
    listed = {line.reference: line.broken for line in open_lines(store)}
    assert listed == {bad: True, good[0]: False, good[1]: False}
    claimed = [due_mail.claim(store.database, now + DAY, HOUR) for _ in range(12)]
    assert sum(mail is not None for mail in claimed) > 6
    assert outbox.overview(store.database).failed == 1


def test_retention_goes_on_past_a_row_that_cannot_go(store: Store, now: datetime) -> None:
    tokens = [store.conversations.create("web", {}, [], [], now) for _ in range(4)]
    stuck = store.conversations.load(tokens[2])
    assert stuck is not None
    with store.database.writing() as session:
        if store.database.is_sqlite:
            session.execute(
                text(
                    "CREATE TRIGGER stuck BEFORE DELETE ON conversation "
                    f"WHEN OLD.id = '{stuck.id}' BEGIN SELECT RAISE(ABORT, 'x'); END"
                )
            )
        else:
            session.execute(
                text("CREATE FUNCTION stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'x'; END $$")
            )
            session.execute(
                text(
                    "CREATE TRIGGER stuck BEFORE DELETE ON conversation FOR EACH ROW "
                    f"WHEN (OLD.id = '{stuck.id}') EXECUTE FUNCTION stuck()"
                )
            )
    assert sweep(store.database, now + 73 * HOUR).conversations == 3
    assert [store.conversations.load(token) is None for token in tokens] == [True, True, False, True]
    assert codes(store, now + 73 * HOUR)["gesprek_onleesbaar"] == 1


def test_the_watch_goes_on_past_a_chat_that_cannot_be_read(store: Store, content: Content, now: datetime) -> None:
    first, second = waits_for_a_chat(store, now), waits_for_a_chat(store, now)
    with store.database.writing() as session:
        session.execute(text("UPDATE conversation SET state = :x WHERE id = :i"), {"x": b"x", "i": first})
    later = now + 3 * MINUTE
    assert look_after_chats(store, content, later) == 1
    assert look_after_chats(store, content, later) == 0
    with store.database.reading() as session:
        owners = dict(session.execute(text("SELECT id, owner FROM conversation")).all())
    assert owners == {first: "person", second: "bot"}
    assert codes(store, later)["gesprek_onleesbaar"] == 1


def test_one_alarm_that_is_refused_does_not_keep_the_others_untold(store: Store, now: datetime) -> None:
    file(store, 1, now - 100 * DAY)
    listener = Listener(500)
    notify(store, HOOK, now, listener.transport)
    assert len(listener.heard) == 1


def test_a_check_that_fails_is_an_alarm_and_hides_no_other(store: Store, now: datetime) -> None:
    file(store, 1, now - 100 * DAY)
    if store.database.is_sqlite:
        with store.database.writing() as session:
            row = session.execute(text("SELECT id FROM request")).scalar_one()
            session.add(EscalationRow(request_id=row, begun_at=now, round=1, step=3, step_at=now))
            session.flush()
            session.execute(text("UPDATE escalation SET step_at = 'nooit'"))
            session.execute(text("INSERT INTO figure VALUES ('2026-Wxx', 'gesprek', 1), ('2026-W48', 'gesprek', 2)"))
        assert set(codes(store, now)) == {"mail_wacht", "controle_stuk_requests"}
        assert figures.read(store.database)["2026-W48"]["gesprek"] == 2
        assert "2026-Wxx" not in figures.read(store.database)


@pytest.mark.parametrize("fields", [*WRONG_FIELDS, {5: "x"}])
def test_a_request_that_is_none_is_never_stored(store: Store, now: datetime, fields: Any) -> None:
    with pytest.raises(BadRequest), store.database.writing() as session:
        requests.submit(session, store.vault, RequestKind.CALL_BACK, fields, "example.org", now)
    for wish in ({"kind": "terugbellen", "fields": fields}, [], {"kind": ["x"], "fields": {}}, {"fields": {}}):
        with pytest.raises(BadRequest):
            requests.wish_in(wish)
    assert store.requests.counts()["new"] == 0
