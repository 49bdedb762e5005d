"""Who guesses is slowed down; nobody can be kept out by the failures of somebody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
import time_machine

from bot.store import Store, audit
from bot.store.staff.attempts import FREE, PRESSED, WRONG_CODES
from bot.store.staff.secrets import Passphrases
from tests.support.staff.members import Desk, Member, make_member

Sit = Callable[..., Desk]
WRONG = {"wachtzin": "iets heel anders dan dat", "code": "000000"}


@pytest.fixture
def verified(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every passphrase that was looked at."""
    seen: list[str] = []
    real = Passphrases.verify

    def verify(self: Passphrases, stored: str | None, typed: str) -> bool:
        seen.append(typed)
        return real(self, stored, typed)

    monkeypatch.setattr(Passphrases, "verify", verify)
    return seen


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases are compared as they are: for tests of many attempts."""
    monkeypatch.setattr(Passphrases, "hash", lambda self, typed: typed)
    monkeypatch.setattr(Passphrases, "verify", lambda self, stored, typed: stored == typed)


def guess(desk: Desk, member: Member, times: int, **changed: str) -> list[int]:
    return [desk.log_in(member, **(WRONG | changed)).status_code for _ in range(times)]


def test_a_client_has_to_wait_and_is_not_looked_at_meanwhile(sit_down: Sit, member: Member, verified: list[str]):
    desk = sit_down()
    assert guess(desk, member, FREE + 3) == [422] * FREE + [429] * 3
    assert len(verified) == FREE
    refused = desk.log_in(member)
    assert refused.status_code == 429
    assert "Wacht 1 minuut" in refused.text


def test_the_wait_is_the_same_for_a_name_that_nobody_has(sit_down: Sit, member: Member):
    assert guess(sit_down(), member, FREE + 1, naam="niemand") == [422] * FREE + [429]


def test_the_wait_doubles_and_ends(sit_down: Sit, member: Member):
    desk, moment = sit_down(), datetime.now(UTC)
    with time_machine.travel(moment, tick=False) as clock:
        guess(desk, member, FREE)
        for seconds in (30, 60, 120):
            clock.move_to(moment + timedelta(seconds=seconds - 3))
            assert guess(desk, member, 1) == [429]
            moment += timedelta(seconds=seconds + 1)
            clock.move_to(moment)
            assert guess(desk, member, 1) == [422]
        clock.move_to(moment + timedelta(minutes=5))
        assert desk.log_in(member).status_code == 303


def test_other_names_from_the_same_client_count_together(sit_down: Sit, member: Member):
    desk = sit_down()
    assert [guess(desk, member, 1, naam=f"naam{number}")[0] for number in range(FREE + 1)] == [422] * FREE + [429]


@pytest.mark.parametrize("address", ["2001:db8::1", "2001:db8::ffff:1"])
def test_one_half_of_an_ipv6_address_is_one_client(sit_down: Sit, member: Member, address: str):
    guess(sit_down(address="2001:db8::abcd"), member, FREE)
    assert sit_down(address=address).log_in(member).status_code == 429
    assert sit_down(address="2001:db8:0:1::1").log_in(member).status_code == 303


def test_ipv4_in_the_form_of_ipv6_is_one_client_each(sit_down: Sit, member: Member):
    guess(sit_down(address="::ffff:192.0.2.1"), member, FREE)
    assert sit_down(address="192.0.2.1").log_in(member).status_code == 429
    assert sit_down(address="::ffff:192.0.2.2").log_in(member).status_code == 303


def test_nobody_is_kept_out_by_the_guesses_of_others(
    sit_down: Sit, member: Member, no_waiting: list[float], cheap: None, store: Store
):
    member = make_member(store)
    for number in range(PRESSED):
        guess(sit_down(address=f"203.0.113.{number}"), member, FREE + 1)
    no_waiting.clear()
    assert sit_down(address="192.0.2.77").log_in(member).status_code == 303
    assert no_waiting == [2.0]


def test_a_name_that_nobody_has_is_slow_too(sit_down: Sit, store: Store, no_waiting: list[float], cheap: None):
    member = make_member(store)
    for number in range(3):
        guess(sit_down(address=f"203.0.113.{number}"), member, FREE, naam="niemand")
    assert len(no_waiting) == 3 * FREE - PRESSED


def test_a_device_that_logged_in_before_does_not_notice(sit_down: Sit, member: Member, no_waiting: list[float]):
    known = sit_down(address="192.0.2.50")
    assert known.log_in(member).status_code == 303
    known.post("/secretariaat/uitloggen")
    for number in range(3):
        guess(sit_down(address="192.0.2.50" if number == 0 else f"203.0.113.{number}"), member, FREE)
    no_waiting.clear()
    assert known.log_in(member).status_code == 303
    assert no_waiting == []


def test_the_mark_of_a_device_is_of_one_member_and_one_passphrase(sit_down: Sit, store: Store, member: Member):
    known = sit_down()
    known.log_in(member)
    mark = next(one.value or "" for one in known.http.cookies.jar if one.name == "apparaat")
    other = make_member(store)
    guess(sit_down(), other, FREE)
    stranger = sit_down()
    stranger.http.cookies.set("apparaat", mark)
    assert stranger.log_in(other).status_code == 429
    forged = sit_down()
    forged.http.cookies.set("apparaat", mark[:-1] + ("0" if mark[-1] != "0" else "1"))
    assert forged.log_in(member).status_code == 429


def test_a_known_device_may_not_guess_on_either(sit_down: Sit, member: Member):
    known = sit_down()
    known.log_in(member)
    known.post("/secretariaat/uitloggen")
    assert guess(known, member, FREE + 1) == [422] * FREE + [429]


def test_guessing_codes_from_many_places_closes_codes_but_not_the_account(sit_down: Sit, store: Store, cheap: None):
    member = make_member(store)
    known = sit_down(address="192.0.2.50")
    assert known.log_in(member).status_code == 303
    for number in range(WRONG_CODES):
        sit_down(address=f"203.0.113.{number}").log_in(member, "000000")
    assert [entry.action for entry in audit.entries(store.database)].count("staff.codes_closed") == 1
    stranger = sit_down(address="192.0.2.60")
    good = member.next_code()
    assert stranger.log_in(member, good).status_code == 422
    assert stranger.log_in(member, member.recovery_codes[0]).status_code == 303
    known.post("/secretariaat/uitloggen")
    assert known.log_in(member, good).status_code == 303


def test_wrong_passphrases_never_close_codes(sit_down: Sit, store: Store, cheap: None):
    member = make_member(store)
    for number in range(WRONG_CODES + 5):
        guess(sit_down(address=f"203.0.113.{number}"), member, 1)
    assert sit_down(address="192.0.2.60").log_in(member).status_code == 303


def test_a_session_that_is_open_goes_on_during_an_attack(sit_down: Sit, member: Member):
    desk = sit_down(member)
    guess(sit_down(), member, FREE + 2)
    assert desk.get("/secretariaat/").status_code == 200
    fields = {"wachtzin": member.passphrase, "code": member.next_code()}
    assert desk.post("/secretariaat/bevestigen", fields).status_code == 303


def test_attempts_are_gone_after_a_day(sit_down: Sit, member: Member, store: Store):
    from sqlalchemy import func, select

    from bot.store.staff.models import AttemptRow

    def count() -> int:
        with store.database.reading() as session:
            return session.scalar(select(func.count()).select_from(AttemptRow)) or 0

    guess(sit_down(), member, 3)
    assert count() == 3
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=25)):
        code = pyotp.TOTP(member.secret).at(datetime.now(UTC))
        assert sit_down().log_in(member, code).status_code == 303
    assert count() == 0
