"""Rows that a job could not read: noted once, left alone for a while, counted in an alarm until they can be read."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, delete, or_, select
from sqlalchemy.orm import Session

from bot.store.base.database import Database, insert
from bot.store.base.errors import StoreUnavailable, Unreadable
from bot.store.base.models import SetAside
from bot.store.base.standing import Standing, counted

log = logging.getLogger("bot.store")
AGAIN = timedelta(hours=1)
Kind = Literal["request", "conversation"]


@contextmanager
def by_itself(database: Database, kind: Kind, object_id: str, now: datetime, failure: str) -> Iterator[None]:
    """What is done with one of many: where it fails that one is put aside, and the others go on.

    Only a database that is away ends it all, with StoreUnavailable.
    """
    try:
        yield
    except StoreUnavailable:
        raise
    except Exception as error:
        log.error("%s: %s", failure, type(error).__name__)
        put(database, kind, object_id, error, now)


def put(database: Database, kind: Kind, object_id: str, error: BaseException, now: datetime) -> None:
    """Notes that this one could not be read, by the class of the error; `since` stays that of the first time.

    Call it after the transaction that failed, never inside it. Does nothing for what is not there any more.
    """
    with database.writing() as session:
        note(session, kind, object_id, error, now)


def note(session: Session, kind: Kind, object_id: str, error: BaseException, now: datetime) -> None:
    """The same in the caller's transaction, for an error that leaves the transaction usable."""
    values = {
        "id": secrets.token_hex(16),
        f"{kind}_id": object_id,
        "since": now,
        "again_at": now + AGAIN,
        "reason": type(error).__name__[:64],
    }
    newer = {"again_at": values["again_at"], "reason": values["reason"]}
    session.execute(
        insert(session, SetAside).values(values).on_conflict_do_update(index_elements=[f"{kind}_id"], set_=newer)
    )


def clear(session: Session, kind: Kind, object_id: str) -> None:
    """It can be read again."""
    session.execute(delete(SetAside).where(_column(kind) == object_id))


def resting(session: Session, kind: Kind, now: datetime) -> frozenset[str]:
    """Those to leave alone now. Of who filled in what cannot be read, all that needs no reading goes on."""
    resting = (~_over(now), SetAside.reason != Unreadable.__name__)
    return frozenset(session.scalars(select(_column(kind)).where(_column(kind).is_not(None), *resting)))


def to_try_again(session: Session, kind: Kind, now: datetime, limit: int = 50) -> list[str]:
    """Some of those whose rest is over."""
    over = (_column(kind).is_not(None), _over(now))
    return list(session.scalars(select(_column(kind)).where(*over).order_by(SetAside.again_at).limit(limit)))


def known(session: Session, kind: Kind) -> frozenset[str]:
    """All that could not be read the last time somebody tried."""
    return frozenset(session.scalars(all_of(kind)))


def all_of(kind: Kind) -> Select[str]:
    """The same as a part of a query."""
    return select(_column(kind)).where(_column(kind).is_not(None))


def standing(database: Database, kind: Kind) -> Standing:
    with database.reading() as session:
        return counted(session, SetAside.since, _column(kind).is_not(None))


def _over(now: datetime) -> ColumnElement[bool]:
    """Also where a clock that was wrong meant a moment that is further away than anything rests."""
    return or_(SetAside.again_at <= now, SetAside.again_at > now + AGAIN)


def _column(kind: Kind) -> Any:
    return SetAside.request_id if kind == "request" else SetAside.conversation_id
