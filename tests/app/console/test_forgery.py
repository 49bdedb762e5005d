"""Nothing happens by a form that a page of ours did not make for this very session."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from bot.store import Store
from tests.support.staff.members import Desk, Member, make_member

Sit = Callable[..., Desk]
OUT = "/secretariaat/uitloggen/overal"
OWN = "http://testserver"
ENCODED = "application/x-www-form-urlencoded"


def is_in(desk: Desk) -> bool:
    return desk.get("/secretariaat/").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": ""},
        {"origin": "null"},
        {"origin": "https://boos.example"},
        {"origin": "http://testserver.boos.example"},
        {"origin": "http://testserver:81"},
        {"origin": "https://testserver"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", [OUT, "/secretariaat/inloggen", "/secretariaat/instellen/abc"])
def test_a_form_of_another_website_is_refused(sit_down: Sit, member: Member, headers: dict[str, str], path: str):
    desk = sit_down(member)
    answered = desk.post(path, **headers)
    assert answered.status_code == 403
    assert "niet aangenomen" in answered.text
    assert is_in(desk)


def test_the_same_form_from_our_own_page_is_taken(sit_down: Sit, member: Member):
    desk = sit_down(member)
    assert desk.post(OUT, **{"sec-fetch-site": "same-origin"}).status_code == 303
    assert not is_in(desk)


def test_a_form_token_of_somebody_else_or_of_before_the_login_is_refused(sit_down: Sit, store: Store, member: Member):
    desk = sit_down(member)
    before = store.staff.sessions.form_token(member.token)
    for token in ("", "0" * 64, sit_down(make_member(store)).form_token(), before, sit_down().form_token(), "é"):
        assert desk.post(OUT, {"formulier": token}).status_code == 403, token
        assert is_in(desk)


def test_logging_in_needs_a_form_of_this_browser(sit_down: Sit, store: Store, member: Member):
    stranger = sit_down()
    stranger.get("/secretariaat/inloggen")
    token = stranger.form_token()
    victim = sit_down()
    victim.get("/secretariaat/inloggen")
    assert victim.log_in(member, formulier=token).status_code == 403
    assert victim.log_in(member, formulier="").status_code == 403
    assert victim.log_in(member).status_code == 422 or is_in(victim)


def test_each_session_of_a_member_has_a_form_token_of_its_own(sit_down: Sit, member: Member):
    first, second = sit_down(member), sit_down()
    second.log_in(member)
    assert first.form_token() != second.form_token()
    assert second.post(OUT, {"formulier": first.form_token()}).status_code == 403


def test_the_form_on_the_page_is_the_one_that_is_taken(sit_down: Sit, member: Member):
    desk = sit_down(member)
    page = desk.get("/secretariaat/account").text
    tokens = set(re.findall(r'name="formulier" value="(\w{64})"', page))
    assert tokens == {desk.form_token()}


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b'{"formulier": "x"}', 415),
        ("multipart/form-data; boundary=x", b"--x\r\n", 415),
        ("", b"formulier=x", 415),
        (ENCODED, b"formulier=" + b"x" * 70_000, 413),
        (ENCODED, b"&".join(b"a%d=1" % number for number in range(100)), 400),
        (ENCODED, b"formulier=\xff\xfe", 400),
        (ENCODED, b"formulier=%ff%fe", 400),
        (ENCODED, b"formulier=%ed%a0%80", 400),
        (ENCODED, b"", 403),
    ],
)
def test_what_no_page_of_ours_sends_ends_with_a_page_that_says_so(
    sit_down: Sit, member: Member, kind: str, body: bytes, status: int
):
    desk = sit_down(member)
    headers = {"origin": OWN} | ({"content-type": kind} if kind else {})
    answered = desk.http.post(OUT, content=body, headers=headers, follow_redirects=False)
    assert answered.status_code == status
    assert "Er is niets gewijzigd" in answered.text
    assert is_in(desk)


def test_only_the_first_of_two_values_counts_and_reading_never_changes(sit_down: Sit, member: Member):
    desk = sit_down(member)
    for path in (OUT, "/secretariaat/uitloggen", "/secretariaat/account/herstelcodes"):
        assert desk.get(path).status_code == 404
    assert is_in(desk)
