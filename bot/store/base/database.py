"""The database: SQLite by default, PostgreSQL in production, with the same code."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from bot.store.base import migrating
from bot.store.base.bindings import ROW_KEY
from bot.store.base.errors import StoreUnavailable, UnsafeSettings

SQLITE_PATIENCE = 10.0
ROOM = 256 * 1024
"""So many bytes must fit beside a SQLite database: less, and the next conversation may not."""
_SQLITE_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # a confirmed request survives a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # an erased key is overwritten, not just unlisted
    "PRAGMA busy_timeout=10000",
    "PRAGMA trusted_schema=OFF",
)
# What PostgreSQL says when it cannot be used as it is now, beside the errors that are about the connection anyway:
# it is read-only, may not be used, has no such table or schema (any more), or is broken.
_AWAY = ("25006", "42501", "42P01", "3F000", "XX000", "XX001", "XX002")
_POSTGRESQL_OPTIONS = "-c statement_timeout=15000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000"
AUDIT_KEY = "audit_key"
"""Under which a session has the key of the audit log's hashes; the vault gives it to the database."""


class Database:
    """Hands out transactions. Safe to share between threads."""

    def __init__(self, url: str) -> None:
        """Raises `UnsafeSettings` for a database that is neither SQLite nor PostgreSQL."""
        parsed = _parse(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self._in_memory = self.is_sqlite and _is_in_memory(parsed)
        self._engine = _sqlite_engine(parsed, self._in_memory) if self.is_sqlite else _postgresql_engine(parsed)
        self._file = _file_of(parsed) if self.is_sqlite else None
        self._waits = False
        self.audit_key = self.row_key = b""
        self.problem = "database: not there yet"
        self._one_writer = Lock()
        self._writer = self._engine.execution_options(woningscan_writes=True)

    def wait_for_migration(self) -> None:
        """Refuse whoever wants a transaction until `migrate` has succeeded: the schema may be an older one.

        What is said then is `problem`, which who tries to open it keeps up to date.
        """
        self._waits = True

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction for reading. Raises `StoreUnavailable` when the database cannot be reached."""
        with self._usable(), self._session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction for writing: committed at the end, rolled back on any exception.

        Do not open another one inside it: on SQLite there is one writer at a time.
        """
        with self._turn_to_write(), self._usable(), self._session(self._writer) as session, session.begin():
            yield session

    def _session(self, engine: Engine) -> Session:
        return Session(engine, info={AUDIT_KEY: self.audit_key, ROW_KEY: self.row_key})

    @contextmanager
    def _usable(self) -> Iterator[None]:
        if self._waits:
            raise StoreUnavailable(self.problem)
        with _as_unavailable():
            yield

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        """On SQLite the threads of this process queue here: its own way to wait is to try again after a nap."""
        if not self.is_sqlite:
            yield
            return
        if not self._one_writer.acquire(timeout=SQLITE_PATIENCE):
            raise StoreUnavailable("database: busy")
        try:
            yield
        finally:
            self._one_writer.release()

    def migrate(self) -> None:
        """Brings the schema up to date; safe when several processes start at once. Raises `StoreUnavailable`."""
        with _as_unavailable(), self._writer.begin() as connection:
            if not self.is_sqlite:
                connection.execute(text("SET LOCAL statement_timeout = 0"))
                connection.execute(text("SET LOCAL lock_timeout = 0"))
                connection.execute(text(f"SELECT pg_advisory_xact_lock({migrating.LOCK})"))
            migrating.upgrade(connection)
        self._waits = False

    def is_current(self) -> bool:
        """True when the database answers and has the schema of this version."""
        try:
            with _as_unavailable(), self._engine.connect() as connection:
                return migrating.is_current(connection)
        except StoreUnavailable:
            return False

    def is_there(self) -> bool:
        """False for a SQLite file that nobody made yet; who only looks must not make it."""
        return self._file is None or self._file.exists()

    def check_room(self) -> None:
        """Raises `StoreUnavailable` when a SQLite database cannot grow: its disk or its own limit is full, or no longer
        to be written.

        Only a file that is written shows that a disk has room: SQLite writes a small change where it wrote before.
        """
        if not self.is_sqlite:
            return
        if self._file is not None:
            try:
                with TemporaryFile(dir=self._file.parent, buffering=0) as room:
                    room.write(bytes(ROOM))
            except OSError as error:
                raise StoreUnavailable(f"disk: {type(error).__name__}") from None
        with self._turn_to_write(), self._usable(), Session(self._writer) as session:
            session.execute(
                text("INSERT INTO data_key (id, purpose, wrapped) VALUES ('room', 'room', zeroblob(:size))"),
                {"size": ROOM},
            )
            session.rollback()

    def scrub(self) -> None:
        """Removes what deleted rows left behind: SQLite's write-ahead log, PostgreSQL's dead rows of the key table."""
        if self._in_memory:
            return
        if self.is_sqlite:
            raw = self._engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error as error:
                raise StoreUnavailable(f"database: {type(error).__name__}") from error
            finally:
                raw.close()
            return
        with _as_unavailable(), self._engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM data_key")

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A bare connection in a transaction that may write, for migrations and their tests."""
        with _as_unavailable(), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()


def insert(session: Session, table: Any) -> sqlite.Insert | postgresql.Insert:
    """An insert that knows `ON CONFLICT`, which each of the two databases has in its own dialect."""
    return postgresql.insert(table) if is_postgresql(session) else sqlite.insert(table)


def is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def check_workers(url: str, workers: int) -> None:
    """Raises `UnsafeSettings` for more than one app process on SQLite (D13)."""
    if workers > 1 and _parse(url).get_backend_name() == "sqlite":
        raise UnsafeSettings(f"{workers} workers need PostgreSQL; SQLite is for one app process")


def _parse(url: str) -> URL:
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite":
        return parsed.set(drivername="sqlite+pysqlite")
    raise UnsafeSettings("the database is SQLite or PostgreSQL")


def _is_in_memory(url: URL) -> bool:
    return url.database in (None, "", ":memory:") or url.query.get("mode") == "memory"


def _file_of(url: URL) -> Path | None:
    """The file of a SQLite database, where there is one and its address is a plain path."""
    return None if _is_in_memory(url) or url.query.get("uri") is not None else Path(str(url.database))


def _sqlite_engine(url: URL, in_memory: bool) -> Engine:
    options: dict[str, Any] = {"poolclass": QueuePool, "connect_args": {"check_same_thread": False, "timeout": 10}}
    if in_memory:
        options |= {"pool_size": 1, "max_overflow": 0}  # one connection, lent to one thread at a time
    engine = create_engine(url, hide_parameters=True, **options)
    file = _file_of(url)

    @event.listens_for(engine, "do_connect")
    def _make_file(*_: object) -> None:
        if file is not None:
            _private_file(file)

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # the driver must not begin transactions by itself
        for setting in _SQLITE_SETTINGS:
            connection.execute(setting)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("woningscan_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql_engine(url: URL) -> Engine:
    asked = url.query.get("options", "")
    asked = asked if isinstance(asked, str) else " ".join(asked)
    return create_engine(
        url.difference_update_query(["options"]),
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={"options": f"{_POSTGRESQL_OPTIONS} {asked}".strip(), "connect_timeout": 5},
    )


def _private_file(path: Path) -> None:
    """Creates the database file for its owner only; SQLite gives its log files the same rights."""
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise sqlite3.OperationalError(type(error).__name__) from None


@contextmanager
def _as_unavailable() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        if not _is_away(error):
            raise
        raise StoreUnavailable(f"database: {type(getattr(error, 'orig', None) or error).__name__}") from error


def _is_away(error: DBAPIError | PoolTimeout) -> bool:
    """Whether an error is about the state of the database, not about what was asked of it."""
    if isinstance(error, (OperationalError, InterfaceError, PoolTimeout)):
        return True
    said = getattr(error.orig, "sqlstate", None)
    if isinstance(error, InternalError) and said is None:  # the driver's own: what comes in is no answer any more
        return True
    return type(error) is DatabaseError or said in _AWAY
