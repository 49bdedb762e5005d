"""The audit log: who did what to which object, never with content. Each row carries the keyed hash of the one before.

The key is wrapped by the master key, so who can only write in the database can make no row that fits.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert, select, text, update
from sqlalchemy.orm import Session

from bot.store.base import beats
from bot.store.base.database import AUDIT_KEY, Database, is_postgresql
from bot.store.base.errors import AuditBroken
from bot.store.base.models import AuditRow, JobBeat

log = logging.getLogger("bot.audit")
VISITOR, SYSTEM = "visitor", "system"
UNPROVEN = "unproven"
"""Somebody in a conversation who did not prove to be the one whose request it is."""
OPERATOR = "operator"
"""Who gives commands on the server."""
NOBODY = "nobody"
"""Who tried to log in as somebody that does not exist."""

_START = "0" * 64
_LOCK = 4_160_927_302


@dataclass(frozen=True)
class AuditEntry:
    seq: int
    at: datetime
    actor: str
    action: str
    object: str


@dataclass(frozen=True)
class Wanted:
    """Which rows: about `object`, by `actor`, before the row with number `before`. Empty is any."""

    object: str = ""
    actor: str = ""
    before: int = 0


@dataclass(frozen=True)
class AuditSummary:
    """`head` is the last hash: noted elsewhere, it later shows that no rows were cut off."""

    rows: int
    head: str


def append(session: Session, *, actor: str, action: str, object: str, now: datetime) -> None:
    """Adds a row in the caller's transaction, so that an act and its record are committed together."""
    if is_postgresql(session):
        session.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))  # a chain has one end: one writer at a time
    last = session.execute(select(AuditRow.seq, AuditRow.hash).order_by(AuditRow.seq.desc()).limit(1)).first()
    seq, prev_hash = (1, _START) if last is None else (last.seq + 1, last.hash)
    at = now.astimezone(UTC)
    session.execute(
        insert(AuditRow).values(
            seq=seq,
            at=at,
            actor=actor,
            action=action,
            object=object,
            prev_hash=prev_hash,
            hash=_hash(session, seq, at, actor, action, object, prev_hash),
        )
    )


def record_read(session: Session, *, actor: str, object: str, now: datetime, what: str = "request") -> None:
    """Records that a member of staff read something: opening a request is an act too.

    `actor` is the id of the member of staff, `object` a reference; never a name and never what was read.
    """
    append(session, actor=actor, action=f"{what}.read", object=object, now=now)


def entries(database: Database, limit: int = 100, wanted: Wanted | None = None) -> list[AuditEntry]:
    """The latest rows, newest first; only those that are `wanted`."""
    wanted = wanted or Wanted()
    chosen = select(AuditRow).order_by(AuditRow.seq.desc()).limit(limit)
    if wanted.object:
        chosen = chosen.where(AuditRow.object == wanted.object)
    if wanted.actor:
        chosen = chosen.where(AuditRow.actor == wanted.actor)
    if wanted.before:
        chosen = chosen.where(AuditRow.seq < wanted.before)
    with database.reading() as session:
        rows = session.scalars(chosen).all()
        return [AuditEntry(row.seq, row.at, row.actor, row.action, row.object) for row in rows]


def verify(database: Database, noted: AuditSummary | None = None) -> AuditSummary:
    """Recomputes the whole chain. Raises `AuditBroken` at the first row that was changed, inserted or removed.

    With `noted`, what an earlier count gave, rows that were cut off at the end or written anew are found as well.
    """
    count, head = 0, _START
    with database.reading() as session:
        for row in session.scalars(select(AuditRow).order_by(AuditRow.seq).execution_options(yield_per=1000)):
            count += 1
            expected = _hash(session, count, row.at, row.actor, row.action, row.object, head)
            if (row.seq, row.prev_hash, row.hash) != (count, head, expected):
                raise AuditBroken(row.seq)
            head = row.hash
            if noted is not None and count == noted.rows and head != noted.head:
                raise AuditBroken(count)
    if noted is not None and count < noted.rows:
        raise AuditBroken(count + 1)
    return AuditSummary(count, head)


def check(database: Database, now: datetime) -> None:
    """Recounts the chain and compares it with the last count. What is wrong is kept, for the alarms."""
    with database.reading() as session:
        row = session.get(JobBeat, beats.AUDIT)
        noted = None if row is None or row.mark is None else AuditSummary(row.mark, row.mark_hash or "")
    beat = update(JobBeat).where(JobBeat.name == beats.AUDIT)
    try:
        counted = verify(database, noted)
        if counted != noted:  # noted in the log as well, where who writes in the database does not come
            log.warning("audit log: %d rows, head %s", counted.rows, counted.head)
        newer = beat.values(at=now, well=True, mark=counted.rows or None, mark_hash=counted.head)
    except AuditBroken:
        newer = beat.where(JobBeat.well).values(at=now, well=False)
    with database.writing() as session:
        beats.make_sure(session, beats.AUDIT, now)
        session.execute(newer)


def _hash(session: Session, seq: int, at: datetime, actor: str, action: str, object: str, prev_hash: str) -> str:
    record = json.dumps([seq, at.isoformat(timespec="microseconds"), actor, action, object, prev_hash])
    return hmac.new(session.info[AUDIT_KEY], record.encode(), hashlib.sha256).hexdigest()
