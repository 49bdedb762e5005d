"""The migrations: up, down and up again with data in the tables, and no difference with the models."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from bot.store import Database, KeyRing, Store, open_store
from bot.store.base.migrating import downgrade
from bot.store.base.models import Base
from tests.support.request.steps import OFFER, submit

pytestmark = pytest.mark.usefixtures("real_migrations")


def tables(database: Database) -> set[str]:
    with database.connection() as connection:
        return set(inspect(connection).get_table_names())


def populate(store: Store, now: datetime) -> str:
    token = store.conversations.create("web", {}, [], [], now)
    conversation = store.conversations.load(token)
    outcomes = store.turns.commit_turn(
        conversation, state={"a": 1}, offered=[], replies=[], effects=[submit(), OFFER], external_id="m1", now=now
    )
    return str(outcomes[0].data["reference"])


def test_down_and_up_on_a_populated_database(store: Store, database_url: str, keys: KeyRing, now: datetime):
    assert store.requests.find(populate(store, now)) is not None
    with store.database.connection() as connection:
        downgrade(connection, "base")
    assert tables(store.database) == {"alembic_version"}
    assert not store.database.is_current()
    again = open_store(database_url, keys)
    assert again.database.is_current()
    assert again.requests.find(populate(again, now)) is not None
    again.close()


def test_migrating_again_keeps_everything(store: Store, now: datetime):
    reference = populate(store, now)
    store.database.migrate()
    assert store.requests.find(reference) is not None


def test_models_and_migrations_agree(store: Store):
    with store.database.connection() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_no_constraint_repeats_the_values_of_an_enum(store: Store):
    with store.database.connection() as connection:
        inspector = inspect(connection)
        assert not [check for table in Base.metadata.tables for check in inspector.get_check_constraints(table)]


def test_processes_that_start_at_once_migrate_once(database_url: str, keys: KeyRing):
    with ThreadPoolExecutor(4) as threads:
        stores = list(threads.map(lambda _: open_store(database_url, keys), range(4)))
    with stores[0].database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM data_key")).scalar_one() == 1
    assert len({store.vault.hash("test", "x") for store in stores}) == 1
    for store in stores:
        store.close()
