"""Databases for tests: migrated once and copied, so that no test waits for migrations that it does not test."""

from __future__ import annotations

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection, Engine, create_engine, inspect, make_url, text

from bot.store import Database
from bot.store.base import migrating

_really_upgrade = migrating.upgrade
_LOCK = 4_160_927_302


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Takes the place of `migrating.upgrade`: an empty SQLite database gets at once what the migrations make of it.

    A database that is of today's version already is left as it is; every other one is really migrated.
    """
    if revision == "head":
        if connection.dialect.name == "sqlite" and not _has(connection, "SELECT 1 FROM sqlite_master"):
            for statement in _migrated():
                connection.exec_driver_sql(statement)
            return
        if _version(connection) == _head():
            return
    _really_upgrade(connection, revision)


@pytest.fixture
def real_migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of the migrations themselves: databases begin empty and are migrated."""
    monkeypatch.setattr(migrating, "upgrade", _really_upgrade)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'woningscan.db'}"


@pytest.fixture
def postgres_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of its own; without a server the test is skipped, or fails where all must run."""
    with postgres_database("template0" if "real_migrations" in request.fixturenames else None) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Each test that uses it runs on both databases."""
    return str(request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url"))


@contextmanager
def postgres_database(template: str | None = None) -> Iterator[str]:
    """The address of a new database on the test server: a copy of one that is migrated, or of `template`."""
    server = _server()
    name = f"test_{secrets.token_hex(6)}"
    _run(server, f"CREATE DATABASE {name} TEMPLATE {template or _template(server)}")
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        _run(server, f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program holds the SQLite database, longer than anybody waits."""
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        holder.close()


def all_must_run() -> bool:
    return os.environ.get("WONINGSCAN_REQUIRE_ALL") == "1" or bool(os.environ.get("CI"))


def cannot(why: str) -> None:
    """Leaves a test out, or fails it where all must run."""
    if all_must_run():
        pytest.fail(f"{why}, and here all tests must run")
    pytest.skip(why)


def _server() -> URL:
    given = os.environ.get("WONINGSCAN_TEST_POSTGRES", "")
    if not given:
        cannot("WONINGSCAN_TEST_POSTGRES is not set")
    return make_url(given).set(drivername="postgresql+psycopg")


@cache
def _admin(server: URL) -> Engine:
    return create_engine(server, isolation_level="AUTOCOMMIT")


def _run(server: URL, statement: str) -> None:
    with _admin(server).connect() as connection:
        connection.execute(text(statement))


@cache
def _template(server: URL) -> str:
    """A database on the server that is migrated and never used: made once for these migrations, whoever asks first."""
    sources = sorted(migrating._FOLDER.rglob("*.py"))
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()
    name = f"woningscan_template_{digest[:16]}"
    with _admin(server).connect() as connection:
        connection.execute(text(f"SELECT pg_advisory_lock({_LOCK})"))
        try:
            if not _has(connection, f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
                unfinished = f"{name}_unfinished"
                connection.execute(text(f"DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)"))
                connection.execute(text(f"CREATE DATABASE {unfinished} TEMPLATE template0"))
                with closing(Database(server.set(database=unfinished).render_as_string(hide_password=False))) as made:
                    made.migrate()
                connection.execute(text(f"ALTER DATABASE {unfinished} RENAME TO {name}"))
        finally:
            connection.execute(text(f"SELECT pg_advisory_unlock({_LOCK})"))
    return name


@cache
def _migrated() -> tuple[str, ...]:
    """The statements that make what all migrations together make."""
    with create_engine("sqlite://").begin() as connection:
        _really_upgrade(connection)
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        dumped = [one.rstrip(";") for one in driver.iterdump()]
    return tuple(one for one in dumped if one not in ("BEGIN TRANSACTION", "COMMIT"))


@cache
def _head() -> str:
    from alembic.script import ScriptDirectory

    (head,) = ScriptDirectory.from_config(migrating.config()).get_heads()
    return head


def _has(connection: Connection, query: str) -> bool:
    return connection.execute(text(f"{query} LIMIT 1")).first() is not None


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return found
