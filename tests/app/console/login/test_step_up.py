"""Before something that asks for it: passphrase and code once more, and then on to where one was going."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.console.frame.access import requires_fresh_login
from bot.console.parts import console_routes
from bot.store import Store, audit
from bot.store.staff.attempts import FREE
from tests.support.staff.members import Desk, Member, make_member

Sit = Callable[..., Desk]
CODES = "/secretariaat/account/herstelcodes"
CONFIRM = "/secretariaat/bevestigen"
FROM_ACCOUNT = {"referer": "http://testserver/secretariaat/account"}


def confirm(desk: Desk, member: Member, code: str | None = None, **changed: str) -> Any:
    fields = {"wachtzin": member.passphrase, "code": member.next_code() if code is None else code}
    return desk.post(CONFIRM, fields | changed)


def test_just_after_logging_in_nothing_is_asked(sit_down: Sit, member: Member):
    desk = sit_down(member)
    made = desk.post(CODES)
    assert made.status_code == 200
    assert "maar één keer" in made.text
    assert not any(code in made.text for code in member.recovery_codes)
    assert desk.log_in(member, member.recovery_codes[0]).status_code == 422


def test_later_it_is_asked_and_the_way_goes_on(sit_down: Sit, store: Store, member: Member):
    desk = sit_down(member)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=11)):
        asked = desk.post(CODES, **FROM_ACCOUNT)
        assert asked.headers["location"] == f"{CONFIRM}?terug=%2Fsecretariaat%2Faccount"
        assert store.staff.setup.recovery_codes_left(member.id) == 10
        assert desk.get(asked.headers["location"]).status_code == 200
        before = desk.token
        done = confirm(desk, member, terug="/secretariaat/account")
        assert (done.status_code, done.headers["location"]) == (303, "/secretariaat/account")
        assert desk.token != before
        assert desk.post(CODES).status_code == 200
        old = sit_down()
        old.token = before
        assert old.get("/secretariaat/").status_code == 303
    assert "staff.confirm" in [entry.action for entry in audit.entries(store.database)]


@pytest.mark.parametrize("wrong", [{"wachtzin": "iets heel anders dan dat"}, {"code": "000000"}, {"code": ""}])
def test_what_is_wrong_does_not_confirm(sit_down: Sit, member: Member, wrong: dict[str, str]):
    desk = sit_down(member)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=11)):
        assert confirm(desk, member, **wrong).status_code == 422
        assert desk.post(CODES).status_code == 303
        assert desk.get("/secretariaat/").status_code == 200


def test_guessing_within_a_session_has_to_wait(sit_down: Sit, member: Member):
    desk = sit_down(member)
    statuses = [confirm(desk, member, "000000").status_code for _ in range(FREE + 1)]
    assert statuses == [422] * FREE + [429]


def test_a_session_confirms_only_its_own_member(sit_down: Sit, store: Store, member: Member):
    other = make_member(store, passphrase="heel andere woorden morgen")
    desk = sit_down(member)
    fields = {"naam": other.name, "wachtzin": other.passphrase, "code": other.next_code()}
    assert desk.post(CONFIRM, fields).status_code == 422


def test_a_code_that_logged_in_does_not_confirm(sit_down: Sit, member: Member):
    desk, code = sit_down(), member.next_code()
    assert desk.log_in(member, code).status_code == 303
    assert confirm(desk, member, code).status_code == 422


def test_a_page_that_asks_for_it_says_the_way_back_with_its_question(
    sit_down: Sit, member: Member, monkeypatch: pytest.MonkeyPatch
):
    @requires_fresh_login(minutes=5)
    async def secret(request: Request) -> Response:
        return PlainTextResponse("binnen")

    account = next(one for one in console_routes() if one.path == "/secretariaat/account")
    monkeypatch.setattr(account, "inner", secret)
    desk, moment = sit_down(member), datetime.now(UTC)
    with time_machine.travel(moment) as clock:
        clock.move_to(moment + timedelta(minutes=4))
        assert desk.get("/secretariaat/account").text == "binnen"
        clock.move_to(moment + timedelta(minutes=6))
        asked = desk.get("/secretariaat/account?week=3&x=y")
        assert asked.headers["location"] == f"{CONFIRM}?terug=%2Fsecretariaat%2Faccount%3Fweek%3D3%26x%3Dy"


def test_a_form_in_another_window_still_works_afterwards(sit_down: Sit, member: Member):
    desk = sit_down(member)
    in_other_window = desk.form_token()
    assert confirm(desk, member).status_code == 303
    assert desk.post(CODES, {"formulier": in_other_window}).status_code == 200


def test_two_windows_at_once_use_a_code_once(sit_down: Sit, member: Member):
    first, second = sit_down(), sit_down()
    first.log_in(member)
    second.token = first.token
    code = member.next_code()
    assert [confirm(first, member, code).status_code, confirm(second, member, code).status_code] == [303, 401]
