"""Logging in: what gets in, what does not, and that an answer never says which part was wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
import time_machine

from bot.store import Store, audit
from bot.store.staff.secrets import Passphrases
from tests.support.staff.members import PASSPHRASE, Desk, Member, make_member

Sit = Callable[..., Desk]


def code_at(member: Member, moment: datetime, steps: int = 0) -> str:
    return pyotp.HOTP(member.secret).at(int(moment.timestamp()) // 30 + steps)


def shown(page: str) -> str:
    """The page without what is new on every page."""
    return re.sub(r'(name="formulier" value=)"\w+"', r"\1", page)


def test_name_passphrase_and_code_lead_to_the_start_page(sit_down: Sit, member: Member):
    desk = sit_down()
    answered = desk.log_in(member)
    assert (answered.status_code, answered.headers["location"]) == (303, "/secretariaat/")
    start = desk.get("/secretariaat/")
    assert start.status_code == 200
    assert member.name in start.text


def test_capitals_and_blanks_around_the_name_do_not_matter(sit_down: Sit, member: Member):
    assert sit_down().log_in(member, naam=f"  {member.name.upper()} ").status_code == 303


@pytest.mark.parametrize("role", ["unknown", "wrong passphrase", "wrong code", "no code", "invited", "disabled", "odd"])
def test_whatever_is_wrong_the_answer_and_the_work_are_the_same(
    sit_down: Sit, store: Store, member: Member, monkeypatch: pytest.MonkeyPatch, role: str
):
    make_member(store)
    verified: list[str | None] = []
    real = Passphrases.verify

    def verify(self: Passphrases, stored: str | None, typed: str) -> bool:
        verified.append(stored)
        return real(self, stored, typed)

    monkeypatch.setattr(Passphrases, "verify", verify)
    reference = sit_down(address="192.0.2.9").log_in(member, wachtzin="iets heel anders dan dat")
    changed = {"naam": member.name, "wachtzin": PASSPHRASE, "code": "000000"}
    if role == "unknown":
        changed["naam"] = "niemand"
    elif role == "odd":
        changed |= {"naam": "x\x00'); --" * 50, "wachtzin": "é" * 5000, "code": "١٢٣٤٥٦"}
    elif role == "wrong passphrase":
        changed["wachtzin"] = "nog iets heel anders"
    elif role == "no code":
        changed["code"] = ""
    elif role == "invited":
        store.staff.reset(member.name, datetime.now(UTC))
    elif role == "disabled":
        store.staff.disable(member.name, datetime.now(UTC))
    desk = sit_down(address="192.0.2.10")
    answered = desk.log_in(member, **changed)
    assert answered.status_code == reference.status_code == 422
    assert shown(answered.text) == shown(reference.text)
    assert len(verified) == 2
    assert desk.get("/secretariaat/").status_code == 303
    assert not any(cookie.name == "apparaat" for cookie in desk.http.cookies.jar)


def test_a_code_works_once_also_within_its_half_minute(sit_down: Sit, member: Member):
    code = member.next_code()
    assert sit_down().log_in(member, code).status_code == 303
    assert sit_down().log_in(member, code).status_code == 422


def test_an_older_code_does_not_work_after_a_newer_one(sit_down: Sit, member: Member):
    moment = datetime.now(UTC)
    with time_machine.travel(moment):
        assert sit_down().log_in(member, code_at(member, moment, +1)).status_code == 303
        assert sit_down().log_in(member, code_at(member, moment)).status_code == 422


@pytest.mark.parametrize(("steps", "status"), [(-2, 422), (-1, 303), (0, 303), (1, 303), (2, 422)])
def test_a_clock_may_be_half_a_minute_off_and_no_more(sit_down: Sit, member: Member, steps: int, status: int):
    later = datetime.now(UTC) + timedelta(minutes=10)
    with time_machine.travel(later, tick=False):
        assert sit_down().log_in(member, code_at(member, later, steps)).status_code == status


def test_a_recovery_code_works_once_however_it_is_typed(sit_down: Sit, member: Member):
    typed = member.recovery_codes[0].lower().replace("-", " ")
    assert sit_down().log_in(member, f" {typed} ").status_code == 303
    assert sit_down().log_in(member, member.recovery_codes[0]).status_code == 422
    assert sit_down().log_in(member, member.recovery_codes[1]).status_code == 303


def test_a_recovery_code_is_of_one_member(sit_down: Sit, store: Store, member: Member):
    other = make_member(store)
    assert sit_down().log_in(member, other.recovery_codes[0]).status_code == 422


def test_a_recovery_code_is_not_used_up_by_a_wrong_passphrase(sit_down: Sit, member: Member):
    code = member.recovery_codes[0]
    assert sit_down().log_in(member, code, wachtzin="iets heel anders dan dat").status_code == 422
    assert sit_down().log_in(member, code).status_code == 303


def test_after_logging_in_the_way_goes_on_within_the_console_only(sit_down: Sit, store: Store):
    for asked, expected in {
        "/secretariaat/account": "/secretariaat/account",
        "/secretariaat/account?a=b": "/secretariaat/account?a=b",
        "//boos.example/": "/secretariaat/",
        "/secretariaat//boos.example": "/secretariaat/",
        "https://boos.example/secretariaat/": "/secretariaat/",
        "/secretariaat/../zelfscan": "/secretariaat/",
        "/secretariaat/%2e%2e/zelfscan": "/secretariaat/",
        "/secretariaat/.%2E/zelfscan": "/secretariaat/",
        "/secretariaat/%2f%2fboos.example": "/secretariaat/",
        "/secretariaat/%5cboos.example": "/secretariaat/",
        "/secretariaat/\\boos.example": "/secretariaat/",
        "/secretariaat/a\r\nset-cookie: x=y": "/secretariaat/",
        "/zelfscan": "/secretariaat/",
    }.items():
        answered = sit_down().log_in(make_member(store), terug=asked)
        assert answered.headers["location"] == expected, asked


def test_the_log_tells_of_logins_without_names(sit_down: Sit, store: Store, member: Member):
    sit_down().log_in(member, "000000", wachtzin="iets heel anders dan dat")
    sit_down(address="192.0.2.3").log_in(member, "000000", naam="piet.geheim")
    sit_down(address="192.0.2.4").log_in(member)
    entries = audit.entries(store.database)
    told = [(entry.actor, entry.action) for entry in entries if entry.action.startswith("staff.login")]
    assert told == [(member.id, "staff.login"), ("nobody", "staff.login_failed"), (member.id, "staff.login_failed")]
    assert not any(name in str(entry) for entry in entries for name in (member.name, "piet", PASSPHRASE))
    audit.verify(store.database)


def test_guesses_do_not_fill_the_log(sit_down: Sit, store: Store, member: Member):
    for number in range(12):
        sit_down(address=f"192.0.2.{number}").log_in(member, "000000", wachtzin="iets heel anders dan dat")
    failed = [entry.object for entry in audit.entries(store.database) if entry.action == "staff.login_failed"]
    assert failed == ["5 in an hour", "1 in an hour"]


def test_without_any_member_the_page_says_how_to_make_the_first(sit_down: Sit, store: Store):
    desk = sit_down()
    assert desk.get("/secretariaat/").headers["location"].startswith("/secretariaat/inloggen")
    assert "woningscan staff add" in desk.get("/secretariaat/inloggen").text
    name = make_member(store).name
    assert "woningscan staff add" not in desk.get("/secretariaat/inloggen").text
    store.staff.disable(name, datetime.now(UTC))
    assert "woningscan staff add" in desk.get("/secretariaat/inloggen").text
