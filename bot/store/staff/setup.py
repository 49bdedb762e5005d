"""Setting up an account: a link that works until it has been used, a passphrase, a second factor, recovery codes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.database import Database
from bot.store.base.vault import Vault
from bot.store.links import Links
from bot.store.staff.login import recovery_hash
from bot.store.staff.models import RecoveryCode, SetupLink, StaffRow
from bot.store.staff.roles import SessionStage, StaffStatus
from bot.store.staff.secrets import (
    Passphrases,
    new_recovery_codes,
    new_totp_secret,
    normal_recovery_code,
    totp_step,
    weakness,
)
from bot.store.staff.sessions import StaffSessions, remove_all

SETUP_LIFETIME = timedelta(hours=24)


@dataclass(frozen=True)
class Finished:
    """`problem` is `passphrase` with its `weakness`, `code`, `gone` or `busy`: too many at once, nothing was read.
    Without one there is a session and codes."""

    problem: str | None = None
    weakness: str | None = None
    token: str = field(default="", repr=False)
    recovery_codes: tuple[str, ...] = field(default=(), repr=False)


class StaffSetup:
    def __init__(self, database: Database, vault: Vault, sessions: StaffSessions, passphrases: Passphrases) -> None:
        self._database = database
        self._vault = vault
        self._sessions = sessions
        self._passphrases = passphrases
        self._links = Links(vault, SetupLink, "staff-setup")

    def invite(self, session: Session, staff_id: str, now: datetime) -> str:
        """A new link in the caller's transaction; an earlier one does not work any more. Returns its token."""
        self.withdraw(session, staff_id)
        row = SetupLink(staff_id=staff_id)
        token = self._links.mark(row, now + SETUP_LIFETIME)
        session.add(row)
        session.flush()
        return token

    def withdraw(self, session: Session, staff_id: str) -> None:
        session.execute(delete(SetupLink).where(SetupLink.staff_id == staff_id))

    def is_open(self, token: str, now: datetime) -> bool:
        """Whether this link can still be used."""
        with self._database.reading() as session:
            return self._invited(session, token, now) is not None

    def begin(self, token: str, now: datetime) -> str | None:
        """Exchanges the link for a session in which the account is set up; an earlier such session ends.

        The link stays usable until the set-up is finished, so that a closed browser does not lock its owner out.
        """
        with self._database.writing() as session:
            row = self._invited(session, token, now, lock=True)
            key = None if row is None else self._vault.data_key(session, row.data_key_id)
            if row is None or key is None:
                return None
            remove_all(session, row.id)
            key.seal(row, StaffRow.totp_secret, new_totp_secret())
            session.flush()
            return self._sessions.start(session, row.id, SessionStage.SETUP, now)

    def secret(self, staff_id: str) -> str | None:
        """The secret to show during the set-up; never again afterwards."""
        with self._database.reading() as session:
            row = session.get(StaffRow, staff_id)
            key = None if row is None else self._vault.data_key(session, row.data_key_id)
            if row is None or key is None or row.status != StaffStatus.INVITED or row.totp_secret is None:
                return None
            opened: str = key.open(row, StaffRow.totp_secret)
            return opened

    def finish(self, staff_id: str, login: str, passphrase: str, code: str, now: datetime) -> Finished:
        """Activates the account when passphrase and code are good: the link is used up, the member is logged in."""
        weak = weakness(passphrase, login)
        if weak:
            return Finished("passphrase", weak)
        hashed = self._passphrases.hash(passphrase)
        with self._database.writing() as session:
            row = session.scalars(select(StaffRow).where(StaffRow.id == staff_id).with_for_update()).one_or_none()
            key = None if row is None else self._vault.data_key(session, row.data_key_id)
            if row is None or key is None or row.status != StaffStatus.INVITED or row.totp_secret is None:
                return Finished("gone")
            step = totp_step(key.open(row, StaffRow.totp_secret), code, now, None)
            if step is None:
                return Finished("code")
            key.seal(row, StaffRow.passphrase, hashed)
            row.status, row.totp_counter = StaffStatus.ACTIVE, step
            session.flush()
            self.withdraw(session, row.id)
            remove_all(session, row.id)
            codes = self._new_codes(session, row.id)
            token = self._sessions.start(session, row.id, SessionStage.SIGNED_IN, now)
            audit.append(session, actor=row.id, action="staff.setup", object=row.id, now=now)
        return Finished(token=token, recovery_codes=codes)

    def renew_recovery_codes(self, staff_id: str, now: datetime) -> tuple[str, ...]:
        """New recovery codes; the old ones do not work any more."""
        with self._database.writing() as session:
            codes = self._new_codes(session, staff_id)
            audit.append(session, actor=staff_id, action="staff.recovery_codes", object=staff_id, now=now)
        return codes

    def recovery_codes_left(self, staff_id: str) -> int:
        with self._database.reading() as session:
            counted = select(func.count()).select_from(RecoveryCode).where(RecoveryCode.staff_id == staff_id)
            return session.scalar(counted) or 0

    def _new_codes(self, session: Session, staff_id: str) -> tuple[str, ...]:
        session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff_id))
        codes = tuple(new_recovery_codes())
        for code in codes:
            hashed = recovery_hash(self._vault, staff_id, normal_recovery_code(code) or "")
            session.add(RecoveryCode(code_hash=hashed, staff_id=staff_id))
        session.flush()
        return codes

    def _invited(self, session: Session, token: str, now: datetime, *, lock: bool = False) -> StaffRow | None:
        link = self._links.find(session, token, now)
        row = None if link is None else session.get(StaffRow, link.staff_id, with_for_update=lock)
        return row if row is not None and row.status == StaffStatus.INVITED else None
