"""Logging in: passphrase and code are judged together, and an answer never tells which of them was wrong."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.store import audit
from bot.store.base.database import Database
from bot.store.base.vault import OpenKey, Vault
from bot.store.staff import attempts
from bot.store.staff.models import RecoveryCode, StaffRow
from bot.store.staff.roles import SessionStage, StaffStatus
from bot.store.staff.secrets import Passphrases, normal_login, normal_recovery_code, totp_step
from bot.store.staff.sessions import StaffSessions

_AUDITED = (1, 5, 25, 125, 625)  # a count now and then: the log must not grow with every guess


@dataclass(frozen=True)
class Credentials:
    """What was typed, by whom: `client` names the network address, `device` is the mark of an earlier login."""

    login: str = field(repr=False)
    passphrase: str = field(repr=False)
    code: str = field(repr=False)
    client: str = field(repr=False)
    device: str = field(default="", repr=False)


@dataclass(frozen=True)
class LoginResult:
    """`token` and `device` when it succeeded, `wait` when it was not judged. `slow`: answer this one later.

    `busy`: not judged either, because too many others try at this moment.
    """

    token: str | None = field(default=None, repr=False)
    device: str = field(default="", repr=False)
    wait: timedelta | None = None
    slow: bool = False
    busy: bool = False


@dataclass(frozen=True)
class _Judged:
    admission: attempts.Admission
    staff_id: str | None
    stored: str | None
    client_hash: str


class StaffLogin:
    def __init__(self, database: Database, vault: Vault, sessions: StaffSessions, passphrases: Passphrases) -> None:
        self._database = database
        self._vault = vault
        self._sessions = sessions
        self._passphrases = passphrases

    def log_in(self, credentials: Credentials, now: datetime) -> LoginResult:
        """One attempt. Success gives a session under a new token, and a mark for this device."""
        return self._attempt(credentials, now, None)

    def is_known_device(self, credentials: Credentials) -> bool:
        """Whether the device's mark is that of an earlier login of this member: only we can make one."""
        if not credentials.device:
            return False
        with self._database.reading() as session:
            hashed = self._login_hash(credentials)
            row = session.scalars(select(StaffRow).where(StaffRow.login_hash == hashed)).one_or_none()
            stored = _passphrase(row, None if row is None else self._vault.data_key(session, row.data_key_id))
            return row is not None and bool(stored) and self._is_known(row.id, stored or "", credentials.device)

    def has_to_wait(self, credentials: Credentials, now: datetime) -> timedelta | None:
        """How long this client has to wait before it is looked at again: asked before anything costly."""
        with self._database.reading() as session:
            return attempts.wait(session, self._client_hash(credentials), now)

    def confirm(self, session_token: str, staff_id: str, credentials: Credentials, now: datetime) -> LoginResult:
        """Passphrase and code once more within a session, which goes on under a new token.

        Counted by the session, so that nobody else's failures stand in the way. The name in `given` is not looked at.
        """
        return self._attempt(credentials, now, (session_token, staff_id))

    def _attempt(self, credentials: Credentials, now: datetime, within: tuple[str, str] | None) -> LoginResult:
        judged = self._admitted(credentials, now, within)
        if judged.admission.wait:
            return LoginResult(wait=judged.admission.wait)
        right = self._passphrases.verify(judged.stored, credentials.passphrase)
        slow = judged.admission.slow
        with self._database.writing() as session:
            row = _locked(session, judged.staff_id)
            token = None
            if right and row is not None:
                token = self._finished(session, row, judged, credentials, now, within)
            if token is not None and row is not None:
                return LoginResult(token, self._device_mark(row.id, judged.stored or ""), slow=slow)
            self._note_failure(session, row, judged, credentials, now, right)
        return LoginResult(slow=slow)

    def _admitted(self, credentials: Credentials, now: datetime, within: tuple[str, str] | None) -> _Judged:
        with self._database.writing() as session:
            if within:
                row = session.get(StaffRow, within[1])
                login_hash = row.login_hash if row else ""
                client_hash, known = self._vault.hash("staff-client", "session", within[0]), True
            else:
                login_hash = self._login_hash(credentials)
                row = session.scalars(select(StaffRow).where(StaffRow.login_hash == login_hash)).one_or_none()
                client_hash, known = self._client_hash(credentials), False
            key = None if row is None else self._vault.data_key(session, row.data_key_id)
            stored = _passphrase(row, key)
            if row is not None and stored and not within and self._is_known(row.id, stored, credentials.device):
                client_hash, known = self._vault.hash("staff-client", "device", credentials.device), True
            admission = attempts.admit(session, login_hash, client_hash, known, now)
            return _Judged(admission, row.id if row else None, stored, client_hash)

    def _finished(
        self,
        session: Session,
        row: StaffRow,
        judged: _Judged,
        credentials: Credentials,
        now: datetime,
        within: tuple[str, str] | None,
    ) -> str | None:
        """The passphrase was right: with a right code too, the session's token."""
        key = self._vault.data_key(session, row.data_key_id)
        if key is None or _passphrase(row, key) != judged.stored or row.totp_secret is None:
            return None  # changed or disabled while the passphrase was being verified
        if not self._code_is_right(session, row, key, credentials.code, judged.admission.codes_closed, now):
            return None
        if within is None:
            token: str | None = self._sessions.start(session, row.id, SessionStage.SIGNED_IN, now)
        else:
            token = self._sessions.renew(session, within[0], now)
        if token is not None:
            attempts.succeeded(session, row.login_hash, judged.client_hash)
            action = "staff.confirm" if within else "staff.login"
            audit.append(session, actor=row.id, action=action, object=row.id, now=now)
        return token

    def _code_is_right(
        self, session: Session, row: StaffRow, key: OpenKey, typed: str, closed: bool, now: datetime
    ) -> bool:
        recovery = normal_recovery_code(typed)
        if recovery is not None:
            used = delete(RecoveryCode).where(
                RecoveryCode.staff_id == row.id, RecoveryCode.code_hash == recovery_hash(self._vault, row.id, recovery)
            )
            if session.connection().execute(used).rowcount == 1:
                audit.append(session, actor=row.id, action="staff.recovery_code", object=row.id, now=now)
                return True
            return False
        secret = key.open(row, StaffRow.totp_secret)
        step = None if closed else totp_step(secret, typed, now, row.totp_counter)
        if step is not None:
            row.totp_counter = step
            session.flush()
        return step is not None

    def _note_failure(
        self,
        session: Session,
        row: StaffRow | None,
        judged: _Judged,
        credentials: Credentials,
        now: datetime,
        right: bool,
    ) -> None:
        if right:
            attempts.passphrase_was_right(session, judged.admission.attempt)
            if row is not None and attempts.closes_codes(session, row.login_hash, now):
                audit.append(session, actor=audit.SYSTEM, action="staff.codes_closed", object=row.id, now=now)
        count = attempts.failures_at(session, row.login_hash if row else self._login_hash(credentials), now)
        if count in _AUDITED:
            actor = row.id if row else audit.NOBODY
            audit.append(session, actor=actor, action="staff.login_failed", object=f"{count} in an hour", now=now)

    def _device_mark(self, staff_id: str, stored: str) -> str:
        mark = self._vault.new_token()
        return f"{mark}.{self._vault.hash('staff-device', staff_id, mark, stored)}"

    def _is_known(self, staff_id: str, stored: str, device: str) -> bool:
        """The mark fits this member and this passphrase: a new passphrase makes every device unknown."""
        mark, _, proof = device.partition(".")
        expected = self._vault.hash("staff-device", staff_id, mark, stored)
        return bool(mark) and _same(expected, proof)

    def _client_hash(self, credentials: Credentials) -> str:
        return self._vault.hash("staff-client", "address", credentials.client)

    def _login_hash(self, credentials: Credentials) -> str:
        return login_hash(self._vault, credentials.login)


def login_hash(vault: Vault, login: str) -> str:
    return vault.hash("staff-login", normal_login(login))


def recovery_hash(vault: Vault, staff_id: str, code: str) -> str:
    return vault.hash("staff-recovery", staff_id, code)


def _passphrase(row: StaffRow | None, key: OpenKey | None) -> str | None:
    """The stored hash of somebody who may log in now."""
    if row is None or key is None or row.status != StaffStatus.ACTIVE:
        return None
    stored: str | None = key.open(row, StaffRow.passphrase)
    return stored


def _locked(session: Session, staff_id: str | None) -> StaffRow | None:
    if staff_id is None:
        return None
    return session.scalars(select(StaffRow).where(StaffRow.id == staff_id).with_for_update()).one_or_none()


def _same(expected: str, proof: str) -> bool:
    return hmac.compare_digest(expected.encode(), proof.encode("utf-8", "replace"))
