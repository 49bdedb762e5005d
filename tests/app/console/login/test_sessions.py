"""Sessions: new at every login, no longer than agreed, ended where they must end; cookies as strict as can be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import select
from starlette.testclient import TestClient

from bot.app import create_app
from bot.console.parts import console_routes
from bot.settings import Settings
from bot.store import Store
from bot.store.staff.models import SessionRow
from tests.support.running import NOWHERE
from tests.support.staff.members import Desk, Member, make_member

Sit = Callable[..., Desk]
START = "/secretariaat/"


def is_in(desk: Desk) -> bool:
    return desk.get(START).status_code == 200


def test_a_session_from_before_the_login_gets_nobody_in(sit_down: Sit, member: Member):
    planted = "x" * 43
    victim, attacker = sit_down(), sit_down()
    victim.token = attacker.token = planted
    assert victim.log_in(member).status_code == 303
    assert victim.token != planted
    assert is_in(victim)
    assert not is_in(attacker)


def test_each_login_has_a_session_of_its_own(sit_down: Sit, member: Member):
    first, second = sit_down(), sit_down()
    first.log_in(member)
    second.log_in(member)
    assert first.token != second.token
    first.post("/secretariaat/uitloggen")
    assert not is_in(first)
    assert is_in(second)


def test_logging_in_again_ends_the_session_of_before(sit_down: Sit, store: Store, member: Member):
    desk, before = sit_down(), sit_down()
    desk.log_in(member)
    before.token = desk.token
    assert desk.log_in(make_member(store)).status_code == 303
    assert is_in(desk) and not is_in(before)


def test_idle_for_half_an_hour_ends_it_and_activity_does_not(sit_down: Sit, member: Member):
    desk, moment = sit_down(member), datetime.now(UTC)
    with time_machine.travel(moment) as clock:
        for minutes in (29, 58, 87):
            clock.move_to(moment + timedelta(minutes=minutes))
            assert is_in(desk), minutes
        clock.move_to(moment + timedelta(minutes=87 + 31))
        assert not is_in(desk)
        clock.move_to(moment + timedelta(minutes=87 + 10))
        assert is_in(desk)


def test_after_eight_hours_it_ends_whatever_was_done(sit_down: Sit, member: Member):
    desk, moment = sit_down(member), datetime.now(UTC)
    with time_machine.travel(moment) as clock:
        for step in range(1, 24):
            clock.move_to(moment + timedelta(minutes=20 * step))
            assert is_in(desk), step
        clock.move_to(moment + timedelta(hours=8, seconds=5))
        assert not is_in(desk)


def test_confirming_does_not_stretch_the_eight_hours(sit_down: Sit, member: Member):
    desk, moment = sit_down(member), datetime.now(UTC)
    with time_machine.travel(moment) as clock:
        for step in range(1, 24):
            clock.move_to(moment + timedelta(minutes=20 * step))
            assert is_in(desk)
        confirmed = desk.post("/secretariaat/bevestigen", {"wachtzin": member.passphrase, "code": member.next_code()})
        assert confirmed.status_code == 303
        clock.move_to(moment + timedelta(hours=8, seconds=5))
        assert not is_in(desk)


def test_what_a_page_asks_by_itself_is_not_activity(sit_down: Sit, member: Member, monkeypatch: pytest.MonkeyPatch):
    account = next(one for one in console_routes() if one.path == "/secretariaat/account")
    monkeypatch.setattr(account, "background", True)
    desk, moment = sit_down(member), datetime.now(UTC)
    with time_machine.travel(moment) as clock:
        for minutes, status in ((10, 200), (20, 200), (29, 200), (31, 401)):
            clock.move_to(moment + timedelta(minutes=minutes))
            assert desk.get(account.path).status_code == status, minutes


@pytest.mark.parametrize("way", ["disable", "reset"])
def test_a_member_who_is_disabled_or_reset_is_out_at_once(sit_down: Sit, store: Store, member: Member, way: str):
    desks = [sit_down(member), sit_down()]
    desks[1].log_in(member)
    assert all(map(is_in, desks))
    getattr(store.staff, way)(member.name, datetime.now(UTC))
    assert not any(map(is_in, desks))
    with store.database.reading() as session:
        assert session.scalars(select(SessionRow.staff_id)).all() == []
    assert sit_down().log_in(member).status_code == 422
    assert sit_down().log_in(member, member.recovery_codes[0]).status_code == 422


def test_log_out_everywhere_ends_all_of_this_member_only(sit_down: Sit, store: Store, member: Member):
    other = sit_down(make_member(store))
    desks = [sit_down(member), sit_down()]
    desks[1].log_in(member)
    gone = desks[0].post("/secretariaat/uitloggen/overal")
    assert gone.headers["location"] == "/secretariaat/uitgelogd"
    assert not any(map(is_in, desks))
    assert is_in(other)


def test_logging_out_ends_the_session_at_the_server_and_the_cookie(sit_down: Sit, member: Member):
    desk = sit_down(member)
    answered = desk.post("/secretariaat/uitloggen")
    assert "Max-Age=0" in answered.headers["set-cookie"]
    desk.token = member.token
    assert not is_in(desk)


def test_a_post_after_the_session_ended_says_that_nothing_was_done(sit_down: Sit, member: Member):
    desk = sit_down(member)
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=1)):
        answered = desk.post("/secretariaat/account/herstelcodes", referer=f"{desk.http.base_url}/secretariaat/account")
    assert answered.status_code == 401
    assert "niet verwerkt" in answered.text
    assert "terug=/secretariaat/account" in answered.text


@pytest.mark.parametrize("cookie", ["", "x", "x" * 43, "x" * 5000, "ä" * 30, "a;b", "../../etc/passwd-aaaaaaaaa"])
def test_any_other_cookie_is_nobody(sit_down: Sit, member: Member, cookie: str):
    answered = sit_down().get(START, headers={"cookie": b"secretariaat=" + cookie.encode()})
    assert answered.status_code == 303


def test_old_sessions_are_cleared_away(store: Store, member: Member):
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=9)):
        fresh = make_member(store)
    with store.database.reading() as session:
        assert session.scalars(select(SessionRow.staff_id)).all() == [fresh.id]


@pytest.mark.parametrize(
    ("environment", "url", "name"),
    [
        ("production", "https://scan.example.org", "__Host-secretariaat"),
        ("production", "http://scan.example.org", "__Host-secretariaat"),
        ("development", "https://scan.example.org", "__Host-secretariaat"),
        ("development", "http://127.0.0.1:8080", "secretariaat"),
    ],
)
def test_the_cookie_is_as_strict_as_the_place_allows(tmp_path: Path, environment: str, url: str, name: str):
    settings = Settings(data_dir=tmp_path, environment=environment, public_url=url, **NOWHERE)
    with TestClient(create_app(settings), base_url=url) as opened:
        set_cookie = opened.get("/secretariaat/inloggen").headers["set-cookie"]
    first, *flags = [part.strip() for part in set_cookie.split(";")]
    assert first.partition("=")[0] == name
    strict = {"HttpOnly", "Path=/", "SameSite=strict"}
    assert set(flags) == strict | ({"Secure"} if name.startswith("__Host-") else set())


def test_logging_in_works_in_production(tmp_path: Path):
    url = "https://scan.example.org"
    settings = Settings(data_dir=tmp_path, environment="production", public_url=url, **NOWHERE)
    app = create_app(settings)
    with TestClient(app, base_url=url) as opened:
        member = make_member(app.state.services.store)
        desk = Desk(opened, app.state.services.store, cookie="__Host-secretariaat")
        answered = desk.log_in(member)
        assert answered.status_code == 303
        given = answered.headers.get_list("set-cookie")
        assert sorted(one.partition("=")[0] for one in given) == ["__Host-apparaat", "__Host-secretariaat"]
        assert all("Secure" in one and "HttpOnly" in one and "SameSite=strict" in one for one in given)
        assert is_in(desk)
        assert desk.post("/secretariaat/uitloggen", origin="http://scan.example.org").status_code == 403
        assert desk.post("/secretariaat/uitloggen", host="ander.example.org").status_code == 400
        assert desk.post("/secretariaat/uitloggen").status_code == 303
