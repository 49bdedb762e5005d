"""The database connection: safe SQLite settings, one connection in memory, refusals, and what happens without it."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import InternalError

from bot.store import Database, KeyProblem, KeyRing, Store, StoreUnavailable, UnsafeSettings, check_workers, open_store


def pragma(database: Database, name: str) -> object:
    with database.reading() as session:
        return session.execute(text(f"PRAGMA {name}")).scalar_one()


@pytest.mark.usefixtures("safe_disk")
def test_sqlite_is_set_for_safety(sqlite_url: str, tmp_path: Path):
    database = Database(sqlite_url)
    database.migrate()
    settings = {"journal_mode": "wal", "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 10000, "synchronous": 2}
    assert {name: pragma(database, name) for name in settings} == settings
    with database.writing() as session:
        session.execute(text("INSERT INTO data_key VALUES ('a', 'request', x'00')"))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == dict.fromkeys(["woningscan.db", "woningscan.db-wal", "woningscan.db-shm"], 0o600)
    database.close()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_is_one_for_all_threads(url: str, keys: KeyRing, now: datetime):
    store = open_store(url, keys)
    with ThreadPoolExecutor(8) as threads:
        tokens = list(threads.map(lambda n: store.conversations.create("web", {"n": n}, [], [], now), range(40)))
    with ThreadPoolExecutor(8) as threads:
        loaded = list(threads.map(store.conversations.load, tokens))
    assert [conversation.state["n"] for conversation in loaded if conversation] == list(range(40))
    store.close()


def test_more_workers_need_postgresql():
    check_workers("sqlite:///x.db", 1)
    check_workers("postgresql://localhost/x", 4)
    with pytest.raises(UnsafeSettings, match="PostgreSQL"):
        check_workers("sqlite:///x.db", 2)


def test_other_databases_are_refused():
    with pytest.raises(UnsafeSettings):
        Database("mysql://localhost/x")


def test_a_failed_transaction_leaves_nothing(store: Store, now: datetime):
    with pytest.raises(RuntimeError), store.database.writing() as session:
        store.vault.new_data_key(session, "request")
        raise RuntimeError
    with store.database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM data_key WHERE purpose = 'request'")).scalar_one() == 0


def test_the_wrong_key_is_told_at_the_start(store: Store, database_url: str):
    other_id = KeyRing.generate("k9")
    with pytest.raises(KeyProblem, match="k1 is not in the key ring"):
        open_store(database_url, other_id)
    with pytest.raises(Exception, match="does not open"):
        open_store(database_url, KeyRing.generate("k1"))


def test_a_database_that_is_away_is_told_without_the_password(keys: KeyRing):
    with pytest.raises(StoreUnavailable) as problem:
        open_store("postgresql://someone:geheim@127.0.0.1:1/x", keys)
    assert "geheim" not in str(problem.value)
    assert Database("postgresql://someone:geheim@127.0.0.1:1/x").is_current() is False


def test_a_server_of_which_the_driver_understands_nothing_is_away(store: Store):
    with pytest.raises(StoreUnavailable), store.database.reading():
        raise InternalError("BEGIN", {}, psycopg.InternalError("received 2 results from command"))
    with pytest.raises(InternalError), store.database.reading():
        raise InternalError("SELECT", {}, psycopg.errors.InFailedSqlTransaction())


def test_a_full_disk_is_told_and_loses_nothing(sqlite_url: str, keys: KeyRing, now: datetime):
    store = open_store(sqlite_url, keys)
    token = store.conversations.create("web", {"n": 1}, [], [], now)
    with store.database.reading() as session:  # SQLite's own limit stands in for the disk; it is set per connection
        pages = session.execute(text("PRAGMA page_count")).scalar_one()
        session.execute(text(f"PRAGMA max_page_count={pages}"))
    with pytest.raises(StoreUnavailable):
        for _ in range(50):
            store.conversations.create("web", {"text": "x" * 4000}, [], [], now)
    loaded = store.conversations.load(token)
    assert loaded is not None
    assert loaded.state == {"n": 1}
    store.close()
