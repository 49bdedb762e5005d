"""Sessions of the console. The client has a token, the table its keyed hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.database import Database
from bot.store.base.vault import Vault
from bot.store.staff.models import SessionRow, StaffRow
from bot.store.staff.roles import Role, SessionStage, StaffStatus

IDLE, ABSOLUTE = timedelta(minutes=30), timedelta(hours=8)
_TOUCH_EVERY = timedelta(minutes=1)
_STATUS = {SessionStage.SIGNED_IN: StaffStatus.ACTIVE, SessionStage.SETUP: StaffStatus.INVITED}


@dataclass(frozen=True)
class SignedIn:
    """Who is at the other end."""

    staff_id: str
    name: str
    role: Role
    stage: SessionStage
    created_at: datetime
    fresh_at: datetime


class StaffSessions:
    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def load(self, token: str, now: datetime, *, touch: bool = True) -> SignedIn | None:
        """Whose session this is, or None when it is unknown, ended, too old, or its owner left.

        `touch` counts as activity: leave it out for what a page asks by itself.
        """
        token_hash = self._hash(token)
        with self._database.reading() as session:
            found = session.execute(
                select(SessionRow, StaffRow)
                .join(StaffRow, StaffRow.id == SessionRow.staff_id)
                .where(SessionRow.token_hash == token_hash)
            ).first()
            if found is None:
                return None
            row, member = found
            valid = row.last_seen_at > now - IDLE and row.created_at > now - ABSOLUTE
            key = self._vault.data_key(session, member.data_key_id)
            if not valid or key is None or member.status != _STATUS[row.stage]:
                return None
            name = key.open(member, StaffRow.name)
            signed_in = SignedIn(member.id, name, member.role, row.stage, row.created_at, row.fresh_at)
            touch = touch and now - row.last_seen_at >= _TOUCH_EVERY
        if touch:
            with self._database.writing() as session:
                seen = update(SessionRow).where(SessionRow.token_hash == token_hash, SessionRow.last_seen_at < now)
                session.execute(seen.values(last_seen_at=now))
        return signed_in

    def form_token(self, token: str, signed_in: SignedIn | None = None) -> str:
        """What a form of this session carries, or of this browser before anybody logged in: only we can make it.

        It outlives `renew`, so that forms in other windows go on working after somebody confirmed who they are.
        """
        if signed_in is None:
            return self._vault.hash("staff-form", "browser", token)
        return self._vault.hash("staff-form", "session", signed_in.staff_id, signed_in.created_at.isoformat())

    def end(self, token: str, now: datetime) -> None:
        with self._database.writing() as session:
            row = session.get(SessionRow, self._hash(token))
            if row is not None:
                session.delete(row)
                session.flush()
                audit.append(session, actor=row.staff_id, action="staff.logout", object=row.staff_id, now=now)

    def end_all(self, staff_id: str, now: datetime) -> None:
        """Logs this member out everywhere."""
        with self._database.writing() as session:
            remove_all(session, staff_id)
            audit.append(session, actor=staff_id, action="staff.logout_all", object=staff_id, now=now)

    def start(self, session: Session, staff_id: str, stage: SessionStage, now: datetime) -> str:
        """A new session in the caller's transaction; returns its token. Those that ran out are cleared away."""
        past = or_(SessionRow.last_seen_at <= now - IDLE, SessionRow.created_at <= now - ABSOLUTE)
        session.execute(delete(SessionRow).where(past))
        token = self._vault.new_token()
        values = {"created_at": now, "last_seen_at": now, "fresh_at": now, "stage": stage, "staff_id": staff_id}
        session.execute(insert(SessionRow).values(token_hash=self._hash(token), **values))
        return token

    def renew(self, session: Session, token: str, now: datetime) -> str | None:
        """The same session under a new token, just confirmed; its 8 hours go on from where they were."""
        fresh = self._vault.new_token()
        renewed = session.execute(
            update(SessionRow)
            .where(SessionRow.token_hash == self._hash(token))
            .values(token_hash=self._hash(fresh), fresh_at=now, last_seen_at=now)
            .returning(SessionRow.staff_id)
        ).first()
        return None if renewed is None else fresh

    def _hash(self, token: str) -> str:
        return self._vault.hash("staff-session", token)


def remove_all(session: Session, staff_id: str) -> None:
    session.execute(delete(SessionRow).where(SessionRow.staff_id == staff_id))
