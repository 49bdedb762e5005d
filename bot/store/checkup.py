"""Looks at a database without changing anything: of which version it is, whether keys fit it, what its clock says."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, select

from bot.store.base import migrating
from bot.store.base.database import Database, is_postgresql
from bot.store.base.keys import KeyRing
from bot.store.base.vault import opens


class Age(StrEnum):
    """EMPTY: the app was never there. NEWER: by a version that this one does not know."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


def age_of(database: Database) -> Age:
    """Raises StoreUnavailable. A SQLite file that is not there is EMPTY, and is not made."""
    if not database.is_there():
        return Age.EMPTY
    known = ScriptDirectory.from_config(migrating.config())
    with database.reading() as session:
        revisions = set(MigrationContext.configure(session.connection()).get_current_heads())
    if not revisions:
        return Age.EMPTY
    if revisions == set(known.get_heads()):
        return Age.CURRENT
    return Age.OLDER if revisions <= {script.revision for script in known.walk_revisions()} else Age.NEWER


def keys_fit(database: Database, keys: KeyRing | None) -> bool:
    """Whether these keys open what is in the database; without keys only where nothing is.

    Raises KeyProblem, Tampered and StoreUnavailable.
    """
    with database.reading() as session:
        return opens(session, keys)


def clock_of(database: Database, now: datetime) -> datetime:
    """What the clock of the database's server says; SQLite has that of this machine, `now`."""
    with database.reading() as session:
        if not is_postgresql(session):
            return now
        moment: datetime = session.execute(select(func.clock_timestamp())).scalar_one()
        return moment
