"""Every way found to point a row at somebody else or to change a word in it, as SQL: nothing opens, and it is named."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary, select, text
from sqlalchemy.exc import IntegrityError

from bot.store import KeyRing, Store, Tampered, open_store
from bot.store.base.bindings import Bound, bound_columns
from bot.store.base.columns import UtcTime, Word
from bot.store.base.models import Base
from bot.store.request.escalation.ladder import TOLD
from bot.store.request.models import EscalationRow, Request
from bot.store.row_check import wrong_rows
from tests.support.request.requests import make_request, open_lines
from tests.support.rows import attacked
from tests.support.stress.two_parties import Party, acted_by, opened_by, party

KEYS = KeyRing.generate()
# What an attacker writes, and in which tables it is seen. `:my_…` is the attacker's own, the rest the other's.
ATTACKS: dict[str, tuple[str, str]] = {
    "conversation to my token": (
        "conversation",
        "UPDATE conversation SET token_hash = 'x' WHERE id = :my_conversation;"
        "UPDATE conversation SET token_hash = :my_hash WHERE id = :conversation",
    ),
    "state into my conversation": (
        "conversation",
        "UPDATE conversation SET state = (SELECT c.state FROM conversation c WHERE c.id = :conversation) "
        "WHERE id = :my_conversation",
    ),
    "conversation back to the bot": ("conversation", "UPDATE conversation SET owner = 'bot' WHERE id = :conversation"),
    "conversation of another channel": ("conversation", "UPDATE conversation SET channel = 'telegram'"),
    "answers into my conversation": (
        "inbox",
        "DELETE FROM inbox WHERE conversation_id = :my_conversation;"
        "UPDATE inbox SET conversation_id = :my_conversation WHERE conversation_id = :conversation",
    ),
    "my link to their request": (
        "request_access",
        "UPDATE request_access SET request_id = :request WHERE request_id = :my_request",
    ),
    "my link for ever": ("request_access", "UPDATE request_access SET expires_at = '2099-01-01 00:00:00.000000'"),
    "my link as a session": ("request_access", "UPDATE request_access SET stage = 'session' WHERE stage = 'link'"),
    "request under my reference": (
        "request",
        "UPDATE request SET reference = 'WS-AAAA-AAAAA' WHERE id = :my_request;"
        "UPDATE request SET reference = :my_reference WHERE id = :request",
    ),
    "request filed by me": (
        "request",
        "UPDATE request SET filed_by = (SELECT r.filed_by FROM request r WHERE r.id = :my_request) WHERE id = :request",
    ),
    "case into my hands": ("request", "UPDATE request SET owner_id = :my_member WHERE id = :request"),
    "case closed": ("request", "UPDATE request SET status = 'finished' WHERE id = :request"),
    "case made urgent": ("request", "UPDATE request SET urgent = TRUE WHERE id = :request"),
    "case of another kind": ("request", "UPDATE request SET kind = 'call_back' WHERE id = :request"),
    "older version of a case": ("request", "UPDATE request SET version = 0 WHERE id = :request"),
    "fields into my request": (
        "request",
        "UPDATE request SET fields = (SELECT r.fields FROM request r WHERE r.id = :request) WHERE id = :my_request",
    ),
    "request without its key": ("request", "UPDATE request SET data_key_id = NULL WHERE id = :request"),
    "history of another": (
        "request_event",
        "UPDATE request_event SET request_id = :my_request, position = 9 WHERE request_id = :request AND position = 1",
    ),
    "history by another": ("request_event", "UPDATE request_event SET actor = :my_member WHERE request_id = :request"),
    "note to my request": (
        "request_note",
        "UPDATE request_note SET request_id = :my_request WHERE request_id = :request",
    ),
    "found by who I am": (
        "request_lookup",
        "DELETE FROM request_lookup WHERE request_id = :my_request;"
        "UPDATE request_lookup SET request_id = :my_request WHERE request_id = :request",
    ),
    "visit to my request": (
        "appointment",
        "DELETE FROM appointment WHERE request_id = :my_request;"
        "UPDATE appointment SET request_id = :my_request WHERE request_id = :request",
    ),
    "visit with another calendar entry": (
        "appointment",
        "UPDATE appointment SET uid = 'x' WHERE request_id = :request",
    ),
    "visit of no adviser": ("appointment", "UPDATE appointment SET adviser_day = NULL WHERE request_id = :request"),
    "visit on the day of another": (
        "appointment",
        "UPDATE appointment SET adviser_day = (SELECT a.adviser_day FROM appointment a WHERE a.request_id = :request) "
        "WHERE request_id = :my_request",
    ),
    "visit called off": ("appointment", "UPDATE appointment SET status = 'called_off' WHERE request_id = :request"),
    "mail of another request": (
        "outbox",
        "UPDATE outbox SET request_id = :my_request, round = 9 WHERE request_id = :request AND kind = 'new'",
    ),
    "mail of another kind": (
        "outbox",
        "UPDATE outbox SET kind = 'access' WHERE request_id = :request AND kind = 'new'",
    ),
    "acknowledged by another": ("escalation", "UPDATE escalation SET acknowledged_by = :my_member"),
    "ladder of another": (
        "escalation",
        "DELETE FROM escalation WHERE request_id = :my_request;"
        "UPDATE escalation SET request_id = :my_request WHERE request_id = :request",
    ),
    "calendar of another behind my link": (
        "adviser",
        "UPDATE adviser SET feed_hash = NULL WHERE id = :my_adviser;"
        "UPDATE adviser SET feed_hash = :my_feed WHERE id = :adviser",
    ),
    "adviser of another": ("adviser", "UPDATE adviser SET created_at = '2031-01-01 00:00:00' WHERE id = :adviser"),
    "reminded on another day": ("request", "UPDATE request SET look_again_on = '2031-01-01' WHERE id = :request"),
    "chat into my hands": ("live_chat", "UPDATE live_chat SET staff_id = :my_member WHERE id = :chat"),
    "chat into my conversation": (
        "live_chat",
        "UPDATE live_chat SET state = 'closed' WHERE id = :my_chat;"
        "UPDATE live_chat SET conversation_id = :my_conversation WHERE id = :chat",
    ),
    "messages into my chat": (
        "live_message",
        "UPDATE live_message SET chat_id = :my_chat, seq = seq + 50 WHERE chat_id = :chat",
    ),
    "chat without what was shared": ("live_chat", "UPDATE live_chat SET shared = NULL WHERE id = :chat"),
    "message by another": ("live_message", "UPDATE live_message SET sender = 'official' WHERE chat_id = :chat"),
    "conversation without its ledger": (
        "conversation",
        "UPDATE conversation SET ledger = NULL WHERE id = :conversation",
    ),
    "no code of the phone": ("staff", "UPDATE staff SET totp_secret = NULL WHERE id = :my_member"),
    "me as administrator": ("staff", "UPDATE staff SET role = 'administrator' WHERE id = :my_member"),
    "member out of service": ("staff", "UPDATE staff SET status = 'disabled' WHERE id = :member"),
    "code that was used": ("staff", "UPDATE staff SET totp_counter = 0"),
    "passphrase of mine": (
        "staff",
        "UPDATE staff SET passphrase = (SELECT s.passphrase FROM staff s WHERE s.id = :my_member) WHERE id = :member",
    ),
    "my session as another": (
        "staff_session",
        "UPDATE staff_session SET staff_id = :member WHERE staff_id = :my_member",
    ),
    "my session just confirmed": ("staff_session", "UPDATE staff_session SET fresh_at = '2099-01-01 00:00:00.000000'"),
    "my session made by myself": (
        "staff_session",
        "DELETE FROM staff_session WHERE token_hash = :my_staff_session;"
        "INSERT INTO staff_session (token_hash, staff_id, stage, created_at, expires_at, fresh_at, binding) "
        "SELECT :my_staff_session, staff_id, stage, created_at, expires_at, fresh_at, binding FROM staff_session",
    ),
    "invitation of another": (
        "staff_setup_link",
        "DELETE FROM staff_setup_link WHERE expires_at = (SELECT max(expires_at) FROM staff_setup_link);"
        "UPDATE staff_setup_link SET staff_id = :member",
    ),
    "recovery codes of mine": ("staff_recovery_code", "UPDATE staff_recovery_code SET staff_id = :member"),
    "plan behind my link": (
        "report_link",
        "UPDATE report_link SET snapshot = (SELECT r.snapshot FROM report_link r WHERE r.token_hash = :report), "
        "data_key_id = (SELECT r.data_key_id FROM report_link r WHERE r.token_hash = :report) "
        "WHERE token_hash = :my_report",
    ),
    "begun request behind my link": (
        "request_link",
        "UPDATE request_link SET "
        "contents = (SELECT r.contents FROM request_link r WHERE r.token_hash = :request_link), "
        "data_key_id = (SELECT r.data_key_id FROM request_link r WHERE r.token_hash = :request_link) "
        "WHERE token_hash = :my_request_link",
    ),
    "chat of Telegram to my conversation": (
        "telegram_chat",
        "DELETE FROM telegram_chat WHERE chat_hash = :my_chat_hash;"
        "UPDATE telegram_chat SET chat_hash = :my_chat_hash WHERE chat_hash = :chat_hash",
    ),
    "my message in their chat": (
        "telegram_update",
        "UPDATE telegram_update SET chat_hash = :chat_hash WHERE chat_hash = :my_chat_hash",
    ),
    "message before another": (
        "telegram_update",
        "UPDATE telegram_update SET position = 1 WHERE chat_hash = :chat_hash",
    ),
    "their answer to my chat": (
        "telegram_outgoing",
        "UPDATE telegram_outgoing SET chat_hash = :my_chat_hash WHERE chat_hash = :chat_hash",
    ),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Party, Party]:
    path = tmp_path_factory.mktemp("attacked") / "filled.db"
    store = open_store(f"sqlite:///{path}", KEYS)
    parties = party(store, "aanvaller", 4711), party(store, "slachtoffer", 4712)
    assert wrong_rows(store.database, store.vault) == [], "what the app writes is right"
    store.database.scrub()
    store.close()
    return path, *parties


@pytest.fixture
def store(filled: tuple[Path, Party, Party], tmp_path: Path) -> Iterator[Store]:
    shutil.copy(filled[0], tmp_path / "attacked.db")
    opened = open_store(f"sqlite:///{tmp_path / 'attacked.db'}", KEYS)
    yield opened
    opened.close()


def versions(store: Store, other: Party) -> Any:
    with store.database.reading() as session:
        said = "SELECT count(*) FROM live_message WHERE chat_id = :chat"
        events = "SELECT count(*) FROM request_event WHERE request_id = :request"
        return [session.execute(text(count), other.ids).scalar_one() for count in (said, events)]


def test_without_an_attack_each_sees_what_is_ones_own(store: Store, filled: tuple[Path, Party, Party]) -> None:
    _, me, other = filled
    seen = opened_by(store, me, other)
    assert seen.count(me.name) > 12 and other.name not in seen


@pytest.mark.parametrize("name", list(ATTACKS))
def test_nothing_of_another_opens_and_the_row_is_named(
    store: Store, filled: tuple[Path, Party, Party], name: str
) -> None:
    _, me, other = filled
    table, script = ATTACKS[name]
    values = other.ids | {f"my_{key}": value for key, value in me.ids.items()}
    for statement in script.split(";"):
        attacked(store, statement, **{key: values[key] for key in text(statement).compile().params})
    wrong = wrong_rows(store.database, store.vault)
    assert table in {row.table for row in wrong}
    with store.database.reading() as session:
        keys = ", ".join(column.name for column in Base.metadata.tables[table].primary_key)
        there = {":".join(map(str, row)) for row in session.execute(text(f"SELECT {keys} FROM {table}"))}
    assert {row.id for row in wrong if row.table == table} <= there
    before = versions(store, other)
    assert other.name not in opened_by(store, me, other)
    acted_by(store, me, other)
    assert versions(store, other) == before, "nothing was done with what is another's"
    assert {row.table for row in wrong_rows(store.database, store.vault)} >= {table}, "nothing covers it up"


def test_every_row_is_bound_or_has_a_reason_not_to_be() -> None:
    free = {
        "data_key": "wrapped with its own place",
        "audit": "chained",
        "job_beat": "about jobs, not about somebody",
        "clock_mark": "about the clock",
        "alarm_notice": "made anew from what is wrong, each minute",
        "figure": "counts",
        "set_aside": "lasts an hour at most",
        "staff_presence": "who is at the desk: lets nobody in",
        "staff_attempt": "slows down who guesses, opens nothing",
    }
    bound = {mapper.local_table.name for mapper in Base.registry.mappers if issubclass(mapper.class_, Bound)}
    assert bound | set(free) == set(Base.metadata.tables) and not bound & set(free)
    loose = {
        str(column)
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Bound)
        for column in mapper.local_table.columns
        if column.info["loose"] and column.name != "binding"
    }
    queue = {"status", "attempts", "due_at", "lease_until", "last_error"}
    waits = {f"{table}.{name}" for table in ("outbox", "telegram_update", "telegram_outgoing") for name in queue}
    assert loose == waits | {"request.data_key_id"}


def other_value(column: Column[Any], value: Any) -> Any:
    if isinstance(column.type, Word):
        return next(word.value for word in column.type.values if word != value)
    if isinstance(column.type, Boolean):
        return not value
    if isinstance(column.type, Integer):
        return (value or 0) + 1
    if isinstance(column.type, Date):
        return "2031-01-01"
    if isinstance(column.type, UtcTime):
        return "2031-01-01 00:00:00.000000"
    if isinstance(column.type, LargeBinary):
        return b"x" if value is None else None
    return "e" * 32


def test_each_bound_value_that_is_changed_is_seen(store: Store) -> None:
    """All columns of all tables, one after another; what the database itself refuses is refused."""
    seen = []
    for mapper in Base.registry.mappers:
        for column in bound_columns(mapper).values() if issubclass(mapper.class_, Bound) else ():
            table = mapper.local_table.name
            with store.database.reading() as session:
                row_id, value = session.execute(text(f"SELECT rowid, {column.name} FROM {table} LIMIT 1")).one()
            change = f"UPDATE {table} SET {column.name} = :value WHERE rowid = :id"
            try:
                attacked(store, change, value=other_value(column, value), id=row_id)
            except IntegrityError:
                assert any(column in rule.columns.values() for rule in mapper.local_table.constraints), column
                continue
            assert [row.table for row in wrong_rows(store.database, store.vault)] == [table], column
            attacked(store, change, value=value, id=row_id)
            seen.append(str(column))
    assert len(seen) > 80
    assert wrong_rows(store.database, store.vault) == []


@pytest.mark.parametrize(
    "changed", ["outbox SET kind = 'access', round = 9", "request_event SET position = 9", "escalation SET step = 2"]
)
def test_what_is_kept_is_shown_only_as_it_was_written(
    store: Store, filled: tuple[Path, Party, Party], changed: str
) -> None:
    """Also of rows in which nothing is sealed."""
    _, me, other = filled
    now = datetime.now(UTC)
    assert store.own_requests.everything(me.session, now)
    table, _, values = changed.partition(" SET ")
    first = f"(SELECT min(rowid) FROM {table} WHERE request_id = :request)"
    attacked(store, f"UPDATE {table} SET {values} WHERE rowid = {first}", request=me.ids["request"])
    with pytest.raises(Tampered):
        store.own_requests.everything(me.session, now)
    assert store.own_requests.everything(other.session, now), "another's is shown"


def test_nobody_is_told_of_a_ladder_that_was_made_up(store: Store, now: datetime) -> None:
    """An official hears that nobody picked the request up only where that is so."""
    references = [make_request(store), make_request(store)]
    with store.database.writing() as session:
        for request in session.scalars(select(Request).where(Request.reference.in_(references))):
            session.add(EscalationRow(request_id=request.id, begun_at=now, round=1, step=TOLD, step_at=now))
    assert store.requests.forsaken(references) == references
    its_ladder = "WHERE request_id = (SELECT id FROM request WHERE reference = :reference)"
    attacked(store, f"UPDATE escalation SET round = 2 {its_ladder}", reference=references[0])
    assert store.requests.forsaken(references) == references[1:]
    attacked(store, "UPDATE request SET owner_id = 'x' WHERE reference = :reference", reference=references[1])
    assert store.requests.forsaken(references) == []


@pytest.mark.parametrize(
    "change", ["urgent = TRUE", "owner_id = :my_member", "status = 'new'", "created_at = '2020-01-01'"]
)
def test_the_work_list_shows_a_changed_request_as_broken(
    store: Store, filled: tuple[Path, Party, Party], change: str
) -> None:
    _, me, other = filled
    values = {"request": other.ids["request"], "my_member": me.ids["member"]}
    script = f"UPDATE request SET {change} WHERE id = :request"
    attacked(store, script, **{key: values[key] for key in text(script).compile().params})
    shown = {line.reference: line.broken for line in open_lines(store)}
    assert shown == {me.reference: False, other.reference: True}


def test_a_request_that_was_changed_can_be_erased(store: Store, filled: tuple[Path, Party, Party]) -> None:
    _, _, other = filled
    attacked(store, "UPDATE request SET status = 'finished' WHERE id = :request", request=other.ids["request"])
    assert store.requests.erase(other.reference, actor="system", now=datetime.now(UTC))
    assert not store.requests.erase(other.reference, actor="system", now=datetime.now(UTC)), "nothing is left of it"
    with store.database.reading() as session:
        left = session.execute(text("SELECT fields, data_key_id FROM request WHERE id = :request"), other.ids).one()
    assert tuple(left) == (b"", None)
    assert store.own_requests.load(other.session, datetime.now(UTC)) is None


def test_a_value_of_no_kind_is_named_and_hides_no_other(store: Store) -> None:
    attacked(store, "UPDATE request SET status = 'anders'")
    attacked(store, "UPDATE live_chat SET opened_at = 'gisteren'")
    attacked(store, "UPDATE data_key SET wrapped = :x WHERE id = (SELECT min(data_key_id) FROM telegram_chat)", x=b"x")
    tables = [row.table for row in wrong_rows(store.database, store.vault)]
    assert tables.count("request") == 2 and tables.count("live_chat") == 2 and tables.count("telegram_chat") == 1


def test_what_waits_may_change_and_a_session_goes_on(store: Store, filled: tuple[Path, Party, Party]) -> None:
    later = datetime.now(UTC) + timedelta(minutes=5)
    assert store.staff.sessions.load(filled[1].member.token, later) is not None
    store.telegram.claim(later, timedelta(minutes=1), 10)
    assert wrong_rows(store.database, store.vault) == []
