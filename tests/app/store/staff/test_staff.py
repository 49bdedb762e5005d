"""The staff's stores on both databases: what is kept, what many at once can do, and what a copy tells."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pyotp
import pytest
from sqlalchemy import text

from bot.store import StaffProblem, Store, Tampered, audit
from bot.store.staff.attempts import FREE
from bot.store.staff.login import Credentials, LoginResult
from bot.store.staff.models import StaffRow
from bot.store.staff.roles import Role
from bot.store.staff.secrets import Passphrases

PASSPHRASE = "vier losse woorden regen"


def step(secret: str, now: datetime, steps: int = 0) -> str:
    return pyotp.HOTP(secret).at(int(now.timestamp()) // 30 + steps)


@pytest.fixture
def anna(store: Store, now: datetime) -> tuple[str, str, tuple[str, ...]]:
    """Her id, her secret, her recovery codes."""
    session = store.staff.setup.begin(store.staff.add("anna", Role.MEMBER, now), now) or ""
    found = store.staff.sessions.load(session, now)
    assert found is not None
    secret = store.staff.setup.secret(found.staff_id) or ""
    done = store.staff.setup.finish(found.staff_id, "anna", PASSPHRASE, step(secret, now, -1), now)
    return found.staff_id, secret, done.recovery_codes


def together(number: int, store: Store, now: datetime, **given: str) -> list[LoginResult]:
    def once(at: int) -> LoginResult:
        client = given.get("client", f"client {at}")
        return store.staff.login.log_in(
            Credentials(given.get("login", "anna"), given.get("passphrase", PASSPHRASE), given["code"], client), now
        )

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(once, range(number)))


def test_a_code_that_is_given_many_times_at_once_gets_one_in(store: Store, now: datetime, anna):
    results = together(4, store, now, code=step(anna[1], now))
    assert sum(result.token is not None for result in results) == 1


def test_a_recovery_code_that_is_given_many_times_at_once_gets_one_in(store: Store, now: datetime, anna):
    results = together(4, store, now, code=anna[2][3])
    assert sum(result.token is not None for result in results) == 1
    assert store.staff.setup.recovery_codes_left(anna[0]) == 9


def test_guesses_at_once_do_not_slip_past_the_limit(store: Store, now: datetime, anna, monkeypatch):
    judged = []
    monkeypatch.setattr(Passphrases, "verify", lambda self, stored, typed: bool(judged.append(typed)))
    results = together(FREE + 5, store, now, code="000000", passphrase="iets anders", client="one")
    assert len(judged) == FREE
    assert sum(result.wait is not None for result in results) == 5


def test_disabling_while_the_passphrase_is_being_verified_wins(store: Store, now: datetime, anna, monkeypatch):
    def verify(self: Passphrases, stored: str | None, typed: str) -> bool:
        store.staff.disable("anna", now)
        return True

    monkeypatch.setattr(Passphrases, "verify", verify)
    assert together(1, store, now, code=step(anna[1], now))[0].token is None


def test_finishing_a_set_up_twice_at_once_makes_one_account(store: Store, now: datetime):
    session = store.staff.setup.begin(store.staff.add("bea", Role.MEMBER, now), now) or ""
    found = store.staff.sessions.load(session, now)
    assert found is not None
    code = step(store.staff.setup.secret(found.staff_id) or "", now)
    with ThreadPoolExecutor(3) as threads:
        done = list(
            threads.map(lambda _: store.staff.setup.finish(found.staff_id, "bea", PASSPHRASE, code, now), range(3))
        )
    assert sorted(one.problem or "" for one in done) == ["", "gone", "gone"]
    assert store.staff.setup.recovery_codes_left(found.staff_id) == 10


def test_adding_the_same_name_twice_is_refused(store: Store, now: datetime, anna):
    with pytest.raises(StaffProblem):
        store.staff.add(" ANNA ", Role.ADMINISTRATOR, now)
    assert [member.role for member in store.staff.members()] == [Role.MEMBER]


def test_a_copy_of_the_tables_tells_no_name_and_nothing_to_guess_against(store: Store, now: datetime, anna):
    together(1, store, now, code=step(anna[1], now))
    copied = []
    with store.database.reading() as session:
        for table in ("staff", "staff_recovery_code", "staff_session", "staff_attempt", "audit"):
            copied += [value for row in session.execute(text(f"SELECT * FROM {table}")) for value in row]
    everything = b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in copied)
    for secret in ("anna", PASSPHRASE, "argon2", anna[1], anna[2][0], anna[2][0].replace("-", "")):
        assert secret.encode() not in everything


def test_a_passphrase_of_another_row_does_not_open(store: Store, now: datetime, anna):
    store.staff.add("bea", Role.ADMINISTRATOR, now)
    with store.database.writing() as session:
        rows = session.query(StaffRow).order_by(StaffRow.role).all()
        rows[0].passphrase, rows[0].status = rows[1].passphrase, "active"
    with pytest.raises(Tampered):
        together(1, store, now, login="bea", code="000000")


def test_who_left_keeps_a_name_and_loses_all_else(store: Store, now: datetime, anna):
    store.staff.disable("anna", now)
    with store.database.reading() as session:
        row = session.get(StaffRow, anna[0])
        assert (row.passphrase, row.totp_secret, row.totp_counter) == (None, None, None)
    assert [(one.name, one.status, one.recovery_codes) for one in store.staff.members()] == [("anna", "disabled", 0)]
    assert not store.staff.exists()
    token = store.staff.reset("anna", now)
    assert store.staff.setup.is_open(token, now + timedelta(hours=23))
    assert not store.staff.setup.is_open(token, now + timedelta(hours=24))


def test_keys_may_be_changed_while_somebody_is_logged_in(store: Store, now: datetime, anna):
    result = together(1, store, now, code=step(anna[1], now))[0]
    store.vault.rotate()
    assert store.staff.sessions.load(result.token or "", now) is not None
    assert [entry.action for entry in audit.entries(store.database)][:2] == ["staff.login", "staff.setup"]


def test_the_passphrase_is_kept_as_agreed():
    hashed = Passphrases().hash(PASSPHRASE)
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert Passphrases().verify(hashed, PASSPHRASE)
    assert not Passphrases().verify(hashed, PASSPHRASE + " ")
    assert not Passphrases().verify(None, PASSPHRASE)
    assert not Passphrases().verify("$argon2id$kapot", PASSPHRASE)
