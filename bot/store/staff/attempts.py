"""How often somebody may try to log in. Slows down who guesses, and cannot be used to keep somebody else out.

Three counts, over keyed hashes:
- per client, or per device that logged in before: after a few failures a wait that doubles. Only that client waits.
- per account, over all clients: many failures make every answer to an unknown device slower, never impossible.
- per account, wrong codes after a right passphrase: only who knows the passphrase gets here. Past the limit a code from
  the telephone is not accepted from an unknown device any more; a recovery code, too long to guess, still is.
An attempt is written down before it is judged, so that many at once cannot slip through.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from bot.store.base.database import is_postgresql
from bot.store.staff.models import AttemptRow
from bot.store.staff.roles import AttemptKind

FREE, FIRST_WAIT, LONGEST_WAIT = 5, timedelta(seconds=30), timedelta(minutes=15)
CLIENT_WINDOW = timedelta(hours=1)
PRESSED, PRESSED_WINDOW = 10, timedelta(minutes=15)
WRONG_CODES, CODE_WINDOW = 30, timedelta(hours=24)
KEPT = timedelta(hours=24)


@dataclass(frozen=True)
class Admission:
    """`wait`: not judged, come back after it. `slow`: answer later. `codes_closed`: no code of a telephone now."""

    attempt: str = ""
    wait: timedelta | None = None
    slow: bool = False
    codes_closed: bool = False


def admit(session: Session, login_hash: str, client_hash: str, known: bool, now: datetime) -> Admission:
    """Counts this attempt, unless its client has to wait first."""
    if is_postgresql(session):
        lock = int(client_hash[:15], 16)
        session.execute(text(f"SELECT pg_advisory_xact_lock({lock})"))
    session.execute(delete(AttemptRow).where(AttemptRow.at <= now - KEPT))
    still = wait(session, client_hash, now)
    if still:
        return Admission(wait=still)
    at_account = (AttemptRow.login_hash == login_hash, AttemptRow.at > now - PRESSED_WINDOW)
    slow = not known and _count(session, *at_account) >= PRESSED
    wrong_codes = _wrong_codes(login_hash, now)
    by_client = _count(session, *wrong_codes, AttemptRow.client_hash == client_hash)
    closed = by_client >= WRONG_CODES or (not known and _count(session, *wrong_codes) >= WRONG_CODES)
    attempt = secrets.token_hex(16)
    session.execute(
        insert(AttemptRow).values(
            id=attempt, client_hash=client_hash, login_hash=login_hash, kind=AttemptKind.PASSPHRASE, at=now
        )
    )
    return Admission(attempt, slow=slow, codes_closed=closed)


def passphrase_was_right(session: Session, attempt: str) -> None:
    """This attempt failed on the code alone."""
    session.execute(update(AttemptRow).where(AttemptRow.id == attempt).values(kind=AttemptKind.CODE))


def succeeded(session: Session, login_hash: str, client_hash: str) -> None:
    """Forgets the failures of this client on this account; those of others stay."""
    session.execute(
        delete(AttemptRow).where(AttemptRow.login_hash == login_hash, AttemptRow.client_hash == client_hash)
    )


def closes_codes(session: Session, login_hash: str, now: datetime) -> bool:
    """Whether the last wrong code was the one that closed them: somebody knows the passphrase."""
    return _count(session, *_wrong_codes(login_hash, now)) == WRONG_CODES


def failures_at(session: Session, login_hash: str, now: datetime) -> int:
    return _count(session, AttemptRow.login_hash == login_hash, AttemptRow.at > now - CLIENT_WINDOW)


def _wrong_codes(login_hash: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (AttemptRow.login_hash == login_hash, AttemptRow.kind == AttemptKind.CODE, AttemptRow.at > now - CODE_WINDOW)


def wait(session: Session, client_hash: str, now: datetime) -> timedelta | None:
    """How long this client has to wait; None for not at all."""
    recent = (AttemptRow.client_hash == client_hash, AttemptRow.at > now - CLIENT_WINDOW)
    count = _count(session, *recent)
    if count < FREE:
        return None
    last = session.scalars(select(AttemptRow.at).where(*recent).order_by(AttemptRow.at.desc()).limit(1)).one()
    doubled = FIRST_WAIT * 2 ** min(count - FREE, 10)
    left = min(doubled, LONGEST_WAIT) - (now - last)
    return left if left > timedelta(0) else None


def _count(session: Session, *conditions: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(AttemptRow).where(*conditions)) or 0
