"""The set-up link: for one person, once, for a day; what is weak is refused; recovery codes are shown once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
import time_machine

from bot.store import Store, audit
from bot.store.staff.roles import Role
from bot.store.staff.secrets import weakness
from tests.support.staff.members import PASSPHRASE, Desk, Member

Sit = Callable[..., Desk]
FORM = "/secretariaat/instellen"


def invite(store: Store, name: str = "anna") -> str:
    return f"{FORM}/{store.staff.add(name, Role.MEMBER, datetime.now(UTC))}"


def open_link(desk: Desk, link: str) -> str:
    """Follows the link and presses the button; the secret on the page."""
    assert "Beginnen" in desk.get(link).text
    assert desk.post(link).headers["location"] == FORM
    page = desk.get(FORM).text
    return re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")  # type: ignore[index]


def filled(secret: str, **changed: str) -> dict[str, str]:
    return {"wachtzin": PASSPHRASE, "herhaling": PASSPHRASE, "code": pyotp.TOTP(secret).now()} | changed


def codes_on(page: str) -> list[str]:
    return re.findall(r"<code>((?:[A-Z2-9]{4}-){3}[A-Z2-9]{4})</code>", page)


def test_from_the_link_to_the_console(sit_down: Sit, store: Store):
    desk, link = sit_down(), invite(store)
    secret = open_link(desk, link)
    done = desk.post(FORM, filled(secret))
    assert done.status_code == 200
    assert len(set(codes_on(done.text))) == 10
    assert desk.get("/secretariaat/").status_code == 200
    member = Member("", "anna", PASSPHRASE, secret, "", ())
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=2)):
        assert sit_down().log_in(member).status_code == 303
    assert sit_down().log_in(member, codes_on(done.text)[9]).status_code == 303
    told = [entry.action for entry in audit.entries(store.database)]
    assert told[-2:] == ["staff.setup", "staff.add"]


def test_the_picture_says_the_same_as_the_secret_and_needs_no_inline_style(sit_down: Sit, store: Store):
    desk = sit_down()
    open_link(desk, invite(store))
    page = desk.get(FORM)
    assert page.text.count("<svg") == 1
    assert "style=" not in page.text
    assert "<script" not in page.text
    assert "no-store" in page.headers["cache-control"]


def test_the_code_that_was_used_in_the_set_up_is_used(sit_down: Sit, store: Store):
    desk = sit_down()
    secret = open_link(desk, invite(store))
    given = filled(secret)
    desk.post(FORM, given)
    assert sit_down().log_in(Member("", "anna", PASSPHRASE, secret, "", ()), given["code"]).status_code == 422


def test_the_link_works_once(sit_down: Sit, store: Store):
    desk, link = sit_down(), invite(store)
    desk.post(FORM, filled(open_link(desk, link)))
    late = sit_down()
    assert late.get(link).status_code == 410
    assert late.post(link).status_code == 410
    assert late.get(FORM).status_code == 410


def test_looking_at_the_link_does_not_use_it_and_a_closed_browser_may_begin_again(sit_down: Sit, store: Store):
    link = invite(store)
    for _ in range(3):
        assert sit_down().get(link).status_code == 200
    first, second = sit_down(), sit_down()
    secret = open_link(first, link)
    assert open_link(second, link) != secret
    assert first.get(FORM).status_code == 410
    assert first.post(FORM, filled(secret)).status_code == 410


@pytest.mark.parametrize("hours", [24, 25, 1000])
def test_after_a_day_it_does_not_work(sit_down: Sit, store: Store, hours: int):
    link = invite(store)
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=hours, seconds=1)):
        assert sit_down().get(link).status_code == 410
        assert sit_down().post(link).status_code == 410


def test_a_new_link_ends_the_old_one_and_what_was_begun_with_it(sit_down: Sit, store: Store):
    desk, link = sit_down(), invite(store)
    secret = open_link(desk, link)
    fresh = f"{FORM}/{store.staff.reset('anna', datetime.now(UTC))}"
    assert desk.post(FORM, filled(secret)).status_code == 410
    assert sit_down().get(link).status_code == 410
    assert sit_down().get(fresh).status_code == 200


def test_a_member_who_is_disabled_during_the_set_up_does_not_get_in(sit_down: Sit, store: Store):
    desk, link = sit_down(), invite(store)
    secret = open_link(desk, link)
    store.staff.disable("anna", datetime.now(UTC))
    assert desk.post(FORM, filled(secret)).status_code == 410
    assert sit_down().get(link).status_code == 410


def test_the_set_up_session_opens_nothing_else(sit_down: Sit, store: Store):
    desk = sit_down()
    open_link(desk, invite(store))
    assert desk.get("/secretariaat/").status_code == 303
    assert desk.post("/secretariaat/account/herstelcodes").status_code == 401


def test_who_is_logged_in_does_not_get_at_the_set_up(sit_down: Sit, member: Member):
    desk = sit_down(member)
    assert desk.get(FORM).status_code == 403
    assert desk.post(FORM, filled(member.secret)).status_code == 403


@pytest.mark.parametrize("token", ["x", "x" * 43, "%00", "é", "..%2f..", "x" * 3000])
def test_a_link_that_was_never_given_looks_like_one_that_is_gone(sit_down: Sit, token: str):
    assert sit_down().get(f"{FORM}/{token}").status_code in (404, 410)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"wachtzin": "kort", "herhaling": "kort"}, "te kort"),
        ({"herhaling": PASSPHRASE + "x"}, "niet hetzelfde"),
        ({"code": "000000"}, "code klopt niet"),
        ({"code": ""}, "code klopt niet"),
        ({"wachtzin": "anna.anna.anna.anna", "herhaling": "anna.anna.anna.anna"}, "inlognaam"),
    ],
)
def test_what_is_wrong_is_said_and_may_be_done_again(sit_down: Sit, store: Store, changed: dict[str, str], said: str):
    desk = sit_down()
    secret = open_link(desk, invite(store))
    refused = desk.post(FORM, filled(secret, **changed))
    assert refused.status_code == 422
    assert said in refused.text
    assert PASSPHRASE not in refused.text
    assert desk.post(FORM, filled(secret)).status_code == 200


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("dertien teken", "short"),
        ("  kort kort    ", "short"),
        ("x" * 257, "long"),
        ("annadevriesanna", "name"),
        ("Anna-de-Vries-2026!", "name"),
        ("aaaaaaaaaaaaaaaa", "repeated"),
        ("wachtwoordwachtwoord", "repeated"),
        ("geheim geheim geheim", "repeated"),
        ("GEHEIM geheim-Geheim", "repeated"),
        ("abababababababab", "repeated"),
        ("abcdefghijklmnopq", "row"),
        ("12345678901234567", "row"),
        ("zyxwvutsrqponmlk", "row"),
        ("veertien tekens", None),
        ("paard batterij nietje juist", None),
        ("日本語の合言葉はとても長いです", None),
        ("anna fietst door regen en wind", None),
    ],
)
def test_which_passphrases_are_refused(passphrase: str, why: str | None):
    assert weakness(passphrase, "anna.devries") == why
