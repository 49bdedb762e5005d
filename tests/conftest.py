"""Fixtures that more than one folder of tests uses."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from bot.store import KeyRing, Store

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 24, 10, 30, tzinfo=timezone.utc)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'woningscan.db'}"


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A schema of its own in the test database; without one the test is skipped, or fails where all must run."""
    base = os.environ.get("WONINGSCAN_TEST_POSTGRES")
    if not base:
        if os.environ.get("WONINGSCAN_REQUIRE_ALL") == "1" or os.environ.get("CI"):
            pytest.fail("WONINGSCAN_TEST_POSTGRES is not set, and here all tests must run")
        pytest.skip("set WONINGSCAN_TEST_POSTGRES to run this on PostgreSQL")
    from sqlalchemy import create_engine, make_url, text

    schema = f"test_{secrets.token_hex(6)}"
    url = make_url(base).set(drivername="postgresql+psycopg")
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    in_schema = url.update_query_dict({"options": f"-csearch_path={schema}"})
    yield in_schema.render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Each test that uses it runs on both databases."""
    return request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")


@pytest.fixture
def keys() -> KeyRing:
    from bot.store import KeyRing

    return KeyRing.generate()


@pytest.fixture
def store(database_url: str, keys: KeyRing) -> Iterator[Store]:
    from bot.store import open_store

    opened = open_store(database_url, keys)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium, for one module: the event loop of its driver cannot be shared with tests that have their own."""
    from playwright.sync_api import sync_playwright

    if not CHROMIUM.exists():
        raise RuntimeError(f"{CHROMIUM} is missing: install the system package chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()
