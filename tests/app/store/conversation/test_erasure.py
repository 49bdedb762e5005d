"""Erasing takes one key, and with it everything that was sealed; a submitted request stays, and stands alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import select, text

from bot.store import KeyRing, Store, audit, open_store
from bot.store.base.models import Base, DataKey
from bot.store.conversation.models import Conversation
from tests.support.request.steps import ERASE, FIELDS, OFFER, submit
from woningscan.conversation.effects import Outcome

TakeTurn = Callable[..., list[Outcome]]


def rows(store: Store) -> dict[str, int]:
    with store.database.reading() as session:
        return {
            name: session.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in Base.metadata.tables
        }


def values(store: Store, *tables: str) -> set[str]:
    with store.database.reading() as session:
        return {
            str(value) for table in tables for row in session.execute(text(f"SELECT * FROM {table}")) for value in row
        }


def test_erasing_takes_everything_but_the_request(store: Store, token: str, take_turn: TakeTurn, now: datetime):
    reference, report = take_turn(submit(), OFFER)
    take_turn(ERASE, external_id="m2")
    left = {"data_key": 2, "request": 1, "outbox": 1, "audit": 2, "conversation": 0, "inbox": 0, "report_link": 0}
    left |= {"figure": 2, "request_lookup": 3}  # counts without anybody, and what a request is found by
    assert {table: number for table, number in rows(store).items() if number or table in left} == left
    assert store.conversations.load(token) is None
    assert store.reports.open_report(report.data["token"], now) is None
    assert store.requests.find(reference.data["reference"]).fields == FIELDS


def test_erasing_by_id_works_once(store: Store, token: str, now: datetime):
    conversation = store.conversations.load(token)
    assert store.conversations.erase(conversation.id, now=now, actor="beheerder") is True
    assert store.conversations.erase(conversation.id, now=now) is False
    (entry,) = audit.entries(store.database)
    assert (entry.actor, entry.action) == ("beheerder", "conversation.erase")


def test_nothing_ties_a_request_to_its_conversation(store: Store, token: str, take_turn: TakeTurn, now: datetime):
    take_turn(submit(), OFFER, now=now.replace(minute=47, second=11))
    ours = values(store, "conversation", "inbox", "report_link")
    shared = ours & values(store, "request", "outbox", "audit", "escalation")
    assert not {value for value in shared if len(value) > 8}, "no id, key, hash or exact time in both"


def test_the_key_is_gone_from_the_files(sqlite_url: str, keys: KeyRing, tmp_path: Path, now: datetime):
    store = open_store(sqlite_url, keys)
    token = store.conversations.create("web", {"answer": 1}, [], [], now)
    conversation = store.conversations.load(token)
    with store.database.reading() as session:
        chosen = select(DataKey.wrapped).join(Conversation, Conversation.data_key_id == DataKey.id)
        wrapped = session.scalars(chosen).one()
    assert any(wrapped in path.read_bytes() for path in tmp_path.iterdir())
    store.conversations.erase(conversation.id, now=now)
    assert not [path.name for path in tmp_path.iterdir() if wrapped in path.read_bytes()]
    store.close()


def test_an_old_copy_without_the_key_table_stays_closed(sqlite_url: str, keys: KeyRing, tmp_path: Path, now: datetime):
    store = open_store(sqlite_url, keys)
    token = store.conversations.create("web", {"answer": 1}, [], [], now)
    store.database.scrub()
    backup = tmp_path / "backup.db"
    shutil.copy(tmp_path / "woningscan.db", backup)
    store.conversations.erase(store.conversations.load(token).id, now=now)
    with store.database.reading() as session:
        surviving = {row.id for row in session.execute(text("SELECT id FROM data_key"))}
    store.close()

    restored = open_store(f"sqlite:///{backup}", keys)
    assert restored.conversations.load(token) is not None
    with restored.database.writing() as session:  # the key table comes from its own, newer backup
        session.execute(text("PRAGMA defer_foreign_keys=ON"))
        for row in session.execute(text("SELECT id FROM data_key")).all():
            if row.id not in surviving:
                session.execute(text("DELETE FROM data_key WHERE id = :id"), {"id": row.id})
    assert restored.conversations.load(token) is None
    restored.close()


def test_a_request_can_lose_its_personal_data_and_still_count(store: Store, take_turn: TakeTurn, now: datetime):
    reference = take_turn(submit())[0].data["reference"]
    assert store.requests.erase(reference, actor="beheerder", now=now) is True
    assert store.requests.erase(reference, actor="beheerder", now=now) is False
    assert store.requests.find(reference).fields is None
    assert store.requests.counts()["new"] == 1
