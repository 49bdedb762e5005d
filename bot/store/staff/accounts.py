"""The secretariat's staff: inviting, disabling, and the stores of the console's login in one place."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.database import Database
from bot.store.base.errors import StoreError
from bot.store.base.vault import Vault
from bot.store.staff.login import StaffLogin, login_hash
from bot.store.staff.models import RecoveryCode, StaffRow
from bot.store.staff.roles import Role, StaffStatus
from bot.store.staff.secrets import Passphrases, is_login, normal_login
from bot.store.staff.sessions import StaffSessions, remove_all
from bot.store.staff.setup import StaffSetup


@dataclass(frozen=True)
class Member:
    """`recovery_codes`: how many are left."""

    id: str
    name: str
    role: Role
    status: StaffStatus
    created_at: datetime
    recovery_codes: int


class WhyNot(StrEnum):
    """Why a member cannot be added or changed."""

    NOTHING = ""
    NO_LOGIN = "no_login"
    EXISTS = "exists"
    UNKNOWN = "unknown"
    LAST_ADMINISTRATOR = "last_administrator"


class StaffProblem(StoreError):
    """A member cannot be added or changed; the message says why and holds no name."""

    def __init__(self, why: WhyNot, message: str) -> None:
        super().__init__(message)
        self.why = why


class Staff:
    """Adds and disables members; `sessions`, `login` and `setup` serve the console."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault
        passphrases = Passphrases()
        self.sessions = StaffSessions(database, vault)
        self.login = StaffLogin(database, vault, self.sessions, passphrases)
        self.setup = StaffSetup(database, vault, self.sessions, passphrases)

    def add(self, login: str, role: Role, now: datetime, *, actor: str = audit.OPERATOR) -> str:
        """Invites a new member; returns the token of the set-up link. `actor` is who does it. Raises StaffProblem."""
        login = normal_login(login)
        if not is_login(login):
            raise StaffProblem(WhyNot.NO_LOGIN, "a login name is 2 to 40 letters, digits, dots, dashes or underscores")
        with self._database.writing() as session:
            if self._row(session, login) is not None:
                raise StaffProblem(
                    WhyNot.EXISTS, "this login name exists: use `staff reset` to let its owner begin again"
                )
            staff_id = secrets.token_hex(16)
            key = self._vault.new_data_key(session, "staff")
            row = StaffRow(
                id=staff_id,
                login_hash=login_hash(self._vault, login),
                data_key_id=key.id,
                role=role,
                status=StaffStatus.INVITED,
                created_at=now,
            )
            key.seal(row, StaffRow.name, login)
            session.add(row)
            session.flush()
            audit.append(session, actor=actor, action="staff.add", object=staff_id, now=now)
            return self.setup.invite(session, staff_id, now)

    def reset(self, login: str, now: datetime, *, actor: str = audit.OPERATOR) -> str:
        """A new set-up link, also for who was disabled; what the member logged in with does not work any more."""
        with self._database.writing() as session:
            row = self._existing(session, login, actor)
            self._forget_secrets(session, row)
            row.status = StaffStatus.INVITED
            token = self.setup.invite(session, row.id, now)
            audit.append(session, actor=actor, action="staff.reset", object=row.id, now=now)
            return token

    def disable(self, login: str, now: datetime, *, actor: str = audit.OPERATOR) -> None:
        """Ends a membership and all its sessions at once. The name stays, for who reads the log later."""
        with self._database.writing() as session:
            row = self._existing(session, login, actor)
            self._forget_secrets(session, row)
            row.status = StaffStatus.DISABLED
            session.flush()
            audit.append(session, actor=actor, action="staff.disable", object=row.id, now=now)

    def set_role(self, login: str, role: Role, now: datetime, *, actor: str) -> None:
        """What this member may do from now on, in sessions that are open too. Raises StaffProblem."""
        with self._database.writing() as session:
            row = self._existing(session, login, actor if role is not Role.ADMINISTRATOR else audit.OPERATOR)
            if row.role != role:
                row.role = role
                session.flush()
                audit.append(session, actor=actor, action=f"staff.{role}", object=row.id, now=now)

    def members(self) -> list[Member]:
        """Everybody, oldest first, also who left."""
        with self._database.reading() as session:
            counted = select(RecoveryCode.staff_id, func.count()).group_by(RecoveryCode.staff_id)
            left = dict(session.execute(counted).all())
            rows = session.scalars(select(StaffRow).order_by(StaffRow.created_at, StaffRow.id)).all()
            return [self._member(session, row, left.get(row.id, 0)) for row in rows]

    def exists(self) -> bool:
        """Whether anybody was ever invited or may log in; when not, the console says how to begin."""
        with self._database.reading() as session:
            return (
                session.scalars(select(StaffRow.id).where(StaffRow.status != StaffStatus.DISABLED).limit(1)).first()
                is not None
            )

    def _member(self, session: Session, row: StaffRow, recovery_codes: int) -> Member:
        key = self._vault.data_key(session, row.data_key_id)
        name = key.open(row, StaffRow.name) if key and not row.forged else ""
        return Member(row.id, name, row.role, row.status, row.created_at, recovery_codes)

    def _row(self, session: Session, login: str) -> StaffRow | None:
        chosen = select(StaffRow).where(StaffRow.login_hash == login_hash(self._vault, login))
        return session.scalars(chosen.with_for_update()).one_or_none()

    def _existing(self, session: Session, login: str, actor: str) -> StaffRow:
        """The member, locked. Who is no operator may not take the last administrator away, who could let others in."""
        others: list[StaffRow] = []
        if actor != audit.OPERATOR:  # all in one order, so that two of them at once do not take each other away
            administrators = select(StaffRow).where(StaffRow.role == Role.ADMINISTRATOR).order_by(StaffRow.id)
            others = list(session.scalars(administrators.with_for_update()).all())
        row = self._row(session, login)
        if row is None:
            raise StaffProblem(WhyNot.UNKNOWN, "there is no member with this login name: see `staff list`")
        left = [other for other in others if other.id != row.id and other.status is StaffStatus.ACTIVE]
        if actor != audit.OPERATOR and row.role is Role.ADMINISTRATOR and not left:
            raise StaffProblem(WhyNot.LAST_ADMINISTRATOR, "the last administrator stays")
        return row

    def _forget_secrets(self, session: Session, row: StaffRow) -> None:
        row.passphrase = row.totp_secret = row.totp_counter = None
        session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == row.id))
        self.setup.withdraw(session, row.id)
        remove_all(session, row.id)
