"""Sessions of the console. The client has a token, the table its keyed hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.database import Database
from bot.store.base.vault import Vault
from bot.store.links import Links, remove_expired
from bot.store.staff import presence
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
        self._links = Links(vault, SessionRow, "staff-session")

    def load(self, token: str, now: datetime, *, touch: bool = True) -> SignedIn | None:
        """Whose session this is, or None when it is unknown, ended, too old, or its owner left.

        `touch` counts as activity: leave it out for what a page asks by itself.
        """
        with self._database.reading() as session:
            row = self._links.find(session, token, now)
            member = None if row is None else session.get(StaffRow, row.staff_id)
            key = None if member is None else self._vault.data_key(session, member.data_key_id)
            if row is None or member is None or key is None or member.status != _STATUS[row.stage]:
                return None
            name = key.open(member, StaffRow.name)
            signed_in = SignedIn(member.id, name, member.role, row.stage, row.created_at, row.fresh_at)
            until = _until(row.created_at, now)
            touch = touch and until - row.expires_at >= _TOUCH_EVERY
        if touch:
            with self._database.writing() as session:
                row = self._links.find(session, token, now, lock=True)
                if row is not None:
                    row.expires_at = max(row.expires_at, until)
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
            row = self._links.take(session, token, now)
            if row is not None:
                presence.end_with_last_session(session, row.staff_id, now)
                audit.append(session, actor=row.staff_id, action="staff.logout", object=row.staff_id, now=now)

    def end_all(self, staff_id: str, now: datetime) -> None:
        """Logs this member out everywhere."""
        with self._database.writing() as session:
            remove_all(session, staff_id)
            presence.end_with_last_session(session, staff_id, now)
            audit.append(session, actor=staff_id, action="staff.logout_all", object=staff_id, now=now)

    def start(self, session: Session, staff_id: str, stage: SessionStage, now: datetime) -> str:
        """A new session in the caller's transaction; returns its token. Those that ran out are cleared away."""
        remove_expired(session, [SessionRow], now)
        presence.end_with_last_session(session, staff_id, now)
        row = SessionRow(staff_id=staff_id, stage=stage, created_at=now, fresh_at=now)
        token = self._links.mark(row, _until(now, now))
        session.add(row)
        session.flush()
        return token

    def renew(self, session: Session, token: str, now: datetime) -> str | None:
        """The same session under a new token, just confirmed; its 8 hours go on from where they were."""
        row = self._links.find(session, token, now, lock=True)
        if row is None:
            return None
        row.fresh_at = now
        fresh = self._links.mark(row, _until(row.created_at, now))
        session.flush()
        return fresh


def remove_all(session: Session, staff_id: str) -> None:
    session.execute(delete(SessionRow).where(SessionRow.staff_id == staff_id))


def _until(created_at: datetime, now: datetime) -> datetime:
    """When a session that is used now runs out."""
    return min(now + IDLE, created_at + ABSOLUTE)
