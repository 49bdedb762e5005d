"""The database: there, of this version, of these keys, and of one clock with this machine. Nothing in it is changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from bot.commands.doctor.findings import Finding
from bot.commands.doctor.on_this_machine import keys_of
from bot.settings import Settings
from bot.store import Database, KeyProblem, StoreError, StoreUnavailable, UnsafeSettings
from bot.store.base.clock_guard import TOLERANCE, held_since, last_seen
from bot.store.checkup import Age, age_of, clock_of, keys_fit

PART, KEYS, CLOCK = "database", "sleutels", "klok"


def look_at_database(settings: Settings) -> Iterator[Finding]:
    """The clock and the keys are looked at where the database is of this version."""
    try:
        database = Database(settings.database)
        try:
            yield from _looked_at(database, settings)
        finally:
            database.close()
    except StoreUnavailable as error:
        yield Finding(PART, "database.away", (str(error),))
    except UnsafeSettings:  # told with the settings
        yield Finding(PART, "database.away")


def _looked_at(database: Database, settings: Settings) -> Iterator[Finding]:
    age = age_of(database)
    if age in (Age.OLDER, Age.NEWER):
        yield Finding(PART, f"database.{age}")
        return
    yield Finding(PART, details=("nog leeg: de app maakt haar bij het starten",) if age is Age.EMPTY else ())
    if age is Age.EMPTY:
        return
    yield _keys(database, settings)
    yield _clock(database, datetime.now(UTC))


def _keys(database: Database, settings: Settings) -> Finding:
    try:
        fit = keys_fit(database, keys_of(settings))
    except StoreUnavailable:
        raise
    except (KeyProblem, StoreError, OSError) as error:
        return Finding(KEYS, "keys", (str(error) or type(error).__name__,))
    return Finding(KEYS) if fit else Finding(KEYS, "keys")


def _clock(database: Database, now: datetime) -> Finding:
    off = abs(clock_of(database, now) - datetime.now(UTC))
    if off > TOLERANCE:
        return Finding(CLOCK, "clock.differs", (f"{off.total_seconds():.0f} seconden",))
    seen = last_seen(database)
    if seen is not None and now < seen - TOLERANCE:
        return Finding(CLOCK, "clock.back", (f"{(seen - now).total_seconds():.0f} seconden",))
    return Finding(CLOCK, "clock.held") if held_since(database) else Finding(CLOCK)
